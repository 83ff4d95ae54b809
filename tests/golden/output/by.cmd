minutes-query -i "$db" --by year damp
minutes-query -i "$db" --by speaker 'damp mould'
minutes-query -i "$db" --by year,kind damp
minutes-query -i "$db" --by kind nothingofthekind
