#!/bin/sh
# fuzz.sh SECONDS TARGET... - fuzz each target for so long, with clang
#
# Builds into build/fuzz with the sanitizers of CONFIG=asan.  libFuzzer writes
# all that it learns into its first folder, so that one is in build/, and the
# seeds of tests/fuzz/corpus stay as they are; a crash lies in
# build/fuzz/crashes and, made small, belongs into the corpus.
set -eu
cd "$(dirname "$0")/../.."

[ $# -ge 2 ] || { echo "usage: fuzz.sh SECONDS TARGET..." >&2; exit 2; }
seconds=$1
shift

build=build/fuzz
failed=

for target; do
	make --no-print-directory BUILD=$build CONFIG=asan CC=clang \
	    CFLAGS=-fsanitize=fuzzer-no-link "$build/fuzz-$target"
	mkdir -p "$build/corpus/$target" $build/crashes
	"$build/fuzz-$target" -max_total_time="$seconds" -timeout=10 \
	    -max_len=16384 -rss_limit_mb=2048 -print_final_stats=1 \
	    -artifact_prefix="$build/crashes/$target-" \
	    "$build/corpus/$target" "tests/fuzz/corpus/$target" ||
	    failed="$failed $target"
done
[ -z "$failed" ] || { echo "fuzz: broken:$failed" >&2; exit 1; }
