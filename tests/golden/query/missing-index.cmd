minutes-query -i nowhere.db library
