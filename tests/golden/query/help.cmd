minutes-query --help
