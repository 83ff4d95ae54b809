# no search looks at every paragraph that need not
for q in library "library closure" "anti-racism speaker:gathercole" \
    "\"public health\" date:2019" "title:budget" "library NEAR closure" \
    "librar*" "speaker:gathercole" "kind:decision date:2018/19" \
    "number:4" "-library"
do
	echo "$q"
	minutes-query -i "$db" --explain -n 0 -- "$q" | sed "1,/^Steps:/d"
done
# days are rows, to which SQLite goes at once
for q in "date:2019" "date:2012 date:2019 until:2015" "library since:2018" \
    "library closure since:2018" "kind:vote -date:2019"
do
	minutes-query -i "$db" --explain -n 0 -- "$q" | grep '^WHERE'
done
