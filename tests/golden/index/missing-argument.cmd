minutes-index small -i
