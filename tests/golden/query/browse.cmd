# filters alone: the newest first
minutes-query -i "$db" -n 2 kind:decision committee:cabinet
minutes-query -i "$db" -n 2 --format plain is:boilerplate date:2019
