for f in plain json jsonl csv tsv md; do minutes-query -i "$db" --format=$f --by kind damp; done
minutes-query -i "$db" --format=csv --by kind,committee damp
