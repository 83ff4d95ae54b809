minutes-query -i "$db" --format=html -n 2 'kind:decision damp'
