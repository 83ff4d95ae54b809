COLUMNS=50 minutes-query -i "$db" -n 1 library closure
