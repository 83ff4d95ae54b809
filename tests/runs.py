#!/usr/bin/env python3
"""Runs of minutes-index, seen from outside: files, messages, exit status.

usage: runs.py BUILD [NAME]...

Each function whose name begins with "test_" is a case, run in an empty
folder of its own; NAMEs choose some.
"""

import json
import os
import pathlib
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import unicodedata

import content

CORPUS = pathlib.Path(__file__).resolve().parent.parent / "corpus"

MINUTES = """Minutes of a meeting of the {0} Committee held on 3 March 2020

1. Apologies
There were none.

2. {0} report
Councillor Toms reported that the {0} was late.
"""


class Runs:
    """The programs of one build, and what they were found to do wrong."""

    def __init__(self, build):
        self.build = os.path.abspath(build)
        self.case, self.n_checked, self.n_failed = "", 0, 0

    def index(self, *args, **options):
        """A finished run of minutes-index."""
        return subprocess.run([f"{self.build}/minutes-index", *args],
                              stdout=options.pop("stdout", subprocess.PIPE),
                              stderr=subprocess.PIPE, text=True, check=False,
                              **options)

    def expect(self, holds, *what):
        self.n_checked += 1
        if not holds:
            self.n_failed += 1
            print(f"runs: {self.case}:", *what)

    def expect_status(self, run, status):
        self.expect(run.returncode == status,
                    f"{run.args[1:]} ended with {run.returncode}, not "
                    f"{status}: {run.stderr}")


def write(path, subject="Library"):
    path = pathlib.Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(MINUTES.format(subject), encoding="utf-8")


def rows(index, sql):
    database = sqlite3.connect(f"file:{index}?mode=ro", uri=True)
    try:
        return database.execute(sql).fetchall()
    finally:
        database.close()


def paths(index):
    return sorted(path for path, in rows(index, "SELECT path FROM document"))


def test_an_index_in_its_own_folder(runs):
    write("m/a.txt")
    pathlib.Path("link.db").symlink_to("m/u.db")
    for index in ("m/u.db", "m/u.db", "link.db"):
        run = runs.index("-v", "-i", index, "m")
        runs.expect_status(run, 0)
        runs.expect(paths(index) == ["a.txt"], paths(index))
        runs.expect("not minutes: an SQLite database" in run.stderr,
                    run.stderr)
    write("m/b.db-lock")  # no database beside it
    runs.expect_status(runs.index("-i", "m/u.db", "m"), 0)
    runs.expect(paths("m/u.db") == ["a.txt", "b.db-lock"], paths("m/u.db"))


def test_databases_are_no_minutes(runs):
    write("m/a.txt")
    with sqlite3.connect("m/other.txt") as database:
        database.execute("CREATE TABLE t (x)")
    database.close()
    pathlib.Path("m/other.txt-wal").touch()
    run = runs.index("-v", "-i", "u.db", "m")
    runs.expect_status(run, 0)
    runs.expect("other.txt: not minutes: an SQLite database" in run.stderr,
                run.stderr)
    runs.expect(paths("u.db") == ["a.txt"], paths("u.db"))
    run = runs.index("-v", "--extract", "m")
    runs.expect_status(run, 0)
    runs.expect(run.stdout.count("\n") == 1, run.stdout)


