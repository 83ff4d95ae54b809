minutes-query -i "$db" --format=md -n 3 'speaker:whyte damp'
