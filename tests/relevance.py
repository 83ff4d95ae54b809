#!/usr/bin/env python3
"""How well hits are ranked, against judgements of people.

usage: relevance.py BUILD COLLECTION... [--OPTION...]

A COLLECTION is a folder of fields.tsv (id, title, body), queries.tsv (id,
text) and qrels.tsv (query, document, gain).  Each document becomes an item
file, indexed by minutes-index and searched by minutes-query --match=any: what
people use is what is measured, with any further --OPTION such as --more.  Beside each stands SQLite's own FTS5 (porter,
stop words dropped, bm25) over the same documents, made in the same run.

Prints nDCG@10 (linear gain), MAP, P@10 and R@100, the mean over all queries
with a relevant document, cut at 1,000 documents a query.
"""

import collections
import json
import math
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile

OPTIONS = [a for a in sys.argv[1:] if a.startswith("--")]
MEASURES = ["nDCG@10", "MAP", "P@10", "R@100"]

# The commonest words of English questions, for the plain table only.
STOP = set("""a about an and any are as at be been but by can could did do does
for from had has have how i if in into is it its may not of on or should so
such than that the their them then there these they this to was we were what
when where which who will with would you your""".split())


def read_table(path):
    with open(path, encoding="utf-8") as rows:
        return [row.rstrip("\n").split("\t") for row in rows]


def measures_of(gains, ranked):
    """The four measures of one query."""
    n_relevant = sum(1 for gain in gains.values() if gain > 0)
    dcg = sum(max(0, gains.get(d, 0)) / math.log2(k + 2)
              for k, d in enumerate(ranked[:10]))
    best = sorted((g for g in gains.values() if g > 0), reverse=True)[:10]
    ideal = sum(gain / math.log2(k + 2) for k, gain in enumerate(best))
    found, precisions = 0, 0.0
    for k, document in enumerate(ranked[:1000]):
        if gains.get(document, 0) > 0:
            found += 1
            precisions += found / (k + 1)
    hits = [gains.get(d, 0) > 0 for d in ranked]
    return (dcg / ideal, precisions / n_relevant, sum(hits[:10]) / 10,
            sum(hits[:100]) / n_relevant)


def mean(rows):
    return [sum(column) / len(rows) for column in zip(*rows)]


# --- ours --------------------------------------------------------------

def write_items(folder, fields):
    """Each document as the page of one agenda item, saved as text."""
    for number, title, body in fields:
        (folder / f"{number}.txt").write_text(
            f"Agenda item\n\n{title[:1].upper() + title[1:]}\n\nMinutes:\n\n{body}\n",
            encoding="utf-8")


def search(build, index, query):
    run = subprocess.run(
        [f"{build}/minutes-query", "-i", index, "--match=any",
         "--format=jsonl", "-n", "4000", *OPTIONS, "--", query],
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


def measure(build, collection, scratch):
    fields = read_table(collection / "fields.tsv")
    queries = dict(read_table(collection / "queries.tsv"))
    gains = collections.defaultdict(dict)
    for query, document, gain in read_table(collection / "qrels.tsv"):
        gains[query][document] = int(float(gain))
    folder = pathlib.Path(scratch) / collection.name
    folder.mkdir()
    write_items(folder, fields)
    index = f"{scratch}/{collection.name}.db"
    subprocess.run([f"{build}/minutes-index", "-q", "-i", index, folder],
                   check=True)
    database = plain_table(fields)
    ours, theirs = [], []
    for number, wanted in gains.items():
        if not any(gain > 0 for gain in wanted.values()):
            continue
        query = plain_query(queries[number])
        ours.append(measures_of(wanted, search(build, index, query)))
        theirs.append(measures_of(wanted, plain_search(database, query)))
    return len(ours), mean(ours), mean(theirs)


def show(name, n_queries, values):
    print(f"{name:28s}{n_queries:6d}"
          + "".join(f"{value:9.3f}" for value in values))


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    build, folders = sys.argv[1], [pathlib.Path(a) for a in sys.argv[2:]
                                   if a not in OPTIONS]
    print(f"{'':28s}{'n':>6s}" + "".join(f"{m:>9s}" for m in MEASURES))
    all_ours, all_theirs = [], []
    with tempfile.TemporaryDirectory() as scratch:
        for folder in folders:
            n_queries, ours, theirs = measure(build, folder, scratch)
            all_ours.append(ours)
            all_theirs.append(theirs)
            show(folder.name, n_queries, ours)
            show("  plain FTS5", n_queries, theirs)
    show("mean", len(folders), mean(all_ours))
    show("  plain FTS5", len(folders), mean(all_theirs))


main()
