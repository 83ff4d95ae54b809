minutes-query -i "$db" --format plain 'lead:deshmukh' -n 3
minutes-query -i "$db" --count 'person:"Anjali Deshmukh" lead:deshmukh'
