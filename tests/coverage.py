#!/usr/bin/env python3
"""What --coverage says, against an archive of which everything is known.

usage: coverage.py BUILD FOLDER

- On FOLDER its sums are those of minutes-index --check.
- A body met every month but August, and the minutes of two months are not
  there: these are missing, and no others, in every format, in words, and only
  where the filters want them.
- Files that cannot be read are told of with their reason; a second copy of
  the same minutes is folded.
"""

import csv
import io
import json
import pathlib
import re
import subprocess
import sys
import tempfile

from outputs import Checker, check_page

LEFT_OUT = {(2019, 3), (2019, 4), (2020, 10)}


MONTHS = ["January", "February", "March", "April", "May", "June", "July",
          "August", "September", "October", "November", "December"]


def minutes(year, month):
    return (f"Larkhythe Council\n\nHarbour Board\n\nMinutes of the meeting"
            f" held on {1 + month} {MONTHS[month - 1]} {year}\n\n"
            "1. Apologies\n\nThere were none.\n\n2. Moorings\n\n"
            "Councillor Toms said that the moorings were full.\n\n"
            "3. Dredging\n\nThe report was noted.\n")


def check_sums(check, build, folder):
    """Against what the indexer says of the same files without an index."""
    text = subprocess.run([f"{build}/minutes-index", "--check", folder],
                          capture_output=True, check=False).stdout.decode()
    table = text[text.rindex("documents        n"):].splitlines()[1:]
    kinds = [line.split() for line in table if re.match(r"[a-z]+ +\d", line)]
    total = json.loads(check.run("--coverage", "--format=json"))["total"]
    check.expect(total["documents"] == sum(int(k[1]) for k in kinds),
                 "documents", total)
    check.expect(total["items"] + total["folded_items"]
                 == sum(int(k[6]) for k in kinds), "items", total)
    check.expect(total["paragraphs"] + total["folded_paragraphs"]
                 == sum(int(k[7]) for k in kinds), "paragraphs", total)
    unread = int(re.search(r"(\d+) not read", text)[1])
    rows = json.loads(check.run("--coverage", "--format=json"))["rows"]
    check.expect(sum(r["unread"] or 0 for r in rows) == unread, "unread")
    for key in ("documents", "meetings", "items", "paragraphs", "attributed",
                "folded_items", "missing_months"):
        check.expect(sum(r[key] or 0 for r in rows) == (total[key] or 0), key)
    shown = int(check.run("-c", "kind:(agenda minute decision vote)"))
    check.expect(total["paragraphs"] <= shown, "more than can be found")


def make_archive(build, scratch):
    folder, index = pathlib.Path(scratch) / "board", f"{scratch}/board.db"
    folder.mkdir()
    for year in range(2017, 2022):
        for month in range(1, 13):
            if month != 8 and (year, month) not in LEFT_OUT:
                (folder / f"{year}-{month:02d}.txt").write_text(
                    minutes(year, month), encoding="utf-8")
    (folder / "copy.md").write_text(minutes(2018, 2), encoding="utf-8")
    (folder / "broken.docx").write_bytes(b"PK\3\4 not a document")
    (folder / "odd.txt").write_text(
        "Larkhythe Council\n\nAppeals Panel\n\nMinutes of the meeting held"
        " on 4 March 2019\n\n1. One\n\n1.1 It was heard.\n",
        encoding="utf-8")
    subprocess.run([f"{build}/minutes-index", "-q", "-i", index, folder],
                   check=False)
    return index


def missing(rows):
    return [month for row in rows for month in (row["missing"] or "").split()]


