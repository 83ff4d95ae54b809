for q in anti-racism "anti racism" antiracism =antiracism "library closure" \
    "\"library closure\"" "kind:decision date:2018/19" unicorn
do
	printf "%s: " "$q"
	minutes-query -i "$db" -c -- "$q"
done
