#!/usr/bin/env python3
"""Documents that nobody would write: a record or a clear problem, in bounds.

usage: limits.py BUILD [-v] [NAME]...

Each function whose name begins with "make_" writes one file and returns what
must become of it: READ, or words of the problem.  NAMEs choose some.
minutes-index reads it, with all of its children, in at most MEGABYTES of
memory and SECONDS of processor time.
"""

import base64
import io
import os
import pathlib
import subprocess
import sys
import tempfile
import threading
import zipfile

MEGABYTES = 256
SECONDS = 60

HEAD = "Minutes of the Library Committee held on 3 March 2020\n\n"
LINE = "Councillor Toms reported that the roof of the library was late.\n"

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OASIS = "urn:oasis:names:tc:opendocument:xmlns:"

MIMETYPE = "application/vnd.oasis.opendocument.text"

READ = ""


def write(name, *parts):
    with open(name, "w", encoding="utf-8") as file:
        for part in parts:
            file.write(part)


def archive(*members):
    """A ZIP archive in memory; members are names and bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members:
            how = zipfile.ZIP_STORED if name == "mimetype" else None
            packed.writestr(name, content, how)
    return out.getvalue()


def write_archive(name, *members):
    pathlib.Path(name).write_bytes(archive(*members))


# --- text ------------------------------------------------------------------

def make_text_of_100_megabytes():
    write("large.txt", HEAD, *[LINE] * (100 * 1024 * 1024 // len(LINE)))
    return "more than the 64 MiB"


def make_text_of_60_megabytes():
    write("large.txt", HEAD, *[LINE] * (60 * 1024 * 1024 // len(LINE)))
    return "bytes of text, more than the 6 MiB"


def make_text_of_6_megabytes():
    write("large.txt", HEAD, *[LINE] * (6 * 1000 * 1000 // len(LINE)))
    return READ


def make_one_line():
    write("line.txt", HEAD, LINE.replace("\n", " ") * 95000)
    return READ


def make_empty_lines():
    write("empty.txt", HEAD, "\n" * 6000000)
    return READ


def make_brackets():
    write("brackets.md", HEAD, "# Minutes\n\n", "[" * 5000000, "\n")
    return READ


def make_markers():
    write("markers.txt", HEAD, "(a) " * 1500000)
    return READ


def make_apologies():
    write("apologies.txt", "Agenda item\n\nApologies\n\nMinutes:\n\n"
          "Apologies were received from Cllr Ames",
          ". Apologies from Cllr Finch. Cllr Bell and Cllr Toms" * 60000,
          ".\n")
    return READ


def make_rows():
    write("rows.txt", "No. | Item |\n---|---\nBudget ", "Minutes: x " * 300000,
          "|\n|\nHours To note them. Minutes: None. |\n")
    return READ


def make_paragraphs():
    write("many.txt", HEAD, *[f"{n}. The roof is late.\n\n"
                              for n in range(1, 90001)])
    return READ


# --- HTML and XML ----------------------------------------------------------

def make_html_nested():
    write("deep.html", "<html><body>", "<div>" * 100000, LINE,
          "</div>" * 100000)
    return READ


def make_html_of_tables_in_tables():
    write("tables.html", "<html><body>", "<table><tr><td>" * 100000, LINE)
    return READ


def make_html_of_one_tag():
    write("tag.html", "<html><body><p ", 'a="b" ' * 1000000, ">", LINE)
    return READ


def make_html_of_6_megabytes():
    write("large.html", "<html><body>", *[f"<p>{LINE}</p>"] * 85000)
    return READ


def picture(size, line_bytes=0):
    """A data: URI of about @size bytes, in lines if wanted."""
    bits = base64.b64encode(os.urandom(3 * 19000)).decode()
    if line_bytes:
        bits = "\n".join(bits[at:at + line_bytes]
                         for at in range(0, len(bits), line_bytes))
    return "data:image/png;base64," + bits * (size // len(bits))


def make_html_of_pictures():
    """As a browser saves a page with what belongs to it as one file."""
    write("saved.html", "<html><style>p { background: url(",
          picture(10000000), ") }</style><body>",
          *[f'<p>{LINE}</p><img src="{picture(4000000, 76)}">'] * 12)
    return READ


def make_html_of_6_megabytes_and_pictures():
    """As much of both as is read."""
    write("full.html", "<html><body>", *[f"<p>{LINE}</p>"] * 84000,
          f"<img src='{picture(58000000)}'>")
    return READ


def make_html_of_many_small_pictures():
    write("dots.html", "<html><body>", *[
        '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><i>.</i>'
    ] * 90000, LINE)
    return READ


def make_text_of_broken_pictures():
    """Each could go on to the end of the file."""
    write("broken.txt", HEAD, "(data:image/svg+xml," * 3000000)
    return READ


def make_pictures_in_an_archive():
    write_archive("saved.zip", ("saved.html", "<html><body>" + LINE +
                                f'<img src="{picture(30000000)}">'))
    return READ


def laughs(name):
    """Entities that double: ten to the ninth words in a few bytes."""
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">'
                       for n in range(1, 10))
    return (f'<?xml version="1.0"?><!DOCTYPE {name} [<!ENTITY l0 "ha">'
            f"{entities}]>")


def make_billion_laughs():
    write("laughs.xml", laughs("getmeeting"), "<getmeeting>"
          "<agendaitemtitle>&l9;</agendaitemtitle></getmeeting>")
    return READ


def make_billion_laughs_in_word():
    write_archive("laughs.docx", ("word/document.xml", laughs("w:document") +
                                  f"<w:document {W}><w:body><w:p><w:r><w:t>"
                                  "&l9;</w:t></w:r></w:p></w:body>"
                                  "</w:document>"))
    return "broken XML"


# --- archives --------------------------------------------------------------

def make_bomb():
    write_archive("bomb.zip", ("a.txt", b"0" * 30000000))
    return "inflates more than 200 times"


def make_large_bomb():
    write_archive("bomb.zip", ("a.txt", b"0" * 500000000))
    return "larger than 32 MiB"


def make_many_large_files():
    write_archive("many.zip", *[(f"{n}.txt", HEAD + os.urandom(3000000).hex())
                                for n in range(12)])
    return READ


def make_nested_archives():
    inner = archive(("a.txt", b"0" * 100000000))
    for _ in range(10):
        inner = archive(("in.zip", inner))
    pathlib.Path("nested.zip").write_bytes(inner)
    return READ


def make_word_bomb():
    write_archive("bomb.docx",
                  ("word/document.xml", b"<w:document>" + b" " * 30000000))
    return "inflates more than 200 times"


def make_odt_bomb():
    write_archive("bomb.odt", ("mimetype", MIMETYPE),
                  ("content.xml", b"<x>" + b" " * 500000000))
    return "larger than 32 MiB"


def make_word_of_large_parts():
    """Each is small enough by itself."""
    part = os.urandom(15000000).hex().encode()
    write_archive("parts.docx", ("word/document.xml", part),
                  ("word/styles.xml", part), ("word/footnotes.xml", part))
    return "larger than 32 MiB"


def word(body):
    """Padded, so that it inflates like a document."""
    padding = os.urandom(50000).hex()
    return "word/document.xml", (f"<w:document {W}><w:body>{body}</w:body>"
                                 f"<!-- {padding} --></w:document>")


def make_word_table():
    rows = "".join("<w:tr>" + "".join(
        f"<w:tc><w:p><w:r><w:t>{n} {cell}</w:t></w:r></w:p></w:tc>"
        for cell in ("roof", "path")) + "</w:tr>" for n in range(100000))
    write_archive("table.docx", word(f"<w:tbl>{rows}</w:tbl>"))
    return READ


def make_word_nested():
    write_archive("deep.docx", word("<w:sdt>" * 100000 + "</w:sdt>" * 100000))
    return "broken XML"


def odt(body):
    return (("mimetype", MIMETYPE),
            ("content.xml",
             f'<office:document-content xmlns:office="{OASIS}office:1.0" '
             f'xmlns:text="{OASIS}text:1.0" xmlns:table="{OASIS}table:1.0">'
             f"<office:body><office:text>{body}</office:text></office:body>"
             "</office:document-content>"))


def make_odt_of_spaces():
    """One element stands for as many blanks as it likes."""
    write_archive("spaces.odt", *odt(
        '<text:p>a<text:s text:c="2000000000"/>b</text:p>' * 2000))
    return READ


def make_odt_of_repeated_cells():
    """One element stands for as many rows and cells as it likes."""
    write_archive("cells.odt", *odt(
        '<table:table><table:table-row table:number-rows-repeated="1000000">'
        '<table:table-cell table:number-columns-repeated="1000000">'
        "<text:p>x</text:p></table:table-cell></table:table-row>"
        "</table:table>"))
    return READ


# --- Rich Text -------------------------------------------------------------

def make_rtf_of_one_paragraph():
    write("one.rtf", r"{\rtf1 " + r"on and on, {\b for ever} " * 2400000 + "}")
    return READ


def make_rtf_nested():
    write("deep.rtf", r"{\rtf1 a\par " + "{" * 5000000 + "}" * 5000000 + "}")
    return READ


def make_rtf_of_notes():
    write("notes.rtf", r"{\rtf1 " + r"{\footnote x}" * 4000000 + "}")
    return READ


def make_rtf_of_odd_bytes():
    write("bytes.rtf", r"{\rtf1\ansicpg1250 " + r"\'b9\b" * 8000000 + "}")
    return READ


# --- PDF -------------------------------------------------------------------

def pdf(n_pages, n_lines):
    """A PDF of pages of text, each with the same lines."""
    rows = "".join(f"1 0 0 1 50 {800 - 12 * n} Tm ({LINE.strip()}) Tj\n"
                   for n in range(n_lines))
    stream = f"BT /F1 10 Tf\n{rows}ET"
    kids = " ".join(f"{n + 5} 0 R" for n in range(n_pages))
    bodies = ["<</Type/Catalog/Pages 2 0 R>>",
              f"<</Type/Pages/Count {n_pages}/Kids[{kids}]>>",
              "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
              f"<</Length {len(stream)}>>stream\n{stream}\nendstream"]
    bodies += ["<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents"
               " 4 0 R/Resources<</Font<</F1 3 0 R>>>>>>"] * n_pages
    out, places = ["%PDF-1.4\n"], []
    size = len(out[0])
    for number, body in enumerate(bodies, 1):
        places.append(size)
        out.append(f"{number} 0 obj{body}endobj\n")
        size += len(out[-1])
    out.append(f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n")
    out += [f"{place:010} 00000 n \n" for place in places]
    out.append(f"trailer<</Size {len(bodies) + 1}/Root 1 0 R>>\n"
               f"startxref\n{size}\n%%EOF\n")
    return "".join(out)


def make_pdf_of_2000_pages():
    write("many.pdf", pdf(2000, 50))
    return READ


def make_pdf_of_crowded_pages():
    write("crowded.pdf", pdf(20, 5000))
    return READ


# --- a file that grows -----------------------------------------------------

def make_growing():
    write("growing.txt", HEAD, *[LINE] * 20000)
    return READ


def grow(stop):
    """Writes into the file of make_growing() while it is read."""
    with open("growing.txt", "a", encoding="utf-8") as file:
        while not stop.wait(0.001):
            file.write(LINE * 10)
            file.flush()


# --- running ---------------------------------------------------------------

def make_apart(make):
    """
    Runs @make in a process of its own.  What a process has used counts for
    its children, too, and writing some of the files takes much.
    """
    into, out = os.pipe()
    if os.fork() == 0:
        os.write(out, make().encode())
        os._exit(0)
    os.close(out)
    with os.fdopen(into, "rb") as said:
        wanted = said.read().decode()
    _, status = os.wait()
    if status:
        sys.exit(f"limits: {make.__name__} failed")
    return wanted


def run(program, folder, index):
    """Status, what it said, seconds and megabytes, with its children."""
    stop = threading.Event()
    if os.path.exists("growing.txt"):
        threading.Thread(target=grow, args=(stop,)).start()
    with tempfile.TemporaryFile("w+") as said:
        with subprocess.Popen([program, "-i", index, folder], stdout=said,
                              stderr=said) as child:
            timer = threading.Timer(10 * SECONDS, child.kill)
            timer.start()
            _, status, usage = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
            timer.cancel()
            stop.set()
        said.seek(0)
        return (child.returncode, said.read(),
                usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def judge(wanted, status, said, seconds, megabytes):
    """What is wrong, or nothing."""
    if status != (1 if wanted else 0) or wanted not in said:
        return f"ended with {status}, not with '{wanted}': {said}"
    if seconds > SECONDS:
        return f"took {seconds:.0f} seconds"
    if megabytes > MEGABYTES:
        return f"took {megabytes:.0f} MB"
    return ""


def check(program, make):
    with tempfile.TemporaryDirectory() as scratch:
        os.mkdir(f"{scratch}/m")
        os.chdir(f"{scratch}/m")
        wanted = make_apart(make)
        ran = run(program, f"{scratch}/m", f"{scratch}/u.db")
        os.chdir("/")
    fault = judge(wanted, *ran)
    if fault or "-v" in sys.argv:
        print(f"limits: {make.__name__[5:]}: {ran[2]:.1f} s, "
              f"{ran[3]:.0f} MB: {fault or 'good'}", flush=True)
    return fault


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    program = os.path.abspath(f"{sys.argv[1]}/minutes-index")
    names = [name for name in sys.argv[2:] if name != "-v"]
    makers = [make for name, make in globals().items()
              if name.startswith("make_") and name != "make_apart"
              and (not names or name[5:] in names)]
    n_failed = sum(bool(check(program, make)) for make in makers)
    print(f"limits: {len(makers)} cases, {n_failed} failed")
    sys.exit(1 if n_failed or not makers else 0)


main()
