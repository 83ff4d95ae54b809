q="SELECT date, body, result, for_count FROM voted WHERE result = 'lost' ORDER BY date LIMIT 3"
for f in text plain json jsonl csv tsv md; do minutes-query -i "$db" --format=$f --sql "$q"; done
minutes-query -i "$db" --sql "DELETE FROM meeting"
minutes-query -i "$db" --sql "SELECT nothing FROM minutes"
minutes-query -i "$db" --sql "SELECT 1 WHERE 0"
minutes-query -i "$db" -i "$db" --sql "SELECT 1"
