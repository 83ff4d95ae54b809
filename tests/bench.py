#!/usr/bin/env python3
"""How fast indexing and searching are, beside plain tools, in one run.

usage: bench.py BUILD [COPIES]

Makes an archive of COPIES (20) boroughs out of corpus/, each with a name of
its own, and prints the medians of several runs: files and megabytes a second,
a run in which nothing has changed, one changed file, the size of the index,
and queries as whole processes.  Beside them stand what grep takes to look for
the same word and what SQLite's shell takes to load and rank the same texts in
a plain FTS5 table, with ratios: figures of one machine at one time compare
with nothing else.
"""

import os
import pathlib
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

RUNS = 7
QUERIES = [
    ("a rare word", "defibrillator"),
    ("a compound in three spellings", "anti-racism"),
    ("two words", "library closure"),
    ("the commonest word of minutes", "council"),
    ("a phrase", '"low traffic neighbourhood"'),
    ("a speaker and a word", "speaker:tremlett housing"),
    ("a filter alone, newest first", "date:2019"),
    ("a long question", "what did residents say about damp and mould in "
                        "council flats"),
]


def seconds(command, runs=RUNS, check=True):
    """The median of whole runs."""
    times = []
    for _ in range(runs):
        begin = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL, check=check)
        times.append(time.perf_counter() - begin)
    return statistics.median(times)


