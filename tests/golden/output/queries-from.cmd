printf '# ours\nmould\tmould OR mildew\nanti-racism year:2013\n' >"${db%.db}.queries"
minutes-query -i "$db" --queries-from "${db%.db}.queries" -n 1
minutes-query -i "$db" --queries-from - -c <"${db%.db}.queries"
minutes-query -i "$db" --queries-from - --format=csv --fields=date,id <"${db%.db}.queries"
minutes-query -i "$db" --queries-from - --by kind --format=csv <"${db%.db}.queries"
printf 'a\tb:c\n' | minutes-query -i "$db" --queries-from -
minutes-query -i "$db" --queries-from /nowhere
