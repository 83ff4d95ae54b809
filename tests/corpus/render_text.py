"""Whole-meeting minutes as plain text, in the hand of several clerks.

Options (all optional):
  style=numbered|caps|numline|running|runin|bare   how an item's heading looks
  wrap=N        hard wrap at N columns (0: one long line a paragraph)
  hyphenate     divide words at line ends
  gap=N         empty lines between paragraphs (default 1)
  doubled       an empty line after every physical line
  hang          paragraphs numbered in the margin
  bullet=S      what stands before a point ("none": nothing)
  tab           a tab after a number instead of two spaces
  page=N        N lines a page; pagefoot=S with {p} and {n}; pagehead=S; ff
  centre        header lines centred
  spaces        two spaces after a full stop
  eol=crlf
"""
import re

import attendance
import typography
from model import NBSP, plain, runs_text


class Writer:
    """Collects the physical lines of one document."""

    def __init__(self, view):
        self.view, self.lines = view, []
        self.width = view.number("wrap")
        self.hyphenate = view.option("hyphenate") is not None
        self.bullet = view.option("bullet", "\u2022")
        self.gap = view.number("gap", 1)
        self.after_number = "\t" if view.option("tab") else "  "

    def put(self, lines, gap=None):
        self.lines += lines
        self.lines += [""] * (self.gap if gap is None else gap)

    def text(self, text):
        return typography.two_spaces(text) if self.view.option("spaces") else text

    def layout(self, text, first="", rest=""):
        return typography.layout(self.text(text), self.width, first, rest, self.hyphenate)

    def heading(self, item):
        """The heading's lines, or the text that runs into the first paragraph."""
        style, number, title = self.view.option("style", "numbered"), item.number, item.title
        if item.attrs.get("lead") and self.view.option("leads"):
            title += f" ({item.attrs['lead']})"
            if "min" in item.attrs:
                title += f" ({item.attrs['min']} minutes)"
        if style == "runin":
            return None
        if style == "numline" and number:
            self.put([number + "."])
            self.put(self.layout(title)) if title else None
        elif style == "running" and number:
            self.put(self.layout(title, number + " ", " " * (len(number) + 1)))
        elif style == "numbered" and number:
            self.put(self.layout(title, f"{number}.{self.after_number}", "    "))
        else:
            self.put(self.layout(title))
        return ""

    def run_in(self, item):
        colon = item.attrs.get("colon", ":")
        title = f"{item.title}{colon}" if item.title else ""
        return f"{item.number}.{self.view.option('runspace', chr(9))}{title}" if item.number else title

    def item(self, item):
        lead_in = ""
        if self.view.option("style") == "runin" or not item.title:
            lead_in = self.run_in(item)
            if not item.paragraphs:
                self.put([lead_in])
        else:
            self.heading(item)
        for k, paragraph in enumerate(item.paragraphs):
            self.paragraph(paragraph, lead_in if k == 0 else "")

    def paragraph(self, paragraph, lead_in=""):
        first = lead_in + ("  " if lead_in and not lead_in.endswith("\t") else "")
        rest = ""
        if paragraph.number:
            first += paragraph.number + self.view.option("dot", "") + self.after_number
            rest = " " * 6 if self.view.option("hang") and self.width else ""
        if "swallow" in paragraph.flags:
            first = f"{self.bullet}  {first}"
        out = []
        for line in paragraph.lines:
            text = runs_text(line.runs)
            if line.mark is None or line.mark == "|":
                out += self.layout(text, first, rest)
            else:
                out += self.point(line.mark, text, rest)
            first = rest
        self.put(out)

    def point(self, mark, text, indent):
        if mark == "-":
            if self.bullet == "none":
                return self.layout(text, indent, indent)
            mark = self.bullet
        first = f"{indent}{mark}{NBSP if self.view.option('nbsp') else ' '} "
        return self.layout(text, first, " " * len(first) if self.width else "")


def _centre(line, width):
    return line.center(width).rstrip() if width else line


def _paginate(lines, view):
    """Cut into pages with running heads and page numbers in the text's way."""
    size = view.number("page")
    pages = [lines[i:i + size] for i in range(0, len(lines), size)]
    out = []
    for k, page in enumerate(pages, 1):
        if k > 1:
            if view.option("ff"):
                page = ["\f" + (view.option("pagehead") or page[0])] + ([""] if view.option("pagehead") else []) + (
                    page if view.option("pagehead") else page[1:])
            elif view.option("pagehead"):
                page = [view.option("pagehead"), ""] + page
        out += page
        if view.option("pagefoot"):
            out += ["", _centre(view.option("pagefoot").format(p=k, n=len(pages)), view.number("wrap")), ""]
    return out


def lines_of(view):
    """The document's physical lines."""
    doc, writer = view.doc, Writer(view)
    for line in doc.head:
        text = plain(line) if not line.strip() else line
        writer.put([_centre(t, writer.width) if view.option("centre") else t
                    for t in writer.layout(text)], 0 if view.option("tighthead") else 1)
    if view.option("tighthead"):
        writer.lines.append("")
    if view.has_attendance:
        for block in doc.attendance:
            writer.put(attendance.as_text(block, writer.width), 1)
    for paragraph in doc.preamble:
        writer.paragraph(paragraph)
    for item in doc.items:
        writer.item(item)
    for line in doc.foot:
        writer.put(writer.layout(line), 1)
    while writer.lines and not writer.lines[-1]:
        writer.lines.pop()
    return writer.lines


def render(view):
    lines = lines_of(view)
    if view.option("page"):
        lines = _paginate(lines, view)
    if view.option("doubled"):
        lines = [piece for line in lines if line.strip() for piece in (line, "")]
    text = "\n".join(lines) + "\n"
    text = re.sub(r"\n{4,}", "\n\n\n", text)
    if view.option("ligatures"):
        text = typography.ligatures(text)
    return text.replace("\n", "\r\n") if view.option("eol") == "crlf" else text
