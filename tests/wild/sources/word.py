"""The parts of a Word document, with what Word itself puts into them:
proofing marks, split runs, revision ids, fields, controls and text boxes."""
import io
import zipfile
from xml.sax.saxutils import escape

NAMES = " ".join(f'xmlns:{k}="{v}"' for k, v in {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml"}.items())
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml."
LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
WHO = 'w:author="Clerk" w:date="2023-02-01T10:00:00Z"'


def text(words):
    """Text with tabs, line breaks, soft and hard hyphens as Word keeps them."""
    marks = {"\t": "<w:tab/>", "\n": "<w:br/>", "\u00ad": "<w:softHyphen/>", "\u2011": "<w:noBreakHyphen/>"}
    out, held = "", ""
    for c in words:
        if c in marks:
            out += (f'<w:t xml:space="preserve">{escape(held)}</w:t>' if held else "") + marks[c]
            held = ""
        else:
            held += c
    return out + (f'<w:t xml:space="preserve">{escape(held)}</w:t>' if held else "")


def run(words, look=""):
    """`look`: b bold, i italic, u underlined, s struck out, h hidden, ^ raised."""
    marks = {"b": "<w:b/>", "i": "<w:i/>", "u": '<w:u w:val="single"/>', "s": "<w:strike/>", "h": "<w:vanish/>",
             "^": '<w:vertAlign w:val="superscript"/>', "c": "<w:caps/>"}
    props = "".join(marks[m] for m in look)
    return f"<w:r>{f'<w:rPr>{props}</w:rPr>' if props else ''}{text(words)}</w:r>"


def inserted(words):
    return f'<w:ins w:id="91" {WHO}>{run(words)}</w:ins>'


def deleted(words):
    return f'<w:del w:id="92" {WHO}><w:r><w:delText xml:space="preserve">{escape(words)}</w:delText></w:r></w:del>'


def para(content="", style=None, num=None, level=0, more=""):
    """One paragraph. `content` is text or ready runs; `num` the list it counts in."""
    runs = content if content.startswith("<") or not content else run(content)
    props = f'<w:pStyle w:val="{style}"/>' if style else ""
    if num is not None:
        props += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'
    props += more
    return f'<w:p w:rsidR="00A1"><w:pPr>{props}</w:pPr><w:proofErr w:type="spellStart"/>{runs}</w:p>'


def cell(*paras, span=1, merge=None, wide=2000):
    props = f'<w:tcW w:w="{wide}" w:type="dxa"/>' + (f'<w:gridSpan w:val="{span}"/>' if span > 1 else "")
    props += {"start": '<w:vMerge w:val="restart"/>', "on": "<w:vMerge/>"}.get(merge, "")
    return f"<w:tc><w:tcPr>{props}</w:tcPr>{''.join(paras) or para()}</w:tc>"


def row(*cells, is_head=False):
    return f"<w:tr>{'<w:trPr><w:tblHeader/></w:trPr>' if is_head else ''}{''.join(cells)}</w:tr>"


def table(*rows, columns=3):
    grid = "".join('<w:gridCol w:w="2000"/>' for _ in range(columns))
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'


def control(content, alias):
    return f'<w:sdt><w:sdtPr><w:alias w:val="{alias}"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'


def field(code, shown):
    """A field as Word writes it: code, separator, the result last shown."""
    def mark(kind):
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
    return (mark("begin") + f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>' + mark("separate") + run(shown)
            + mark("end"))


def text_box(*paras):
    """A text box, and the picture of it for old programs that Word adds."""
    inside = f"<w:txbxContent>{''.join(paras)}</w:txbxContent>"
    return ('<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData>'
            f"<wps:wsp><wps:txbx>{inside}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
            f"<mc:Fallback><w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>")


def levels(*formats):
    """[(numFmt, lvlText)] of one list."""
    return "".join(f'<w:lvl w:ilvl="{k}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{shown}"/></w:lvl>'
                   for k, (kind, shown) in enumerate(formats))


def numbering(abstract, nums):
    """`abstract`: {id: levels}; `nums`: [(numId, abstractId, start anew at or None)]."""
    out = "".join(f'<w:abstractNum w:abstractNumId="{k}">{v}</w:abstractNum>' for k, v in abstract.items())
    for num, base, start in nums:
        anew = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>' if start else ""
        out += f'<w:num w:numId="{num}"><w:abstractNumId w:val="{base}"/>{anew}</w:num>'
    return f"{HEAD}<w:numbering {NAMES}>{out}</w:numbering>"


def styles(*rows):
    """[(id, name, the list it counts in or None, level)]"""
    out = ""
    for ident, name, num, level in rows:
        counts = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>' if num else ""
        outline = f'<w:outlineLvl w:val="{level}"/>' if name.startswith("heading") else ""
        out += f'<w:style w:type="paragraph" w:styleId="{ident}"><w:name w:val="{name}"/><w:pPr>{counts}{outline}</w:pPr></w:style>'
    return f"{HEAD}<w:styles {NAMES}>{out}</w:styles>"


def part(kind, content):
    return f"{HEAD}<w:{kind} {NAMES}>{content}</w:{kind}>"


def package(body, parts=None, title=""):
    """The bytes of a document: `parts` are its other parts by kind."""
    parts = dict(parts or {})
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rIdheader"/><w:footerReference w:type="default" r:id="rIdfooter"/></w:sectPr>'
    files = {"word/document.xml": f"{HEAD}<w:document {NAMES}><w:body>{body}{section}</w:body></w:document>"}
    types = f'<Override PartName="/word/document.xml" ContentType="{KIND}document.main+xml"/>'
    links = ""
    for kind, content in parts.items():
        files[f"word/{kind}.xml"] = content
        types += f'<Override PartName="/word/{kind}.xml" ContentType="{KIND}{kind}+xml"/>'
        links += f'<Relationship Id="rId{kind}" Type="{LINK}{kind}" Target="{kind}.xml"/>'
    relations = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    files["word/_rels/document.xml.rels"] = f"{HEAD}{relations}{links}</Relationships>"
    files["_rels/.rels"] = f'{HEAD}{relations}<Relationship Id="rId1" Type="{LINK}officeDocument" Target="word/document.xml"/></Relationships>'
    files["docProps/core.xml"] = (f'{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
                                  f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(title)}</dc:title></cp:coreProperties>')
    kinds = (f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
             f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{types}</Types>')
    return zipped([("[Content_Types].xml", kinds)] + list(files.items()))


def zipped(files, stored=()):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files:
            info = zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0))
            info.create_system, info.external_attr = 3, 0o644 << 16
            info.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return out.getvalue()
