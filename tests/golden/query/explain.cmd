minutes-query -i "$db" --explain anti-racism "library closure" -- -speaker:pryce since:2020
