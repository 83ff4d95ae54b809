# What the archive lacks is looked for as what was meant, and that is said.
q() {
	echo "== $*"
	minutes-query -i "$db" -n 1 "$@" 2>&1 | head -n 4
}
q housng
q --no-correct housng
q '=housng'
q '"housng"'
q 'libary -clossure'
q unicorn
q 'anti-rasism in the workforse'
q 'risk managemen'        # not "manage men"
q 'LIBARY CLOSSRE'        # capitals are no acronyms where all is in capitals
q --match=all housng
# names that fit nobody, too
q speaker:tomms
q --no-correct speaker:tomms
q 'committee:"overveiw and scrutny" damp'
q 'person:rahimy speaker:whyte'
q 'damp -speaker:tomms'
q speaker:unicorn
minutes-query -i "$db" -c housng
minutes-query -i "$db" -c --correct housng