def test_a_signal_while_printing(runs):
    for k in range(400):
        write(f"m/{k:03}.txt")
    for option, whole in (("--extract", True), ("--dump=blocks", False)):
        run = subprocess.Popen([f"{runs.build}/minutes-index", option, "m"],
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        time.sleep(0.5)  # the pipe is full by now
        run.send_signal(signal.SIGINT)
        time.sleep(0.1)
        out, err = run.communicate()
        runs.expect(run.returncode == 2, option, "status", run.returncode)
        runs.expect(b"minutes-index: stopped" in err, option, err)
        runs.expect(out.endswith(b"\n"), option, "a line is cut")
        if whole:
            runs.expect(len([json.loads(x) for x in out.splitlines()]) < 400,
                        "all were printed")


def test_a_full_disk_behind_the_output(runs):
    write("m/a.txt")
    for args in (["--version"], ["--help"], ["--completion=fish"],
                 ["--extract", "m"], ["--dump=lines", "m"]):
        with open("/dev/full", "w", encoding="ascii") as full:
            run = runs.index(*args, stdout=full)
        runs.expect_status(run, 2)
        runs.expect("standard output: No space left" in run.stderr, args,
                    run.stderr)


def test_a_reader_that_goes_away(runs):
    for k in range(400):
        write(f"m/{k:03}.txt")
    for args in (["--extract", "m"], ["--dump=blocks", "m"], ["--help"]):
        with subprocess.Popen([f"{runs.build}/minutes-index", *args],
                              stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE) as run:
            run.stdout.close()
            runs.expect(run.stderr.read() == b"", args, "says something")
            run.wait()
            runs.expect(run.returncode == 0, args, run.returncode)


def test_a_path_that_is_not_there(runs):
    run = runs.index("-i", "u.db", "nosuch")
    runs.expect_status(run, 2)
    runs.expect("'nosuch': no such file or directory" in run.stderr,
                run.stderr)
    runs.expect(not os.listdir("."), os.listdir("."))
    runs.expect_status(runs.index("--dry-run", "-i", "u.db", "nosuch"), 2)

    write("m/a.txt")
    run = runs.index("-i", "u.db", "nosuch", "m")
    runs.expect_status(run, 1)
    runs.expect("nosuch: no such file or directory" in run.stderr, run.stderr)
    runs.expect(len(rows("u.db", "SELECT * FROM root")) == 1, "has a root")
    runs.expect_status(runs.index("-i", "u.db", "nosuch"), 2)

    os.rename("m", "away")
    run = runs.index("-i", "u.db", "m/")
    runs.expect_status(run, 1)
    runs.expect("m/: No such file" in run.stderr, run.stderr)
    runs.expect(paths("u.db") == ["a.txt"], "what was in it is gone")


def same_content(runs, index, *given):
    """Whether @index holds what a new index of these paths would."""
    if os.path.exists("fresh.db"):
        os.remove("fresh.db")
    runs.expect_status(runs.index("-i", "fresh.db", *given), 0)
    lines = content.differences(runs.build, index, "fresh.db")
    runs.expect(not lines, "differs from fresh:", "\n".join(lines))


def test_paths_inside_one_another(runs):
    write("m/2020/a.txt", "Library")
    write("m/2020/b.txt", "Roads")
    write("m/2021/c.txt", "Parks")
    both = ["2020/a.txt", "2020/b.txt", "2021/c.txt"]

    runs.index("-i", "u.db", "m/2020", "m/2021/c.txt", "m", "m/2020/a.txt")
    runs.expect(paths("u.db") == both, paths("u.db"))
    same_content(runs, "u.db", "m")

    # a part of a known root: taken in and swept by itself
    os.remove("m/2020/b.txt")
    os.remove("m/2021/c.txt")
    write("m/2020/d.txt", "Ponds")
    run = runs.index("-i", "u.db", "m/2020")
    runs.expect(" 2 files seen, 1 indexed" in run.stderr, run.stderr)
    runs.expect(paths("u.db") == ["2020/a.txt", "2020/d.txt", "2021/c.txt"],
                paths("u.db"))
    write("m/2021/c.txt", "Parks")
    run = runs.index("-i", "u.db", "m/2021/c.txt")
    runs.expect(" 1 files seen, 1 indexed" in run.stderr or
                " 1 unchanged" in run.stderr, run.stderr)
    same_content(runs, "u.db", "m")


def test_a_folder_around_a_known_one(runs):
    write("m/2020/a.txt", "Library")
    write("m/2021/c.txt", "Parks")
    write("m/.old/d.txt", "Ponds")
    runs.index("-i", "u.db", "m/2020", "m/2021/c.txt", "m/.old")
    runs.expect(len(rows("u.db", "SELECT * FROM root")) == 3, "three roots")
    run = runs.index("-i", "u.db", "m")
    runs.expect_status(run, 0)
    runs.expect(paths("u.db") == ["2020/a.txt", "2021/c.txt", "d.txt"],
                paths("u.db"))  # what is hidden in m was given by itself
    runs.expect(len(rows("u.db", "SELECT * FROM root")) == 2, "two roots")


def test_links_to_a_known_root(runs):
    write("m/2020/a.txt")
    os.symlink("m", "link")
    os.symlink("m/2020", "year")
    runs.index("-i", "u.db", "m")
    runs.index("-i", "u.db", "year", "link/2020/a.txt")
    same_content(runs, "u.db", "m")


def test_forgetting_a_root(runs):
    write("m/a.txt", "Library")
    write("n/b.txt", "Roads")
    runs.expect_status(runs.index("--forget", "-i", "u.db", "m"), 2)
    runs.expect(not os.path.exists("u.db"), "made an index")
    runs.index("-i", "u.db", "m", "n")
    runs.expect_status(runs.index("--forget", "-n", "-i", "u.db", "m"), 0)
    run = runs.index("--forget", "-i", "u.db", "m", "m/a.txt")
    runs.expect_status(run, 2)
    runs.expect("'m/a.txt' was never given" in run.stderr, run.stderr)
    runs.expect(paths("u.db") == ["a.txt", "b.txt"], paths("u.db"))

    os.rename("m", "away")
    run = runs.index("--forget", "-i", "u.db", "./m/")
    runs.expect_status(run, 0)
    runs.expect("1 removed" in run.stderr, run.stderr)
    runs.expect(paths("u.db") == ["b.txt"], paths("u.db"))
    same_content(runs, "u.db", "n")


def test_an_index_tells_what_it_is(runs):
    write("m/a.txt")
    runs.index("-i", "u.db", "m")
    runs.expect(rows("u.db", "SELECT name, value FROM setting"
                     " WHERE name = 'extractor'") ==
                rows("u.db", "SELECT 'extractor', extractor || ''"
                     " FROM document"), "setting")


def test_views_leave_out_what_is_hidden(runs):
    """The corpus has items that are cut, whole on pages of their own."""
    runs.index("-i", "u.db", str(CORPUS))
    runs.expect(rows("u.db", "SELECT 1 FROM item WHERE is_hidden"),
                "nothing is hidden")
    for view, table in (
            ("named", "mention t JOIN paragraph x ON x.id = t.paragraph"),
            ("voted", "vote t JOIN paragraph x"
             " ON x.item = t.item AND x.seq = t.paragraph")):
        shown, = rows("u.db", f"SELECT count(*) FROM {view}")
        whole, = rows("u.db", f"SELECT count(*) FROM {table}"
                      " WHERE NOT x.is_hidden")
        runs.expect(shown == whole, view, shown, "rows, not", whole)


def words(text):
    """Only letters and digits, for comparing, between blanks."""
    text = unicodedata.normalize("NFKD", text).casefold()
    text = "".join(c for c in text if not unicodedata.combining(c))
    return " " + " ".join(re.findall(r"[^\W_]+", text.replace("&", " and "))
                          ) + " "


def test_folding_loses_no_words(runs):
    runs.index("-i", "u.db", str(CORPUS))
    shown, titles, n_hidden = {}, {}, 0
    for meeting, item, text, title in rows("u.db", """
            SELECT d.meeting, i.id, p.text, coalesce(i.title, '')
            FROM paragraph p JOIN item i ON i.id = p.item
            JOIN document d ON d.id = i.document
            WHERE NOT p.is_hidden ORDER BY i.id, p.seq"""):
        items = shown.setdefault(meeting, {})
        items[item] = items.get(item, " ") + words(text).lstrip()
        titles.setdefault(meeting, set()).add(words(title))
    for meeting, text, title, is_cut, path in rows("u.db", """
            SELECT d.meeting, p.text, coalesce(i.title, ''), p.is_cut, d.path
            FROM paragraph p JOIN item i ON i.id = p.item
            JOIN document d ON d.id = i.document WHERE p.is_hidden"""):
        text, n_hidden = words(text), n_hidden + 1
        if is_cut:
            text = text[:text.rstrip().rfind(" ") + 1]
        runs.expect(any(text in item for item in shown[meeting].values()),
                    path, "lost:", text)
        runs.expect(any(words(title) in t for t in titles[meeting]),
                    path, "lost the title", title)
    runs.expect(n_hidden > 100, "only", n_hidden, "are hidden")


def test_every_source_of_an_item_is_listed(runs):
    runs.index("-i", "u.db", str(CORPUS))
    n_items, = rows("u.db", "SELECT count(*) FROM item")
    n_sources, = rows("u.db", "SELECT count(*) FROM source")
    runs.expect(n_items == n_sources, n_sources, "sources of", n_items)
    alone = rows("u.db", "SELECT id, path FROM source GROUP BY id"
                 " HAVING max(is_shown) = 0")
    runs.expect(not alone, "shown nowhere:", alone)


def test_an_older_index_is_brought_up_to_date(runs):
    write("m/a.txt")
    runs.index("-i", "u.db", "m")
    with sqlite3.connect("u.db") as database:
        database.executescript("""
            DROP VIEW source; DROP VIEW named; DROP VIEW minutes;
            DROP VIEW attended; DROP VIEW voted; DROP VIEW ballot;
            DROP TABLE lead; ALTER TABLE vote DROP COLUMN paragraph;
            DROP TABLE candidate; DROP TABLE naming; DROP TABLE beside;
            DROP TABLE person_name; DROP TABLE people_file;
            DROP TABLE person;
            CREATE TABLE person (
                id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
            DROP INDEX attendance_role;
            ALTER TABLE alias DROP COLUMN office;
            ALTER TABLE alias ADD COLUMN person INTEGER REFERENCES person;
            DELETE FROM setting;
            DROP VIEW paragraph_source;
            CREATE VIEW paragraph_source (id, title, text) AS
                SELECT p.id, i.title, p.text
                FROM paragraph p JOIN item i ON i.id = p.item;
            DROP INDEX item_same; ALTER TABLE item DROP COLUMN same_as;
            DROP INDEX paragraph_hidden;
            ALTER TABLE paragraph DROP COLUMN is_hidden;
            PRAGMA user_version = 1""")
    database.close()
    runs.expect_status(runs.index("-i", "u.db", "m"), 0)
    same_content(runs, "u.db", "m")
    runs.expect(rows("u.db", "SELECT count(*) FROM source") == [(2,)] or
                rows("u.db", "SELECT count(*) FROM source") == [(1,)],
                "the new view")
    columns = ("SELECT m.name, c.name, c.type, c.\"notnull\", c.dflt_value, c.pk"
               " FROM sqlite_schema m, pragma_table_info(m.name) c"
               " WHERE m.type IN ('table', 'view')"
               " AND m.name <> 'paragraph_fts' ORDER BY 1, 2")
    runs.expect(rows("u.db", columns) == rows("fresh.db", columns),
                "columns of an upgraded index",
                set(rows("u.db", columns)) ^ set(rows("fresh.db", columns)))
    runs.expect(rows("u.db", "PRAGMA foreign_key_check") == [],
                "an upgraded index is broken")


def test_views_join_the_full_text_table(runs):
    """From the shell of SQLite, with and without our tokenizer."""
    runs.index("-i", "u.db", str(CORPUS))

    def shell(*commands):
        return subprocess.run(["sqlite3", "-readonly", "u.db", *commands],
                              capture_output=True, text=True, check=False)

    if "runtime does not come first" in shell(
            f".load {runs.build}/minutebook.so", "SELECT 1").stderr:
        return  # the shell has no sanitizers
    done = shell(f".load {runs.build}/minutebook.so",
                 "SELECT m.id FROM paragraph_fts f JOIN minutes m"
                 " ON m.paragraph = f.rowid WHERE paragraph_fts MATCH 'damp'"
                 " ORDER BY m.id")
    found = subprocess.run(
        [f"{runs.build}/minutes-query", "-i", "u.db", "--format=jsonl",
         "--no-synonyms", "--fields=id", "--match=all", "=damp"],
        capture_output=True, text=True, check=False).stdout
    wanted = {json.loads(line)["id"] for line in found.splitlines()}
    runs.expect(wanted and wanted <= set(done.stdout.split()), "joined",
                done.stdout[:200], done.stderr, wanted)
    done = shell("SELECT count(*) FROM minutes m JOIN paragraph p"
                 " ON p.id = m.paragraph")
    shown = rows("u.db", "SELECT count(*) FROM minutes")[0][0]
    runs.expect(done.stdout.strip() == str(shown), "not one row for each",
                done.stdout, shown)


def pdf_of_pictures(*pictures):
    """A PDF file of which each page is a picture: (width, height, grays)."""
    kids = " ".join(f"{3 + 3 * i} 0 R" for i in range(len(pictures)))
    objects = ["<</Type/Catalog/Pages 2 0 R>>".encode(),
               f"<</Type/Pages/Count {len(pictures)}/Kids[{kids}]>>".encode()]
    for i, (width, height, grays) in enumerate(pictures):
        show = b"q 595 0 0 842 0 0 cm /P Do Q"
        objects += [
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<"
            f"/XObject<</P {4 + 3 * i} 0 R>>>>/Contents {5 + 3 * i} 0 R>>"
            .encode(),
            f"<</Type/XObject/Subtype/Image/Width {width}/Height {height}"
            f"/ColorSpace/DeviceGray/BitsPerComponent 8/Length {len(grays)}>>"
            "\nstream\n".encode() + grays + b"\nendstream",
            f"<</Length {len(show)}>>\nstream\n".encode() + show
            + b"\nendstream"]
    out, places = b"%PDF-1.4\n", []
    for i, content_of in enumerate(objects):
        places.append(len(out))
        out += f"{i + 1} 0 obj\n".encode() + content_of + b"\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    return out + (f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{table}"
                  f"trailer\n<</Size {len(places) + 1}/Root 1 0 R>>\n"
                  f"startxref\n{len(out)}\n%%EOF\n").encode()


