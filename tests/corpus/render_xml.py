"""What ModernGov's web service answers for one meeting.  Options: word=2010|plain|list."""
import datetime
from xml.sax.saxutils import escape, quoteattr

from modgov_word import Word
from render_modgov import clock, random_of
from model import Attender

STATUS = {"present": "Present", "apologies": "Apologies", "in attendance": "In attendance", "absent": "Absent"}


def element(name, text):
    return f"<{name}>{escape(text)}</{name}>"


def word_html(word, paragraphs):
    if not paragraphs:
        return ""
    return word.section(paragraphs).removeprefix('<div class="mgWordPara">').removesuffix("</div> ")


def documents(item):
    rows = "".join("        <linkeddoc>\n          " + element("title", d["title"] if not d["of_title"] else item.title)
                   + "\n          " + element("url", "documents/" + d["href"]) + "\n        </linkeddoc>\n" for d in item.docs if d["href"])
    return f"      <linkeddocuments>\n{rows}      </linkeddocuments>\n" if rows else ""


def item_xml(item, place, word, headers):
    def body(section):
        return word_html(word, [p for p in item.paragraphs if p.section == section])
    return ("    <agendaitem>\n      " + element("agendaitemid", item.attrs.get("ai", str(9000 + place)))
            + "\n      " + element("agendaitemtitle", item.title or "")
            + "\n      " + element("agendatext", body("agenda"))
            + "\n      " + element("agendaitemnumber", str(place + 2))
            + "\n      " + element("fulldisplaynumberformat", f"{item.number}." if item.number else "")
            + "\n      " + element("decisionnonemptyhtmlbody", body("decision"))
            + "\n      " + element("minutesnonemptyhtmlbody", body("minutes"))
            + "\n      " + element("refertocommittee", headers["body"]) + "\n" + documents(item)
            + "    </agendaitem>\n")


def attendee(who):
    return (f"    <attendee membertype=\"U\" name={quoteattr(who.name)} roledescription={quoteattr(who.role or 'Committee Member')}"
            f" attendance={quoteattr(STATUS[who.status])}/>\n")


def render(view):
    headers, word = view.doc.headers, Word(random_of(view), view.option("word", "2010"))
    day = datetime.date.fromisoformat(headers["date"]).strftime("%d/%m/%Y")
    people = [a for b in view.doc.attendance for a in b.people if isinstance(a, Attender)]
    return ('<?xml version="1.0" encoding="utf-8"?>\n<meeting>\n  ' + element("meetingid", headers.get("mid", "0"))
            + "\n  " + element("meetingdate", day) + "\n  " + element("meetingstatus", "Confirmed")
            + "\n  " + element("meetingtime", clock(headers["time"], "dot")) + "\n  " + element("meetinglocation", headers["venue"])
            + "\n  <agendaitems>\n" + "".join(item_xml(i, k, word, headers) for k, i in enumerate(view.doc.items))
            + "  </agendaitems>\n  <attendees>\n" + "".join(attendee(a) for a in people) + "  </attendees>\n</meeting>\n")
