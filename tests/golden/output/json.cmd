minutes-query -i "$db" --format=json -n 2 library closure
