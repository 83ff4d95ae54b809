#!/bin/sh
# lint.sh CFLAGS - what reading machines have to say about the sources
set -u

flags="$1 -DMB_VERSION=__FILE__" # any string will do
failed=0
step() {
	echo "lint: $1"
	shift
	"$@" || failed=1
}

sources=$(git ls-files '*.c' '*.h')
# shellcheck disable=SC2086 # many words are meant
step "formatting" clang-format --dry-run -Werror $sources
step "shell scripts" shellcheck scripts/*.sh tests/*.sh tests/*/*.sh .ci/run
step "manuals" mandoc -Tlint -Wwarning man/*.[1-9]
step "lists of words" python3 scripts/lint-lists.py indexer/*.c lib/*.c query/*.c
# shellcheck disable=SC2086
step "sizes" python3 scripts/lint-sizes.py $sources

for part in lib indexer query; do
	step "cppcheck $part" cppcheck -q --std=c11 --enable=warning,performance,portability \
	    --inline-suppr --error-exitcode=1 -Iinclude -Ilib -I$part \
	    --suppress=normalCheckLevelMaxBranches $part
	# shellcheck disable=SC2086
	step "clang-tidy $part" clang-tidy -quiet $part/*.c -- $flags -I$part
done

[ "$failed" -eq 0 ] && echo "lint: clean"
exit "$failed"
