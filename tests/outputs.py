#!/usr/bin/env python3
"""Reads every format back with another program's parser.

usage: outputs.py BUILD FOLDER

- json, jsonl, csv, tsv, md and html tell of the same hits in the same order;
  hits are as docs/hit.schema.json says.
- HTML is well-formed (xmllint) and valid (tidy), its headings are in order,
  ids are unique, pictures and tables are named, colours have the contrast of
  WCAG 2.1 AA, and nothing is fetched or run.
- Hits in the order of time are the same however many are asked for.
- Counts, by whatever they are made, add up to the hits that are listed.
- An alert tells of each new paragraph once, also when it is killed.
- Whatever stands in the minutes, no cell of CSV begins like a formula.
"""

import csv
import html.parser
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

QUERIES = ["anti-racism", "library closure", '"low traffic"', "speaker:reeve",
           "council*", "budget NEAR/5 gap", "title:traffic bus", "£1.2m",
           "organise OR recognise", "kind:vote", "flood -pond", "the",
           "co-production since:2018", "committee:cabinet year:2023",
           "kind:decision library", "nothingofthekind", "£"]
DIMENSIONS = ["year", "month", "council", "committee", "speaker", "kind",
              "item"]
PAIRS = ["year,committee", "speaker,kind", "committee,year"]
HIT_FIELDS = ["id", "rank", "council", "body", "date", "item_number",
              "item_title", "number", "kind", "speaker", "person", "excerpt",
              "path", "line", "page", "url"]


class Checker:
    """Runs searches and counts what did not hold."""

    def __init__(self, build, index):
        self.program, self.index = f"{build}/minutes-query", index
        self.n_checked = self.n_failed = 0

    def expect(self, holds, *what):
        self.n_checked += 1
        if not holds:
            self.n_failed += 1
            if self.n_failed <= 20:
                print("outputs:", *what)
        return holds

    def run(self, *args, index=None):
        done = subprocess.run(
            [self.program, "-i", index or self.index, *args],
            capture_output=True, check=False)
        self.expect(done.returncode in (0, 1), args, done.returncode,
                    done.stderr.decode()[:300])
        return done.stdout.decode("utf-8")


# --- a schema ----------------------------------------------------------

TYPES = {"object": dict, "array": list, "string": str, "null": type(None)}


def is_type(value, name):
    if name == "integer":
        return isinstance(value, int) and not isinstance(value, bool)
    if name == "number":
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    return isinstance(value, TYPES[name])


def violations(schema, value, root, where="hit"):
    """What breaks the schema: as much of JSON Schema as ours uses."""
    if "$ref" in schema:
        schema = root["$defs"][schema["$ref"].rsplit("/", 1)[1]]
    names = schema.get("type", [])
    names = [names] if isinstance(names, str) else names
    if names and not any(is_type(value, name) for name in names):
        return [f"{where} is {value!r}"]
    if "const" in schema and value != schema["const"]:
        return [f"{where} is not {schema['const']!r}"]
    if "enum" in schema and value not in schema["enum"]:
        return [f"{where} is {value!r}"]
    found = []
    if isinstance(value, str) and not re.search(schema.get("pattern", ""),
                                                value):
        found.append(f"{where} is {value!r}")
    if is_type(value, "number") and value < schema.get("minimum", value):
        found.append(f"{where} is {value}")
    if isinstance(value, dict):
        found += [f"{where} has no {key}"
                  for key in schema.get("required", []) if key not in value]
        for key, part in schema.get("properties", {}).items():
            if key in value:
                found += violations(part, value[key], root, f"{where}.{key}")
    if isinstance(value, list) and "items" in schema:
        for i, part in enumerate(value):
            found += violations(schema["items"], part, root, f"{where}[{i}]")
    if isinstance(value, list) and not (
            schema.get("minItems", 0) <= len(value)
            <= schema.get("maxItems", len(value))):
        found.append(f"{where} has {len(value)} entries")
    return found


# --- formats -----------------------------------------------------------

def flat(hit):
    """A hit of JSON as a row of CSV."""
    row = {key: hit.get(key) for key in HIT_FIELDS}
    row["item_number"] = hit["item"]["number"]
    row["item_title"] = hit["item"]["title"]
    row["number"] = hit["paragraph"]["number"]
    row["kind"] = hit["paragraph"]["kind"]
    row["speaker"] = hit["speaker"] and hit["speaker"]["as_written"]
    row["person"] = hit["speaker"] and hit["speaker"]["person"]
    return {key: "" if value is None else str(value)
            for key, value in row.items()}


