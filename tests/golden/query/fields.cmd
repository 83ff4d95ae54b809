minutes-query --fields
