"""A town council's minutes from LibreOffice: one list goes on counting through
the whole paper, a table with cells that span, changes still tracked, a frame."""
from xml.sax.saxutils import escape

from word import zipped

NAMES = " ".join(f'xmlns:{k}="urn:oasis:names:tc:opendocument:xmlns:{v}:1.0"' for k, v in {
    "office": "office", "text": "text", "table": "table", "style": "style", "draw": "drawing", "meta": "meta",
    "fo": "xsl-fo-compatible", "svg": "svg-compatible"}.items()) + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def marks(words):
    """*bold* words, tabs, line breaks and runs of spaces as ODF writes them."""
    out = ""
    for k, piece in enumerate(words.split("*")):
        plain = escape(piece).replace("\t", "<text:tab/>").replace("\n", "<text:line-break/>").replace("   ", ' <text:s text:c="2"/>')
        out += f'<text:span text:style-name="T1">{plain}</text:span>' if k % 2 else plain
    return out


def para(words="", style="Standard"):
    content = words if words.startswith("<") else marks(words)
    return f'<text:p text:style-name="{style}">{content}</text:p>'


def item(words):
    """A title that the one list counts, whatever stands between."""
    return f'<text:list text:continue-numbering="true" text:style-name="L1"><text:list-item>{para(words, "Item")}</text:list-item></text:list>'


def lettered(*lines):
    return f'<text:list text:style-name="L2">{"".join(f"<text:list-item>{para(x)}</text:list-item>" for x in lines)}</text:list>'


def cell(words, across=1, down=1):
    span = f' table:number-columns-spanned="{across}"' if across > 1 else ""
    span += f' table:number-rows-spanned="{down}"' if down > 1 else ""
    return f"<table:table-cell{span}>{para(words)}</table:table-cell>" + "<table:covered-table-cell/>" * (across - 1)


def table(name, columns, *rows):
    return (f'<table:table table:name="{name}"><table:table-column table:number-columns-repeated="{columns}"/>'
            + "".join(f"<table:table-row>{r}</table:table-row>" for r in rows) + "</table:table>")


def attended():
    return table("Present", 3, cell("*Members present*", across=3),
                 cell("Cllr R Thwaite (Town Mayor)") + cell("Cllr Mrs D Ashe") + cell("Cllr L Bainbridge"),
                 cell("Cllr S Coates (Deputy Mayor)") + cell("Cllr P Ferris") + cell("Cllr Miss T Nuttall"),
                 cell("Cllr J Okafor") + cell("Cllr H Rudge") + cell(""), cell("*Also present*", across=3),
                 cell("Mrs B Latimer (Town Clerk)") + cell("Mr K Dunne (Deputy Clerk)") + cell("County Cllr A Wedlake"))


def grants():
    return table("Grants", 3, cell("*Applicant*") + cell("*Asked*") + cell("*Awarded*"), cell("Melverley Brass") + cell("\u00a3900") + cell("\u00a3600"),
                 cell("Meadow Street Lunch Club") + cell("\u00a31,500") + cell("\u00a31,500"), cell("Scouts (1st and 2nd)") + cell("\u00a32,000") + cell("\u00a31,000"))


CHANGES = ('<text:tracked-changes><text:changed-region text:id="ct1"><text:deletion><office:change-info><dc:creator>B Latimer</dc:creator>'
           "<dc:date>2024-01-12T09:00:00</dc:date></office:change-info><text:p>The Mayor said nothing of the kind.</text:p></text:deletion></text:changed-region>"
           '<text:changed-region text:id="ct2"><text:insertion><office:change-info><dc:creator>B Latimer</dc:creator><dc:date>2024-01-12T09:01:00</dc:date>'
           "</office:change-info></text:insertion></text:changed-region></text:tracked-changes>")
CREST = ('<draw:frame draw:name="Frame1" text:anchor-type="paragraph"><draw:text-box><text:p>Town Hall, Melverley</text:p><text:p>Tel. 01632 960417</text:p>'
         "</draw:text-box></draw:frame>")
NOTE = ('<text:note text:id="ftn1" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
        "<text:p>Minute 71 of 6 November 2023.</text:p></text:note-body></text:note>")
REMARK = "<office:annotation><dc:creator>KD</dc:creator><text:p>Check the sum.</text:p></office:annotation>"


