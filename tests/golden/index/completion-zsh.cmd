minutes-index --completion=zsh | head -n 8
