# Acronyms find what they stand for, and the other way.
count() {
	echo "$*: $(minutes-query -i "$db" -c "$@")"
}
count ltn
count --no-synonyms ltn
count =ltn
count '"ltn"'
count 'low traffic neighbourhood'
count --no-synonyms 'low traffic neighbourhood'
count 'cllr toms'
count --no-synonyms 'cllr toms'
count 'ltn OR cpz'
minutes-query -i "$db" --explain 'cllr LTN parking' | sed -n '1,/^SQL/p'

printf 'the crossing = ropewalk bridge\n' >"${db%/*}/own"
count --synonyms="${db%/*}/own" 'the crossing'
printf '\nlonely\n' >"${db%/*}/own"
count --synonyms="${db%/*}/own" crossing
