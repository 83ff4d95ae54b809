"""A district council's printed minutes: a letterhead, members in three
columns, minute numbers in the margin, justified text, named votes."""
from sheet import Sheet, document, justified, wrap

LEFT, INDENT, RIGHT, SIZE, LEAD = 57, 113, 538, 11, 13.6

PRESENT = (("P Allardyce", "S Inchbald", "T Rooke"), ("Mrs J Bewick", "D Lessing", "Miss H Sallow"),
           ("K Chaudhry", "A Mottram", "W Tench"), ("M Denholm", "Ms C Oakeshott", "B Wray"))
OFFICERS = (("L Harkaway", "Chief Executive"), ("Mrs F Amory", "Director of Resources"), ("J Tuck", "Monitoring Officer"),
            ("Miss V Prentice", "Democratic Services Manager"))

BODY = [
    ("head", "C.41", "APOLOGIES FOR ABSENCE"),
    ("text", "Apologies for absence were received from Councillors N Pargeter and Mrs O Yelland."),
    ("head", "C.42", "MINUTES"),
    ("text", "It was proposed by Councillor Gough, seconded by Councillor Tench and RESOLVED that the minutes of the meet\u00ading held "
             "on 26 July 2022 be con\u00adfirmed as a correct record and signed by the Chairman."),
    ("head", "C.43", "DECLARATIONS OF INTEREST"),
    ("text", "Councillor Lessing declared a non-pecuniary inter\u00adest in minute C.47 as a governor of Tollerwick College and left the "
             "chamber during its con\u00adsidera\u00adtion."),
    ("head", "C.44", "CHAIRMAN\u2019S ANNOUNCEMENTS"),
    ("text", "The Chairman reported that she had opened the refur\u00adbished swim\u00adming pool at Low Tollerwick on 3 September, and that the "
             "Harvest Supper had raised \u00a31,240 for the air ambul\u00adance."),
    ("text", "The Chairman invited Members to stand in silence in mem\u00adory of former Coun\u00adcillor Edgar Mallinson, who had repre\u00adsented the "
             "Fenside ward from 1979 until 2003."),
    ("head", "C.45", "QUESTIONS FROM THE PUBLIC"),
    ("text", "Mr A Sturgess asked why the garden waste bins in Nether Tollerwick had gone uncol\u00adlected for three weeks in August, and "
             "whether the sub\u00adscrip\u00adtion would be refunded in part."),
    ("text", "Councillor Chaudhry replied that two of the four drivers had been ill and that agency staff could not be found who held the "
             "licence for the nar\u00adrow-track vehicle. Sub\u00adscribers would be given an extra month at the end of the season rather than a refund."),
    ("text", "Mr Sturgess asked, as a sup\u00adplement\u00adary ques\u00adtion, whether a second narrow-track vehicle was to be bought."),
    ("text", "Councillor Chaudhry answered that the capital pro\u00adgramme provided for one in 2024/25."),
    ("head", "C.46", "NOTICE OF MOTION: FIREWORKS"),
    ("text", "Councillor Ms Oakeshott moved and Councillor Rooke seconded:"),
    ("quote", "\u201cThat this Council requires all public fire\u00adwork dis\u00adplays on its land to be adver\u00adtised at least four weeks before the "
              "event, and encour\u00adages local sup\u00adpliers to stock quieter fire\u00adworks.\u201d"),
    ("text", "Councillor Ms Oakeshott said that she had been approached by the owners of live\u00adstock on both sides of the river. She did not "
             "wish to spoil anybody\u2019s evening; she wished farmers to have time to bring ani\u00admals indoors."),
    ("text", "Councillor Wray supported the aim but considered four weeks too long for volun\u00adteers who de\u00adpended on the weather. He moved, and "
             "Coun\u00adcillor Denholm seconded, an amend\u00adment to replace \u201cfour weeks\u201d with \u201cten days\u201d."),
    ("text", "Miss Sallow feared that ten days would miss the parish maga\u00adzines."),
    ("text", "In accord\u00adance with Pro\u00adced\u00adure Rule 17.4 a recorded vote was taken on the amendment:"),
    ("vote", "For (5):", "Councillors Allardyce, Denholm, Inchbald, Mottram and Wray"),
    ("vote", "Against (8):", "Councillors Mrs Bewick, Chaudhry, Mrs Farthing, Gough, Lessing, Ms Oakeshott, Rooke and Miss Sallow"),
    ("vote", "Abstained (1):", "Councillor Tench"),
    ("text", "The amendment was declared LOST."),
    ("text", "The motion was then put to the meeting and it was RESOLVED accordingly."),
    ("head", "C.47", "TOLLERWICK COLLEGE: DISPOSAL OF LAND AT STAITHE LANE"),
    ("text", "The Director of Resources presented the report, which had been con\u00adsidered by the Cabinet on 27 September. The College had "
             "offered \u00a3412,000 for 1.3 hectares on which it proposed to build workshops for boat\u00adbuilding and plumb\u00ading. The District "
             "Valuer was con\u00adtent with the price."),
    ("text", "Councillor Inchbald asked whether the foot\u00adpath to the staithe would stay open during the works. The Director of Resources "
             "under\u00adtook to make this a con\u00addi\u00adtion of the sale."),
    ("text", "Councillor Mottram was disap\u00adpointed that no covenant kept the land in educa\u00adtional use. He reminded Mem\u00adbers of the old gram\u00admar "
             "school, which had been flats within five years of its sale."),
    ("text", "RESOLVED that"),
    ("point", "(a)", "the land edged red on the plan attached to the report be sold to Tollerwick College for \u00a3412,000;"),
    ("point", "(b)", "the sale be conditional upon the footpath remain\u00ading open; and"),
    ("point", "(c)", "the Director of Resources be auth\u00adorised to agree the remain\u00ading terms in consul\u00adtation with the Leader of the Council."),
    ("head", "C.48", "REPORT OF THE LEADER OF THE COUNCIL"),
    ("text", "The Leader, Councillor Gough, intro\u00adduced his report. The num\u00adber of house\u00adholds in temporary accom\u00admoda\u00adtion had fallen from "
             "61 to 48 since July."),
    ("text", "In reply to a ques\u00adtion from Councillor Mrs Bewick, the Leader stated that the bus service to Cold Sutton was paid for until March "
             "and that the County Council had not yet said what would follow."),
    ("text", "Members noted the report."),
    ("head", "C.49", "URGENT BUSINESS"),
    ("text", "There was none."),
    ("text", "The meeting closed at 8.12 pm."),
]


