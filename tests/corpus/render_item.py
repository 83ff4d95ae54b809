"""One agenda item as saved from a ModernGov page into a text file.

Options: bullet=S|none, numgap=1|2 (spaces after the number), nominutes (no
`Minutes:` line), supporting (a closing `Supporting documents:` line), wrap=N
(only some paragraphs were wrapped by hand: broken=K breaks every K-th long
paragraph over empty lines).
"""
import zlib

import typography
from model import BREAK, NBSP, runs_text

SPACER = NBSP


class Writer:
    def __init__(self, view):
        self.view, self.out, self.count = view, [], 0
        self.bullet = view.option("bullet", "\u00b7")
        self.seed = zlib.crc32(view.path.encode())

    def put(self, text):
        self.out += [text, ""]

    def breaks(self, text):
        """Break every K-th long paragraph at some 75 columns, as a paste does."""
        every = self.view.number("broken")
        if not every or len(text) < 150 or BREAK in text:
            return [part.strip(" ") for part in text.split(BREAK)]
        self.count += 1
        if (self.count + self.seed) % every:
            return [text]
        lines = typography.layout(text, 76)
        head = lines[:1 + self.seed % 3]
        return head + [" ".join(lines[len(head):])] if len(lines) > len(head) else lines

    def paragraph(self, p):
        number_gap = NBSP + " " if self.view.number("numgap", 2) == 2 else " "
        for k, line in enumerate(p.lines):
            text = runs_text(line.runs)
            if k == 0 and line.mark is None:
                lead = f"{p.number}{number_gap}" if p.number else ""
                if "swallow" in p.flags:
                    lead = f"{self.bullet}{NBSP} {lead}"
                parts = self.breaks(lead + text)
            elif line.mark in ("-", "|") and (self.bullet == "none" or line.mark == "|"):
                parts = self.breaks(text)
            else:
                sign = self.bullet if line.mark == "-" else line.mark
                parts = self.breaks(f"{sign}{NBSP} {text}")
            for part in parts:
                self.put(part + (NBSP if (len(part) + self.seed) % 5 == 0 else ""))
            if k == 0 and len(p.lines) > 1:
                self.put(SPACER)
        self.put(SPACER)


def _heading(item):
    text = item.title
    if item.attrs.get("lead"):
        text += f" ({item.attrs['lead']})"
    if item.attrs.get("min"):
        text += f" ({item.attrs['min']} {item.attrs.get('minword', 'minutes')})"
    return text


def render(view):
    item, writer = view.doc.items[0], Writer(view)
    writer.put("Agenda item")
    writer.put(_heading(item))
    for section, label in (("agenda", None), ("decision", "Decision:"), ("minutes", "Minutes:")):
        paragraphs = [p for p in item.paragraphs if p.section == section]
        if not paragraphs:
            continue
        if label:
            writer.put(label)
        if section == "minutes":
            writer.put(SPACER)
        for p in paragraphs:
            writer.paragraph(p)
        while writer.out[-2:] == [SPACER, ""]:
            del writer.out[-2:]
    if view.option("supporting") or item.docs:
        writer.put("Supporting documents:")
        for doc in item.docs:
            title = item.title if doc["of_title"] else doc["title"]
            writer.put(f"\u00b7{NBSP} {title}, item {item.number}. {NBSP}PDF {doc['size']}")
    while writer.out and writer.out[-1] in ("", SPACER):
        writer.out.pop()
    return "\n".join(writer.out) + ("\n" if view.option("endline") else "")