def stand_in(name, script):
    """A program of ours; it can start no other, confined as it runs."""
    os.makedirs("bin", exist_ok=True)
    pathlib.Path("bin", name).write_text("#!/bin/sh\n" + script,
                                         encoding="utf-8")
    os.chmod(f"bin/{name}", 0o755)


# Two lines of a page, as tesseract prints them.
TABLE = """level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\
\twidth\theight\tconf\ttext
1\t1\t0\t0\t0\t0\t0\t0\t2480\t3508\t-1\t
4\t1\t1\t1\t1\t0\t300\t300\t900\t40\t-1\t
5\t1\t1\t1\t1\t1\t300\t300\t60\t40\t96\t1.
5\t1\t1\t1\t1\t2\t400\t310\t300\t30\t95\tApologies
4\t1\t1\t1\t2\t0\t300\t500\t900\t40\t-1\t
5\t1\t1\t1\t2\t1\t300\t500\t200\t40\t93\tThere
5\t1\t1\t1\t2\t2\t520\t500\t150\t30\t93\twere
5\t1\t1\t1\t2\t3\t690\t500\t200\t30\t93\tnone.
"""

def path_with(*programs):
    """Our stand-ins, and of the real programs these."""
    for program in programs:
        if not os.path.exists(f"bin/{program}"):
            os.symlink(shutil.which(program), f"bin/{program}")
    return {**os.environ, "PATH": os.path.abspath("bin")}


