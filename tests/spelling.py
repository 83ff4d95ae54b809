#!/usr/bin/env python3
"""How often the word that was meant is suggested for a misspelt one.

usage: spelling.py [--floor] BUILD ARCHIVE LIST

LIST has one misspelling a line: "wrong<tab>right", and a class after another
tab if it likes; or, as Wikipedia writes its list of common misspellings,
"wrong->right, another right".  ARCHIVE is indexed by minutes-index, and
minutes-query --suggest is asked: what people use is what is measured.

Asked is what can be answered: the right word stands in the archive, and the
wrong one does not.  The rest is counted as left out.

acc@1, acc@5  the right word is the first suggestion, or among five
corrected     a query for the wrong word looks for the right one, unasked;
              not so when it finds something by its stem, as "attendence" does
misled        ... looks for a word that was not meant
--floor       ends in failure when the list of our own falls below its floor
"""

import collections
import pathlib
import sqlite3
import subprocess
import sys
import tempfile

FLOOR = {"acc@1": 0.94, "acc@5": 0.96}
AT_ONCE = 500  # words in one call


def read_list(path):
    """(wrong, right words, class) of each line."""
    for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines():
        wrong, arrow, right = line.partition("->")
        kind = ""
        if not arrow:
            wrong, right, *rest = line.split("\t")
            kind = rest[0] if rest else ""
        yield (wrong.strip().lower(),
               {word.strip().lower() for word in right.split(",") if word.strip()},
               kind)


def words_of(index):
    with sqlite3.connect(index) as database:
        return {row[0] for row in database.execute("SELECT word FROM word")}


def suggestions(build, index, words):
    """For each word its suggestions, and which of them is searched."""
    found = {word: ([], None) for word in words}
    for k in range(0, len(words), AT_ONCE):
        run = subprocess.run(
            [f"{build}/minutes-query", "-i", index, "--suggest",
             "--format=tsv", "-n", "5", "--", *words[k:k + AT_ONCE]],
            stdout=subprocess.PIPE, text=True, check=False)
        for line in run.stdout.splitlines()[1:]:
            word, suggestion, _, is_searched = line.split("\t")
            listed, searched = found[word]
            listed.append(suggestion)
            if is_searched == "yes":
                searched = suggestion
            found[word] = (listed, searched)
    return found


def score(right, listed, searched):
    return (bool(listed) and listed[0] in right,
            any(word in right for word in listed),
            searched in right,
            searched is not None and searched not in right)


MEASURES = ["acc@1", "acc@5", "corrected", "misled"]


def means(rows):
    return [sum(column) / len(rows) for column in zip(*rows)]


def show(name, rows):
    print(f"{name:12s}{len(rows):7d}"
          + "".join(f"{value:11.3f}" for value in means(rows)))


def main():
    arguments = [a for a in sys.argv[1:] if a != "--floor"]
    if len(arguments) != 3:
        sys.exit(__doc__)
    build, archive, path = arguments
    pairs = list(read_list(path))
    with tempfile.TemporaryDirectory() as scratch:
        index = f"{scratch}/archive.db"
        subprocess.run([f"{build}/minutes-index", "-q", "-i", index, archive],
                       check=True)
        known = words_of(index)
        asked = [(wrong, right & known, kind) for wrong, right, kind in pairs
                 if wrong.isascii() and wrong.isalpha() and wrong not in known
                 and right & known]
        found = suggestions(build, index, [wrong for wrong, _, _ in asked])
    rows = collections.defaultdict(list)
    for wrong, right, kind in asked:
        rows[kind].append(score(right, *found[wrong]))
    every = [row for kind in rows for row in rows[kind]]
    if not every:
        sys.exit("spelling: none of the words stands in the archive")
    print(f"{'':12s}{'n':>7s}" + "".join(f"{m:>11s}" for m in MEASURES))
    if len(rows) > 1:
        for kind in sorted(rows):
            show(kind, rows[kind])
    show("all", every)
    print(f"left out: {len(pairs) - len(asked)} of {len(pairs)};"
          f" the archive has {len(known)} words")
    values = dict(zip(MEASURES, means(every)))
    low = [m for m, floor in FLOOR.items() if values[m] < floor]
    if "--floor" in sys.argv and (low or len(asked) < len(pairs)):
        sys.exit(f"spelling: below the floor: {', '.join(low) or 'pairs left out'}")


main()
