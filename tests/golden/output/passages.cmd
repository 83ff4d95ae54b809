minutes-query -i "$db" --passages=3 -n 1 'library closure saving'
