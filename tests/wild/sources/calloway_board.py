"""Proceedings of a county's board as the official newspaper prints them: two
columns, justified, words divided, headings in capitals, votes by roll call."""
from sheet import LETTER, Sheet, document, justified, wrap

COLUMN, GUTTER, LEFT, SIZE, LEAD, TOP, FOOT = 246, 24, 48, 9, 11.2, 720, 60

BODY = [
    ("head", "CALL TO ORDER"),
    ("text", "The Callo\u00adway County Board of Super\u00advisors met in regular ses\u00adsion on Tues\u00adday, March 14, 2023, at 9:00 a.m. in the "
             "Board Room of the Court\u00adhouse in Prairie Ford. Chair\u00adperson Lindgren called the meet\u00ading to order."),
    ("text", "Present: Super\u00advisors Ardis Lindgren, Dewey Kopecky, Ramon Salas, Jolene Thrush, and Vern Haugland. Absent: None. Also "
             "present: Auditor Peg Dorsey, Engineer Rich Stanek, and Sheriff Lon Abernathy."),
    ("head", "APPROVAL OF AGENDA"),
    ("text", "Motion by Kopecky, seconded by Thrush, to ap\u00adprove the agenda. All ayes. Motion carried."),
    ("head", "APPROVAL OF MINUTES"),
    ("text", "Motion by Salas, seconded by Haugland, to ap\u00adprove the minutes of March 7, 2023. All ayes. Motion carried."),
    ("head", "PUBLIC COMMENT"),
    ("text", "Clarice Oberholt of rural Dunkirk asked the Board to re\u00adconsid\u00ader the clos\u00ading of the D-44 bridge. School buses now went nine "
             "miles around."),
    ("head", "SECONDARY ROADS"),
    ("text", "Engineer Stanek re\u00adported that the steel for the D-44 bridge was on order and that the con\u00adtrac\u00adtor ex\u00adpected to begin in "
             "June. The em\u00adbargo on gravel roads would be lifted when the frost was out."),
    ("text", "Super\u00advisor Haugland asked wheth\u00ader the state would share in the cost. Engineer Stanek said that eighty per\u00adcent came from the "
             "fed\u00aderal bridge fund."),
    ("text", "Motion by Haugland, seconded by Kopecky, to award the 2023 crushed rock con\u00adtract to Tri-River Aggre\u00adgates at $9.84 per ton. "
             "All ayes. Motion carried."),
    ("head", "WIND ENERGY ORDINANCE"),
    ("text", "Chair\u00adperson Lindgren opened the pub\u00adlic hear\u00ading at 9:45 a.m. on the pro\u00adposed amend\u00adment to Ordi\u00adnance 31, which in\u00adcreases "
             "the set\u00adback of wind tur\u00adbines from dwell\u00adings to 1,600 feet."),
    ("text", "Marcus Twedt, who farms in Section 12 of Elk Township, spoke in favor. The nearest tur\u00adbine to his house could be heard over the "
             "tele\u00advision."),
    ("text", "Bonnie Ruud of Prairie Ford said that lease pay\u00adments had kept her brother on the land and asked the Board not to change the rules "
             "in the mid\u00addle of a proj\u00adect."),
    ("text", "The Audi\u00adtor read two let\u00adters, one in favor and one op\u00adposed. The hear\u00ading was closed at 10:20 a.m."),
    ("text", "Super\u00advisor Salas stated that 1,600 feet was what neigh\u00adboring coun\u00adties had set\u00adtled on. Super\u00advisor Thrush thought the "
             "dis\u00adtance should be measured from the prop\u00aderty line, but she would vote for the amend\u00adment as it stood."),
    ("text", "Motion by Salas, seconded by Thrush, to ap\u00adprove the first read\u00ading of the amend\u00adment. Roll call vote: Ayes \u2013 Salas, Thrush, "
             "Lindgren. Nays \u2013 Kopecky, Haugland. Motion carried."),
    ("head", "RESOLUTION 2023-11"),
    ("text", "Motion by Thrush, seconded by Salas, to adopt the fol\u00adlow\u00ading reso\u00adlu\u00adtion:"),
    ("text", "WHEREAS, the County must name a weed com\u00admis\u00adsioner each year; and WHEREAS, Darrell Pohl has filled the office with dil\u00adi\u00adgence; "
             "NOW, THERE\u00adFORE, BE IT RE\u00adSOLVED that Darrell Pohl be ap\u00adpoint\u00aded Weed Com\u00admis\u00adsioner for 2023 at a salary of $4,200."),
    ("text", "Roll call vote: Ayes \u2013 Kopecky, Salas, Thrush, Haugland, Lindgren. Nays \u2013 None. Reso\u00adlu\u00adtion adopted."),
    ("head", "SHERIFF"),
    ("text", "Sheriff Abernathy pre\u00adsent\u00aded the jail re\u00adport for Feb\u00adru\u00adary. The aver\u00adage daily pop\u00adu\u00adla\u00adtion was 23, of whom six were held "
             "for other coun\u00adties."),
    ("text", "Motion by Kopecky, seconded by Haugland, to place the jail re\u00adport on file. All ayes. Motion carried."),
    ("head", "CLAIMS"),
    ("text", "Motion by Haugland, seconded by Salas, to ap\u00adprove claims of $187,344.09 as listed. All ayes. Motion carried."),
    ("head", "COMMITTEE REPORTS"),
    ("text", "Super\u00advisor Thrush re\u00adported on the library board and on the nine-county work\u00adforce meet\u00ading in Halder."),
    ("text", "Super\u00advisor Kopecky had at\u00adtend\u00aded the con\u00adser\u00adva\u00adtion board, which will re\u00adopen the camp\u00adground at Lake Wenona on April 15."),
    ("head", "ADJOURNMENT"),
    ("text", "Motion by Thrush, seconded by Kopecky, to ad\u00adjourn at 11:05 a.m. All ayes. Motion carried."),
    ("text", "The next meet\u00ading will be held on Tues\u00adday, March 21, 2023, at 9:00 a.m."),
]


