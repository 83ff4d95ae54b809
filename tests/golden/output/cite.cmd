for s in plain markdown bibtex csl; do minutes-query -i "$db" --cite=$s -n 1 'speaker:whyte "exercise books"'; done
minutes-query -i "$db" --cite=bibtex --show larkhythe/cabinet/2024-07-15/6/6.2
