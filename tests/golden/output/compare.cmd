minutes-query -i "$db" --compare damp 'anti-racism speaker:castello'
minutes-query -i "$db" --format=csv --by kind --compare damp mould
minutes-query -i "$db" --compare damp 'spekaer:x'
