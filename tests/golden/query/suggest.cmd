# What a word may be a slip of, and whether a query is corrected to it.
minutes-query -i "$db" --suggest housng 'anti-rasism LTN'
minutes-query -i "$db" -n 1 --suggest --format=csv Polise zqxwv comitee
minutes-query -i "$db" -n 2 --suggest --format=json police
minutes-query -i "$db" --suggest zqxwv || echo "exit $?"
minutes-query -i "$db" --suggest --format=atom police || echo "exit $?"
minutes-query -i "$db" --suggest
