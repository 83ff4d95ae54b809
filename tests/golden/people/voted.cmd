minutes-query -i "$db" --format plain 'voted:"Gerald Toms" kind:vote' -n 3
minutes-query -i "$db" --count 'abstained:toms kind:vote'
minutes-query -i "$db" --count 'against:toms'
minutes-query -i "$db" --format jsonl 'for:reeve kind:vote' -n 1
