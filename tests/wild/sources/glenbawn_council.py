"""A district council in Northern Ireland: headings that count on three levels,
attendance set with tabs, resolutions in their own style, a table of votes."""
from word import cell, field, levels, numbering, package, para, part, row, run, styles, table

NOTE = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
TABS = '<w:tabs><w:tab w:val="left" w:pos="2835"/></w:tabs><w:ind w:left="2835" w:hanging="2835"/>'

PRESENT = [("In the Chair:", "The Chairperson, Councillor B McIlhatton"),
           ("Aldermen:", "S Clyde, R J Dunlop, Mrs M Gault"),
           ("Councillors:", "C Boyle, N Donnelly, A Esler, Mrs P Friel, D Heaney, K Lavery, J Mawhinney, O \u00d3 Baoill, E Quinn, T Semple"),
           ("Officers in Attendance:", "Mr G Pollard, Chief Executive\n\tMrs H Bradley, Director of Environment\n\tMs R Toal, Planning Manager"
                                       "\n\tMiss L Kerr, Committee Clerk"),
           ("Apologies:", "Alderman W Frew; Councillor U Maguire")]

VOTES = [("Alderman S Clyde", "X", "", ""), ("Alderman R J Dunlop", "X", "", ""), ("Alderman Mrs M Gault", "", "", "X"),
         ("Councillor C Boyle", "", "X", ""), ("Councillor N Donnelly", "", "X", ""), ("Councillor A Esler", "X", "", ""),
         ("Councillor Mrs P Friel", "", "X", ""), ("Councillor D Heaney", "", "X", ""), ("Councillor K Lavery", "", "X", ""),
         ("Councillor B McIlhatton", "", "X", ""), ("Councillor J Mawhinney", "X", "", ""), ("Councillor O \u00d3 Baoill", "", "X", ""),
         ("Councillor E Quinn", "", "X", ""), ("Councillor T Semple", "X", "", ""), ("TOTAL", "5", "8", "1")]


def title(words):
    return para(words, "Heading1")


def sub(words):
    return para(words, "Heading2")


def minute(words):
    return para(words, "Minute")


def resolved(*lines):
    """Proposed, seconded and resolved, a line each, with the words set in."""
    return "".join(para(run(label, "b") + run("\t" + words), "Resolution", more=TABS) for label, words in lines)


def moved(proposer, seconder, words):
    return resolved(("Proposed by", proposer), ("Seconded by", f"{seconder}; and"), ("RESOLVED:", words))


def votes():
    head = row(*(cell(para(run(w, "b"))) for w in ("Member", "For", "Against", "Abstained")), is_head=True)
    return table(head, *(row(*(cell(para(c)) for c in r)) for r in VOTES), columns=4)


