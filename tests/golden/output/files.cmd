minutes-query -i "$db" -l speaker:whyte; minutes-query -i "$db" -l --format=csv speaker:whyte; minutes-query -i "$db" -l nothingofthekind
