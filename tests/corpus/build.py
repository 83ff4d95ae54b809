#!/usr/bin/env python3
"""Builds the test archive: sources/*/*.minutes -> corpus/ and tests/gold/.

usage: build.py [--check] [--lint]
  --check   write nothing; exit 1 if what is on disk differs from a fresh build
  --lint    also print what lint.py finds in the sources

Everything is a function of the sources: no clock, no random numbers but those
seeded from an output's path.  What a former build made and this one does not is
removed.  See README.md for the notation.
"""
import argparse
import hashlib
import json
import pathlib
import re
import sys
import unicodedata

sys.dont_write_bytecode = True

import archive
import encode
import gold
import lint
import notation
import people
import render_docx
import render_item
import render_markdown
import render_modgov
import render_modgov_pages
import render_odt
import render_pdf
import render_text
import render_web
import render_xml
import summary
import view as views

HERE = pathlib.Path(__file__).resolve().parent
CORPUS = HERE.parent.parent / "corpus"
GOLD = HERE.parent / "gold"

MEETING = ("council", "body", "date", "time", "venue", "status")
PAGE = ("body", "date", "time", "venue")

# renderer name: (render, kind, facts it states, whether attendance is printed)
RENDERERS = {
    "text": (render_text.render, "meeting", MEETING, True),
    "markdown": (render_markdown.render, "meeting", MEETING, True),
    "web": (render_web.render, "meeting", MEETING, True),
    "docx": (render_docx.render, "meeting", MEETING, True),
    "odt": (render_odt.render, "meeting", MEETING, True),
    "pdf": (render_pdf.render, "meeting", MEETING, True),
    "item-text": (render_item.render, "item", (), False),
    "mg-meeting": (render_modgov.render_meeting, "meeting", PAGE, False),
    "mg-xml": (render_xml.render, "meeting", PAGE, True),
    "mg-item": (render_modgov.render_item, "item", ("body", "date", "time"), False),
    "mg-decision": (render_modgov_pages.render_decision, "decision", ("body", "date"), False),
    "mg-attendance": (render_modgov_pages.render_attendance, "attendance", ("body", "date", "time"), True),
    "mg-list": (render_modgov_pages.render_list, "list", ("body",), False),
    "mg-committee": (render_modgov_pages.render_committee, "other", ("body",), False),
}


# These print whole documents, and no links to an item's papers.
PAPER = ("text", "markdown", "web", "docx", "odt", "pdf")


def bundle(files):
    """Puts what has a path in an archive, "2014.zip/June.pdf", into that archive."""
    inside = {}
    for path in [p for p in files if ".zip/" in p]:
        outer, name = path.split(".zip/", 1)
        inside.setdefault(outer + ".zip", []).append((name, files.pop(path)))
    for path, members in inside.items():
        files[path] = archive.archive(sorted(members))


def prepare(view, name):
    """What a page type does to the document before it is rendered."""
    for item in view.doc.items if name in PAPER else ():
        item.docs = []
    if view.option("scan"):            # nothing in it can be read
        view.kind, view.facts, view.has_attendance = "other", {}, False
        view.doc.items, view.doc.preamble, view.doc.attendance = [], [], []
    if name in ("mg-meeting", "mg-xml", "mg-item", "item-text"):
        for item in view.doc.items:
            views.in_page_order(item, votes_last=name != "item-text")
    if name == "mg-meeting" and view.option("cut"):
        views.cut_long_minutes(view)
    if name == "mg-meeting" and view.doc.headers.get("cancelled"):
        view.facts["status"] = "cancelled"
    if name == "mg-item" and view.option("lonely"):
        view.facts = {}
    if name == "mg-decision":
        item = view.doc.items[0]
        item.number = None
        item.paragraphs = [p for p in item.paragraphs if p.section in ("agenda", "decision")]
        if not view.doc.headers.get("mid"):
            view.facts.pop("body", None)
    if name in ("mg-attendance", "mg-list", "mg-committee"):
        view.doc.items = []
    if name == "mg-attendance":
        view.doc.preamble = []
        for block in view.doc.attendance:
            for who in block.people:
                if hasattr(who, "role"):
                    who.role = who.role or "Committee Member"
    if name == "mg-list":
        view.doc.items, view.doc.foot = [], []
    return view


