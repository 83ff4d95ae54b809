"""What one output shows of a document: selection, wording, cuts.

A view is made before anything is rendered, and both the renderer and the gold
writer work from it, so that labels describe the page as it stands.
"""
import copy
from dataclasses import dataclass, field

import typography
from model import Mark, map_text, runs_text

CUT_AT = 3250          # ModernGov cuts an item's minutes hereabouts


@dataclass
class View:
    doc: object
    options: dict
    kind: str
    path: str
    facts: dict            # what the output itself states about its meeting
    has_attendance: bool = False
    cut_items: set = field(default_factory=set)

    def option(self, name, default=None):
        return self.options.get(name, default)

    def number(self, name, default=0):
        return int(self.options.get(name, default))


FACTS = ("council", "body", "date", "time", "venue", "status")


def facts_of(doc, names):
    return {n: doc.headers[n] for n in names if doc.headers.get(n)}


def make(doc, options, kind, stated, has_attendance=False):
    """The view of doc that an output with these options shows."""
    doc = map_text(doc, typography.changer(options))
    version, phase = options.get("version"), options.get("phase")
    if "item" in options:
        doc.items = [i for i in doc.items if i.number == options["item"]]
        if not doc.items:
            raise ValueError(f"{doc.source}: no item {options['item']}")
    for item in doc.items:
        item.paragraphs = [p for p in item.paragraphs if p.only in (None, version)]
        if phase == "agenda":
            item.paragraphs = [p for p in item.paragraphs if p.kind == "agenda"]
        if phase == "minutes":
            item.paragraphs = [p for p in item.paragraphs if p.kind != "agenda"]
        if options.get("numbers") == "none" or options.get("style") in ("caps", "bare"):
            item.number = None
        if options.get("titles") == "caps" and item.title:
            item.title = item.title.upper()
    if phase == "agenda":
        doc.items = [i for i in doc.items if i.attrs.get("late") != "1"]
    doc.head = [h.split(" ", 1)[1] if h[0] == "?" else h for h in doc.head if h[0] != "?" or h[1:].split()[0] == version]
    doc.preamble = [p for p in doc.preamble if p.only in (None, version)]
    unstated = doc.headers.get("unstated", "").replace(",", " ").split()
    facts = facts_of(doc, [n for n in stated if n not in unstated])
    if version in ("draft", "confirmed"):
        facts["status"] = version
    return View(doc, options, kind, options["path"], facts, has_attendance)


def cut_long_minutes(view):
    """Shorten the minutes of long items as a ModernGov meeting page does."""
    for item in view.doc.items:
        if item.attrs.get("whole") == "1":
            continue
        minutes = [p for p in item.paragraphs if p.section == "minutes" and not p.vote]
        size = sum(len(runs_text(line.runs)) + 8 for p in minutes for line in p.lines)
        if size > CUT_AT:
            _cut(view, item, minutes)


def _cut(view, item, minutes):
    room, kept = CUT_AT, []
    for paragraph in minutes:
        shorter = copy.deepcopy(paragraph)
        shorter.lines = []
        for line in paragraph.lines:
            size = len(runs_text(line.runs)) + 8
            if size <= room:
                shorter.lines.append(line)
                room -= size
                continue
            rest = copy.copy(line)
            rest.runs = _first_words(line.runs, max(room, 30))
            shorter.lines.append(rest)
            shorter.cut, room = True, 0
            break
        kept.append(shorter)
        if room == 0:
            break
    view.cut_items.add(item.number or item.title)
    minutes_ids = {id(p) for p in minutes}
    item.paragraphs = [p for p in item.paragraphs if id(p) not in minutes_ids] + kept
    in_page_order(item, votes_last=True)


def in_page_order(item, votes_last):
    """ModernGov's order: what was to be considered, the decision, the minutes, votes."""
    order = {"agenda": 0, "decision": 1, "minutes": 2}
    item.paragraphs.sort(key=lambda p: 3 if p.vote and votes_last else order[p.section])


def _first_words(runs, room):
    kept = []
    for run in runs:
        text = run.printed if isinstance(run, Mark) else run
        if len(text) <= room:
            kept.append(run)
            room -= len(text)
            continue
        if isinstance(run, str):
            kept.append(run[:room].rsplit(" ", 1)[0])
        break
    return kept
