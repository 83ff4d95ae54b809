# a people file resolves again without reading; a wrong one changes nothing
cp "$db" copy.db
minutes-query -i copy.db -c 'speaker:"Claire Vassell" year:..2014'
minutes-index -q -i copy.db --people same.people
minutes-query -i copy.db -c 'speaker:"Claire Vassell" year:..2014'
minutes-index -q -i copy.db --people wrong.people
minutes-query -i copy.db -c 'speaker:"Claire Vassell" year:..2014'
minutes-index -q -i copy.db --people popolo.json
minutes-query -i copy.db -c 'mentions:"Harry Toms"'
rm -f copy.db copy.db-*
