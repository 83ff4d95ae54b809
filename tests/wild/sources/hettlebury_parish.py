"""A parish council's minutes in a ruled table: number, minute, action.  A page
number of the minute book, a table of payments, every page signed."""
from sheet import Sheet, document, wrap

NUMBER, TEXT, ACTION, RIGHT, SIZE, LEAD = 44, 92, 484, 551, 10, 12.2

ROWS = [
    ("23/101", "Apologies for absence", [
        ("Apologies were received and accepted from Cllr Fay Tunnicliff (work) and Cllr D Orme (holiday). County Cllr Raynor "
         "had also sent apologies.", "")]),
    ("23/102", "Declarations of interest", [
        ("Cllr Joan Bassett declared a personal interest in 23/108(b) as a neighbour of the applicant.", "")]),
    ("23/103", "Public session", [
        ("A resident of Mill Lane complained of lorries using the lane as a short cut to the quarry. She had counted eleven in one "
         "morning.", ""),
        ("Cllr Heald said that the quarry had told him its own drivers were forbidden the lane; he thought these were hauliers from "
         "outside. He would ask for a notice at the weighbridge.", "GH")]),
    ("23/104", "Minutes of the last meeting", [
        ("Resolved: that the minutes of the meeting held on 4 September 2023 be approved and signed. Proposed Cllr Heald, seconded "
         "Cllr Bassett. All in favour.", "")]),
    ("23/105", "Matters arising", [
        ("23/093 Bus shelter: the Clerk reported that the roofer had been and that the invoice was awaited.", ""),
        ("23/095 Dog bins: no reply had been received from the Borough Council. The Clerk was asked to write again, with a copy to "
         "the ward member.", "Clerk")]),
    ("23/106", "Borough Councillor\u2019s report", [
        ("Borough Cllr Petra Voss reported on the green bin consultation, which closed on 17 November; the local plan, which was "
         "now expected in the spring; and the closure of the customer centre on Saturdays.", ""),
        ("Cllr Ahmed asked if Hettlebury would keep its recycling point. Cllr Voss promised to find out.", "PV")]),
    ("23/107", "Finance", [
        ("The Clerk presented the accounts to 30 September. The balance stood at \u00a318,402.17, of which \u00a36,000 was earmarked for "
         "the playground.", ""),
        ("Resolved: that the following payments be approved. Proposed Cllr Ahmed, seconded Cllr Strutt. All in favour.", ""),
        ("PAYMENTS", "")]),
    ("23/108", "Planning", [
        ("(a) 23/0771/F Yew Tree Cottage, Church Bank: rear porch. No objection.", ""),
        ("(b) 23/0790/F Paddock at Mill Lane: stable block and manure store. Cllr Strutt was worried by the distance to the brook. "
         "Resolved: to object unless the store is moved at least twenty metres from the water. For 4, against 1; Cllr Bassett did "
         "not vote.", "Clerk")]),
    ("23/109", "Playground", [
        ("Cllr Strutt reported on her visit to the makers of the climbing frame. Delivery would take fourteen weeks from order, so that a "
         "frame ordered now would be in place by Easter. The matting could be laid by volunteers, which saved \u00a31,100.", ""),
        ("Cllr Ahmed wondered whether volunteers would be insured. The Clerk believed so but would ask the insurers.", "Clerk"),
        ("Resolved: to order the frame at \u00a37,860 plus VAT. Proposed Cllr Strutt, seconded Cllr Heald. Carried unanimously.", "NS")]),
    ("23/110", "Highways and footpaths", [
        ("Cllr Heald had walked footpath 14 with the warden. The stile behind the chapel was rotten and the finger post had gone. The "
         "warden hoped to mend both before Christmas.", "")]),
    ("23/111", "Correspondence", [
        ("A letter of thanks had been received from the Friends of St Oswin\u2019s for the gift of the old notice board.", "")]),
    ("23/112", "Date of next meeting", [
        ("Monday 6 November 2023 at 7.30pm in the Reading Room.", "")]),
]