def without_apostrophe(cell):
    return cell[1:] if re.match(r"'[=+\-@\t\r\n＝＋－＠]", cell) else cell


def check_formats(check, schema, query):
    lines = check.run("--format=jsonl", "--", query).splitlines()
    hits = [json.loads(line) for line in lines]
    check.expect(json.loads(check.run("--format=json", "--", query)) == hits,
                 query, "json is not jsonl")
    for hit in hits:
        broken = violations(schema, hit, schema)
        check.expect(not broken, query, hit["id"], broken)
    rows = [flat(hit) for hit in hits]
    text = check.run("--format=csv", "--", query)
    check.expect(text.endswith("\r\n"), query, "csv ends lines")
    table = list(csv.DictReader(io.StringIO(text, newline="")))
    safe = [{key: without_apostrophe(row[key]) for key in HIT_FIELDS}
            for row in table]
    check.expect(safe == rows, query, "csv differs from json")
    check.expect(not any(re.match(r"[=+\-@\t\r]", cell or "")
                         for row in table for cell in row.values()),
                 query, "csv has a formula")
    raw = csv.DictReader(io.StringIO(
        check.run("--format=csv", "--raw-csv", "--", query), newline=""))
    check.expect([{key: row[key] for key in HIT_FIELDS} for row in raw]
                 == rows, query, "raw csv differs from json")
    tsv = check.run("--format=tsv", "--raw-csv", "--", query).split("\n")
    names = tsv[0].split("\t")
    cells = [dict(zip(names, line.split("\t"))) for line in tsv[1:-1]]
    check.expect([{k: row[k] for k in HIT_FIELDS} for row in cells]
                 == [{k: re.sub(r"[\t\n]", " ", v) for k, v in row.items()}
                     for row in rows], query, "tsv differs from json")
    check_fields(check, query, rows)
    check_markdown(check, query, hits)
    check_html(check, query, hits)
    return hits


def check_fields(check, query, rows):
    wanted = "date,speaker,line"
    picked = [[row[key] for key in wanted.split(",")] for row in rows]
    text = check.run("--format=csv", "--raw-csv", f"--fields={wanted}", "--",
                     query)
    check.expect(list(csv.reader(io.StringIO(text, newline="")))[1:] == picked,
                 query, "fields as csv")
    text = check.run("--template={date}\\t{speaker}\\t{line}", "--", query)
    check.expect([line.split("\t") for line in text.split("\n")[:-1]]
                 == picked, query, "template")
    objects = json.loads(check.run("--format=json", f"--fields={wanted}",
                                   "--", query))
    check.expect([["" if v is None else str(v) for v in o.values()]
                  for o in objects] == picked, query, "fields as json")
    files = check.run("-l", "--", query).splitlines()
    check.expect(len(files) == len(set(files)), query, "a file twice")
    check.expect([f.split("/", 1)[1] for f in files]
                 == list(dict.fromkeys(row["path"] for row in rows)),
                 query, "files differ from the paths of the hits")


def plain(text):
    return " ".join(re.sub(r"\\([\\`*_\[\]<>|~#&.+\-=)])", r"\1",
                           text).split())


def check_markdown(check, query, hits):
    """Our own reading of the few forms that are written."""
    text = check.run("--format=md", "--", query)
    ids = [plain(line.rsplit(") ", 1)[1]) for line in text.split("\n")
           if re.match(r"\[.*\]\(\S*\) \S+$", line)]
    check.expect(ids == [hit["id"] for hit in hits], query, "ids in md")
    quotes = [plain(re.sub(r"(?<!\\)\*\*", "", re.sub(
        r"\\\n> ", " ", quote[2:]))) for quote in re.findall(
            r"(?:^> .*\n)+", text, re.M)]
    wanted = [" ".join(hit["excerpt"].split()) for hit in hits
              if hit["excerpt"]]
    wanted = [w[2:] if w.startswith("• ") and "\n" not in hit["excerpt"]
              else w for w, hit in
              zip(wanted, [h for h in hits if h["excerpt"]])]
    same = [q.replace("• ", "") == w.replace("• ", "")
            for q, w in zip(quotes, wanted)]
    check.expect(len(quotes) == len(wanted) and all(same), query,
                 "quotations in md")


