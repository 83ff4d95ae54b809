"""A document as what a word processor or a typesetter puts on paper, one block
after the other, for the renderers of binary formats.

Options that all of them share:
  headings=bold|plain   items' titles; bold is the default
  auto                  numbers of items and paragraphs are counted by the
                        program, where they ascend by one; else they are typed
"""
import re
from dataclasses import dataclass, field

import attendance
from model import BREAK, DIVIDE, SHY, runs_text


@dataclass
class Block:
    kind: str              # head heading text point row
    text: str = ""
    number: str | None = None
    level: int = 0         # of a counted number: 0 item, 1 paragraph
    is_counted: bool = False
    is_bold: bool = False
    cells: list = field(default_factory=list)


def clean(text):
    """What the program would hold: it divides words itself."""
    return text.replace(DIVIDE, "").replace(SHY, "\u00ad")


def _ascends(numbers):
    return all(n and n.isdigit() for n in numbers) and all(
        int(b) == int(a) + 1 for a, b in zip(numbers, numbers[1:]))


def _ascends_within(item):
    """Whether the paragraphs are 12.1, 12.2, ... under item 12."""
    numbers = [p.number for p in item.paragraphs if p.number]
    return bool(numbers) and numbers == [f"{item.number}.{k}" for k in range(1, len(numbers) + 1)]


def _people(block):
    if block.options.get("layout") == "table":
        label = block.options.get("label")
        yield from ([Block("text", label, is_bold=True)] if label else [])
        for name, role, initials in attendance.table_rows(block):
            yield Block("row", cells=[c for c in (name, initials, role) if c])
        for remark in attendance.remarks(block):
            yield Block("text", remark)
        return
    for line in attendance.as_text(block, 0):
        if line.strip():
            yield Block("text", line)


def _paragraph(paragraph, is_counted):
    number = paragraph.number
    for line in paragraph.lines:
        for k, part in enumerate(clean(runs_text(line.runs)).split(BREAK)):
            kind = "point" if line.mark == "-" and k == 0 else "text"
            typed = f"{line.mark} " if line.mark not in (None, "-", "|") and k == 0 else ""
            yield Block(kind, typed + part.strip(), number=number, level=1, is_counted=bool(number) and is_counted)
            number = None


def blocks(view):
    doc, counts = view.doc, view.option("auto") is not None
    bold = view.option("headings", "bold") == "bold"
    for k, line in enumerate(doc.head):
        if line.strip():
            yield Block("head" if k < 2 else "text", clean(line))
    if view.has_attendance:
        for block in doc.attendance:
            yield from _people(block)
    for paragraph in doc.preamble:
        yield from _paragraph(paragraph, False)
    counted_items = counts and _ascends([i.number for i in doc.items])
    for item in doc.items:
        if item.title or item.number:
            yield Block("heading", clean(item.title or ""), number=item.number, is_counted=counted_items, is_bold=bold)
        counted = counted_items and _ascends_within(item)
        for paragraph in item.paragraphs:
            yield from _paragraph(paragraph, counted)
    for line in doc.foot:
        yield Block("text", clean(line))


def typed(block, after="  "):
    """The text with a number that is typed before it."""
    if not block.number or block.is_counted:
        return block.text
    number = block.number + "." if block.kind == "heading" and re.fullmatch(r"\d+", block.number) else block.number
    return number + after + block.text