def test_scans_are_read_when_wanted(runs):
    pathlib.Path("m").mkdir()
    pathlib.Path("m/scan.pdf").write_bytes(
        pdf_of_pictures((1, 1, b"\xff")))
    os.mkdir("bin")
    env = path_with("pdftotext", "pdftohtml", "pdftoppm")
    text = "SELECT text FROM minutes WHERE text LIKE '%none.'"
    what = "SELECT what FROM problem ORDER BY 1"

    runs.expect_status(runs.index("-i", "u.db", "m", env=env), 0)
    runs.expect(rows("u.db", what) == [
        ("a scan: its pages are pictures without text",)], "a scan",
                rows("u.db", what))
    missing = runs.index("-i", "u.db", "--ocr", "m", env=env)
    runs.expect_status(missing, 1)
    runs.expect("scan.pdf: to read it needs 'tesseract', which is not "
                "installed: it is in the package tesseract-ocr"
                in missing.stderr, missing.stderr)

    stand_in("tesseract", "echo deu\n")
    runs.expect("tesseract-ocr-eng" in
                runs.index("--ocr", "--extract", "m", env=env).stderr,
                "no language")
    stand_in("tesseract", "echo its reason >&2; exit 1\n")
    runs.expect("'tesseract' failed: its reason" in
                runs.index("--ocr", "--extract", "m", env=env).stderr,
                "a failure")

    pathlib.Path("bin/tesseract.out").write_text(TABLE, encoding="utf-8")
    stand_in("tesseract",
             'if [ "$1" = --list-langs ]; then echo eng; exit; fi\n'
             'while read -r row; do printf "%s\\n" "$row"; done <'
             f'"{os.path.abspath("bin/tesseract.out")}"\n')
    again = runs.index("-i", "u.db", "--ocr", "m", env=env)
    runs.expect("1 indexed" in again.stderr, again.stderr)
    runs.expect(rows("u.db", text), rows("u.db", "SELECT text FROM minutes"))
    runs.expect(rows("u.db", what)[-1] == (
        "text from OCR: its pages are pictures, and not every word may be "
        "right",), rows("u.db", what))
    for more in ((), ("--ocr",), ("--rehash",)):
        run = runs.index("-i", "u.db", *more, "m", env=env)
        runs.expect("1 unchanged" in run.stderr, more, run.stderr)
    # it changes, and nobody says --ocr: it is not lost
    with open("m/scan.pdf", "ab") as pdf:
        pdf.write(b"% signed\n")
    run = runs.index("-i", "u.db", "m", env=env)
    runs.expect("1 indexed" in run.stderr, run.stderr)
    runs.expect(rows("u.db", text), "lost")