class Page(html.parser.HTMLParser):
    """What a reader, or a reader's program, finds on a page."""

    VOID = {"meta", "br", "rect", "line"}

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open, self.headings, self.ids, self.faults = [], [], [], []
        self.codes, self.marks, self.names = [], [], set()
        self.style, self.labels, self.pictured = "", [], []

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag not in self.VOID:
            self.open.append(tag)
        self.names.add(tag)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if "id" in attrs:
            self.ids.append(attrs["id"])
        self.labels += attrs.get("aria-labelledby", "").split()
        for name, value in attrs.items():
            if name.startswith("on") or name == "src" or (
                    name == "href" and ":" in (value or "")
                    and not value.startswith("http")):
                self.faults.append(f"{tag} {name}={value}")
        if tag == "th" and "scope" not in attrs:
            self.faults.append("th without scope")
        if tag == "svg" and not (attrs.get("role") == "img" and len(
                attrs.get("aria-labelledby", "").split()) == 2):
            self.faults.append("a picture without a role and two labels")
        if tag in ("title", "desc") and "svg" in self.open:
            self.pictured.append(tag)
        if tag == "code":
            self.codes.append("")
        if tag == "mark":
            self.marks.append("")

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in self.VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}>")

    def handle_data(self, data):
        if self.open and self.open[-1] == "code":
            self.codes[-1] += data
        if self.open and self.open[-1] == "mark":
            self.marks[-1] += data
        if self.open and self.open[-1] == "style":
            self.style += data


def luminance(color):
    digits = color.lstrip("#")
    if len(digits) == 3:
        digits = "".join(2 * c for c in digits)
    parts = [int(digits[i:i + 2], 16) / 255 for i in (0, 2, 4)]
    parts = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4
             for p in parts]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(a, b):
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def check_page(check, what, text):
    """What must hold for any page."""
    if shutil.which("xmllint"):
        done = subprocess.run(["xmllint", "--noout", "-"],
                              input=text.encode(), capture_output=True,
                              check=False)
        check.expect(done.returncode == 0, what, done.stderr.decode()[:300])
    if shutil.which("tidy"):
        done = subprocess.run(["tidy", "-e", "-q"], input=text.encode(),
                              capture_output=True, check=False)
        # a picture's title may have an id, and a table be without rows
        faults = [line for line in done.stderr.decode().splitlines()
                  if '<title> proprietary attribute "id"' not in line
                  and "trimming empty <tbody>" not in line]
        check.expect(not faults, what, "not HTML 5:", faults[:3])
    page = Page()
    page.feed(text)
    check.expect(not page.faults and not page.open, what, page.faults[:3],
                 page.open)
    check.expect(text.startswith("<!DOCTYPE html>") and "lang=\"en\"" in text
                 and {"title", "main", "h1"} <= page.names, what, "its frame")
    check.expect(not page.names & {"script", "link", "img", "iframe"}, what,
                 "something is fetched or run")
    check.expect(page.headings and page.headings[0] == 1
                 and page.headings.count(1) == 1
                 and all(b <= a + 1 for a, b in zip(page.headings,
                                                    page.headings[1:])),
                 what, "headings", page.headings[:20])
    check.expect(len(page.ids) == len(set(page.ids)), what, "an id twice")
    check.expect(page.pictured == ["title", "desc"] * text.count("<svg"),
                 what, "a picture's title and text", page.pictured)
    check.expect(set(page.labels) <= set(page.ids), what, "labels")
    for color in re.findall(r"(?<![-\w])color: (#\w+)", page.style):
        check.expect(contrast(color, "#fff") >= 4.5, what, color)
    for color in re.findall(r"(?:background|fill=\")(?:: )?(#\w+)", text):
        check.expect(contrast("#1b1b1b", color) >= 4.5
                     or contrast(color, "#fff") >= 3, what, color)
    return page


def check_html(check, query, hits):
    page = check_page(check, query,
                      check.run("--format=html", "--", query))
    check.expect(page.codes == [hit["id"] for hit in hits], query,
                 "ids in html")
    check.expect(page.marks == [
        hit["excerpt"][start:end].replace("\n", "")
        for hit in hits for start, end in hit["marks"]], query,
        "marks in html")


# --- citations ---------------------------------------------------------

