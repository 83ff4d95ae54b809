# two indexes answer as one: a name in a council is one person
minutes-index -q -i one.db "$corpus/larkhythe/audit"
minutes-index -q -i two.db "$corpus/larkhythe/democracy.larkhythe.gov.example"
minutes-query -i one.db -i two.db --person 'gerald toms (Larkhythe Council)' --format csv |
	grep '^attendance\|^voted' | cut -c1-90
minutes-query -i one.db -i two.db --who toms --format csv | cut -c1-90
minutes-query -i one.db -i two.db --people --format popolo |
	grep -o '"id":"person/[^"]*gerald-toms"'
rm -f one.db two.db