def loose(text):
    return re.sub(r"[^0-9a-z]+", "", unicodedata.normalize("NFKC", text).casefold())


def labels(view, text, roster):
    """The gold of a view; council, body and venue only if it prints them."""
    if view.kind == "list":
        view.doc.preamble = []
    entry = gold.document(view, roster)
    if isinstance(text, bytes):        # a binary format: what it prints above and below the items
        text = " ".join(view.doc.head + view.doc.foot)
    page = loose(re.sub(r"&#(\d+);", lambda m: chr(int(m.group(1))), text))
    entry["meeting"] = {k: v for k, v in entry["meeting"].items()
                        if k not in ("venue", "body") or loose(v) in page}
    if "venue" in entry["meeting"]:    # a place, without its article
        entry["meeting"]["venue"] = re.sub(r"(?i)^the ", "", entry["meeting"]["venue"])
    if loose(entry["meeting"].get("council", "")) not in loose(" ".join(view.doc.head)):
        del entry["meeting"]["council"]        # it stands in the site's furniture at most
    for item in entry["items"] if "<" not in text else ():
        for paper in item.get("documents", ()):
            paper["href"] = None           # a text has no links
    if view.kind == "item":            # a number that only the paragraphs print
        for item in entry["items"]:
            if not any((p["number"] or "").startswith(f"{item['number']}.") for p in item["paragraphs"]):
                item["number"] = None
    headers = view.doc.headers
    entry["truth"] = {"body": headers.get("body"), "date": headers.get("date") or headers.get("visited")}
    return entry


def slug(path):
    plain = unicodedata.normalize("NFKD", path).encode("ascii", "ignore").decode()
    short = re.sub(r"[^A-Za-z0-9]+", "-", plain.rsplit(".", 1)[0]).strip("-").lower()
    return f"{short[:80].rstrip('-')}-{hashlib.sha1(path.encode()).hexdigest()[:6]}"


def build(roster, show_lint):
    """{corpus path: bytes}, {gold name: labels}"""
    files, golds = {}, {}
    for source in sorted(HERE.glob("sources/**/*.minutes")):
        doc = notation.Reader(source, roster).read()
        for finding in lint.check(doc, roster) if show_lint else ():
            print("lint:", finding)
        for name, options in doc.outs:
            render, kind, stated, attendance = RENDERERS[name]
            options = dict(options)
            kind = doc.headers.get("kind", kind) if name in PAPER else kind
            view = prepare(views.make(doc, options, kind, stated, attendance), name)
            text = render(view)
            if options["path"] in files:
                raise SystemExit(f"{source}: {options['path']} is made twice")
            files[options["path"]] = encode.to_bytes(text, options)
            golds[slug(options["path"])] = labels(view, text, roster)
    bundle(files)
    return files, golds


def as_bytes(entry):
    return (json.dumps(entry, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def sync(folder, wanted, check):
    """Make folder hold exactly the wanted files; return the differences."""
    differences = []
    present = {str(p.relative_to(folder)): p for p in folder.rglob("*") if p.is_file()}
    for name in sorted(set(present) - set(wanted)):
        differences.append(f"not made by the build: {folder.name}/{name}")
        if not check:
            present[name].unlink()
    for name, data in sorted(wanted.items()):
        path = folder / name
        if name in present and path.read_bytes() == data:
            continue
        differences.append(f"differs: {folder.name}/{name}")
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    if not check:
        for empty in sorted((p for p in folder.rglob("*") if p.is_dir()), reverse=True):
            if not any(empty.iterdir()):
                empty.rmdir()
    return differences


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--lint", action="store_true")
    arguments = parser.parse_args()
    roster = people.load(HERE / "people.txt")
    files, golds = build(roster, arguments.lint)
    labels_on_disk = {name + ".json": as_bytes(entry) for name, entry in golds.items()}
    labels_on_disk["people.json"] = as_bytes(people.as_json(roster))
    differences = sync(CORPUS, files, arguments.check) + sync(GOLD, labels_on_disk, arguments.check)
    if arguments.check:
        print("\n".join(differences) if differences else "corpus and gold are as the sources say")
        return 1 if differences else 0
    print("\n".join(summary.report([golds[n] for n in sorted(golds)], roster)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
