# words of the best hits rank, too, and find more behind all else
minutes-query -i "$db" --more -n 2 cycling 2>&1
minutes-query -i "$db" --more --format=plain --fields=matched -n 40 cycling |
	sort | uniq -c
minutes-query -i "$db" --more --explain -n 1 cycling 2>&1 | grep -c 'added by --more'
minutes-query -i "$db" --more unicorn
for wrong in -c --by=year --sort=date --report; do
	minutes-query -i "$db" --more $wrong damp
	echo "exit $?"
done
