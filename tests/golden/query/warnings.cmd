for q in "\"library closure" "library or closure" "£ library" "***"; do
	echo "$q:"
	minutes-query -i "$db" -c "$q"
done
echo "quiet:"
minutes-query -i "$db" -q "library or closure"
