#!/usr/bin/env python3
"""How fast a large index is exported, beside SQLite's shell, in one run.

usage: bench_exports.py BUILD [PARAGRAPHS]

Makes minutes of PARAGRAPHS (200,000) paragraphs out of what corpus/ says,
indexes them, and exports all of them in each format.  Beside each stands
what `sqlite3 -json` takes to dump the same paragraphs with the same facts,
and the ratio; the most memory of its own that the export took; and the time to its
first line.  Before, a report of ten years of corpus/ is timed.  All times but that
to the first line are of the processor, of which other programs take none.  Figures of one machine at one time compare with nothing else.
"""

import os
import pathlib
import random
import re
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

RUNS = 3
ITEMS, PARAGRAPHS_OF_ITEM = 20, 25
ALL = "kind:(agenda minute decision vote)"
# The same paragraphs, the same facts.
DUMP = ("SELECT id, council, body, date, item_number, item_title,"
        " paragraph_number, kind, speaker, person, text, path, line, page, url"
        " FROM minutes WHERE kind <> ''")
MONTHS = ("January February March April May June July August September"
          " October November December").split()


def texts_of_corpus(build, scratch):
    index = f"{scratch}/corpus.db"
    subprocess.run([f"{build}/minutes-index", "-q", "-i", index, "corpus"],
                   check=False)
    rows = sqlite3.connect(index).execute(
        "SELECT text FROM minutes WHERE kind = 'minute' AND text <> ''"
        " ORDER BY id").fetchall()
    return [" ".join(row[0].split()) for row in rows]


def make_archive(folder, texts, n_paragraphs):
    """A file for each meeting; the same for the same number."""
    chosen, n, meeting = random.Random(1), 0, 0
    while n < n_paragraphs:
        day, month, year = (1 + meeting % 28, meeting // 28 % 12,
                            1990 + meeting // 336 % 35)
        body = f"Area {'ABCDEFGHIJKLMNOP'[meeting // 11760]} Committee"
        lines = ["Larkhythe Council", body, "Minutes of the meeting held on"
                 f" {day} {MONTHS[month]} {year}"]
        for item in range(1, ITEMS + 1):
            lines.append(f"{item}. Report on the {item}th subject")
            for part in range(1, PARAGRAPHS_OF_ITEM + 1):
                lines.append(f"{item}.{part} {chosen.choice(texts)}")
        path = folder / body / f"{year}-{month + 1:02d}-{day:02d}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text("\n\n".join(lines) + "\n", encoding="utf-8")
        n += ITEMS * PARAGRAPHS_OF_ITEM
        meeting += 1


def memory_of(pid):
    """What a process has for itself: not the index, which is mapped."""
    try:
        status = pathlib.Path(f"/proc/{pid}/status").read_text("ascii")
    except OSError:
        return 0
    found = re.search(r"RssAnon:\s*(\d+)", status)
    return int(found[1]) / 1024 if found else 0


def usage(command):
    """Seconds of processor, and the most memory in megabytes."""
    most = 0
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as run:
        while True:
            pid, status, used = os.wait4(run.pid, os.WNOHANG)
            if pid:
                break
            most = max(most, memory_of(run.pid))
            time.sleep(0.02)
        run.returncode = os.waitstatus_to_exitcode(status)
    if run.returncode != 0:
        sys.exit(f"{command} failed")
    return used.ru_utime + used.ru_stime, most


def to_first_line(command):
    begin = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL) as run:
        run.stdout.read(1)
        took = time.perf_counter() - begin
        run.kill()
    return took


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    build = sys.argv[1]
    n_wanted = int(sys.argv[2]) if len(sys.argv) == 3 else 200000
    with tempfile.TemporaryDirectory() as scratch:
        folder, index = pathlib.Path(scratch) / "archive", f"{scratch}/a.db"
        folder.mkdir()
        make_archive(folder, texts_of_corpus(build, scratch), n_wanted)
        measure_report(build, f"{scratch}/corpus.db")
        usage([f"{build}/minutes-index", "-q", "-i", index, str(folder)])
        measure(build, index)


def measure_report(build, index):
    command = [f"{build}/minutes-query", "-i", index, "--report",
               "--format=html", "library since:2015"]
    took = statistics.median(usage(command)[0] for _ in range(RUNS))
    print(f"a report of ten years of corpus/: {took * 1e3:.0f} ms of"
          " processor", flush=True)


def measure(build, index):
    query = [f"{build}/minutes-query", "-i", index]
    n = int(subprocess.run([*query, "-c", ALL], check=True,
                           capture_output=True).stdout)
    formats = ("jsonl", "json", "csv", "tsv", "plain", "md", "html")
    commands = {name: [*query, "--format", name, ALL] for name in formats}
    commands["sqlite3"] = ["sqlite3", "-json", index, DUMP]
    # in turns, so that all have the same share of whatever else runs
    used = [{name: usage(command) for name, command in commands.items()}
            for _ in range(RUNS)]
    took = {name: statistics.median(run[name][0] for run in used)
            for name in commands}
    print(f"exports of {n} paragraphs, {os.path.getsize(index) / 1e6:.0f} MB"
          " of index, in seconds of processor"
          f" (beside: sqlite3 -json {took['sqlite3']:.2f} s)")
    for name in formats:
        print(f"  {name:6s} {took[name]:6.2f} s,"
              f" {n / took[name]:7.0f} a second,"
              f" ratio {took[name] / took['sqlite3']:.2f};"
              f" {max(run[name][1] for run in used):.1f} MB, first line after"
              f" {to_first_line(commands[name]) * 1e3:.0f} ms")


if __name__ == "__main__":
    main()
