minutes-index --extract "small/cabinet 2021-03-04.txt"
