#!/bin/sh
# deps.sh build|test - install what is missing, after saying what
#
# On Debian and its kin by apt-get, through sudo when not root.  Elsewhere it
# says which libraries are wanted, and fails only if some are not found.
set -u

build="gcc:gcc libc6-dev pkg-config:pkg-config
+sqlite3:libsqlite3-dev +libxml-2.0:libxml2-dev +libutf8proc:libutf8proc-dev
+libxxhash:libxxhash-dev +libzip:libzip-dev =libstemmer.h:libstemmer-dev
pdftotext:poppler-utils"
test="+criterion:libcriterion-dev python3:python3 xmllint:libxml2-utils
tidy:tidy mandoc:mandoc sqlite3:sqlite3"

case ${1-} in
build) wanted=$build ;;
test) wanted="$build $test" ;;
*) echo "usage: deps.sh build|test" >&2; exit 2 ;;
esac

# A command, +a library of pkg-config, or =a header.
is_there() {
	case $1 in
	+*) pkg-config --exists "${1#+}" 2>/dev/null ;;
	=*) echo "#include <${1#=}>" | ${CC:-cc} -E - >/dev/null 2>&1 ;;
	*) command -v "$1" >/dev/null 2>&1 ;;
	esac
}

missing() {
	for entry in $wanted; do
		case $entry in
		*:*) is_there "${entry%%:*}" || echo "${entry##*:}" ;;
		*) [ -e /usr/include/stdio.h ] || echo "$entry" ;;
		esac
	done
}

packages=$(missing | sort -u | tr '\n' ' ')
[ -n "$packages" ] || exit 0

if command -v apt-get >/dev/null 2>&1; then
	sudo=
	[ "$(id -u)" -eq 0 ] || sudo=sudo
	echo "Installing with apt-get: $packages"
	export DEBIAN_FRONTEND=noninteractive
	# shellcheck disable=SC2086 # several words are meant
	$sudo apt-get install -y -q $packages >/dev/null 2>&1 || {
		$sudo apt-get update -q &&
			$sudo apt-get install -y -q $packages
	} || exit 1
else
	echo "Wanted, under Debian's names: $packages"
	echo "There is no apt-get here: please install them your system's way."
fi

packages=$(missing | sort -u | tr '\n' ' ')
[ -z "$packages" ] || {
	echo "Still missing: $packages" >&2
	exit 1
}
