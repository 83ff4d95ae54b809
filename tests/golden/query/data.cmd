# what people type is data; what holds no word finds nothing
for q in "12:30" "https://x" "S.106" "O'Dwyer" "£5,000" "50%" "a/b" "(iii)" "C++" \
    "organiz*" "organis*" "x' DROP TABLE item; --" "😀" "£"
do
	echo "$q: $(minutes-query -i "$db" -c -- "$q" 2>&1)"
done
