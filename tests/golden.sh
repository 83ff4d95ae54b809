#!/bin/sh
# golden.sh BUILD [--update] - run every tests/golden/*/*.cmd, compare outputs
#
# A case is NAME.cmd, one shell command run in its own folder, and NAME.out:
# what it prints on both streams, then its exit status.  Inputs lie beside it,
# $corpus is the archive in corpus/, and $db an index of it.
set -u
cd "$(dirname "$0")/golden" || exit 2

PATH=$(cd "../../$1" && pwd):$PATH
corpus=$(cd ../../corpus && pwd)
LC_ALL=C.UTF-8 TZ=UTC
unset MINUTES_INDEX NO_COLOR PAGER
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
db=$scratch/corpus.db
XDG_STATE_HOME=$scratch/state
export PATH LC_ALL TZ XDG_STATE_HOME corpus db

(cd "$corpus/.." && minutes-index -q -i "$db" corpus) || {
	echo "golden: corpus/ cannot be indexed" >&2
	exit 2
}

cases=0 failed=0
for cmd in */*.cmd; do
	want=${cmd%.cmd}.out
	got=$scratch/out
	(cd "${cmd%/*}" && sh "./${cmd##*/}") >"$got" 2>&1 </dev/null
	echo "exit $?" >>"$got"
	# the scratch folder and the place of the corpus are this run's own
	sed -i -e "s|$scratch|SCRATCH|g" -e "s|$corpus|corpus|g" "$got"
	cases=$((cases + 1))
	if [ "${2-}" = --update ]; then
		cp "$got" "$want"
	elif ! diff -u "$want" "$got"; then
		failed=$((failed + 1))
	fi
done
echo "golden: $cases cases, $failed failed"
[ "$cases" -gt 0 ] && [ "$failed" -eq 0 ]
