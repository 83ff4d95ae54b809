"""Minutes as a village website keeps them: Markdown with front matter.

Options: posted=DATE (the day of the post, not of the meeting), title=S,
categories=a,b, heading=escaped|bold|hash, bullet=S (default \\*), wrap.
"""
import re

import attendance
import render_text


class Writer(render_text.Writer):
    def __init__(self, view):
        super().__init__(view)
        self.bullet = view.option("bullet", "\\*")
        self.after_number = " "

    def heading(self, item):
        form = self.view.option("heading", "escaped")
        number = f"{item.number}\\. " if item.number else ""
        if form == "bold":
            self.put([f"**{number.replace(chr(92), '')}{item.title}**"])
        elif form == "hash":
            self.put([f"### {number}{item.title}"])
        else:
            self.put([f"{number}{item.title}{item.attrs.get('colon', '')}"])
        return ""

    def run_in(self, item):
        title = f" {item.title}{item.attrs.get('colon', ':')}" if item.title else ""
        return f"{item.number}\\.{title}" if item.number else title.strip()

    def point(self, mark, text, indent):
        return super().point(re.sub(r"^(\d+)\.$", r"\1\\.", mark), text, indent)


def _front_matter(view):
    lines = ["---", f'title: "{view.option("title")}"', f'date: "{view.option("posted")}"']
    if view.option("categories"):
        lines += ["categories: "] + [f'  - "{c}"' for c in view.option("categories").split(",")]
    return lines + ["---", ""]


def render(view):
    doc, writer = view.doc, Writer(view)
    writer.lines = _front_matter(view)
    for line in doc.head:
        writer.put([line])
    for block in doc.attendance if view.has_attendance else []:
        for line in attendance.as_text(block, 0):
            if line:
                writer.put([line], 1)
    for paragraph in doc.preamble:
        writer.paragraph(paragraph)
    for item in doc.items:
        writer.item(item)
    for line in doc.foot:
        writer.put([line])
    while not writer.lines[-1]:
        writer.lines.pop()
    lines = []
    for line in writer.lines:      # a list's points stand apart, as in the exported posts
        if lines and lines[-1] and line.startswith(writer.bullet):
            lines.append("")
        lines.append(line)
    return "\n".join(lines) + "\n"
