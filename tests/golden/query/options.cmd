for o in --limti=3 --sort=newest --match=every --color=red --format=jsno \
    --format=yaml -n --limit=x --offset=-1 -closure
do
	minutes-query -i "$db" library $o
	echo "exit $?"
done
