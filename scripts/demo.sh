#!/bin/sh
# demo.sh BUILD - index corpus/ and run three searches that a user would run
set -eu

build=$1
index=minutes.db
index_command=$build/minutes-index
query_command=$build/minutes-query
lines=24 # of each search

# Through the pipe of try() the programs see no terminal.
bold='' plain='' color=never
if [ -t 1 ] && [ -z "${NO_COLOR-}" ]; then
	bold=$(printf '\033[1m') plain=$(printf '\033[0m') color=always
fi

# Prints a command as it would be typed, runs it, and shows its beginning.
try() {
	printf '\n%s$ %s%s\n' "$bold" "$1" "$plain"
	shift
	"$@" --color="$color" --no-pager 2>&1 | {
		head -n "$lines"
		cat >/dev/null
	}
}

printf '\nThe archive of Larkhythe, a borough that does not exist, and of its\n'
printf 'one parish council: %s files in corpus/.\n' \
    "$(find corpus -type f | wc -l)"
printf '\n%s$ %s corpus%s\n' "$bold" "$index_command" "$plain"
"$index_command" -i "$index" corpus

printf '\nWhere was anti-racism discussed, in any spelling?\n'
try "$query_command -n 4 anti-racism" "$query_command" -n 4 anti-racism

printf '\nWhat did Councillor Castelló say of the libraries?  No accent is needed.\n'
try "$query_command -n 3 'speaker:castello library'" \
    "$query_command" -n 3 'speaker:castello library'

printf '\nWhat was decided about library closures since 2018, oldest first?\n'
try "$query_command -n 4 --sort=date 'kind:decision library closure since:2018'" \
    "$query_command" -n 4 --sort=date \
    'kind:decision library closure since:2018'

cat <<END

What to try next:
  $query_command '"low traffic neighbourhood" year:2021'
  $query_command --format=jsonl 'mover:Castelló' | head -1
  $query_command --explain 'internet OR cyber committee:audit'
  $query_command --list-fields         what field:value can filter
  $index_command -i mine.db FOLDER     your own minutes
  $index_command --help                and $query_command --help
  man -l man/minutes-query.7           the language of queries
END
