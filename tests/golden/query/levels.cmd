# hits with fewer words follow under a line that says so
minutes-query -i "$db" -n 3 library closure petition; echo "exit $?"
minutes-query -i "$db" -n 2 library closure museum; echo "exit $?"
minutes-query -i "$db" -n 3 --format jsonl --match auto library closure museum |
    grep -o "\"matched\":\"[a-z]*\""
