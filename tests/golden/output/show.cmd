minutes-query -i "$db" --show larkhythe/cabinet/2024-07-15/6/6.2
minutes-query -i "$db" -C 1 --show larkhythe/cabinet/2024-07-15/6/6.2
minutes-query -i "$db" --format=plain --show larkhythe/cabinet/2024-07-15/6/
minutes-query -i "$db" --show larkhythe/cabinet/2024-07-15/6/99.9