def body():
    yield CHANGES
    yield para(f"{CREST}MELVERLEY TOWN COUNCIL", "Title")
    yield para("*Minutes of the Full Council meeting held on Monday 8th January 2024 at 7.15pm in the Council Chamber*")
    yield attended()
    yield para()
    yield item("Apologies for absence")
    yield para("Apologies were received from Cllr V Sorrell, who was unwell, and Cllr G Amis.")
    yield item("Declarations of interest")
    yield para("Cllr Okafor declared an interest in item 7 as treasurer of the lunch club.")
    yield item("Public participation")
    yield para("Mr Wilf Harker asked the Council to bring back the second market day. Traders from the coast had told him that they would come on a Thursday.")
    yield para('<text:span>The Mayor said that the Markets Committee would meet him in February. </text:span><text:change text:change-id="ct1"/>')
    yield item("Minutes")
    yield para("*RESOLVED* that the minutes of the meeting held on 4th December 2023 be signed as a true record (proposed Cllr Coates, seconded Cllr Ferris).")
    yield item("County Councillor\u2019s report")
    yield para("Cllr Wedlake reported on the flooding of Ferry Road between Christmas and New Year. Nineteen houses had taken in water. The pump at the lock had failed "
               "on Boxing Day and a spare had been brought from forty miles away.")
    yield "<text:soft-page-break/>"
    yield para("Cllr Miss Nuttall asked who had decided to keep the only spare so far off. Cllr Wedlake did not know but had asked for an inquiry.")
    yield para(f"<text:span>Cllr Rudge recalled that the Town Council had warned of this in November.</text:span>{NOTE}")
    yield item("Budget and precept 2024/25")
    yield para("The Town Clerk presented the draft budget. Expenditure would be \u00a3286,900 and the precept \u00a3241,300, which was \u00a34.12 more for a house in band D.")
    yield para("Cllr Bainbridge moved, and Cllr Rudge seconded, that \u00a35,000 be taken out of the events budget.")
    yield para("Cllr Mrs Ashe said that the events brought people into the town in the two dead months of the year.")
    yield para("The amendment was lost (for 3, against 5).")
    yield para('<text:span>It was then </text:span><text:span text:style-name="T1">RESOLVED</text:span><text:span> that:</text:span>')
    yield lettered("the budget be approved as drafted;", "the precept be set at \u00a3241,300; and", "the Town Clerk notify the County Council by 31st January.")
    yield para("*Voting:* For: Cllrs Mrs Ashe, Coates, Ferris, Miss Nuttall, Okafor and Thwaite. Against: Cllrs Bainbridge and Rudge.")
    yield item("Grants to local organisations")
    yield para("Having declared an interest, Cllr Okafor left the room.")
    yield para(f"<text:span>The Deputy Clerk introduced the applications, which came to \u00a34,400</text:span>{REMARK}<text:span> in all; \u00a33,500 was available.</text:span>")
    yield para("*RESOLVED* that grants be awarded as follows:")
    yield grants()
    yield para("Cllr Okafor returned.")
    yield item("Town Hall clock")
    yield para("The Town Clerk reported that the clockmaker advised against an electric winder. The weights could be re-hung for \u00a3740.")
    yield para("Cllr Ferris offered to wind the clock on Sundays until then. The offer was accepted with thanks.")
    yield para("*RESOLVED* that the weights be re-hung.")
    yield item("Reports from outside bodies")
    yield para("*Almshouse Trust:*   Cllr Thwaite reported that all nine houses were let.")
    yield para("*Twinning Association:*   Cllr Coates said that the visitors from Brittany would come in May rather than June.")
    yield item("Exclusion of the press and public")
    yield para("*RESOLVED* that the press and public be excluded during item 11 as it concerned a contract.")
    yield item("Cemetery lodge")
    yield para("*RESOLVED* that the tender of \u00a322,450 from builder B be accepted.")
    yield para("The meeting closed at 8.50pm.")
    yield para("Signed ______________________\tDate ____________\nTown Mayor")


def build():
    content = (f'{HEAD}<office:document-content {NAMES} office:version="1.3"><office:automatic-styles>'
               '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
               '<style:style style:name="Item" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style>'
               '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/></text:list-style>'
               '<text:list-style style:name="L2"><text:list-level-style-number text:level="1" style:num-format="a" style:num-suffix=")"/></text:list-style>'
               f'</office:automatic-styles><office:body><office:text><text:section text:name="Minutes">{"".join(body())}</text:section></office:text>'
               "</office:body></office:document-content>")
    looks = (f"{HEAD}<office:document-styles {NAMES}><office:master-styles><style:master-page style:name=\"Standard\"><style:header>"
             "<text:p>Full Council 8/1/24</text:p></style:header><style:footer><text:p>Page <text:page-number>1</text:page-number></text:p></style:footer>"
             "</style:master-page></office:master-styles></office:document-styles>")
    listed = "".join(f'<manifest:file-entry manifest:full-path="{n}" manifest:media-type="{t}"/>' for n, t in (
        ("/", "application/vnd.oasis.opendocument.text"), ("content.xml", "text/xml"), ("styles.xml", "text/xml")))
    manifest = f'{HEAD}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">{listed}</manifest:manifest>'
    return zipped([("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", content), ("styles.xml", looks),
                   ("META-INF/manifest.xml", manifest)], stored=("mimetype",))
