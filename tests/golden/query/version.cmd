minutes-query --version