PAYMENTS = [("Payee", "For", "Net", "VAT", "Total"), ("J Colclough", "Clerk\u2019s salary, September", "412.60", "0.00", "412.60"),
            ("Reading Room Trust", "Hire of room", "36.00", "0.00", "36.00"),
            ("Greenway Grounds Ltd", "Mowing, 2 cuts", "210.00", "42.00", "252.00"),
            ("Parish Paper Co", "Printer ink", "31.50", "6.30", "37.80")]
COLUMNS = (98, 205, 372, 420, 478)


class Table:
    def __init__(self):
        self.sheets, self.page, self.top, self.y = [], 611, 700, 700
        self.turn()

    def turn(self):
        self.close()
        sheet = Sheet()
        self.sheets.append(sheet)
        sheet.right(RIGHT, 815, str(self.page + len(self.sheets)), 10)
        if len(self.sheets) > 1:
            sheet.centred(815, "HETTLEBURY PARISH COUNCIL", 9)
            self.y = self.top = 795

    def close(self):
        if not self.sheets:
            return
        sheet = self.sheets[-1]
        for x in (NUMBER - 5, TEXT - 5, ACTION - 5, RIGHT):
            sheet.rule(x, self.top + 4, x, self.y + 8)
        sheet.rule(NUMBER - 5, self.y + 8, RIGHT, self.y + 8)
        sheet.text(NUMBER, 42, "Signed ...................................... Chairman", 9)
        sheet.text(330, 42, "Date ........................", 9)

    @property
    def sheet(self):
        return self.sheets[-1]

    def line(self):
        self.sheet.rule(NUMBER - 5, self.y + 8, RIGHT, self.y + 8)
        self.y -= 4

    def payments(self):
        for k, row in enumerate(PAYMENTS):
            for x, cell in zip(COLUMNS[:2], row):
                self.sheet.text(x, self.y, cell, 9, k == 0)
            for x, cell in zip(COLUMNS[2:], row[2:]):
                self.sheet.right(x, self.y, cell, 9, k == 0)
            self.y -= 11.5
        self.y -= 4

    def minute(self, text, action):
        lines = wrap(text, ACTION - TEXT - 14, SIZE)
        if self.y - len(lines) * LEAD < 80:
            self.turn()
        for k, words in enumerate(lines):
            self.sheet.text(TEXT, self.y, words, SIZE)
            if k == len(lines) - 1 and action:
                self.sheet.text(ACTION, self.y, action, SIZE, True)
            self.y -= LEAD
        self.y -= 5

    def row(self, number, title, minutes):
        if self.y < 150:
            self.turn()
        self.line()
        self.sheet.text(NUMBER, self.y, number, SIZE)
        self.sheet.text(TEXT, self.y, title, SIZE, True)
        self.y -= LEAD + 2
        for text, action in minutes:
            if text == "PAYMENTS":
                self.payments()
            else:
                self.minute(text, action)


def front(table):
    sheet = table.sheet
    sheet.centred(786, "HETTLEBURY PARISH COUNCIL", 15, True)
    sheet.text(NUMBER, 758, "Minutes of the Parish Council Meeting held on Monday 2 October 2023 at 7.30pm in the Reading Room", SIZE, True)
    sheet.text(NUMBER, 736, "Present:", SIZE, True)
    sheet.text(TEXT + 20, 736, "Cllrs George Heald (Chairman), Joan Bassett, Nell Strutt, Tariq Ahmed, Bill Pym", SIZE)
    sheet.text(NUMBER, 736 - LEAD, "In attendance:", SIZE, True)
    sheet.text(TEXT + 30, 736 - LEAD, "Mrs J Colclough (Clerk), Borough Cllr Petra Voss, 3 members of the public", SIZE)
    table.top = table.y = 700
    table.line()
    for x, words in ((NUMBER, "Minute"), (TEXT, "Item"), (ACTION, "Action by")):
        sheet.text(x, table.y, words, SIZE, True)
    table.y -= LEAD


def build():
    table = Table()
    front(table)
    for row in ROWS:
        table.row(*row)
    table.sheet.text(TEXT, table.y, "There being no further business the meeting closed at 9.05pm.", SIZE)
    table.y -= LEAD
    table.close()
    return document(table.sheets)
