#!/usr/bin/env python3
"""Which ways of writing a word find each other.

usage: matching.py [-v] BUILD TABLE

A row of TABLE has a text, a query, yes or no (must the query find the text?)
and why, between tabs, under a row that names the columns; or it is one of
tests/matching.tsv, whose head tells of its columns.  \\n in a text is the end
of a line.  Every text becomes a file of an archive of its own, is indexed
by minutes-index and searched by minutes-query: what people use is what is
measured.  Ends in failure when a case fails.
"""

import collections
import pathlib
import re
import subprocess
import sys
import tempfile

# Around the text, so that it is minutes and no title or header.
BEFORE = "Withy Green Parish Council\n\n1. MATTERS ARISING\n\nIt was noted: "


def finds(build, folder, query, option):
    run = subprocess.run(
        [f"{build}/minutes-query", "-i", folder / "a.db", "--match=all",
         option, "-c", "--", query],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    return run.returncode == 0


def index(build, folder, text):
    (folder / "minutes.txt").write_text(BEFORE + text + "\n",
                                        encoding="utf-8")
    subprocess.run([f"{build}/minutes-index", "-q", "-i", folder / "a.db",
                    folder / "minutes.txt"], check=True)


def unescape(text):
    text = re.sub(r"\\u([0-9A-Fa-f]{4})",
                  lambda m: chr(int(m.group(1), 16)), text)
    return text.replace("\\n", "\n")


def read_cases(path):
    """The queries of each text, with whether it must be found, and why; and
    how they are asked: corrections are on, as people have them, but in our own
    table, which tells what words themselves do."""
    cases, why = collections.defaultdict(list), ""
    with open(path, encoding="utf-8") as lines:
        rows = [line.rstrip("\n") for line in lines]
    if not rows[0].startswith("#"):
        for row in rows[1:]:
            text, query, want, why = row.split("\t")
            cases[unescape(text)].append((query, want, why))
        return cases, "--correct"
    for row in rows:
        if row.startswith("#"):
            why = f"[{row.lstrip('# ')}]"  # of the rows below
        elif row:
            _, want, query, text = row.split("\t")
            if "\\n" not in text:  # lines are joined before words are cut
                cases[unescape(text)].append((unescape(query), want, why))
    return cases, "--no-correct"


def main():
    arguments = [a for a in sys.argv[1:] if a != "-v"]
    if len(arguments) != 2:
        sys.exit(__doc__)
    build, table = arguments
    cases, option = read_cases(table)
    classes = collections.defaultdict(lambda: [0, 0])
    with tempfile.TemporaryDirectory() as scratch:
        for k, (text, queries) in enumerate(cases.items()):
            folder = pathlib.Path(scratch) / str(k)
            folder.mkdir()
            index(build, folder, text)
            for query, want, why in queries:
                is_right = finds(build, folder, query, option) == (want == "yes")
                kind = why.split("]")[0].lstrip("[")
                classes[kind][0] += is_right
                classes[kind][1] += 1
                if not is_right:
                    print(f"matching: {query!r} should "
                          f"{'' if want == 'yes' else 'not '}find {text!r}"
                          f" ({why})")
    if "-v" in sys.argv:
        for kind, (right, n) in sorted(classes.items()):
            print(f"  {kind:16s} {right:4d} of {n:4d}")
    right = sum(c[0] for c in classes.values())
    n = sum(c[1] for c in classes.values())
    print(f"matching: {right} of {n} cases")
    sys.exit(right != n or n == 0)


main()
