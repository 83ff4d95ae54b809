minutes-query -i "$db" --format=html --by year 'damp since:2021' | sed -n '/<main>/,$p'
