for order in rank date -date; do
	echo "$order:"
	minutes-query -i "$db" -n 2 --format jsonl --sort $order \
	    library date:2011.. | sed "s/.*\(\"rank\":[0-9]*\).*\(\"date\":\"[^\"]*\"\).*/\1 \2/"
done
