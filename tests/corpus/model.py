"""The document model: what a source file says, before any format is chosen.

A text is a list of runs.  A run is a string or a Mark (somebody named in the
text).  Strings may hold the control characters below, which stand for what
happened to the text on its way to the reader; renderers turn them into the
accident itself, the gold writer drops them.
"""
import copy
from dataclasses import dataclass, field

BREAK = "\ue000"       # the sentence is broken here, as if two paragraphs
DIVIDE = "\ue001"      # the word is divided here, hyphen and line end
SHY = "\u00ad"
NBSP = "\u00a0"
NBHY = "\u2011"

INLINE = {"|": BREAK, "br": BREAK, "-": DIVIDE, "shy": SHY, "nb": NBSP, "nbhy": NBHY,
          "zw": "\u200b", "f0b7": "\uf0b7"}


@dataclass
class Mark:
    role: str              # speaker mention mover seconder apologies attended
    key: str | None        # person key, None: not on the roster or ambiguous
    printed: str
    full: str              # the name with its honorific, for attendance
    candidates: list = field(default_factory=list)


@dataclass
class Line:
    mark: str | None       # None: running text; "-" bullet; "1." "(a)"; "|" bare line
    runs: list


@dataclass
class Paragraph:
    kind: str | None       # agenda minute decision vote; None: either will do
    number: str | None
    lines: list
    section: str = "minutes"     # agenda, decision or minutes: place on a ModernGov page
    flags: dict = field(default_factory=dict)
    only: str | None = None
    vote: dict | None = None
    cut: bool = False


@dataclass
class Attender:
    key: str | None
    name: str
    role: str | None
    initials: str | None
    status: str


@dataclass
class Attendance:
    status: str
    options: dict
    people: list           # Attender or str (literal remark)


@dataclass
class Item:
    number: str | None
    title: str | None
    attrs: dict
    docs: list = field(default_factory=list)
    paragraphs: list = field(default_factory=list)

    @property
    def boilerplate(self):
        return self.attrs.get("bp") == "1"


@dataclass
class Document:
    source: str
    headers: dict
    head: list
    foot: list
    outs: list             # (renderer, options)
    attendance: list
    preamble: list
    items: list
    rows: list             # lines of a [meetings] section

    def paragraphs(self):
        yield from self.preamble
        for item in self.items:
            yield from item.paragraphs


def runs_text(runs):
    """The runs as one string, control characters kept."""
    return "".join(r.printed if isinstance(r, Mark) else r for r in runs)


def plain(text):
    """The text as a reader would say it aloud: accidents undone, one space."""
    text = text.replace(NBSP, " ")
    for char in (BREAK, DIVIDE, SHY, "\u200b"):
        text = text.replace(char, "")
    return " ".join(text.split())


def map_text(doc, change):
    """Apply change(str) -> str to every text of a deep copy of doc."""
    doc = copy.deepcopy(doc)
    for paragraph in doc.paragraphs():
        for line in paragraph.lines:
            for i, run in enumerate(line.runs):
                if isinstance(run, Mark):
                    run.printed = change(run.printed)
                    run.full = change(run.full)
                else:
                    line.runs[i] = change(run)
    for block in doc.attendance:
        for who in block.people:
            if isinstance(who, Attender):
                who.name = change(who.name)
    for item in doc.items:
        if item.title:
            item.title = change(item.title)
    doc.head = [change(h) for h in doc.head]
    doc.foot = [change(f) for f in doc.foot]
    return doc
