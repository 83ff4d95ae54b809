"""Minutes as an OpenDocument text, with the options of office.py."""
from xml.sax.saxutils import escape

import office
from archive import archive

O = "urn:oasis:names:tc:opendocument:xmlns:"
NAMES = (f'xmlns:office="{O}office:1.0" xmlns:style="{O}style:1.0" xmlns:text="{O}text:1.0" '
         f'xmlns:table="{O}table:1.0" xmlns:fo="{O}xsl-fo-compatible:1.0" office:version="1.2"')
START = '<?xml version="1.0" encoding="UTF-8"?>\n'


def text(words):
    return escape(words).replace("\t", "<text:tab/>").replace("  ", ' <text:s text:c="1"/>')


def p(words, style=""):
    return f"<text:p{f' text:style-name={chr(34)}{style}{chr(34)}' if style else ''}>{text(words)}</text:p>"


def listed(name, inner, depth=0, keep=False):
    """An entry of a list, as deep as it is, in a list of its own that goes on."""
    for _ in range(depth):
        inner = f"<text:list><text:list-item>{inner}</text:list-item></text:list>"
    on = ' text:continue-numbering="true"' if keep else ""
    return f'<text:list text:style-name="{name}"{on}><text:list-item>{inner}</text:list-item></text:list>'


class Body:
    def __init__(self):
        self.parts, self.rows, self.has_counted = [], [], False

    def add(self, block):
        if block.kind != "row" and self.rows:
            self.end_table()
        if block.kind == "row":
            self.rows.append("".join(f"<table:table-cell>{p(c)}</table:table-cell>" for c in block.cells))
        elif block.kind == "head":
            self.parts.append(p(block.text, "Title"))
        elif block.kind == "heading" and block.is_counted:
            heading = f'<text:h text:outline-level="1">{text(block.text)}</text:h>'
            self.parts.append(listed("Numbers", heading, keep=self.has_counted))
            self.has_counted = True
        elif block.kind == "heading":
            self.parts.append(p(office.typed(block, "\t"), "Bold" if block.is_bold else ""))
        elif block.kind == "point":
            self.parts.append(listed("Bullets", p(block.text)))
        elif block.is_counted:
            self.parts.append(listed("Numbers", p(block.text), 1, True))
        else:
            self.parts.append(p(office.typed(block), "Bold" if block.is_bold else ""))

    def end_table(self):
        self.parts.append("<table:table>" + "".join(f"<table:table-row>{r}</table:table-row>" for r in self.rows)
                          + "</table:table>")
        self.rows = []


def automatic(first):
    def level(k, start, shown):
        return (f'<text:list-level-style-number text:level="{k}" style:num-format="1" style:num-suffix="{"." if k == 1 else ""}"'
                f' text:start-value="{start}" text:display-levels="{shown}"/>')
    return ('<style:style style:name="Bold" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style>'
            f'<text:list-style style:name="Numbers">{level(1, first, 1)}{level(2, 1, 2)}</text:list-style>'
            '<text:list-style style:name="Bullets"><text:list-level-style-bullet text:level="1" text:bullet-char="\u2022"/>'
            "</text:list-style>")


def render(view):
    blocks = list(office.blocks(view))
    first = next((b.number for b in blocks if b.kind == "heading" and b.is_counted), "1")
    body = Body()
    for block in blocks:
        body.add(block)
    if body.rows:
        body.end_table()
    content = (f"{START}<office:document-content {NAMES}><office:automatic-styles>{automatic(first)}</office:automatic-styles>"
               f"<office:body><office:text>{''.join(body.parts)}</office:text></office:body></office:document-content>")
    kind = "application/vnd.oasis.opendocument.text"
    manifest = (f'{START}<manifest:manifest xmlns:manifest="{O}manifest:1.0"><manifest:file-entry manifest:full-path="/" '
                f'manifest:media-type="{kind}"/><manifest:file-entry manifest:full-path="content.xml" '
                'manifest:media-type="text/xml"/></manifest:manifest>')
    styles = (f'{START}<office:document-styles {NAMES}><office:styles><style:style style:name="Title" '
              'style:family="paragraph"/></office:styles></office:document-styles>')
    return archive([("mimetype", kind), ("content.xml", content), ("styles.xml", styles),
                    ("META-INF/manifest.xml", manifest)])
