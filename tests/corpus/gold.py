"""Writes what a faultless extractor would yield for a view (record-format)."""
import re

from model import Attender, Mark, plain, runs_text

BULLETED = re.compile(r"^(-|\d{1,2}\.|\(?[a-z]{1,4}\)|\(\d{1,2}\))$")


NAMELESS = re.compile(r"(He|She) |(A|One) (member of the public|resident|parishioner|parent)|One of the young|The boy.s mother")


def line_text(line):
    text = plain(runs_text(line.runs))
    if line.mark is None or line.mark == "|":
        return text
    return "\u2022 " + (text if line.mark == "-" else f"{line.mark} {text}")


def paragraph_text(paragraph):
    return "\n".join(line_text(line) for line in paragraph.lines)


def starts(text, words=7):
    """The first words; they may run on into the second line."""
    return " ".join(text.replace("\u2022 ", "").split()[:words])


def _ends(text, words=5):
    return " ".join(text.split("\n")[-1].replace("\u2022 ", "").split()[-words:])


def _mark(mark):
    entry = {"as_written": plain(mark.printed), "person": mark.key}
    return {**entry, "candidates": mark.candidates} if mark.candidates else entry


def _is_named(mark, roster):
    """A mention is of a person by name; a bare office is none."""
    if not mark.key:
        return True
    person = roster[mark.key]
    printed = plain(mark.printed)
    if any(printed == "".join(w[0] for w in name.split()) for name, _ in person.names):
        return True
    words = {w for name, _ in person.names for w in name.split()} | {w for a in person.aliases for w in a.split()}
    words -= {"the", "The", "Mayor", "Deputy", "Councillor", "Cllr", "Dr", "Mrs", "Mr", "Ms", "Chief", "Borough", "Commander", "Superintendent", "(to", "2018)"}
    return any(w.strip(".,'s\u2019") in words or w in words for w in printed.split())


def _speaker(p):
    """The marked speaker, if the paragraph opens with it and not with another sentence."""
    before = ""
    for line in p.lines:
        for run in line.runs:
            if isinstance(run, Mark) and run.role == "speaker":
                return None if re.search(r"\w\w[.?!][\"\u201d]? ", before) else run
            before += run.printed if isinstance(run, Mark) else run
        before += " "
    return None


def paragraph(p, roster):
    marks = [r for line in p.lines for r in line.runs if isinstance(r, Mark)]
    text = paragraph_text(p)
    speaker = _speaker(p)
    gold = {"number": p.number, "kind": p.kind,
            "speaker": plain(speaker.printed) if speaker else None,
            "person": speaker.key if speaker else None,
            "starts": starts(text), "has": [_ends(text)], "text": text, "mentions": [],
            "mover": None, "seconder": None}
    if p.kind is None:
        del gold["kind"]
    opening = p.lines[0].runs[0] if p.lines and p.lines[0].runs else ""
    if isinstance(opening, Mark) and opening.role == "mover":
        del gold["speaker"]        # "X moved": procedure or speech, either will do
    elif not speaker and NAMELESS.match(text):
        del gold["speaker"]        # "A resident asked": somebody speaks who has no name
    if speaker and speaker.candidates:
        gold["candidates"] = speaker.candidates
    for mark in marks:
        if mark.role in ("mover", "seconder") and not gold[mark.role]:
            gold[mark.role] = _mark(mark)
        elif mark is not speaker and not p.vote and _is_named(mark, roster):
            entry = _mark(mark)
            if entry not in gold["mentions"]:
                gold["mentions"].append(entry)
    if p.cut:
        gold["cut"] = True
    return gold


def vote(p):
    names = {"for": [], "against": [], "abstain": []}
    for line in p.lines:
        side = re.match(r"\W*(for|against|abst)", plain(runs_text(line.runs)), re.I)
        side = {"abst": "abstain"}.get(side.group(1).lower(), side.group(1).lower()) if side else None
        if side:
            names[side] += [_mark(r) for r in line.runs if isinstance(r, Mark)]
    number = {n: int(p.vote[n]) if p.vote[n] else None for n in ("for", "against", "abstain")}
    return {**number, "result": p.vote["result"], "names": names}


def attendance(view):
    """Blocks first, then those named in the text of an item as absent or attending."""
    people = []
    if view.has_attendance:
        for block in view.doc.attendance:
            people += [{"name": plain(a.name), "status": a.status, "role": a.role, "initials": a.initials,
                        "person": a.key} for a in block.people if isinstance(a, Attender)]
    for p in view.doc.paragraphs():
        for line in p.lines:
            for run in line.runs:
                if isinstance(run, Mark) and run.role in ("apologies", "attended"):
                    status = "apologies" if run.role == "apologies" else "in attendance"
                    if run.key and any(a["person"] == run.key and a["status"] == status for a in people):
                        continue
                    people.append({"name": plain(run.full), "status": status, "role": None, "initials": None,
                                   "person": run.key})
    return people


def item(i, roster):
    gold = {"number": i.number, "title": plain(i.title) if i.title else None,
            "lead": i.attrs.get("lead"), "duration_minutes": int(i.attrs["min"]) if "min" in i.attrs else None,
            "boilerplate": i.boilerplate,
            "paragraphs": [paragraph(p, roster) for p in i.paragraphs], "paragraphs_partial": False}
    votes = [vote(p) for p in i.paragraphs if p.vote]
    if votes:
        gold["votes"] = votes
    if i.docs:
        gold["documents"] = [{"title": plain(i.title) if d["of_title"] else plain(d["title"]),
                              "href": d["href"] and "documents/" + d["href"]} for d in i.docs]
    return gold


def document(view, roster):
    """The whole label file of one output."""
    gold = {"path_ends": view.path, "kind": view.kind, "meeting": view.facts}
    if view.option("datefrom"):
        gold["date_from"] = view.option("datefrom")
    if view.kind == "other":
        texts = [paragraph_text(p) for p in view.doc.paragraphs()]
        return {**gold, "items": [], "items_partial": True, "text": texts}
    gold["attendance"] = attendance(view)
    if view.doc.preamble:
        gold["preamble"] = [paragraph(p, roster) for p in view.doc.preamble]
    gold["items"] = [item(i, roster) for i in view.doc.items]
    if gold["items"] and view.doc.foot and view.kind == "meeting":
        gold["items"][-1]["paragraphs_partial"] = True
    return gold
