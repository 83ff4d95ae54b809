#!/usr/bin/env python3
"""How well hits are ranked, against judgements of people.

usage: relevance.py [--typos] BUILD COLLECTION... [--OPTION...]

A COLLECTION is a folder of fields.tsv (id, title, body), queries.tsv (id,
text) and qrels.tsv (query, document, gain).  Each document becomes an item
file, indexed by minutes-index and searched by minutes-query --match=any: what
people use is what is measured, with any further --OPTION such as --more.
Beside each stands SQLite's own FTS5 (porter,
stop words dropped, bm25) over the same documents, made in the same run.

Prints nDCG@10 (linear gain), MAP, P@10 and R@100, the mean over all queries
with a relevant document, cut at 1,000 documents a query.

--typos  measures instead what slips cost: each query is asked as it is and
         with a slip in one of its words (typos.py), three times; only those
         are compared whose slip is no word of the collection, since no other
         can be noticed.  Without corrections, beside.
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

# The commonest words of English questions, for the plain table only.
STOP = set("""a about an and any are as at be been but by can could did do does
for from had has have how i if in into is it its may not of on or should so
such than that the their them then there these they this to was we were what
when where which who will with would you your""".split())


# --- ours --------------------------------------------------------------

def write_items(folder, fields):
    """Each document as the page of one agenda item, saved as text."""
    for number, title, body in fields:
        (folder / f"{number}.txt").write_text(
            f"Agenda item\n\n{title[:1].upper() + title[1:]}\n\nMinutes:\n\n{body}\n",
            encoding="utf-8")


OPTIONS = [a for a in sys.argv[1:] if a.startswith("--") and a != "--typos"]


def search(build, index, query, *options):
    run = subprocess.run(
        [f"{build}/minutes-query", "-i", index, "--match=any",
         "--format=jsonl", "-n", "4000", *OPTIONS, *options, "--", query],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    paths = [json.loads(line)["path"] for line in run.stdout.splitlines()]
    numbers = [pathlib.PurePath(path).stem for path in paths]
    return list(dict.fromkeys(numbers))


def plain_query(text):
    """A question as a person pastes it, without the language's own signs."""
    text = re.sub(r'[()"\[\]{}|*=~:]', " ", text)
    text = re.sub(r"\b(AND|OR|NOT|NEAR)\b", lambda m: m.group().lower(), text)
    return re.sub(r"(^|\s)-+", " ", text)


# --- beside ------------------------------------------------------------

def plain_table(fields):
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE t USING fts5(id UNINDEXED, title,"
                     " text, tokenize = 'porter unicode61')")
    database.executemany("INSERT INTO t VALUES (?, ?, ?)", fields)
    return database


def plain_search(database, query):
    words = re.findall(r"[^\W_]+", query.lower())
    words = [w for w in words if w not in STOP] or words
    match = " OR ".join('"' + word + '"' for word in words)
    return [row[0] for row in database.execute(
        "SELECT id FROM t WHERE t MATCH ? ORDER BY bm25(t) LIMIT 1000",
        (match,))]


class Collection:
    """One collection, indexed."""

    def __init__(self, build, path, scratch):
        self.build, self.name = build, path.name
        self.fields = read_table(path / "fields.tsv")
        self.index = f"{scratch}/{path.name}.db"
        queries = dict(read_table(path / "queries.tsv"))
        gains = collections.defaultdict(dict)
        for query, document, gain in read_table(path / "qrels.tsv"):
            gains[query][document] = int(float(gain))
        self.queries = [(plain_query(queries[number]), wanted)
                        for number, wanted in gains.items()
                        if any(gain > 0 for gain in wanted.values())]
        folder = pathlib.Path(scratch) / path.name
        folder.mkdir()
        write_items(folder, self.fields)
        subprocess.run([f"{build}/minutes-index", "-q", "-i", self.index,
                        folder], check=True)

    def search(self, query, *options):
        return search(self.build, self.index, query, *options)


def measure(collection):
    """Rows to print: name, how many queries, the measures."""
    database = plain_table(collection.fields)
    ours = [measures_of(wanted, collection.search(query))
            for query, wanted in collection.queries]
    plain = [measures_of(wanted, plain_search(database, query))
             for query, wanted in collection.queries]
    return [(collection.name, len(ours), mean(ours)),
            ("  plain FTS5", len(plain), mean(plain))]


def measure_typos(collection):
    return cost_of_slips(collection.name, collection.queries, collection.index,
                         collection.search)


def main():
    arguments = [a for a in sys.argv[1:] if not a.startswith("--")]
    if len(arguments) < 2:
        sys.exit(__doc__)
    measure_one = measure_typos if "--typos" in sys.argv else measure
    show_head()
    tables = []
    with tempfile.TemporaryDirectory() as scratch:
        for path in arguments[1:]:
            rows = measure_one(Collection(arguments[0], pathlib.Path(path),
                                          scratch))
            for name, n, values in rows:
                show(name, n, values)
            tables.append(rows)
    for rows in zip(*tables):
        name = rows[0][0] if rows[0][0].startswith(" ") else "mean"
        show(name, len(rows), mean([values for _, _, values in rows]))


main()
