"""A Scottish community council: the whole minute is one table whose first
column counts by itself; initials, an action column, changes left tracked."""
from word import cell, control, deleted, field, inserted, levels, numbering, package, para, part, row, run, styles, table

LIST = 5

SEDERUNT = [("Morag Ruthven", "MR", "Chair"), ("Alasdair Tulloch", "AT", "Vice-chair"), ("Kirsty Pollock", "KP", "Secretary"),
            ("Iain Strachan", "IS", "Treasurer"), ("Jean Lorimer", "JL", ""), ("Dod Petrie", "DP", ""),
            ("Cllr Shona Mackintosh", "SM", "Ward councillor"), ("PC Ross Cairney", "RC", "Police Scotland")]


def comment():
    return '<w:commentRangeStart w:id="7"/>' + run("The Secretary had written twice.") + \
        '<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>'


def item(title, *minutes):
    """A row: the counted number, the title and minutes, the actions beside."""
    actions = [para(run(a, "b")) for _, a in minutes if a]
    return row(cell(para(num=LIST)), cell(para(run(title, "b")), *[para(m) for m, _ in minutes]), cell(*actions))


def attended():
    rows = [row(cell(para(run("Name", "b"))), cell(para(run("Initials", "b"))), cell(para(run("Position", "b"))), is_head=True)]
    return table(*rows, *[row(*(cell(para(c)) for c in r)) for r in SEDERUNT])


def items():
    yield item("Welcome and apologies", ("MR welcomed everyone, and in particular PC Cairney, who was new to the glen.", None),
               ("Apologies: Effie Gunn, Cllr Tom Baillie.", None))
    yield item("Minute of previous meeting", ("The minute of 12 January 2023 was approved. Proposed: AT. Seconded: JL.", None))
    yield item("Police report",
               ("RC reported three thefts of diesel from the forestry yard and one road accident, at the Achnahoul bend. Nobody had been hurt.", None),
               (run("JL asked whether speed checks could be held at the school. RC would ") + deleted("think about it")
                + inserted("arrange two before Easter") + run("."), "RC"))
    yield item("Matters arising",
               (run("Hall roof: ", "i") + run("IS had three quotations, from \u00a38,900 to \u00a314,250. The lottery fund would pay up to half."), "IS"),
               (run("Broadband: ", "i") + run("no reply from the company. ") + comment(), "KP"))
    yield item("Wind farm community fund",
               ("KP explained that the fund would be \u00a362,000 a year from 2024 and that the developer wished to know by June who was to hold it.", None),
               ("DP was against a new trust, since the same six people sat on everything already. AT thought that the existing hall committee "
                "could do it with two more members.", None),
               (run("It was agreed to hold a public meeting on ") + run("23") + run("rd", "^") + run(" March before deciding."), "KP, MR"))
    yield item("Planning",
               ("23/00041/FLL, Tigh na Drochaid: two holiday pods. No comment.", None),
               ("23/00067/FLL, Old Smithy: change of use to caf\u00e9. It was agreed to write in support.", "KP"))
    yield item("Treasurer\u2019s report",
               ("IS reported that the balance was \u00a31,986.40. The insurance had gone up by a fifth.", None),
               (deleted("IS proposed to change the bank.") + inserted("IS suggested that the account be moved to a bank with a branch in the "
                                                                     "county. Agreed."), "IS"))
    yield item("Ward councillor\u2019s report",
               ("SM said the school bus contract had been let for three years to the present firm.", None),
               ("The Achnahoul bend would be resurfaced in the summer and new markers put up.", None))
    yield item("AOCB", ("DP asked who gritted the brae to the surgery. SM believed that nobody did and would ask for it to be added.", "SM"))
    yield item("Date of next meeting", ("Thursday 9 March 2023 at 7.30 pm, Ardnashiel Hall.", None))


def build():
    head = row(cell(para(run("No", "b"))), cell(para(run("Minute", "b"))), cell(para(run("Action", "b"))), is_head=True)
    body = (para("Ardnashiel and Glen Orrin Community Council", "Title")
            + control(para(run("Minute of meeting held on ") + run("Thursday 9 February 2023 at 7.30 pm"), "Subtitle"), "Date")
            + para("Ardnashiel Hall") + para(run("Sederunt", "b")) + attended() + para() + table(head, *items())
            + para() + para("The meeting closed at 9.10 pm.") + para("KP 14/2/23"))
    return package(body, {
        "styles": styles(("Title", "Title", None, 0), ("Subtitle", "Subtitle", None, 0)),
        "numbering": numbering({1: levels(("decimal", "%1."))}, [(LIST, 1, None)]),
        "header": part("hdr", para("DRAFT \u2013 not yet approved")),
        "footer": part("ftr", para(run("Page ") + field("PAGE", "2") + run(" of ") + field("NUMPAGES", "3"))),
        "comments": part("comments", '<w:comment w:id="7" w:author="MR">' + para("Was it not three times?") + "</w:comment>"),
    })
