# any of a subject's words; a name that is none says which there are
minutes-query -i "$db" --explain -n 1 'topic:waste committee:council' | sed -n '1,/^FTS5/p'
for q in topic:waste 'topic:"Social Care"' 'topic:(waste culture)' \
    'damp -topic:housing' 'damp topic:health' '"topic:waste"'
do
	echo "$q: $(minutes-query -i "$db" -c -- "$q")"
done
minutes-query -i "$db" 'damp topic:houzing'
minutes-query -i "$db" 'damp topic:unicorns'
own=${db%/*}/topics
printf 'topic:canal = lock gates = towpath\ntopic:waste = skip\n' >"$own"
minutes-query --synonyms="$own" --topics | grep -e canal -e waste
minutes-query -i "$db" --synonyms="$own" --no-synonyms -c 'topic:canal'
