# a surname that two have: both are found, and who they are is said
minutes-query -i "$db" -c 'speaker:reeve' >/dev/null
minutes-query -i "$db" -c 'speaker:"Cllr Reeve"' >/dev/null
minutes-query -i "$db" -c 'speaker:"jonah reeve"' >/dev/null
minutes-query -i "$db" --person reeve
