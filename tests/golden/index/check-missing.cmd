minutes-index --check check-input/nosuch.txt
