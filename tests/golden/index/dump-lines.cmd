minutes-index --dump=lines "small/cabinet 2021-03-04.txt"