def check_citations(check, query, hits):
    ids = [hit["id"] for hit in hits]
    lines = check.run("--cite=plain", "--", query).splitlines()
    check.expect([line.rsplit(", ", 1)[1] for line in lines] == ids, query,
                 "plain citations")
    csl = json.loads(check.run("--cite=csl", "--", query))
    check.expect([c["id"] for c in csl] == ids, query, "CSL")
    for c in csl:
        check.expect(c["type"] == "document" and c["author"][0]["literal"],
                     query, c)
    text = check.run("--cite=bibtex", "--", query)
    check.expect(text.count("@misc{") == len(ids), query, "BibTeX entries")
    bare = re.sub(r"\\[{}\\]", "", text)
    check.expect(bare.count("{") == bare.count("}"), query, "BibTeX braces")
    lines = check.run("--cite=markdown", "--", query).splitlines()
    check.expect([plain(line.rsplit("), ", 1)[1]) for line in lines] == ids,
                 query, "Markdown citations")


def check_show(check, hits):
    for hit in hits[:3]:
        shown = json.loads(check.run("--format=json", "--show", hit["id"]))
        check.expect([h["id"] for h in shown] == [hit["id"]], hit["id"],
                     "is not what is shown")
        text = hit["excerpt"].removeprefix("… ").removesuffix(" …")
        check.expect(text in shown[0]["excerpt"], hit["id"], "text")
        around = json.loads(check.run("--format=json", "-C", "2", "--show",
                                      hit["id"]))[0]
        item = hit["id"].rsplit("/", 1)[0]
        whole = [h["id"] for h in json.loads(
            check.run("--format=json", "--show", item))]
        near = ([h["id"] for h in around["before"]] + [hit["id"]]
                + [h["id"] for h in around["after"]])
        at = whole.index(hit["id"])
        check.expect(len(near) > 5 or near == whole[max(at - 2, 0):at + 3]
                     or len(whole) != len(set(whole)), hit["id"], near, whole)


# --- counts ------------------------------------------------------------

def value_of(hit, dimension):
    return {"year": (hit["date"] or "")[:4], "month": (hit["date"] or "")[:7],
            "council": hit["council"], "committee": hit["body"],
            "speaker": hit["speaker"] and (hit["speaker"]["person"]
                                           or hit["speaker"]["as_written"]),
            "kind": hit["paragraph"]["kind"],
            "item": hit["id"].rsplit("/", 1)[0]}[dimension] or None


def check_counts(check, query, hits):
    """Against our own count of the hits that are listed."""
    check.expect(check.run("-c", "--", query).strip() == str(len(hits)),
                 query, "-c")
    for by in DIMENSIONS + PAIRS:
        names = by.split(",")
        mine = {}
        for hit in hits:
            key = tuple(value_of(hit, name) for name in names)
            mine[key] = mine.get(key, 0) + 1
        got = json.loads(check.run("--format=json", f"--by={by}", "--",
                                   query))
        theirs = {tuple(row[name] for name in names): row["paragraphs"]
                  for row in got["rows"] if row["paragraphs"]}
        check.expect(theirs == mine, query, by, theirs, mine)
        total = got["total"]
        check.expect(total["paragraphs"] == len(hits), query, by, total)
        check.expect(total["words"] == sum(r["words"] for r in got["rows"]),
                     query, by, "words")
        for row in got["rows"]:
            rate = (row["paragraphs"] * 10000 / row["of_words"]
                    if row["of_words"] else 0)
            check.expect(abs(rate - row["per_10000_words"]) < 0.006, query,
                         row)
            check.expect(row["meetings"] <= row["of_meetings"], query, row)
        rows = list(csv.DictReader(io.StringIO(check.run(
            "--format=csv", f"--by={by}", "--", query), newline="")))
        check.expect([int(r["paragraphs"]) for r in rows]
                     == [r["paragraphs"] for r in got["rows"]], query, by)
    for group, cut in (("item", 1), ("meeting", 2)):
        listed = list(dict.fromkeys(h["id"].rsplit("/", cut)[0]
                                    for h in hits))
        got = json.loads(check.run("--format=json", f"--group={group}", "--",
                                   query))
        check.expect([h["id"].rsplit("/", cut)[0] for h in got] == listed,
                     query, group)
        check.expect(sum(1 + h["further"] for h in got) == len(hits), query,
                     group, "further hits")
    check_page(check, query, check.run("--format=html", "--by=year", "--",
                                       query))


