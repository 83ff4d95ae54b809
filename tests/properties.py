#!/usr/bin/env python3
"""What must hold for every document, every hit and every index.

usage: properties.py BUILD FOLDER

- Records are valid JSON with every key, and every text in them is found in
  its source once both are reduced to letters and digits.
- Hits are valid JSON; their marks lie on characters, in order, inside the
  excerpt; excerpts are cut from their paragraph and mark something.
- No query of any bytes is anything but found, nothing found or a usage error.
- An index that was changed step by step is the index that a fresh run makes.
"""

import html
import html.parser
import json
import os
import pathlib
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unicodedata
import zipfile

import content

RECORD_KEYS = ["format_version", "path", "format", "kind", "title", "url",
               "charset", "language", "meeting", "attendance", "items",
               "problems"]
PARAGRAPH_KEYS = ["number", "kind", "text", "speaker", "mentions", "mover",
                  "seconder", "line", "page", "cut"]
HIT_KEYS = ["format_version", "id", "rank", "score", "matched", "council",
            "body", "date", "item", "paragraph", "speaker", "excerpt",
            "marks", "path", "root", "line", "page", "url"]
# Page furniture in the middle of a sentence: at most so many letters, with at
# least so many letters of the sentence before it.
MAX_FURNITURE = 250
MIN_PART = 6
QUERIES = ["anti-racism", "library closure", '"low traffic"', "speaker:reeve",
           "council*", "budget NEAR/5 gap", "title:traffic bus",
           "£1.2m", "castello", "organise OR recognise", "kind:vote",
           "flood -pond", "the", "topic:housing damp",
           "(topic:waste OR unicorn)", "co-production since:2018"]


class Failures:
    """Counts what did not hold and prints the first ones."""

    def __init__(self):
        self.n_checked = self.n_failed = 0

    def expect(self, holds, *what):
        self.n_checked += 1
        if not holds:
            self.n_failed += 1
            if self.n_failed <= 20:
                print("properties:", *what)
        return holds


# --- records -----------------------------------------------------------

