# the fourth is the second of those from the third on
minutes-query -i "$db" -n 4 --format plain budget | tail -n 1
minutes-query -i "$db" -n 2 --offset 2 --format plain budget | tail -n 1
minutes-query -i "$db" -n 2 --offset 1000000 budget
