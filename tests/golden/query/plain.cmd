minutes-query -i "$db" -n 2 --format plain library closure
