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
sanitize=fuzzer,address,undefined
libs="$(pkg-config --libs sqlite3 libxml-2.0 libutf8proc libxxhash) -lstemmer -lm"

for target; do
	objects="$build/tests/fuzz/fuzz_$target.o"
	case $target in
	text | html) objects="$objects $build/tests/fuzz/record.o $build/libindexer.a" ;;
	*) objects="$objects $build/lib$target.a" ;;
	esac
	objects="$objects $build/libminutebook.a"
	# shellcheck disable=SC2086 # a list of words
	make --no-print-directory BUILD=$build CONFIG=asan CC=clang \
	    CFLAGS=-fsanitize=fuzzer-no-link $objects
	# shellcheck disable=SC2086
	clang -fsanitize=$sanitize $objects $libs -o "$build/fuzz-$target"
	mkdir -p "$build/corpus/$target" $build/crashes
	"$build/fuzz-$target" -max_total_time="$seconds" -timeout=10 \
	    -max_len=16384 -rss_limit_mb=2048 -print_final_stats=1 \
	    -artifact_prefix="$build/crashes/$target-" \
	    "$build/corpus/$target" "tests/fuzz/corpus/$target"
done
