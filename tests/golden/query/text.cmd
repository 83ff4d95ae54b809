minutes-query -i "$db" -n 2 library closure
