minutes-query -i "$db" --format=tsv -n 2 'speaker:whyte damp'