def test_a_scan_is_read_by_tesseract(runs):
    if not shutil.which("tesseract"):
        print("runs: skipped: a scan read by tesseract, which is not here")
        return
    source = CORPUS / "larkhythe" / "audit" / "2024" / \
        "printed minutes 24th July 2024.pdf"
    picture = subprocess.run(["pdftoppm", "-gray", "-r", "200", "-f", "1",
                              "-l", "1", source], capture_output=True,
                             check=True).stdout
    size = re.match(rb"P5\s(\d+) (\d+)\s255\s", picture)
    pathlib.Path("scan.pdf").write_bytes(pdf_of_pictures(
        (int(size[1]), int(size[2]), picture[size.end():])))
    run = runs.index("--ocr", "--extract", "scan.pdf")
    runs.expect_status(run, 0)
    record = json.loads(run.stdout)
    runs.expect(record["meeting"]["body"] == "Audit Committee",
                record["meeting"])
    runs.expect("Cyber security" in [i["title"] for i in record["items"]],
                [i["title"] for i in record["items"]])


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    runs, n_cases = Runs(sys.argv[1]), 0
    for name, case in sorted(globals().items()):
        if not name.startswith("test_") or \
                (sys.argv[2:] and name not in sys.argv[2:]):
            continue
        runs.case, n_cases = name[5:], n_cases + 1
        with tempfile.TemporaryDirectory() as scratch:
            os.chdir(scratch)
            case(runs)
            os.chdir("/")
    print(f"runs: {n_cases} cases, {runs.n_checked} checks, "
          f"{runs.n_failed} failed")
    sys.exit(1 if runs.n_failed or not n_cases else 0)


main()