def check_comparison(check):
    queries = QUERIES[:4]
    rows = [json.loads(line) for line in check.run(
        "--format=jsonl", "--compare", *queries).splitlines()]
    for query in queries:
        n = sum(r["paragraphs"] for r in rows if r["query"] == query)
        check.expect(n == int(check.run("-c", "--", query)), query,
                     "compared")
    check_page(check, "compare", check.run("--format=html", "--compare",
                                           *queries))


# --- the order of time -------------------------------------------------

def check_order(check):
    """Hits that come some days at a time are those that come at once."""
    for query in ("kind:(agenda minute decision vote)", "council", "library",
                  "year:2019 -kind:vote"):
        def ids(*args):
            return check.run("--template={id}", *args, query).splitlines()

        old, new = ids("--sort=date"), ids("--sort=-date")
        check.expect(old == ids("--sort=date", "-n", "1000000"), query,
                     "in pieces")
        check.expect(len(old) == int(check.run("-c", query)), query, "-c")
        check.expect(sorted(old) == sorted(new), query, "newest first")
        dates = check.run("--template={date}", "--sort=-date",
                          query).splitlines()
        known = [date for date in dates if date]
        check.expect(known == sorted(known, reverse=True), query, "by date")
        pages = [ids("--sort=-date", f"--offset={n}", "-n", "300")
                 for n in range(0, len(new) + 1, 300)]
        check.expect(sum(pages, []) == new, query, "pages")


# --- passages ----------------------------------------------------------

def check_passages(check, query):
    for line in check.run("--format=jsonl", "--passages=all", "--",
                          query).splitlines():
        hit = json.loads(line)
        whole = json.loads(check.run("--format=json", "--show",
                                     hit["id"]))[0]["excerpt"] if len(
            hit["passages"]) > 1 else None
        at = 0
        for passage in hit["passages"] if whole else []:
            text = passage["excerpt"].removeprefix("… ").removesuffix(" …")
            found = whole.find(text, at)
            check.expect(found >= 0, query, hit["id"], "overlap")
            at = found + len(text)
            check.expect(passage["marks"], query, hit["id"], "marks nothing")
        check.expect(any(p["excerpt"] == hit["excerpt"]
                         for p in hit["passages"]), query, "the best passage")


# --- lists and SQL -----------------------------------------------------

def check_lists(check, scratch):
    path = f"{scratch}/queries"
    pathlib.Path(path).write_text("# ours\na\tdamp\nb\tlibrary closure\n",
                                  encoding="utf-8")
    rows = [json.loads(line) for line in check.run(
        "--format=jsonl", "--queries-from", path).splitlines()]
    for name, query in (("a", "damp"), ("b", "library closure")):
        alone = [json.loads(line) for line in check.run(
            "--format=jsonl", query).splitlines()]
        mine = [r for r in rows if r["query"] == name]
        check.expect([r["id"] for r in mine] == [r["id"] for r in alone],
                     name, "in a list")
    counts = check.run("-c", "--queries-from", path)
    check.expect(counts == "".join(
        f"{n}\t{sum(r['query'] == n for r in rows)}\n" for n in "ab"), counts)
    check_page(check, "a list", check.run("--format=html", "--queries-from",
                                          path))


def check_sql(check):
    sql = ("SELECT id, date, text, line FROM minutes WHERE text LIKE"
           " '%damp%' ORDER BY id")
    rows = json.loads(check.run("--format=json", "--sql", sql))["rows"]
    done = subprocess.run(["sqlite3", "-json", check.index, sql],
                          capture_output=True, check=True)
    check.expect(rows == json.loads(done.stdout), "--sql is not sqlite3")
    text = check.run("--format=csv", "--raw-csv", "--sql", sql)
    check.expect([r["text"] for r in csv.DictReader(io.StringIO(
        text, newline=""))] == [r["text"] for r in rows], "--sql as csv")
    before = pathlib.Path(check.index).read_bytes()
    for bad in ("DELETE FROM meeting", "ATTACH 'x.db' AS x",
                "PRAGMA query_only = OFF", "SELECT 1; SELECT 2", "",
                "SELECT load_extension('x')", "SELECT * FROM nothing",
                "VACUUM INTO 'copy.db'", "PRAGMA user_version"):
        done = subprocess.run([check.program, "-i", check.index, "--sql",
                               bad], capture_output=True, check=False)
        check.expect(done.returncode == 2, bad, done.returncode)
    check.expect(before == pathlib.Path(check.index).read_bytes(),
                 "an index was changed")
    done = subprocess.run(
        [check.program, "-i", check.index, "--time-limit=1", "--sql",
         "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
         " SELECT count(*) FROM n"], capture_output=True, check=False,
        timeout=20)
    check.expect(done.returncode == 2 and b"1 second" in done.stderr,
                 "a statement without end", done.stderr)


