minutes-query -i "$db" -n 2 --match all library museum; echo "exit $?"
minutes-query -i "$db" -n 2 --match any library museum
