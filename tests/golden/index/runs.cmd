# first, second and third run: what changes is what is done
db=${db%/*}/runs.db
folder=${db%/*}/runs
cp -r small "$folder"
run() { minutes-index -i "$db" "$folder" 2>&1 | sed "s/ in [0-9.]* s$/ in N s/"; }
echo "first:" && run
echo "second:" && run
rm "$folder/notes.md"
echo "The closure of the lock is put off." >>"$folder/cabinet 2021-03-04.txt"
echo "third:" && run
