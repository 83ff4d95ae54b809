minutes-query --list-fields
