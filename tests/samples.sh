#!/bin/sh
# samples.sh BUILD FOLDER - searches over real minutes, when somebody has them
#
# Real minutes are not ours to hand on, so without the folder this says that
# it skipped.  What must be found in two items of a board's minutes of 2022
# stands here as numbers of paragraphs only.
set -u

build=$1 samples=$2
if [ ! -d "$samples/hackney" ]; then
	echo "samples: skipped, there is no $samples/hackney"
	exit 0
fi

scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
index=$scratch/samples.db
failed=0

"$build/minutes-index" -q -i "$index" "$samples/hackney" || exit 1

# numbers QUERY - the numbers of the paragraphs found, best first, on one line
numbers() {
	"$build/minutes-query" -i "$index" --format=jsonl --match=all "$1" |
		sed -n 's/.*"paragraph":{"number":"\([^"]*\)".*/\1/p' |
		tr '\n' ' '
}

# sorted_item NUMBER NUMBERS - those of one item, in the order of text
sorted_item() {
	for number in $2; do
		case $number in "$1".*) echo "$number" ;; esac
	done | sort | tr '\n' ' '
}

# expect WHAT WANT GOT
expect() {
	[ "$2" = "$3" ] && return
	echo "samples: $1: '$3', not '$2'"
	failed=1
}

expect "anti-racism in item 12" "12.10 12.14 12.16 12.5 12.6 " \
    "$(sorted_item 12 "$(numbers anti-racism)")"
expect "speaker:Fajana-Thomas" "12.3 " "$(numbers speaker:Fajana-Thomas)"
found=$(numbers 'mentors collaboration')
expect "mentors collaboration, first" "12.12" "${found%% *}"

# Everything there is must come to a record or to a reason.
files=$(find "$samples" -type f ! -name '.*' | wc -l)
"$build/minutes-index" -i "$scratch/all.db" "$samples" \
    >"$scratch/out" 2>&1
[ $? -le 1 ] || {
	cat "$scratch/out"
	failed=1
}
seen=$(sed -n 's/.*: \([0-9]*\) files seen.*/\1/p' "$scratch/out")
expect "files seen" "$files" "$seen"

[ "$failed" -eq 0 ] && echo "samples: $files files, every search as it should be"
exit "$failed"