class PageText(html.parser.HTMLParser):
    """The characters of a page, without its tags, styles and scripts."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.parts, self.hidden = [], 0

    def handle_starttag(self, tag, attrs):
        self.hidden += tag in ("style", "script")
        self.parts += [value for key, value in attrs
                       if value and key in ("content", "title", "alt")]

    def handle_endtag(self, tag):
        self.hidden -= tag in ("style", "script") and self.hidden > 0

    def handle_data(self, data):
        if not self.hidden:
            self.parts.append(data)


def characters(text):
    """Letters and digits only; ligatures and widths as one form."""
    text = unicodedata.normalize("NFKC", text).casefold()
    return "".join(c for c in text if c.isalnum())


def page_text(markup):
    page = PageText()
    page.feed(markup)
    return "".join(page.parts)


def office_text(path):
    """Every text in a Word or OpenDocument file, without its markup."""
    with zipfile.ZipFile(path) as package:
        parts = [package.read(n).decode() for n in package.namelist()
                 if n.endswith(".xml")]
    return html.unescape(re.sub(r"<[^>]*>", "", "\n".join(parts)))


def unpacked(path, folder):
    """The file at @path, taken out of the archive that it is in, if any."""
    for outer in path.parents:
        if outer.is_file():
            with zipfile.ZipFile(outer) as package:
                inner = str(path.relative_to(outer))
                return pathlib.Path(package.extract(inner, folder))
    return path


def source_text(path, record):
    if record["format"] == "pdf":
        run = subprocess.run(["pdftotext", "-raw", path, "-"],
                             stdout=subprocess.PIPE, check=True)
        return characters(run.stdout.decode())
    if record["format"] in ("docx", "odt"):
        return characters(office_text(path))
    text = path.read_bytes().decode(record["charset"] or "utf-8", "replace")
    if record["format"] == "html":
        text = page_text(text)
    elif record["format"] == "xml":
        text = page_text(html.unescape(text))
    else:  # text may still hold entities that a page left behind
        text = text + html.unescape(text)
    return characters(text)


def stands_in(source, text):
    """Whether @text is in @source, but for page furniture within it."""
    if text in source:
        return True
    for cut in range(len(text) - 1, MIN_PART - 1, -1):
        at = source.find(text[:cut])
        while at >= 0:
            if text[cut:] in source[at + cut:at + len(text) + MAX_FURNITURE]:
                return True
            at = source.find(text[:cut], at + 1)
    return False


def check_record(failures, root, record):
    where = record.get("path")
    failures.expect(list(record) == RECORD_KEYS, where, "keys", list(record))
    with tempfile.TemporaryDirectory() as folder:
        source = source_text(unpacked(root / where, folder), record)
    for item in record["items"]:
        texts = [item["title"] or ""]
        for paragraph in item["paragraphs"]:
            failures.expect(list(paragraph) == PARAGRAPH_KEYS, where,
                            "keys of a paragraph")
            texts += paragraph["text"].split("\n")
            if paragraph["speaker"]:
                failures.expect(
                    paragraph["speaker"]["as_written"] in
                    paragraph["text"].replace("\n", " "),
                    where, "speaker", paragraph["speaker"]["as_written"])
        for text in texts:
            for sentence in re.split(r"(?<=[.;:?!])\s+", text):
                failures.expect(stands_in(source, characters(sentence)), where,
                                "not in the source:", repr(sentence))


def check_records(failures, build, folder):
    run = subprocess.run([f"{build}/minutes-index", "-q", "--extract", folder],
                         stdout=subprocess.PIPE, check=False)
    root = pathlib.Path(folder)
    root = root.parent if not (root / "x").parent.is_dir() else root
    records = [json.loads(line) for line in run.stdout.splitlines()]
    failures.expect(len(records) > 0, "no records")
    for record in records:
        path = pathlib.Path(record["path"])
        check_record(failures, pathlib.Path() if path.exists() else root,
                     record)
    return len(records)


# --- hits --------------------------------------------------------------

def paragraph_texts(path):
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    texts = {}
    for where, line, text, title in database.execute(
            "SELECT path, line, text, item_title FROM minutes"):
        texts.setdefault((where, line), []).append(text + "\n" + (title or ""))
    database.close()
    return texts


def is_cut_from(excerpt, texts):
    """Whether the excerpt, less its ellipses, is part of one of the texts."""
    parts = [p.strip() for p in re.split(r"…", excerpt)]
    return any(all(p in text or p in text.replace("\n", " ") for p in parts)
               for text in texts)


def check_hit(failures, query, hit, texts):
    where = f"'{query}' {hit.get('id')}:"
    keys = [key for key in hit if key != "votes"]  # where one was taken
    if not failures.expect(keys == HIT_KEYS, where, "keys", list(hit)):
        return
    excerpt, end = hit["excerpt"], 0
    for start, stop in hit["marks"]:
        failures.expect(end <= start < stop <= len(excerpt), where, "mark",
                        start, stop)
        failures.expect(not excerpt[start].isspace(), where,
                        "a mark begins with a blank")
        failures.expect(unicodedata.combining(excerpt[start]) == 0, where,
                        "a mark begins inside a character")
        end = stop
    mine = [text for (path, line), all_texts in texts.items()
            if line == hit["line"] and hit["path"].endswith(path)
            for text in all_texts]
    failures.expect(is_cut_from(excerpt, mine), where, "excerpt", excerpt)


def check_hits(failures, build, index):
    texts, n_hits = paragraph_texts(index), 0
    for query in QUERIES:
        run = subprocess.run([f"{build}/minutes-query", "-i", index,
                              "--format=jsonl", "-n", "200", query],
                             stdout=subprocess.PIPE, check=False)
        hits = [json.loads(line) for line in run.stdout.splitlines()]
        failures.expect(run.returncode == (0 if hits else 1), query, "exit",
                        run.returncode)
        failures.expect(hits, f"'{query}' finds nothing")
        failures.expect([h["rank"] for h in hits] ==
                        list(range(1, len(hits) + 1)), query, "ranks")
        for hit in hits:
            check_hit(failures, query, hit, texts)
        n_hits += len(hits)
    return n_hits


# --- scores -------------------------------------------------------------

def check_scores(failures, build, index):
    """What --explain says of a score adds up to the score of the hit."""
    for query in ["library", "library closure", "title:traffic bus",
                  "council council housing", '"low traffic" OR damp',
                  "budget speaker:toms"]:
        command = [f"{build}/minutes-query", "-i", index, "-n", "5"]
        hits = subprocess.run(command + ["--format=jsonl", "--match=auto",
                                         query],
                              stdout=subprocess.PIPE, check=False).stdout
        told = subprocess.run(command + ["--explain", query], check=True,
                              stdout=subprocess.PIPE).stdout.decode()
        told = told[told.index("\nScores:"):]
        scores = {}
        for part in re.split(r"\n {2}(?=\d+\. )", told)[1:]:
            lines = part.splitlines()
            name, score = re.match(r"\d+\. (\S+): ([\d.]+)", lines[0]).groups()
            shares = [float(line.split()[0]) for line in lines[1:]]
            failures.expect(not shares or abs(sum(shares) - float(score)) <
                            1e-4 * len(shares), query, "does not add up", part)
            scores[name] = float(score)
        hits = {h["id"]: h["score"] for h in map(json.loads,
                                                 hits.splitlines())}
        failures.expect(hits == scores and hits, query, "scores", scores, hits)


# --- more ---------------------------------------------------------------

def check_more(failures, build, index):
    """--more finds what the query finds, and then more of the same filters."""
    for query in ["library closure", "cycling", "damp speaker:toms",
                  "title:traffic", "flood -pond since:2018"]:
        command = [f"{build}/minutes-query", "-i", index, "--format=jsonl",
                   "-n", "300", "--match=auto"]
        plain, more = ([json.loads(line) for line in subprocess.run(
            command + flags + [query], stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, check=False).stdout.splitlines()]
            for flags in ([], ["--more"]))
        for level in ("all", "item", "some"):
            wanted, got = ({h["id"] for h in hits if h["matched"] == level}
                           for hits in (plain, more))
            failures.expect(wanted == got or len(plain) == 300, query, level,
                            wanted ^ got)
        filters = " ".join(word for word in query.split()
                           if ":" in word or word[0] == "-")
        if filters:
            passing = subprocess.run(
                [f"{build}/minutes-query", "-i", index, "--fields=id",
                 "--format=plain", "--", filters], stdout=subprocess.PIPE,
                check=False).stdout.decode().split()
            failures.expect({h["id"] for h in more} <= set(passing), query,
                            "does not pass", filters)


# --- queries of any bytes ----------------------------------------------

def check_queries(failures, build, index):
    rng = random.Random(20110511)
    signs = list("'\"()*-:£|=~^+.,;/\\{}[]<>%_&?!#@$ \t") + [
        "AND", "OR", "NOT", "NEAR", "NEAR/3", "speaker:", "date:", "title:",
        "2019..", "word", "é", "\u2019", "\u00ad", "\u202e", "😀", "--", "*\""]
    for k in range(400):
        if k % 2:
            query = bytes(rng.randrange(1, 256)
                          for _ in range(rng.randrange(1, 40)))
        else:
            query = " ".join(rng.choice(signs) + rng.choice(["", "a"])
                             for _ in range(rng.randrange(1, 9))).encode()
        run = subprocess.run([f"{build}/minutes-query", "-i", index,
                              "--format=jsonl", "--", query],
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                             check=False)
        says = run.stderr.decode("utf-8", "replace").lower()
        failures.expect(run.returncode in (0, 1, 2), query, run.returncode)
        failures.expect(not re.search(r"sql|fts5|syntax error|no such", says),
                        query, says)
        for line in run.stdout.splitlines():
            json.loads(line)


# --- step by step ------------------------------------------------------

def check_steps(failures, build, folder, scratch):
    """Half an archive, the rest, changes, removals: as if made at once."""
    rng = random.Random(1974)
    work = pathlib.Path(scratch) / "archive"
    shutil.copytree(folder, work)
    files = sorted(p for p in work.rglob("*") if p.is_file())
    away = pathlib.Path(scratch) / "away"
    step, fresh = f"{scratch}/step.db", f"{scratch}/fresh.db"

    def run(path):
        subprocess.run([f"{build}/minutes-index", "-q", "-i", path,
                        str(work)], check=True)

    away.mkdir()
    later = rng.sample(files, len(files) // 2)
    for k, path in enumerate(later):
        path.rename(away / str(k))
    run(step)
    for k, path in enumerate(later):
        (away / str(k)).rename(path)
    run(step)
    for path in rng.sample(files, 20):
        path.write_bytes(path.read_bytes() + b"\nOne more line.\n")
    for path in rng.sample(files, 10):
        if path.exists():
            path.unlink()
    for path in rng.sample(files, 10):
        if path.exists():
            os.utime(path, (1, 1))
    run(step)
    run(step)
    run(fresh)
    lines = content.differences(build, step, fresh)
    failures.expect(not lines, "an index made step by step differs:\n" +
                    "\n".join(lines))


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    build, folder = sys.argv[1:]
    failures = Failures()
    n_records = check_records(failures, build, folder)
    with tempfile.TemporaryDirectory() as scratch:
        index = f"{scratch}/index.db"
        subprocess.run([f"{build}/minutes-index", "-q", "-i", index, folder],
                       check=True)
        n_hits = check_hits(failures, build, index)
        check_scores(failures, build, index)
        check_more(failures, build, index)
        check_queries(failures, build, index)
        check_steps(failures, build, folder, scratch)
    print(f"properties: {n_records} records, {n_hits} hits, "
          f"{failures.n_checked} checks, {failures.n_failed} failed")
    sys.exit(1 if failures.n_failed else 0)


main()
