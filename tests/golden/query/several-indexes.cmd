# two indexes are searched as one, and counted as one
two=${db%/*}/two.db
minutes-index -q -i "$two" ../index/small
for i in "-i $db" "-i $two" "-i $db -i $two"; do
	minutes-query $i -c awning
done
minutes-query -i "$db" -i "$two" -n 1 fish awning
for i in "-i $db" "-i $two" "-i $db -i $two"; do
	minutes-query $i -c market
done
# each has its vocabulary, and so its plan
minutes-query -i "$db" -i "$two" --explain -n 1 fish | sed -n '/^[IS][nc]/p;/^FTS5/,/^SQL/p;/^Scores/,$p'