def check_gaps(check, index):
    whole = json.loads(check.run("--coverage", "--format=json", index=index))
    rows = whole["rows"]
    board = [r for r in rows if r["body"] == "Harbour Board"]
    want = sorted(f"{y}-{m:02d}" for y, m in LEFT_OUT)
    check.expect(missing(rows) == want, "missing", missing(rows))
    check.expect([r["year"] for r in board]
                 == [str(y) for y in range(2017, 2022)], board)
    check.expect(all(r["meets"] == "monthly" for r in board), board)
    check.expect([r["meetings"] for r in board] == [11, 11, 9, 10, 11], board)
    check.expect(all(r["attributed"] == r["meetings"] for r in board), board)
    check.expect([r["folded_items"] for r in board] == [0, 3, 0, 0, 0],
                 board)
    unread = [r for r in rows if r["reason"]]
    check.expect([r["missing_months"] for r in rows if not r["meets"]]
                 == [None, None], "what is not known")
    check.expect(len(unread) == 1 and unread[0]["unread"] == 1
                 and unread[0]["path"].endswith("broken.docx"), unread)
    lines = [json.loads(line) for line in check.run(
        "--coverage", "--format=jsonl", index=index).splitlines()]
    check.expect(lines == rows, "jsonl is not json")
    flat = [["" if v is None else str(v) for v in r.values()] for r in rows]
    text = check.run("--coverage", "--format=csv", "--raw-csv", index=index)
    check.expect(list(csv.reader(io.StringIO(text, newline="")))[1:] == flat,
                 "csv is not json")
    text = check.run("--coverage", "--format=tsv", "--raw-csv", index=index)
    check.expect([l.split("\t") for l in text.split("\n")[1:-1]] == flat,
                 "tsv is not json")
    text = check.run("--coverage", "--format=plain", index=index)
    check.expect([l.split("\t") for l in text.split("\n")[:len(flat)]]
                 == flat, "plain is not json")


def check_words(check, index):
    gap = ("Harbour Board 2019: nothing in March and April, though it met"
           " monthly.")
    for name in ("text", "md", "html"):
        text = check.run("--coverage", f"--format={name}", index=index)
        joined = " ".join(text.split())
        check.expect(gap in joined, name, joined[-400:])
        check.expect("nothing in October, though" in joined, name)
        check.expect("broken.docx" in joined, name)
    check_page(check, "coverage",
               check.run("--coverage", "--format=html", index=index))


def check_filters(check, index):
    def rows(*query):
        return json.loads(check.run("--coverage", "--format=json", *query,
                                    index=index))["rows"]

    check.expect(missing(rows("year:2020..2022")) == ["2020-10"], "a year")
    check.expect(missing(rows("since:2019-04-01", "until:2019-12-31"))
                 == ["2019-04"], "days")
    check.expect(missing(rows("committee:appeals")) == []
                 and len(rows("committee:appeals")) == 1, "a body")
    check.expect(len(rows("--", "-committee:harbour")) == 2, "without a body")
    check.expect(rows("council:nowhere") == [], "no council")
    check.expect({r["year"] for r in rows("council:larkhythe", "year:2018")}
                 == {"2018"}, "a council's year")
    for query in ("moorings", "speaker:toms", "(year:2018)"):
        done = subprocess.run(
            [check.program, "-i", index, "--coverage", query],
            capture_output=True, check=False)
        check.expect(done.returncode == 2
                     and b"of whole meetings" in done.stderr, query, done)
    done = subprocess.run([check.program, "-i", index, "-q", "--coverage"],
                          capture_output=True, check=False)
    check.expect((done.returncode, done.stdout) == (0, b""), done)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    build, folder = sys.argv[1:]
    with tempfile.TemporaryDirectory() as scratch:
        corpus = f"{scratch}/corpus.db"
        subprocess.run([f"{build}/minutes-index", "-q", "-i", corpus, folder],
                       check=False)
        check = Checker(build, corpus)
        check_sums(check, build, folder)
        board = make_archive(build, scratch)
        check_gaps(check, board)
        check_words(check, board)
        check_filters(check, board)
    print(f"coverage: {check.n_checked} checks, {check.n_failed} failed")
    return check.n_failed > 0


if __name__ == "__main__":
    sys.exit(main())
