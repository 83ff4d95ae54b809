# no search looks at every paragraph that need not
for q in library "library closure" "anti-racism speaker:gathercole" \
    "\"public health\" date:2019" "title:budget" "library NEAR closure" \
    "librar*" "speaker:gathercole" "kind:decision date:2018/19" \
    "number:4" "-library"
do
	echo "$q"
	minutes-query -i "$db" --explain -n 0 -- "$q" | sed "1,/^Steps:/d"
done
