"""Paragraphs as Word HTML that ModernGov ran through Tidy."""
import html
import re

from model import BREAK, DIVIDE, NBSP, SHY, Mark, runs_text

ENTITIES = {"\u2019": "&rsquo;", "\u2018": "&lsquo;", "\u201c": "&ldquo;", "\u201d": "&rdquo;", "\u2013": "&ndash;",
            "\u2014": "&mdash;", "\u00a3": "&pound;", NBSP: "&nbsp;", SHY: "&shy;", "\u2026": "&hellip;",
            "\u00bd": "&frac12;", "\u00e9": "&eacute;"}
GRAMMAR = re.compile(r"\b(are asked|were received|is asked|were asked|was asked|has been|have been|are|was noted)\b")
FONT = '<span style="font:7.0pt &quot;Times New Roman&quot;">%s</span>'


def escape(text):
    """Text for an element's content, with Word's entities; a soft divide is dropped."""
    text = html.escape(text.replace(DIVIDE, ""), quote=False)
    return "".join(ENTITIES.get(c, c) for c in text)


def attribute(text):
    """ModernGov's own escaping of attribute values and of its plain texts."""
    return "".join(c if c.isalnum() or c in ",." else f"&#{ord(c)};" for c in text)


def light(text):
    """ModernGov's escaping of plain text: brackets, colons, quotes and slashes as numbers."""
    return re.sub(r"[():'/&\"]", lambda m: f"&#{ord(m.group())};", text)


def tidy(markup, width=68):
    """Hard-wrap markup as Tidy does: at spaces of the text, and in tags after a '='."""
    pieces, piece, in_tag, quote = [], "", False, None
    for char in markup:
        if in_tag and char == quote:
            quote = None
        elif in_tag and quote is None and char in "\"'":
            quote = char
        if char == "<" and not in_tag:
            in_tag = True
        elif char == ">" and in_tag and quote is None:
            in_tag = False
        if char == " " and not in_tag:
            pieces.append((piece, " "))
            piece = ""
            continue
        piece += char
        if char == "=" and in_tag and quote is None:
            pieces.append((piece, ""))
            piece = ""
    pieces.append((piece, ""))
    lines, line, joint = [], "", ""
    for text, after in pieces:
        if line and len(line) + len(joint) + len(text) > width and (joint or line.endswith("=")):
            lines.append(line)
            line = text
        else:
            line += joint + text
        joint = after
    return "\n".join(lines + [line])


class Word:
    """Renders paragraphs; flavour and accidents are drawn from rng."""

    def __init__(self, rng, flavour="2010"):
        self.rng, self.flavour = rng, flavour

    def inline(self, runs):
        out = ""
        for run in runs:
            text = escape(run.printed if isinstance(run, Mark) else run)
            if self.flavour != "plain":
                if isinstance(run, Mark) and self.rng.random() < 0.35:
                    head, _, last = text.rpartition(" ")
                    if "&" not in last and last.isalpha():
                        text = f'{head} <span class="SpellE">{last}</span>'.lstrip()
                elif self.rng.random() < 0.3:
                    text = GRAMMAR.sub(r'<span class="GramE">\1</span>', text, count=1)
            text = re.sub(r"^(RESOLVED|Resolved|AGREED|NOTED)\b", r"<b>\1</b>", text) if not out else text
            out += text
        return out

    def wrap_span(self, inner):
        if self.flavour == "plain":
            return inner
        form = self.rng.choice(["", "", '<span style="">', '<span lang="EN-US" style="" xml:lang="EN-US">'])
        return f"{form}{inner}</span>" if form else inner

    def number(self, number):
        if self.flavour == "plain":
            return f"{number}&nbsp; "
        if self.flavour == "list":
            return f'<span style=""><span style="">{number}{FONT % "&nbsp;&nbsp;&nbsp;&nbsp;"}</span></span>'
        return f"{number}{'&nbsp;' * self.rng.choice([1, 2, 5])} "

    def spacer(self):
        if self.flavour == "2010" and self.rng.random() < 0.3:
            return ['<p class="MsoNormal"><span style="">&nbsp;</span></p>']
        return ['<p class="MsoNormal">&nbsp;</p>']

    def text(self, inner, style=""):
        """One or, where the sentence is broken, several <p>."""
        out = []
        for part in inner.split(BREAK):
            part = part.strip()
            out.append(tidy(f'<p class="MsoNormal"{style}>{self.wrap_span(part)}</p>'))
        return out

    def points(self, lines):
        out = []
        for k, line in enumerate(lines):
            place = "First" if k == 0 else ("Last" if k == len(lines) - 1 else "Middle")
            inner = self.inline(line.runs)
            if line.mark == "|":
                out.append(tidy(f'<p class="MsoNormal">{inner}</p>'))
                continue
            sign = '<span style="font-family:Symbol">\u00b7' if line.mark == "-" else f'<span style="">{line.mark}'
            gap = FONT % ("&nbsp;" * (9 if line.mark == "-" else 3))
            out.append(tidy(f'<p class="MsoListParagraphCxSp{place}" style="text-indent:-18.0pt">'
                            f'<span style="">{sign}{gap}</span></span> {inner}</p>'))
            if self.flavour == "2010" and k < len(lines) - 1 and self.rng.random() < 0.25:
                out.append('<p class="MsoListParagraphCxSpMiddle">&nbsp;</p>')
        return out

    def paragraph(self, p):
        out, points = [], []
        for k, line in enumerate(p.lines):
            if k == 0 and line.mark is None:
                inner = self.inline(line.runs)
                if p.number:
                    inner = self.number(p.number) + inner
                if "swallow" in p.flags:
                    out.append(tidy(f'<p class="MsoListParagraph" style="text-indent:-18.0pt"><span style='
                                    f'"font-family:Symbol">\u00b7{FONT % "&nbsp;&nbsp;&nbsp;"}</span> {inner}</p>'))
                    continue
                style = ' style="text-align:justify"' if self.flavour == "2010" and self.rng.random() < 0.2 else ""
                out += self.text(inner, style)
            else:
                points.append(line)
        return out + self.points(points)

    def section(self, paragraphs, tail=""):
        """The <div class="mgWordPara"> of a section; tail goes into its last paragraph."""
        out = []
        for k, p in enumerate(paragraphs):
            block = self.paragraph(p)
            out += block
            if k < len(paragraphs) - 1 or self.rng.random() < 0.4:
                out += self.spacer() if self.flavour != "plain" else []
        if tail:
            while out[-1].endswith(("&nbsp;</p>", "&nbsp;</span></p>")):
                out.pop()
            out[-1] = tidy(out[-1].removesuffix("</p>").replace("\n", " ") + " " + tail + "</p>")
        return '<div class="mgWordPara"><div class="WordSection1">\n' + "\n".join(out) + "\n</div>\n</div> "


def one_line(p):
    return " ".join(runs_text(line.runs) for line in p.lines)
