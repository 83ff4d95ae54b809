minutes-query -i "$db" --template '{date}\t{speaker}: {{{id}}}' 'damp year:2021'
minutes-query -i "$db" -0 -n 2 --template '{place}' damp | tr '\0' '|'
minutes-query -i "$db" --template '{dte}' damp
