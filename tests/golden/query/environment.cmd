# flags beat the environment, which beats the folder
MINUTES_INDEX=$db minutes-query -c unicorn
MINUTES_INDEX=nowhere.db minutes-query -i "$db" -c unicorn
minutes-query -c unicorn