# --- reports -----------------------------------------------------------

def check_reports(check):
    for query in ("damp", "library speaker:okafor", "nothingofthekind",
                  "committee:cabinet year:2022", "kind:vote"):
        report = json.loads(check.run("--format=json", "--report", query))
        n = int(check.run("-c", query))
        check.expect({"fact": "Found", "value": f"{n} paragraphs"}
                     in report["about"], query, report["about"])
        if "citations" in report:
            hits = [json.loads(line)["id"] for line in check.run(
                "--format=jsonl", query).splitlines()]
            check.expect(sorted(c["id"] for c in report["citations"])
                         == sorted(hits), query, "citations")
            check.expect(sum(row["paragraphs"] for row in report["years"])
                         <= n, query, "years")
        for hit in report.get("decisions", []):
            check.expect(hit["paragraph"]["kind"] in ("decision", "vote"),
                         query, hit["id"])
        years = [hit["date"] for hit in report.get("passages", [])]
        check.expect([y[:4] for y in years if y]
                     == sorted(y[:4] for y in years if y), query, years)
        page = check_page(check, ["report", query],
                          check.run("--format=html", "--report", query))
        check.expect("passages" not in report or "svg" in page.names
                     or n == 0, query, "no picture")
        check.run("--format=md", "--report", query)
    for about in (["--people"], ["--person=castello"], ["--who=castello"],
                  ["--suggest-merges"]):
        check_page(check, about, check.run("--format=html", *about))


# --- alerts ------------------------------------------------------------

def add_minutes(build, folder, index, n):
    """A new meeting with one paragraph more; its number of hits is 1."""
    (folder / f"{n}.txt").write_text(
        "Larkhythe Council\n\nCabinet\n\nMinutes of the meeting held on"
        f" {1 + n % 28} March {1990 + n // 28}\n\n1. Roofs\n\n"
        f"1.1 Roof number {n} was damp.\n", encoding="utf-8")
    subprocess.run([f"{build}/minutes-index", "-q", "-i", index, folder],
                   check=False)


def check_alerts(check, build, scratch):
    """Killed, run twice at once, indexed afresh: never lost, never double."""
    folder, index = pathlib.Path(scratch) / "alerts", f"{scratch}/alerts.db"
    folder.mkdir()
    add_minutes(build, folder, index, 0)
    check.run("--save", "roofs", "damp", index=index)
    command = [check.program, "--alert", "all", "--template={id}"]
    told, n_killed = [], 0
    for n in range(1, 40):
        add_minutes(build, folder, index, n)
        run = subprocess.Popen(command, stdout=subprocess.PIPE)
        other = subprocess.Popen(command, stdout=subprocess.PIPE)
        try:
            run.wait(timeout=n % 13 / 1000)
        except subprocess.TimeoutExpired:
            run.kill()
            n_killed += 1
        was_killed = run.wait() not in (0, 1)
        first = run.stdout.read().decode().split()
        second = other.communicate()[0].decode().split()
        last = subprocess.run(command, capture_output=True,
                              check=False).stdout.decode().split()
        new = set(first + second + last)
        check.expect(len(new) == 1, n, "lost", first, second, last)
        check.expect(was_killed or len(first + second) == 1, n, "double",
                     first, second)
        check.expect(not last, n, "told again", last)
        told += new
    check.expect(len(set(told)) == len(told), "an id in two alerts")
    os.unlink(index)
    subprocess.run([f"{build}/minutes-index", "-q", "-i", index, folder],
                   check=False)
    check.expect(check.run("--alert", "roofs", "--format=jsonl",
                           index=index) == "", "indexing afresh is news")
    add_minutes(build, folder, index, 99)
    feed = check.run("--alert", "roofs", "--format=atom", index=index)
    check_feed(check, "alert", feed, 1)
    check_feed(check, "search", check.run("--format=atom", "damp"),
               int(check.run("-c", "damp")))


