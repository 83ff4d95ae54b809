"""A hospital trust's board: a crest in a text box, attendance in a table with
cells merged downwards, typed references, initials, actions set apart."""
from word import cell, control, field, numbering, levels, package, para, part, row, run, styles, table, text_box

PEOPLE = [("Present:", [("Dame Olive Pentreath", "OP", "Chair"), ("Dr Samir Haddad", "SH", "Chief Executive"),
                        ("Louise Garrick", "LG", "Chief Nurse"), ("Prof Colin Whitmarsh", "CW", "Medical Director"),
                        ("Ngozi Eze", "NE", "Chief Financial Officer"), ("Peter Farrow", "PF", "Non-executive Director"),
                        ("Anita Desmond", "AD", "Non-executive Director")]),
          ("In attendance:", [("Rob Tyler", "RT", "Director of Estates"), ("Carys Hughes", "CH", "Company Secretary"),
                              ("Mrs W", "", "Patient (item 056 only)")]),
          ("Apologies:", [("Martin Jessop", "MJ", "Non-executive Director")])]


def people():
    for label, group in PEOPLE:
        for k, (name, initials, role) in enumerate(group):
            first = cell(para(run(label, "b")), merge="start") if k == 0 else cell(merge="on")
            yield row(first, cell(para(name)), cell(para(initials)), cell(para(role)))


def item(number, words, *minutes):
    out = para(run(f"TB/23/{number}\t", "b") + run(words, "b"), "BoardHeading")
    return out + "".join(m if m.startswith("<w:p") else para(m, "BodyText") for m in minutes)


def action(words):
    return para(run("Action: ", "b") + run(words, "b"), more='<w:jc w:val="right"/>')


def bullet(words):
    return para(words, "ListBullet")


def items():
    yield item("052", "Welcome, apologies and quoracy", "The Chair opened the meeting at 9.30am and welcomed CH to her first Board as Company Secretary. The meeting was quorate.")
    yield item("053", "Declarations of interest", "PF declared that his daughter had joined the firm of auditors named in item 059.")
    yield item("054", "Minutes of the previous meeting, 25 May 2023", "The minutes were approved subject to the correction of \u201cMr Whitmarsh\u201d to \u201cProf Whitmarsh\u201d in 047.")
    yield item("055", "Action log", "RT reported that the lift in the Harbour wing was working again. The action was closed.",
               "The Board noted the log.")
    yield item("056", "Patient story",
               "LG introduced Mrs W, whose husband had spent nineteen hours in the emer\u00adgency depart\u00adment in April.",
               "Mrs W said that the nurses had been kind and that nobody had known who was in charge. What she had wanted was one name.",
               "AD asked whether the department had a nurse co\u2011ordinator at night. LG replied that the post had been vacant and was filled from June.",
               "The Chair thanked Mrs W and promised to write to her with what had been changed.",
               action("LG to report in September on the night co\u2011ordinator."))
    yield item("057", "Chief Executive\u2019s report",
               "SH highlighted:",
               bullet("the opening of the dialysis unit at Fenmouth on 3 July;"),
               bullet("the junior doctors\u2019 strike, for which 412 appointments had been moved; and"),
               bullet("the inspector\u2019s unannounced visit to maternity on 11 and 12 July."),
               "CW added that the inspector\u2019s first letter had raised nothing urgent.",
               "In answer to PF, SH said that all but thirty of the 412 patients had new dates.")
    yield item("058", "Integrated performance report",
               "NE presented the report for June. The four-hour standard stood at 68.2%, against a plan of 72%.",
               scores(),
               "AD observed that ambulance handovers had worsened for the third month and asked if the plan was believed by those who had to carry it out.",
               "SH accepted the challenge. A plan written with the ambulance service would come to the next meeting.",
               action("SH to bring the handover plan."))
    yield item("059", "Finance report, month 3",
               "NE reported a deficit of \u00a34.1m, which was \u00a30.9m worse than plan. Agency nursing made up most of it.",
               "PF, as chair of the Finance Committee, said that the committee had not been assured.",
               para(run("Resolved: ", "b") + run("that the cash support application of \u00a36m be approved."), "BodyText"))
    yield item("060", "Safeguarding annual report", "The Board received the report, which LG commended to members.")
    yield item("061", "Questions from the public", "Mr Idris Vane asked when the hydrotherapy pool would reopen. RT replied that the pump was on order.")
    yield item("062", "Any other business", "None.")
    yield item("063", "Date of next meeting", "Thursday 28 September 2023, 9.30am.")


def scores():
    rows = [("Standard", "Plan", "June"), ("Four hours", "72%", "68.2%"), ("Cancer 62 days", "70%", "71.5%"), ("Diagnostics six weeks", "85%", "80.1%")]
    return para("", "BodyText") + table(*(row(*(cell(para(c)) for c in r)) for r in rows))


def build():
    crest = text_box(para("Saltmarsh Hospitals NHS Foundation Trust"), para("Caring from coast to city"))
    body = (para(crest) + para(run("Minutes of the Board of Directors held in public", "b"), "Title")
            + para(run("Date: ", "b") + control(run("Thursday 27 July 2023"), "Meeting date") + run("\tTime: 9.30am"))
            + para(run("Venue: ", "b") + run("Lecture Theatre, Saltmarsh General Hospital"))
            + table(*people(), columns=4) + para()
            + "".join(items())
            + para("The meeting closed at 12.20pm.") + para("Signed\t.........................\tDate\t.........."))
    return package(body, {
        "styles": styles(("Title", "Title", None, 0), ("BoardHeading", "Board Heading", None, 0), ("BodyText", "Body Text", None, 0),
                         ("ListBullet", "List Bullet", 2, 0)),
        "numbering": numbering({0: levels(("bullet", "\uf0b7"))}, [(2, 0, None)]),
        "header": part("hdr", para("Agenda item 3")),
        "footer": part("ftr", para(run("Board minutes July 2023 ") + field("PAGE", "1"))),
    }, "Board of Directors")
