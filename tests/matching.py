#!/usr/bin/env python3
"""Which ways of writing a word find each other.

usage: matching.py [-v] BUILD TABLE

A row of TABLE has a text, a query, yes or no (must the query find the text?)
and why, between tabs; \\n in a text is the end of a line.  The first row names
the columns.  Every text becomes a file of an archive of its own, is indexed
by minutes-index and searched by minutes-query: what people use is what is
measured.  Ends in failure when a case fails.
"""

import collections
import pathlib
import subprocess
import sys
import tempfile

# Around the text, so that it is minutes and no title or header.
BEFORE = "Withy Green Parish Council\n\n1. MATTERS ARISING\n\nIt was noted: "


def finds(build, folder, query):
    run = subprocess.run(
        [f"{build}/minutes-query", "-i", folder / "a.db", "--match=all",
         "--correct", "-c", "--", query],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    return run.returncode == 0


def index(build, folder, text):
    (folder / "minutes.txt").write_text(BEFORE + text + "\n",
                                        encoding="utf-8")
    subprocess.run([f"{build}/minutes-index", "-q", "-i", folder / "a.db",
                    folder / "minutes.txt"], check=True)


def main():
    arguments = [a for a in sys.argv[1:] if a != "-v"]
    if len(arguments) != 2:
        sys.exit(__doc__)
    build, table = arguments
    cases = collections.defaultdict(list)
    with open(table, encoding="utf-8") as rows:
        next(rows)
        for row in rows:
            text, query, want, why = row.rstrip("\n").split("\t")
            cases[text.replace("\\n", "\n")].append((query, want, why))
    classes = collections.defaultdict(lambda: [0, 0])
    with tempfile.TemporaryDirectory() as scratch:
        for k, (text, queries) in enumerate(cases.items()):
            folder = pathlib.Path(scratch) / str(k)
            folder.mkdir()
            index(build, folder, text)
            for query, want, why in queries:
                is_right = finds(build, folder, query) == (want == "yes")
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
