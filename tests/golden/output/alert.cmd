folder=${db%.db}.alert; rm -rf "$folder"; mkdir -p "$folder/minutes"; cd "$folder" || exit
export XDG_STATE_HOME="$folder/state"
minutes() { printf 'Larkhythe Council\n\nCabinet\n\nMinutes of the meeting held on %s\n\n1. Damp\n\n1.1 %s\n' "$1" "$2" >"minutes/$3.txt"; minutes-index -q minutes; }
minutes "4 March 2021" "Councillor Toms said that the damp was back." a
minutes-query --save damp 'damp OR mould'; echo $?
minutes-query --save damp 'other'; echo $?
minutes-query --save all x; minutes-query --save ../x x; minutes-query --save bad 'spekaer:x'; minutes-query --save none nothing; echo $?
minutes-query --alert damp; echo "nothing new: $?"
minutes "8 April 2021" "Councillor Bell said that the damp had spread." b
minutes "6 May 2021" "Councillor Bell spoke of mould." c
minutes-query -q --alert none; echo "nothing new: $?"
minutes-query --alert all; echo "new: $?"
minutes-query --alert all; echo "told: $?"
rm minutes.db; minutes-index -q minutes; minutes-query --alert all; echo "indexed again: $?"
minutes "8 April 2021" "Councillor Bell said that the damp had spread far." b
minutes-query --alert damp; echo "corrected: $?"
mv minutes/a.txt minutes/z.txt; minutes-index -q minutes; minutes-query --alert damp; echo "moved: $?"
minutes "3 June 2021" "Councillor Bell spoke of mould once more." d
minutes-query --format=atom --alert all | sed 's/20[0-9-]*T[0-9:]*Z/now/'
minutes "1 July 2021" "Councillor Toms spoke of damp in July." e
minutes-query --alert damp >/dev/full; echo "not written: $?"
minutes-query --format=json --fields=date,query,id --alert damp; echo "told again: $?"
minutes-query --saved --format=csv --fields=x; minutes-query --saved | sed "s|$folder|FOLDER|"
minutes-index -q -i other.db minutes; minutes-query -i other.db --alert damp 2>&1 | sed "s|$folder|FOLDER|"
minutes-query --alert nobody damp; echo $?
echo rubbish >>state/minutebook/damp.query; minutes-query --alert damp 2>&1 | sed "s|$folder|FOLDER|"
minutes-query --forget damp; minutes-query --forget damp; echo $?
ls state/minutebook
