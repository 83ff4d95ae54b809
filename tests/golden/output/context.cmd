minutes-query -i "$db" -C 1 -n 1 'speaker:whyte "exercise books"'; minutes-query -i "$db" --format=plain -C 1 -n 1 'speaker:whyte "exercise books"'