def body():
    yield para("Glenbawn and Sixmile District Council", "Title")
    yield para("Minutes of Proceedings of the Monthly Meeting of the Council held in the Council Chamber, Castle Street, Glenbawn on Monday "
               "4 September 2023 at 7.00 pm")
    yield from (para(run(label, "b") + run("\t" + names), more=TABS) for label, names in PRESENT)
    yield title("Declarations of Interest")
    yield minute("Councillor Heaney declared an interest in item 4.2, being a trustee of the Sixmile Rowing Club.")
    yield title("Minutes of the Council Meeting held on Monday 7 August 2023")
    yield moved("Councillor Quinn", "Alderman Clyde", "That the minutes be taken as read and signed as a true record.")
    yield title("Chairperson\u2019s Business")
    yield minute("The Chairperson congratulated the under-15 camogie team on the county title. He had sent the Council\u2019s sympathy to the family "
                 "of the late Mr Bobby Carlisle, for many years caretaker of the town hall.")
    yield minute("Alderman Mrs Gault associated herself with the tribute to Mr Carlisle.")
    yield title("Environment Directorate")
    yield sub("Brown Bin Collections")
    yield minute("The Director of Environment presented a report on the trial of three-weekly collections in Drumadoon and Ballylagan. Tonnage had risen by "
                 "6% and calls about missed bins had fallen by half.")
    yield minute("Councillor Boyle welcomed the figures but asked what was to be done for large families. The Director replied that a second bin could "
                 "be had on request.")
    yield minute("In response to a query from Councillor Lavery, the Director confirmed that no bin would be emptied less often at Christmas.")
    yield moved("Councillor \u00d3 Baoill", "Councillor Mrs Friel", "That the trial be extended to the whole district from January 2024.")
    yield sub("Slipway at Toome Quay")
    yield minute("Having declared an interest Councillor Heaney left the meeting at 7.35 pm.")
    yield para(run("The Director of Environment advised that the slipway had been undermined by the floods of February") + NOTE
               + run(" and that repair was estimated at \u00a388,000."), "Minute")
    yield minute("Alderman Dunlop proposed that the slipway be repaired at once from reserves. Alderman Clyde seconded the proposal.")
    yield minute("Councillor Donnelly, as an amendment, proposed that the Rivers Department be asked to share the cost before any work was let. "
                 "This was seconded by Councillor Boyle.")
    yield minute("On a recorded vote being requested, Members voted on Alderman Dunlop\u2019s proposal as follows:")
    yield votes()
    yield minute("The proposal was declared lost. The amendment, on becoming the substantive motion, was carried.")
    yield minute("Councillor Heaney returned to the meeting at 7.58 pm.")
    yield title("Planning")
    yield sub("Listing of Buildings")
    yield minute("The Planning Manager reported that the Department proposed to list:")
    yield para("the former linen hall, Mill Street, Glenbawn;", num=9)
    yield para("the lock-keeper\u2019s house at Derrynoid; and", num=9)
    yield para("a thatched house at 41 Lisnaclare Road.", num=9)
    yield minute("Councillor Esler said that the owner of the thatched house was in her nineties and had not been told. The Planning Manager undertook to "
                 "call on her.")
    yield moved("Councillor Semple", "Councillor Mawhinney", "That the Council:")
    yield para("support the listing of the linen hall and the lock-keeper\u2019s house; and", num=10)
    yield para("defer a reply on the thatched house for one month.", num=10)
    yield title("Notice of Motion")
    yield minute("Councillor Quinn proposed the motion standing in his name:")
    yield para(run("\u201cThat this Council writes to the Minister to ask that the Saturday bus between Glenbawn and Antrum be restored.\u201d", "i"), "Quote")
    yield minute("Seconding the motion Councillor Lavery said that nurses had to pay for taxis at weekends.")
    yield minute("The motion was put to the meeting and declared carried unanimously.")
    yield title("Date of Next Meeting")
    yield minute("Monday 2 October 2023 at 7.00 pm.")
    yield para("This concluded the business and the meeting ended at 8.41 pm.")
    yield para("________________________\nChairperson")


def build():
    return package("".join(body()), {
        "styles": styles(("Title", "Title", None, 0), ("Heading1", "heading 1", 3, 0), ("Heading2", "heading 2", 3, 1),
                         ("Minute", "Minute Text", None, 0), ("Resolution", "Resolution", None, 0), ("Quote", "Quote", None, 0)),
        "numbering": numbering({3: levels(("decimal", "%1."), ("decimal", "%1.%2"), ("lowerRoman", "(%3)")),
                                4: levels(("lowerLetter", "(%1)"))}, [(3, 3, None), (9, 4, None), (10, 4, 1)]),
        "header": part("hdr", para("GSDC Council Meeting\t04.09.23")),
        "footer": part("ftr", para(field("PAGE", "1"))),
        "footnotes": part("footnotes", '<w:footnote w:type="separator" w:id="0">' + para() + '</w:footnote><w:footnote w:id="2">'
                          + para("Report to Council of 6 March 2023.") + "</w:footnote>"),
    }, "Council minutes")
