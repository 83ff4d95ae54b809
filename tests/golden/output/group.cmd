minutes-query -i "$db" --group=item -n 2 damp; minutes-query -i "$db" --group=meeting --template '{id} {further}' damp