def make_archive(folder, copies):
    """Copies of corpus/, each of another borough."""
    n_files = n_bytes = 0
    for copy in range(copies):
        name = b"Larkhyth" + bytes([ord("a") + copy % 26]) + (
            b"" if copy < 26 else str(copy // 26).encode())
        for path in sorted(pathlib.Path("corpus").rglob("*")):
            if not path.is_file():
                continue
            to = folder / f"{copy:03d}" / path.relative_to("corpus")
            to.parent.mkdir(parents=True, exist_ok=True)
            content = path.read_bytes().replace(b"Larkhythe", name)
            to.write_bytes(content)
            n_files += 1
            n_bytes += len(content)
    return n_files, n_bytes


def plain_table(index, path):
    """Writes the texts of @index for SQLite's shell to load; their bytes."""
    rows = sqlite3.connect(index).execute(
        "SELECT p.id, coalesce(i.title, ''), p.text FROM paragraph p"
        " JOIN item i ON i.id = p.item").fetchall()
    with open(path, "w", encoding="utf-8") as out:
        out.write("BEGIN;\nCREATE VIRTUAL TABLE t USING fts5(title, text,"
                  " tokenize = 'porter unicode61');\n")
        for row in rows:
            quoted = [str(row[0])] + ["'" + c.replace("'", "''") + "'"
                                      for c in row[1:]]
            out.write("INSERT INTO t (rowid, title, text) VALUES ("
                      + ", ".join(quoted) + ");\n")
        out.write("COMMIT;\n")
    return len(rows), sum(len((r[1] + r[2]).encode()) for r in rows)


# What sqlite3 dumps beside an export: the same paragraphs, the same facts.
DUMP = ("SELECT id, council, body, date, item_number, item_title,"
        " paragraph_number, kind, speaker, text, path, line, page, url"
        " FROM minutes WHERE kind <> ''")


def measure_outputs(query, index):
    """Exports beside the sqlite3 shell, counts and a report."""
    everything = ["-i", index, "kind:(agenda minute decision vote)"]
    n = int(subprocess.run([query, "-c", *everything], check=True,
                           capture_output=True).stdout)
    dump = seconds(["sqlite3", "-json", index, DUMP], 3)
    print(f"exports of {n} paragraphs (beside: sqlite3 -json {dump:.2f} s)")
    for name in ("jsonl", "csv", "html"):
        took = seconds([query, "--format", name, *everything], 3)
        print(f"  {name:8s} {took:6.2f} s, {n / took:.0f} a second,"
              f" ratio {took / dump:.2f}")
    took = seconds([query, "--format=csv", "--fields=id,date,speaker,text",
                    *everything], 3)
    print(f"  csv of four fields {took:.2f} s, ratio {took / dump:.2f}")
    for what, args in (("counts by year", ["--by=year", "library"]),
                       ("counts by speaker", ["--by=speaker", "library"]),
                       ("a report", ["--report", "--format=html",
                                     "library"])):
        took = seconds([query, "-i", index, *args], 3)
        print(f"  {what:18s} {took * 1e3:.0f} ms")


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    build = sys.argv[1]
    copies = int(sys.argv[2]) if len(sys.argv) == 3 else 20
    indexer, query = f"{build}/minutes-index", f"{build}/minutes-query"
    with tempfile.TemporaryDirectory() as scratch:
        folder, index = pathlib.Path(scratch) / "archive", f"{scratch}/a.db"
        n_files, n_bytes = make_archive(folder, copies)
        plain, script = f"{scratch}/plain.db", f"{scratch}/plain.sql"
        print(f"archive: {n_files} files, {n_bytes / 1e6:.1f} MB")

        def fresh():
            if os.path.exists(index):
                os.unlink(index)
            begin = time.perf_counter()
            subprocess.run([indexer, "-q", "-i", index, folder], check=False)
            return time.perf_counter() - begin

        whole = statistics.median(fresh() for _ in range(3))
        n_rows, text_bytes = plain_table(index, script)
        size = os.path.getsize(index)
        print(f"index: {whole:.2f} s, {n_files / whole:.0f} files/s,"
              f" {n_bytes / 1e6 / whole:.1f} MB/s, {n_rows} paragraphs,"
              f" {text_bytes / 1e6:.1f} MB of text")
        print(f"size: {size / 1e6:.1f} MB, {size / text_bytes:.2f} x the text")

        def load_plain():
            if os.path.exists(plain):
                os.unlink(plain)
            begin = time.perf_counter()
            with open(script, "rb") as stdin:
                subprocess.run(["sqlite3", plain], stdin=stdin, check=True)
            return time.perf_counter() - begin

        loading = statistics.median(load_plain() for _ in range(3))
        print(f"  beside: loading the extracted texts into a plain FTS5 table"
              f" {loading:.2f} s, ratio {whole / loading:.2f}")
        same = seconds([indexer, "-q", "-i", index, folder], 5, False)
        print(f"nothing changed: {same * 1e3:.0f} ms,"
              f" {n_files / same:.0f} files/s")
        one = next(p for p in sorted(folder.rglob("*.txt")))
        times = []
        for k in range(5):
            one.write_bytes(one.read_bytes() + b"\nAnother line.\n")
            times.append(seconds([indexer, "-q", "-i", index, folder], 1,
                                 False))
        print(f"one file changed: {statistics.median(times) * 1e3:.0f} ms")

        start = seconds([query, "--version"])
        print(f"queries, whole processes (starting one: {start * 1e3:.1f} ms)")
        for what, text in QUERIES:
            ours = seconds([query, "-i", index, "-q", text], check=False)
            shown = seconds([query, "-i", index, "--no-pager", text],
                            check=False)
            print(f"  {what:32s} {shown * 1e3:7.1f} ms"
                  f"   found or not: {ours * 1e3:.1f} ms")
        year = seconds([query, "-i", index, "-c", "date:2019"])
        every = seconds([query, "-i", index, "-c", "date:1900..2100"])
        print(f"  counting a year {year * 1e3:.1f} ms, all years"
              f" {every * 1e3:.1f} ms, ratio"
              f" {(year - start) / (every - start):.3f} but for starting")
        measure_outputs(query, index)
        word = "council"
        ours = seconds([query, "-i", index, "--no-pager", word])
        theirs = seconds(["sqlite3", plain,
                          f"SELECT rowid FROM t WHERE t MATCH '{word}'"
                          " ORDER BY rank LIMIT 10"])
        grep = seconds(["grep", "-ric", word, folder], 3)
        print(f"  beside, for '{word}': plain FTS5 ORDER BY rank"
              f" {theirs * 1e3:.1f} ms, ratio {ours / theirs:.2f};"
              f" grep -r {grep * 1e3:.0f} ms, ratio {ours / grep:.3f}")
        shutil.rmtree(folder)


main()
