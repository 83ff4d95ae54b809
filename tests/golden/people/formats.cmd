# one report in five formats; what is no format is told
for f in text markdown html csv json; do
	minutes-query -i "$db" --who 'Miss Bellamy' --format "$f" || exit
done
minutes-query -i "$db" --who bellamy --format jsonl
