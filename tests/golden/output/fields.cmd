for f in text plain json jsonl csv tsv md; do minutes-query -i "$db" -n 2 --format=$f --fields=date,speaker,line damp; done
