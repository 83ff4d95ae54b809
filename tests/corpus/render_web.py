"""Pages of a council's own site, and fragments that someone cut out of one.

Options: site=borough|parish|fragment, heads=h2|h3|h4|li|strong|p (how a heading
is marked; li gives <li><h4>, the number implicit), title=S (the <title>),
br (lines of a paragraph parted by <br>), declare=S, entities.
"""
import html
import re

import attendance
from model import BREAK, DIVIDE, NBSP, plain, runs_text

NAMED = {"\u00a3": "&pound;", "\u2019": "&rsquo;", "\u2018": "&lsquo;", "\u201c": "&ldquo;", "\u201d": "&rdquo;",
         "\u2013": "&ndash;", "\u00e9": "&eacute;", "\u00f3": "&oacute;", "\u00e1": "&aacute;", "\u00eb": "&euml;"}

BOROUGH = """<!DOCTYPE html>
<html lang="en-GB">
<head>
{meta}<title>{title}</title>
<link rel="stylesheet" href="/assets/larkhythe.css">
<script>var _paq = window._paq || []; _paq.push(['trackPageView']);</script>
</head>
<body class="page-minutes">
<div class="header"><a href="/"><img src="/assets/barge.svg" alt="Larkhythe Council home"></a>
<ul class="nav"><li><a href="/council-tax">Council tax</a></li><li><a href="/bins">Bins and recycling</a></li><li><a href="/housing">Housing</a></li><li><a href="/libraries">Libraries</a></li><li><a href="/jobs">Jobs</a></li></ul></div>
<p class="breadcrumb"><a href="/">Home</a> &gt; <a href="/council">Your council</a> &gt; <a href="/council/minutes">Minutes of meetings</a></p>
<div id="main" role="main">
{body}
</div>
<div class="sidebar"><h2>In this section</h2><ul><li><a href="/council/minutes/2010">Minutes 2010</a></li><li><a href="/council/constitution">Constitution</a></li><li><a href="/council/petitions">Petitions</a></li></ul>
<h2>Was this page useful?</h2><form action="/useful"><button>Yes</button><button>No</button></form></div>
<div class="footer"><p>London Borough of Larkhythe &middot; <a href="/terms">Terms</a> &middot; <a href="/privacy">Privacy and cookies</a></p></div>
</body>
</html>
"""

PARISH = """<html>
<head>
{meta}<title>{title}</title>
<style> body {{ font-family: Verdana; background: #eef5e6 }} td.menu {{ width: 140px }} </style>
</head>
<body bgcolor="#eef5e6">
<center><h1>Withy Green Village Website</h1><img src="green.jpg" alt="The Green in spring"></center>
<table><tr><td class="menu" valign="top"><a href="index.html">Home</a><br><a href="parishcouncil.html">Parish Council</a><br><a href="hall.html">Parish Room hire</a><br><a href="library.html">Library</a><br><a href="allotments.html">Allotments</a><br><a href="guestbook.html">Guest book</a></td>
<td valign="top">
{body}
</td></tr></table>
<hr><font size="1">Site by N. Fairweather. Best viewed at 1024 x 768. You are visitor 0018204</font>
</body>
</html>
"""


class Writer:
    def __init__(self, view):
        self.view, self.out = view, []

    def escape(self, text):
        text = html.escape(text.replace(DIVIDE, ""), quote=False).replace(NBSP, "&nbsp;")
        if self.view.option("entities"):
            text = "".join(NAMED.get(c, c) for c in text)
        return text

    def put(self, markup):
        self.out.append(markup)

    def attendance(self, block):
        label, form = block.options.get("label"), block.options.get("layout", "list")
        if form == "table":
            rows = "".join(f"<tr><td>{self.escape(n)}</td><td>{self.escape(i)}</td><td>{self.escape(r)}</td></tr>\n"
                           for n, r, i in attendance.table_rows(block))
            self.put(f"<p><b>{self.escape(label)}</b></p>\n<table border=\"1\">\n<tr><th>Name</th><th>Initials</th><th>Role</th></tr>\n{rows}</table>")
        elif form == "list":
            people = [attendance.with_role(a, block.options.get("role")) if not isinstance(a, str) else a for a in block.people]
            if self.view.option("br"):
                self.put(f"<p><b>{self.escape(label)}</b><br>\n" + "<br>\n".join(self.escape(p) for p in people) + "</p>")
            else:
                self.put(f"<h4>{self.escape(label)}</h4>\n<ul>\n" + "".join(f"<li>{self.escape(p)}</li>\n" for p in people) + "</ul>")
        else:
            self.put("<p>" + self.escape(" ".join(attendance.as_text(block, 0))) + "</p>")

    def heading(self, item):
        form, title = self.view.option("heads", "h3"), self.escape(item.title or "")
        number = f"{item.number}. " if item.number else ""
        if form == "li":
            self.put(f"<li><h4>{title}</h4>")
        elif form in ("strong", "p"):
            inner = f"{number}{title}"
            self.put(f"<p><strong>{inner}</strong></p>" if form == "strong" else f"<p>{inner}</p>")
        else:
            self.put(f"<{form}>{number}{title}</{form}>")

    def paragraph(self, p):
        """A paragraph, its points as a list after it."""
        body, points = [], []
        for line in p.lines:
            text = self.escape(runs_text(line.runs).strip())
            (body if line.mark in (None, "|") else points).append((line.mark, text))
        number = f"{p.number}&nbsp; " if p.number else ""
        text = "<br>\n".join(t for _, t in body).replace(BREAK, "</p>\n<p>")
        if text or number:
            self.put(f"<p>{number}{text}</p>")
        if points:
            self.put("<ul>\n" + "".join(f"<li>{'' if m == '-' else m + ' '}{t}</li>\n" for m, t in points) + "</ul>")


def render(view):
    doc, writer = view.doc, Writer(view)
    tag = "h1" if view.option("site") == "borough" else "h2"
    for k, line in enumerate(doc.head):
        writer.put(f"<{tag}>{writer.escape(line)}</{tag}>" if k == 0 else f"<p>{writer.escape(line)}</p>")
    for block in doc.attendance if view.has_attendance else []:
        writer.attendance(block)
    for p in doc.preamble:
        writer.paragraph(p)
    listed = view.option("heads") == "li"
    if listed:
        writer.put("<ol>")
    for item in doc.items:
        if item.title:
            writer.heading(item)
        for k, p in enumerate(item.paragraphs):
            writer.paragraph(p)
            if k == 0 and not item.title and item.number:
                writer.out[-1] = re.sub(r"^<p>", f"<p>{item.number}. ", writer.out[-1])
        if listed:
            writer.put("</li>")
    if listed:
        writer.put("</ol>")
    for line in doc.foot:
        writer.put(f"<p>{writer.escape(line)}</p>")
    body = "\n".join(writer.out)
    site = view.option("site", "borough")
    if site == "fragment":
        return body + "\n"
    meta = f'<meta charset="{view.option("declare")}">\n' if view.option("declare") else ""
    title = html.escape(view.option("title") or plain(doc.head[0]), quote=False)
    return (BOROUGH if site == "borough" else PARISH).format(meta=meta, title=title, body=body)
