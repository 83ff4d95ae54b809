# a caret under what is wrong, and what was probably meant
for q in "budget spekaer:okafor" "speaker:" "title:\"\"" "date:13/13/2019" \
    "date:2020..2019" "kind:decison" "library (closure" "library) closure" \
    "speaker:(a b" "a NEAR date:2019" "Siân date:soon" "has:votes" \
    "中文 date:soon" "Siân date:soon"
do
	minutes-query -i "$db" "$q"
	echo "exit $?"
done