class Printer:
    def __init__(self):
        self.sheets, self.y = [], 0
        self.turn()

    def turn(self):
        sheet = Sheet()
        self.sheets.append(sheet)
        self.y = 770
        if len(self.sheets) > 1:
            sheet.text(LEFT, 806, "Council", 9)
            sheet.right(RIGHT, 806, "18 October 2022", 9)
            sheet.rule(LEFT, 800, RIGHT, 800)

    @property
    def sheet(self):
        return self.sheets[-1]

    def need(self, lines):
        if self.y - lines * LEAD < 70:
            self.turn()

    def words(self, text, x, after=6.0):
        lines = wrap(text, RIGHT - x, SIZE)
        for k, line in enumerate(lines):
            self.need(1)
            justified(self.sheet, x, self.y, line, RIGHT - x, SIZE, k == len(lines) - 1)
            self.y -= LEAD
        self.y -= after

    def beside(self, mark, text, x, wide):
        self.need(1)
        self.sheet.text(x, self.y, mark, SIZE)
        self.words(text, x + wide, 3)

    def entry(self, kind, *rest):
        if kind == "head":
            self.need(3)
            self.y -= 6
            self.sheet.text(LEFT, self.y, rest[0], SIZE, True)
            self.sheet.text(INDENT, self.y, rest[1], SIZE, True)
            self.y -= LEAD + 4
        elif kind == "quote":
            self.words(rest[0], INDENT + 28)
        elif kind == "point":
            self.beside(rest[0], rest[1], INDENT, 28)
        elif kind == "vote":
            self.beside(rest[0], rest[1], INDENT, 85)
        else:
            self.words(rest[0], INDENT)


def front(printer):
    sheet = printer.sheet
    sheet.centred(790, "TOLLERWICK DISTRICT COUNCIL", 16, True)
    sheet.centred(774, "The Old Maltings, Staithe Lane, Tollerwick", 9)
    sheet.rule(LEFT, 766, RIGHT, 766)
    sheet.text(LEFT, 742, "MINUTES of the meeting of the COUNCIL held in the Corn Hall, Tollerwick", SIZE, True)
    sheet.text(LEFT, 742 - LEAD, "on Tuesday 18 October 2022 at 6.30 pm", SIZE, True)
    sheet.text(LEFT, 702, "PRESENT:", SIZE, True)
    sheet.text(INDENT + 20, 702, "Councillor Mrs E Farthing (Chairman)", SIZE)
    sheet.text(INDENT + 20, 702 - LEAD, "Councillor R Gough (Vice-Chairman)", SIZE)
    sheet.text(INDENT + 20, 668, "Councillors", SIZE)
    y = 668 - LEAD
    for row in PRESENT:
        for k, name in enumerate(row):
            sheet.text(INDENT + 20 + 140 * k, y, name, SIZE)
        y -= LEAD
    sheet.text(LEFT, y - 8, "OFFICERS:", SIZE, True)
    for name, office in OFFICERS:
        sheet.text(INDENT + 20, y - 8, name, SIZE)
        sheet.text(INDENT + 160, y - 8, office, SIZE)
        y -= LEAD
    printer.y = y - 22


def build():
    printer = Printer()
    front(printer)
    for entry in BODY:
        printer.entry(*entry)
    printer.need(4)
    printer.y -= 26
    printer.sheet.text(INDENT, printer.y, "Chairman ..............................................", SIZE)
    printer.sheet.text(INDENT + 260, printer.y, "Date ......................", SIZE)
    for k, sheet in enumerate(printer.sheets, 1):
        sheet.centred(40, f"Page {k} of {len(printer.sheets)}", 9)
    return document(printer.sheets, "Minutes")
