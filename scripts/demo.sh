#!/bin/sh
# demo.sh BUILD - index corpus/ and run three searches that a user would run
set -eu

build=$1
index=minutes.db
index_command=$build/minutes-index
query_command=$build/minutes-query
lines=22 # of each search

# Prints a command as it would be typed, runs it, and shows its beginning.
try() {
	printf '\n\033[1m$ %s\033[0m\n' "$1"
	shift
	"$@" --color=auto --no-pager | {
		head -n "$lines"
		cat >/dev/null
	}
}

printf '\nThe archive of Larkhythe, a borough that does not exist, and of its\n'
printf 'one parish council: %s files in corpus/.\n' \
    "$(find corpus -type f | wc -l)"
# shellcheck disable=SC2016 # the $ is a prompt
printf '\n\033[1m$ %s corpus\033[0m\n' "$index_command"
"$index_command" -i "$index" corpus

printf '\nWhere was anti-racism discussed, in any spelling?\n'
try "$query_command -n 4 anti-racism" "$query_command" -n 4 anti-racism

printf '\nWhat did Councillor Iqbal-Rowe say of the budget?\n'
try "$query_command -n 4 'speaker:Iqbal-Rowe budget'" \
    "$query_command" -n 4 'speaker:Iqbal-Rowe budget'

printf '\nWhat was decided about library closures since 2018, oldest first?\n'
try "$query_command -n 4 --sort=date 'kind:decision library closure since:2018'" \
    "$query_command" -n 4 --sort=date \
    'kind:decision library closure since:2018'

cat <<END

What to try next:
  $query_command '"low traffic neighbourhood" year:2021'
  $query_command --format=jsonl 'mover:Castelló' | head -1
  $query_command --explain 'internet OR cyber committee:audit'
  $query_command --fields              what field:value can filter
  $index_command -i mine.db FOLDER     your own minutes
  $index_command --help                and $query_command --help
  man -l man/minutes-query.7           the language of queries
END