class Columns:
    def __init__(self):
        self.sheets, self.column, self.y = [], 1, 0
        self.turn()

    @property
    def x(self):
        return LEFT + self.column * (COLUMN + GUTTER)

    @property
    def sheet(self):
        return self.sheets[-1]

    def turn(self):
        self.column = 1 - self.column
        if self.column == 0:
            self.sheets.append(Sheet(LETTER))
            if len(self.sheets) > 1:
                self.sheet.text(LEFT, 760, "PROCEEDINGS OF THE BOARD", 8)
                self.sheet.right(LETTER[0] - LEFT, 760, "MARCH 14, 2023", 8)
        self.y = TOP if len(self.sheets) > 1 else 640

    def need(self, lines):
        if self.y - lines * LEAD < FOOT:
            self.turn()

    def head(self, words):
        self.need(3)
        self.y -= 5
        self.sheet.text(self.x, self.y, words, SIZE, True)
        self.y -= LEAD + 1

    def text(self, words):
        lines = wrap("    " + words, COLUMN, SIZE)
        for k, line in enumerate(lines):
            self.need(1)
            indent = 10 if k == 0 else 0
            justified(self.sheet, self.x + indent, self.y, line.strip(), COLUMN - indent, SIZE, k == len(lines) - 1)
            self.y -= LEAD


def front(sheet):
    sheet.centred(752, "CALLOWAY COUNTY", 18, True)
    sheet.centred(732, "OFFICIAL PROCEEDINGS OF THE BOARD OF SUPERVISORS", 11, True)
    sheet.centred(714, "Regular Session", 10)
    sheet.centred(700, "Tuesday, March 14, 2023", 10)
    sheet.rule(LEFT, 680, LETTER[0] - LEFT, 680)


def build():
    columns = Columns()
    front(columns.sheet)
    for kind, words in BODY:
        getattr(columns, kind)(words)
    columns.need(4)
    columns.y -= 24
    columns.sheet.text(columns.x, columns.y, "_________________________", SIZE)
    columns.sheet.text(columns.x, columns.y - LEAD, "Ardis Lindgren, Chairperson", SIZE)
    columns.sheet.text(columns.x + 130, columns.y - LEAD, "ATTEST: Peg Dorsey, Auditor", SIZE)
    for k, sheet in enumerate(columns.sheets, 1):
        sheet.centred(34, f"- {k} -", 8)
    return document(columns.sheets, "Board Proceedings 03-14-23")
