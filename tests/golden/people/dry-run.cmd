# a dry run looks at the people files and changes nothing
cp "$db" copy.db
minutes-index -n -i copy.db --people same.people 2>&1 | sed 's/ in [0-9.]* s$//'
minutes-query -i copy.db -c 'speaker:"Claire Vassell" year:..2014'
minutes-index -q -i copy.db --people same.people
minutes-index -n -i copy.db --people same.people 2>&1 | sed 's/ in [0-9.]* s$//'
minutes-index -n -i copy.db --people wrong.people 2>&1
: >empty.people
minutes-index -n -i copy.db --people empty.people 2>&1 | sed 's/ in [0-9.]* s$//'
minutes-index -n -i none.db --people same.people 2>&1 | sed 's/ in [0-9.]* s$//'
rm -f copy.db copy.db-* empty.people
