minutes-query | head -n 3
