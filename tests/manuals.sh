#!/bin/sh
# manuals.sh BUILD - lint the manuals, and hold them against the programs
#
# Every option must stand in its program's manual, every field of the language
# in minutes-query(7), every table and view in minutes-db(5).  What the README
# and the manuals show after a "$ " must run.
set -u

build=$1
failed=0

fail() {
	echo "manuals: $*"
	failed=1
}

mandoc -Tlint -Wwarning man/*.[1-9] || failed=1

# plain MANUAL - its text without overstrikes and hyphenation
plain() {
	mandoc -Tutf8 -Owidth=500 "$1" | col -bx
}

for program in minutes-index minutes-query; do
	text=$(plain "man/$program.1")
	for option in $("$build/$program" --help |
		sed -n 's/^ .*\(--[a-z][a-z-]*\).*/\1/p' | sort -u); do
		case $text in
		*"$option"*) ;;
		*) fail "$program.1 does not name $option" ;;
		esac
	done
done

text=$(plain man/minutes-query.7)
for field in $("$build/minutes-query" --list-fields |
	grep -o '^ *[a-z]*:' | tr -d ' '); do
	case $text in
	*"$field"*) ;;
	*) fail "minutes-query.7 does not name $field" ;;
	esac
done

text=$(plain man/minutes-db.5)
names=$(grep -o '^CREATE [A-Z ]*\(TABLE\|VIEW\) [a-z_]*' lib/schema.sql |
	grep -o '[a-z_]*$')
for name in $names; do
	case $text in
	*"$name"*) ;;
	*) fail "minutes-db.5 does not name $name" ;;
	esac
done

# Commands that README.md and the manuals show, run beside an index of corpus/.
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
here=$(pwd)
PATH=$here/$build:$PATH
export PATH
ln -s "$here/corpus" "$scratch/corpus"
XDG_STATE_HOME=$scratch/state
export XDG_STATE_HOME
(cd "$scratch" && minutes-index -q corpus) || fail "corpus/ is not indexed"

{
	sed -n 's/^\$ \(minutes-.*\)/\1/p' README.md | grep -v 'mine.db'

	for manual in man/*.[1-9]; do
		plain "$manual" | sed -n 's/^ *\$ \(minutes-[^#]*\|sqlite3.*\)/\1/p'
	done
} | sort -u >"$scratch/examples"
n=0
while IFS= read -r example; do
	n=$((n + 1))
	(cd "$scratch" && sh -c "$example") >"$scratch/out" 2>&1 </dev/null
	[ $? -le 1 ] || {
		fail "this example ends in an error: $example"
		cat "$scratch/out"
	}
done <"$scratch/examples"
[ "$n" -gt 0 ] || fail "no examples found"

[ "$failed" -eq 0 ] && echo "manuals: lint is clean, $n examples run"
exit "$failed"
