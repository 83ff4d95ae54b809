minutes-index --check check-input
