"""Minutes as a PDF.

Options, beyond those of office.py:
  columns=2       the items are set in two columns
  head=S foot=S   running head and foot, with {p} and {n}
  size=N          of the letters (11)
  hyphenate       words are divided at line ends
  title=S         the title in the file's properties
  scan=N          N pages that are pictures: nothing in them is text
"""
import office
import pdf_page
import typography
from pdf_page import PAGE, Page, width

LEFT, RIGHT, TOP, BOTTOM = 62, 62, 786, 70
GUTTER = 26


class Setter:
    """Sets blocks into pages, one column after the other."""

    def __init__(self, view):
        self.view, self.pages, self.size = view, [], view.number("size", 11)
        self.n_columns, self.lead = 1, self.size * 1.25
        self.begin_page()

    def begin_page(self):
        self.pages.append(Page())
        self.top = self.y = TOP
        self.column = 0

    @property
    def wide(self):
        return (PAGE[0] - LEFT - RIGHT - GUTTER * (self.n_columns - 1)) / self.n_columns

    @property
    def x(self):
        return LEFT + self.column * (self.wide + GUTTER)

    def set_columns(self, n):
        if n != self.n_columns:
            self.n_columns, self.column, self.top = n, 0, self.y
            self.y -= self.lead if n > 1 else 0
            self.top = self.y

    def line(self, pieces, gap=0.0):
        """One line of (x, text, bold), in the next column or page if need be."""
        if self.y - gap < BOTTOM:
            if self.column + 1 < self.n_columns:
                self.column, self.y, gap = self.column + 1, self.top, 0
            else:
                self.begin_page()
                gap = 0
        self.y -= gap
        for x, text, bold in pieces:
            self.pages[-1].text(self.x + x, self.y, text, self.size, bold)
        self.y -= self.lead

    def fold(self, text, room, bold):
        lines, line = [], ""
        for word in text.split(" "):
            longer = f"{line} {word}" if line else word
            if width(longer, self.size, bold) <= room:
                line = longer
                continue
            parts = typography.DIVIDED.get(word.lower()) if self.view.option("hyphenate") else None
            if parts and width(f"{line} {parts[0]}-", self.size, bold) <= room:
                lines.append(f"{line} {word[:len(parts[0])]}-")
                line = word[len(parts[0]):]
                continue
            lines.append(line)
            line = word
        return lines + [line]

    def block(self, text, sign="", indent=0.0, bold=False, gap=0.5):
        for k, line in enumerate(self.fold(text, self.wide - indent, bold)):
            pieces = [(indent, line, bold)]
            if sign and k == 0:
                pieces.insert(0, (indent - 20 if sign == "\u2022" else 0, sign, bold))
            self.line(pieces, gap * self.lead if k == 0 else 0)

    def centred(self, text):
        for line in self.fold(text, self.wide, True):
            self.line([((self.wide - width(line, self.size, True)) / 2, line, True)])


def put(setter, block):
    if block.kind == "head":
        setter.centred(block.text)
    elif block.kind == "row":
        setter.line([(k * 190, cell, False) for k, cell in enumerate(block.cells)], setter.lead * 0.1)
    elif block.kind == "heading":
        number = block.number + "." if block.number else ""
        setter.block(block.text, number, 34 if number else 0, block.is_bold, 1)
    elif block.kind == "point":
        setter.block(block.text, "\u2022", 54, gap=0.1)
    elif block.number:
        setter.block(block.text, block.number, 34)
    else:
        setter.block(block.text, bold=block.is_bold, indent=0)


def furnish(setter, view):
    n = len(setter.pages)
    for p, page in enumerate(setter.pages, 1):
        for option, y in (("head", 812), ("foot", 38)):
            text = view.option(option)
            if text:
                text = text.replace("{p}", str(p)).replace("{n}", str(n))
                page.text((PAGE[0] - width(text, 9)) / 2, y, text, 9)


def scan(n_pages):
    pages = []
    for _ in range(n_pages):
        page = Page()
        for k in range(44):
            page.box(70, 770 - 16 * k, 430 if k % 7 else 210, 8)
        pages.append(page)
    return pdf_page.document(pages)


def render(view):
    if view.option("scan"):
        return scan(view.number("scan", 1))
    setter = Setter(view)
    for block in office.blocks(view):
        if block.kind == "heading" and view.option("columns"):
            setter.set_columns(view.number("columns"))
        put(setter, block)
    furnish(setter, view)
    return pdf_page.document(setter.pages, view.option("title"))
