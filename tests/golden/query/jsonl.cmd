minutes-query -i "$db" -n 2 --format jsonl library closure
