for o in "--cite=csl --format=md" "--fields=id --template={id}" "--compare" "--passages=0" "--group=body" "--by=day" "--by=" "--fields="; do minutes-query -i "$db" $o damp; done
