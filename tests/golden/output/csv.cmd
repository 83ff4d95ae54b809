minutes-query -i "$db" --format=csv -n 2 'speaker:whyte damp'; minutes-query -i "$db" --format=csv nothingofthekind
