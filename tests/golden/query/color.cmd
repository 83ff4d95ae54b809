# bold and colour only when asked for
minutes-query -i "$db" -n 1 --color=always anti-racism 2>&1 | cat -v
