minutes-index --completion=fish | head -n 4
