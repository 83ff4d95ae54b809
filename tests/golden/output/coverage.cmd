minutes-query -i "$db" --coverage committee:health
minutes-query -i "$db" --format=md --coverage 'committee:cabinet since:2023'
minutes-query -i "$db" --format=csv --coverage council:parish year:2019..2020
minutes-query -i "$db" --coverage council:nowhere; echo $?
minutes-query -i "$db" --coverage damp; echo $?
minutes-query -i "$db" --format=atom --coverage; echo $?
minutes-query -i "$db" --coverage --by=year; echo $?
minutes-query -i "$db" --coverage --fields=date,council; echo $?
minutes-query -i "$db" --coverage committee:cabinet >/dev/full; echo $?