def check_feed(check, what, text, n):
    atom = "{http://www.w3.org/2005/Atom}"
    feed = xml.etree.ElementTree.fromstring(text)
    entries = feed.findall(f"{atom}entry")
    check.expect(feed.tag == f"{atom}feed" and len(entries) == n, what,
                 "entries", len(entries))
    for part in [feed] + entries:
        for name in ("id", "title", "updated", "author"):
            check.expect(len(part.findall(atom + name)) == 1, what, name)
        check.expect(re.fullmatch(r"urn:minutebook:[!-~]+",
                                  part.find(f"{atom}id").text), what, "id")
        check.expect(re.fullmatch(r"[0-9-]{10}T[0-9:]{8}Z",
                                  part.find(f"{atom}updated").text), what,
                     "updated")
    ids = [entry.find(f"{atom}id").text for entry in entries]
    check.expect(len(ids) == len(set(ids)), what, "an id twice")


# --- hostile minutes ---------------------------------------------------

HOSTILE = """Larkhythe Council

Cabinet

Minutes of the meeting held on 4 March 2021

1. =cmd|' /C calc'!A0 <script>alert(1)</script>

1.1 =HYPERLINK("http://evil.example","damp") said "damp", and more.

1.2 @SUM(A1) damp & mould <b>bold</b> *stars* _lines_ [link](x) `code` |

1.3 -2+3 damp\u202e reversed \u200b and {braces} \\ backslash % $ # ~ ^
"""


def check_hostile(check, build, scratch):
    folder = pathlib.Path(scratch) / "=hostile, \"folder\""
    folder.mkdir()
    (folder / "@a\tb.txt").write_text(HOSTILE, encoding="utf-8")
    index = f"{scratch}/hostile.db"
    subprocess.run([f"{build}/minutes-index", "-q", "-i", index, folder],
                   check=False)
    hits = [json.loads(line) for line in check.run(
        "--format=jsonl", "damp", index=index).splitlines()]
    check.expect(len(hits) >= 3, "hostile minutes are not found", hits)
    for args in (["damp"], ["--by=item", "damp"], ["--fields=place,text",
                                                  "damp"]):
        for format in ("csv", "tsv"):
            text = check.run(f"--format={format}", *args, index=index)
            rows = (csv.reader(io.StringIO(text, newline=""))
                    if format == "csv" else
                    (line.split("\t") for line in text.split("\n")))
            check.expect(not any(re.match(r"[=+\-@\t\r]", cell)
                                 for row in rows for cell in row), args,
                         "a formula", text)
    for args in (["damp"], ["--by=item", "damp"], ["--passages=all", "-C1",
                                                  "damp"],
                 ["--report", "damp"], ["--report", "committee:cabinet"]):
        check_page(check, ["hostile"] + args,
                   check.run("--format=html", *args, index=index))
    json.loads(check.run("--cite=csl", "damp", index=index))
    text = check.run("--cite=bibtex", "damp", index=index)
    bare = re.sub(r"\\[{}\\]", "", text)
    check.expect(bare.count("{") == bare.count("}"), "hostile BibTeX", text)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    build, folder = sys.argv[1:]
    schema = json.loads(pathlib.Path("docs/hit.schema.json").read_text(
        encoding="utf-8"))
    with tempfile.TemporaryDirectory() as scratch:
        os.environ.pop("MINUTES_INDEX", None)
        os.environ["XDG_STATE_HOME"] = f"{scratch}/state"
        index = f"{scratch}/corpus.db"
        subprocess.run([f"{build}/minutes-index", "-q", "-i", index, folder],
                       check=False)
        check = Checker(build, index)
        for query in QUERIES:
            hits = check_formats(check, schema, query)
            check_counts(check, query, hits)
            check_citations(check, query, hits)
            check_show(check, hits)
        check_order(check)
        check_passages(check, "library")
        check_passages(check, "council")
        check_comparison(check)
        check_lists(check, scratch)
        check_sql(check)
        check_reports(check)
        check_alerts(check, build, scratch)
        check_hostile(check, build, scratch)
    print(f"outputs: {check.n_checked} checks, {check.n_failed} failed")
    return check.n_failed > 0


if __name__ == "__main__":
    sys.exit(main())
