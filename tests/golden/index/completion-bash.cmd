minutes-index --completion=bash | head -n 8
