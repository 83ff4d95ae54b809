#!/usr/bin/env python3
"""How well the queries in a folder are answered, class by class.

usage: judged.py [--floor | --typos] BUILD ARCHIVE FOLDER

FOLDER has queries.tsv (id, class, text) and qrels.tsv (query, item, grade):
the item as its id begins, which people cite and which outlives an index;
grade 2 is what was looked for, 1 says something of it, and what is not listed
is neither.  ARCHIVE is indexed by minutes-index, and minutes-query is asked
as people ask it.  A query of class "junk" must find nothing.  How judgements
are made: docs/CONTRIBUTING.md.

--floor  ends in failure when a measure of all falls below its floor, when
         junk finds anything, or when a judged item is not in the archive
--typos  measures what a slip in one word costs (typos.py)
"""

import collections
import json
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile

from measures import mean, measures_of, read_table, show, show_head
from typos import cost_of_slips

FLOOR = {"nDCG@10": 0.79, "MAP": 0.73}


def item_of(hit_id):
    """The item of a paragraph's id; a second copy of it counts as the first."""
    return re.sub(r"~\d+$", "", hit_id.rsplit("/", 1)[0])


def search(build, index, query, *options):
    run = subprocess.run(
        [f"{build}/minutes-query", "-i", index, "--match=auto",
         "--format=jsonl", "-n", "1000", *options, "--", query],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    items = [item_of(json.loads(line)["id"]) for line in run.stdout.splitlines()]
    return list(dict.fromkeys(items))


def items_in(index):
    with sqlite3.connect(index) as database:
        return {f"{meeting}/{re.sub(r'~[0-9]+$', '', slug)}"
                for meeting, slug in database.execute(
                    "SELECT m.slug, i.slug FROM item i"
                    " JOIN document d ON d.id = i.document"
                    " JOIN meeting m ON m.id = d.meeting")}


def read_gains(folder):
    gains = collections.defaultdict(dict)
    for query, item, grade in read_table(folder / "qrels.tsv"):
        gains[query][item] = int(grade)
    return gains


# Spelling is what these are about: no slip is put into them.
KINDS_WITHOUT_SLIPS = {"typo", "junk"}


def show_typos(build, index, folder):
    gains = read_gains(folder)
    queries = [(text, gains[number])
               for number, kind, text in read_table(folder / "queries.tsv")
               if kind not in KINDS_WITHOUT_SLIPS and '"' not in text]
    for row in cost_of_slips("judged queries", queries, index,
                             lambda *a: search(build, index, *a)):
        show(*row)


def measure(build, index, folder):
    """The measures of the queries of each class; faults, in words."""
    gains = read_gains(folder)
    known = items_in(index)
    faults = [f"'{query}': there is no item '{item}'"
              for query in gains for item in gains[query] if item not in known]
    classes = collections.defaultdict(list)
    for number, kind, text in read_table(folder / "queries.tsv"):
        found = search(build, index, text)
        if kind != "junk":
            classes[kind].append(measures_of(gains[number], found))
        elif found:
            faults.append(f"'{number}': '{text}' finds {found[0]}")
    return classes, faults


def show_report(classes, faults):
    show_head()
    for kind, rows in classes.items():
        show(kind, len(rows), mean(rows))
    every = [row for rows in classes.values() for row in rows]
    values = mean(every)
    show("all", len(every), values)
    for name, value in zip(FLOOR, values):
        if value < FLOOR[name]:
            faults.append(f"{name} is below its floor, {FLOOR[name]}")
    for fault in faults:
        print(f"judged: {fault}")


def main():
    arguments = [a for a in sys.argv[1:] if not a.startswith("--")]
    if len(arguments) != 3:
        sys.exit(__doc__)
    build, archive, folder = arguments
    with tempfile.TemporaryDirectory() as scratch:
        index = f"{scratch}/archive.db"
        subprocess.run([f"{build}/minutes-index", "-q", "-i", index, archive],
                       check=True)
        if "--typos" in sys.argv:
            show_head()
            show_typos(build, index, pathlib.Path(folder))
            return
        classes, faults = measure(build, index, pathlib.Path(folder))
    show_report(classes, faults)
    if "--floor" in sys.argv:
        sys.exit(len(faults) > 0)


main()
