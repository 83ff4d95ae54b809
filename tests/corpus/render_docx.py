"""Minutes as a Word file.

Options, beyond those of office.py:
  styles        headings are of Word's heading styles, not only bold
  tracked       a deletion and an insertion are left in the text
  running=S     a running head, in a file of its own
"""
from xml.sax.saxutils import escape

import office
from archive import archive

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
START = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml."


def run(text, bold=False):
    props = "<w:rPr><w:b/></w:rPr>" if bold else ""
    parts = text.split("\t")
    body = "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(p)}</w:t>' for p in parts)
    return f"<w:r>{props}{body}</w:r>"


def paragraph(runs, style="", number=None):
    props = f'<w:pStyle w:val="{style}"/>' if style else ""
    if number:
        props += f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>'
    return f"<w:p>{f'<w:pPr>{props}</w:pPr>' if props else ''}{runs}</w:p>"


class Body:
    def __init__(self, view):
        self.view, self.parts, self.rows = view, [], []
        self.first = True

    def add(self, block):
        if block.kind != "row" and self.rows:
            self.end_table()
        if block.kind == "row":
            self.rows.append("".join(f"<w:tc>{paragraph(run(c))}</w:tc>" for c in block.cells))
        elif block.kind == "head":
            self.parts.append(paragraph(run(block.text, True), "Title" if self.first else "Subtitle"))
            self.first = False
        elif block.kind == "heading":
            style = "Heading1" if self.view.option("styles") is not None else ""
            self.parts.append(paragraph(run(office.typed(block, "\t"), block.is_bold), style,
                                        (1, 0) if block.is_counted else None))
        elif block.kind == "point":
            self.parts.append(paragraph(run(block.text), number=(2, 0)))
        else:
            self.parts.append(paragraph(run(office.typed(block), block.is_bold) + self.extras(block),
                                        number=(1, 1) if block.is_counted else None))

    def extras(self, block):
        """What stands in the file and not on the page, once each."""
        out = ""
        if self.view.option("tracked") and not block.is_bold and len(block.text) > 80:
            self.view.options.pop("tracked")
            out += ('<w:del w:id="1" w:author="clerk"><w:r><w:delText> This sentence was struck out.</w:delText></w:r></w:del>'
                    '<w:ins w:id="2" w:author="clerk"></w:ins>')
        return out

    def end_table(self):
        self.parts.append("<w:tbl>" + "".join(f"<w:tr>{r}</w:tr>" for r in self.rows) + "</w:tbl>")
        self.rows = []


def styles():
    def style(key, name, more=""):
        return f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>{more}</w:style>'
    return (f"{START}<w:styles {W}>" + style("Normal", "Normal") + style("Title", "Title")
            + style("Subtitle", "Subtitle") + style("Heading1", "heading 1", "<w:rPr><w:b/></w:rPr>") + "</w:styles>")


def level(k, form, text, start=1):
    return f'<w:lvl w:ilvl="{k}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'


def numbering(start):
    return (f'{START}<w:numbering {W}><w:abstractNum w:abstractNumId="0">'
            + level(0, "decimal", "%1.", start) + level(1, "decimal", "%1.%2")
            + '</w:abstractNum><w:abstractNum w:abstractNumId="1">' + level(0, "bullet", "\uf0b7")
            + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
            '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>')


def content_types(parts):
    rows = "".join(f'<Override PartName="/word/{p}.xml" ContentType="{TYPES}{t}+xml"/>' for p, t in parts)
    return (f'{START}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{rows}</Types>')


def relations(rows):
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    return (f'{START}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            + "".join(f'<Relationship Id="rId{k}" Type="{base}{t}" Target="{p}"/>' for k, (t, p) in enumerate(rows, 1))
            + "</Relationships>")


def render(view):
    blocks = list(office.blocks(view))
    first = next((b.number for b in blocks if b.kind == "heading" and b.is_counted), "1")
    body = Body(view)
    for block in blocks:
        body.add(block)
    if body.rows:
        body.end_table()
    head = view.option("running")
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/></w:sectPr>' if head else ""
    space = ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    document = f"{START}<w:document {W}{space}><w:body>{''.join(body.parts)}{section}</w:body></w:document>"
    parts = [("document", "document.main"), ("styles", "styles"), ("numbering", "numbering")]
    files = [("word/document.xml", document), ("word/styles.xml", styles()), ("word/numbering.xml", numbering(first))]
    links = [("styles", "styles.xml"), ("numbering", "numbering.xml")]
    if head:
        parts.append(("header1", "header"))
        links.append(("header", "header1.xml"))
        files.append(("word/header1.xml", f"{START}<w:hdr {W}>{paragraph(run(head))}</w:hdr>"))
    return archive([("[Content_Types].xml", content_types(parts)),
                    ("_rels/.rels", relations([("officeDocument", "word/document.xml")])),
                    ("word/_rels/document.xml.rels", relations(links))] + files)
