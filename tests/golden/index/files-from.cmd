# names by line, by NUL, from a pipe
index() { minutes-index -i "${db%/*}/from.db" "$@" 2>&1 |
	sed "s/ in [0-9.]* s$/ in N s/"; }
printf "small/notes.md\nsmall/empty.txt\n" | index --files-from=-
printf "small/cabinet 2021-03-04.txt\0" | index --files-from -
minutes-query -i "${db%/*}/from.db" --format plain awning
