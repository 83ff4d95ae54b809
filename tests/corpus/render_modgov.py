"""ModernGov pages that hold minutes: the meeting page and the item page.

Options: skin=v1|v2, h1=S, committee=S (the name as the page gives it),
dates=long|ordcomma, dcdate=DATE (a page date that disagrees), word=2010|plain|
list, phase=agenda|minutes, cut (shorten long items), charset of the page's own
declaration: declare=S, lonely (an item page that names no meeting).
"""
import datetime
import random
import zlib

import modgov_shell as shell
import modgov_word
from modgov_word import Word, attribute, light
from notation import expand_date

IMAGE = '<img height="12" src="mgimages/logo-pdf-1.gif" width="12" alt="pdf icon" />'


def random_of(view):
    return random.Random(zlib.crc32(view.path.encode("utf-8")))


def clock(time, form):
    """19:30 as '7:30 pm' or '7.30 pm'."""
    hour, minute = (int(n) for n in time.split(":"))
    return f"{(hour - 1) % 12 + 1}{':' if form == 'long' else '.'}{minute:02} {'pm' if hour > 11 else 'am'}"


def when(view, joint=" "):
    headers = view.doc.headers
    form = view.option("dates", "long")
    text = expand_date("{%s}" % form, headers["date"])
    return text + (joint + clock(headers["time"], form) if headers.get("time") else "")


def committee(view):
    return view.option("committee", view.doc.headers["body"])


def meeting_link(headers):
    return f"ieListDocuments.aspx?CId={headers.get('cid', '0')}&amp;MId={headers.get('mid', '0')}&amp;Ver=4"


def trail(view, last):
    cid = view.doc.headers.get("cid", "0")
    return [("mgListCommittees.aspx?bcr=1", "Committees"),
            (f"mgCommitteeDetails.aspx?ID={cid}", "Committee details"),
            (f"ieListMeetings.aspx?CommitteeId={cid}", "Meetings")] + last


def header_html(view, h1, cancelled=False):
    name, moment = committee(view), when(view)
    text = f"{name} - {moment}" + (", CANCELLED" if cancelled else "")
    cid = view.doc.headers.get("cid", "0")
    return (f'<div class="mgHeader"><h1  class="mgMainTitleTxt" >{h1}</h1></div>\n'
            f'\t\t\t<div class="mgSubTitle" >\t\n\t\t\t\t<h2 class="mgSubTitleTxt"><a  href="mgCommitteeDetails.aspx?ID={cid}"'
            f'  title="Link&#32;to&#32;{attribute(name)}">{light(text) if "&" in text else text}</a></h2>\n\t\t\t\t</div>')


def file_size(doc):
    return f'<span  class="mgFileSize" >{IMAGE} PDF {doc["size"] or "84 KB"}</span>'


def links_html(view):
    """The page's own documents; none of it is minutes."""
    headers, name = view.doc.headers, committee(view)
    day = datetime.date.fromisoformat(headers["date"])
    stamp = f"{day.strftime('%A')} {day.day:02}-{day.strftime('%b-%Y')} {headers.get('time', '19:00').replace(':', '.')} {name}.pdf"
    mid = headers.get("mid", "0")
    rows = [f'\t\t<li><a  href="mgMeetingAttendance.aspx?ID={mid}"  title="Link&#32;to&#32;attendance&#32;details&#32;for&#32;the'
            f'&#32;meeting&#32;of&#32;{attribute(name)}&#32;{attribute(when(view))}">Attendance details</a></li>']
    files = [("Agenda frontsheet", 0), ("Agenda reports pack", 10)]
    if view.option("phase") != "agenda":
        files += [("Printed minutes", 1)]
    for title, code in files if not headers.get("cancelled") else []:
        rows.append(f'\t\t\t<li><a  href="documents/g{mid}/{title} {stamp}?T={code}"   title="Link&#32;to&#32;{attribute(title.lower())}'
                    f'&#32;pdf&#32;file">{title}\n\t\t\t<span  class="mgFileSize" ><img src="mgimages/logo-pdf-1.gif" alt="" />'
                    f' PDF {90 + int(mid) % 700} KB</span> </a></li>')
    return '<div class="mgLinks" >\n\n\n<ul  class="mgActionList" >\n\n' + "\n\n".join(rows) + "\n\n</ul>\n</div>"


def venue_html(view):
    headers, out = view.doc.headers, []
    if headers.get("cancelled"):
        out.append("\t\t\t\t\t\t    <p>No documents are available for this meeting</p>")
    label = "Proposed venue: " if headers.get("cancelled") or view.option("phase") == "agenda" else "Venue: "
    if headers.get("venue"):
        out.append(f'\t\t<p><span  class="mgLabel" >{label}</span>{light(headers["venue"])}. '
                   f'<a  href="mgLocationDetails.aspx?RID=4"  title="Link&#32;to&#32;directions"> View directions</a></p>')
    if headers.get("contact"):
        name, mail = (p.strip() for p in headers["contact"].split("|"))
        out.append(f'\t\t<p><span  class="mgLabel" >Contact: </span>{name}&nbsp; \n\t\t Email:&nbsp;'
                   f'<a href="mailto:{mail}">{mail}</a>\n\t\t\n\t\t</p>')
    return "\n".join(out)


class ItemHtml:
    """The cells of one agenda item."""

    def __init__(self, view, rng):
        self.view, self.rng = view, rng
        self.word = Word(rng, view.option("word", "2010"))

    def title(self, item):
        title = modgov_word.escape(item.title)
        doc = next((d for d in item.docs if d["of_title"]), None)
        if not doc:
            return f'\n\t\t\t\t\t<p  class="mgAiTitleTxt" >{title}</p>'
        return (f'\n\t\t\n\t\t\t\t\t<p  class="mgAiTitleTxt" ><a  class="mgAiTitleLnk"   href="documents/{doc["href"]}"    \n'
                f'\t\t\t\t\ttitle="Link&#32;to&#32;document&#32;&#39;{attribute(item.title)}&#39;&#32;pdf&#32;file">{title} '
                f'{file_size(doc)} </a></p>')

    def links(self, item):
        rows = []
        if item.attrs.get("ai") and self.rng.random() < 0.3:
            rows.append(("mgIssueHistoryHome.aspx?IId=" + str(int(item.attrs["ai"]) * 2 + 11), "View the background to item"))
        if any(p.section == "decision" for p in item.paragraphs) and item.number:
            rows.append(("ieDecisionDetails.aspx?AIId=" + item.attrs.get("ai", "0"), "View the decision for item"))
        if not rows or not item.number:
            return ""
        lines = [f'\t\t\t<li><a  href="{href}"  title="Link&#32;to&#32;issue&#32;details&#32;for&#32;&#32;item&#32;{item.number}.">'
                 f'{text} {item.number}.</a></li>' for href, text in rows]
        return '\n\n<ul  class="mgActionList" >\n\t\n' + "\n".join(lines) + "\n\n</ul>"

    def extra_documents(self, item, label="Additional documents:"):
        docs = [d for d in item.docs if not d["of_title"] or label != "Additional documents:"]
        if not docs:
            return ""
        out = f'\n<p class="mgSubItemTitleTxt">{label}</p>\n\n<ul  class="mgBulletList" >\n'
        for doc in docs:
            title = light(item.title if doc["of_title"] else doc["title"])
            out += (f'\t\t\t\t\t\t    <li>\n\t\t\t\t\t\t    <a  href="documents/{doc["href"]}"   title="Link to document &#39;{title}&#39; pdf file">'
                    f'{title} <span  class="mgHide" >, item {item.number}.</span>\n\t\t\t\t\t\t    {file_size(doc)} </a>  </li>\n')
        return out + "\n</ul>"

    def bodies(self, item):
        out, page = "", self.view.option("pagekind", "meeting")
        groups = {s: [p for p in item.paragraphs if p.section == s and not p.vote] for s in ("agenda", "decision", "minutes")}
        if groups["agenda"]:
            out += "\n" + self.word.section(groups["agenda"])
        if page == "meeting":
            out += self.extra_documents(item)
        if groups["decision"]:
            out += '\n<p class="mgSubItemTitleTxt">Decision:</p>\n\t\t\t\t' + self.word.section(groups["decision"])
        if groups["minutes"]:
            tail = self.more(item) if any(p.cut for p in item.paragraphs) else ""
            out += '\n<p class="mgSubItemTitleTxt">Minutes:</p>\n' + self.word.section(groups["minutes"], tail)
        for p in item.paragraphs:
            if p.vote:
                out += vote_table(p)
        if page == "item":
            out += self.extra_documents(item, "Supporting documents:")
        return out

    def more(self, item):
        return (f'&nbsp;...&nbsp; <a href="mgAi.aspx?ID={item.attrs["ai"]}" title="Link to view the full item text for item '
                f'{item.number}., {modgov_word.escape(item.title)}"> view the full minutes text for item {item.number}.</a>')

    def row(self, item):
        number = f"{item.number}." if item.number else ""
        anchor = f'<a name="AI{item.attrs.get("ai", "0")}" aria-disabled="true"></a>'
        return (f'\n\t\t<tr>\n\n\t\t\t<td  class="mgItemNumberCell" ><p  class="mgAiTitleTxt" >{anchor}{number}</p></td>\n'
                f'\t\t\t\t\n\t\t<td >\t\t\t\n{self.title(item)}{self.links(item)}{self.bodies(item)}\n'
                f'\t\t\t\t\t\n        </td>\n\t\t</tr>\n\t\t')


def vote_table(p):
    lines = [modgov_word.escape(modgov_word.runs_text(line.runs)) for line in p.lines]
    good = p.vote["result"] == "carried"
    image = "MotionPositive" if good else "MotionNegative"
    return (f'\n<table  class="mgTableNoBorderFullWidth"  summary="Table of recorded votes" >\n<caption  class="mgSectionTitle" >'
            f"Recorded Vote</caption>\n<thead><tr><th scope='col'>Title</th><th scope='col'>Type</th><th scope='col'>Recorded Vote text"
            f"</th><th scope='col'>Result</th></tr></th>\n<tr><td  class=\"mgMainTxt\" >{lines[0]}</td><td >Motion</td><td >"
            f"{'<br />'.join(lines[1:])}</td><td ><img src='mgimages/{image}.png' />{'Carried' if good else 'Rejected'}</td></tr>\n</table>")


def meeting_body(view):
    headers = view.doc.headers
    cancelled = bool(headers.get("cancelled"))
    h1 = view.option("h1") or ("Meeting" if cancelled else "Agenda" if view.option("phase") == "agenda" else "Agenda and minutes")
    html = header_html(view, h1, cancelled) + "\n\n" + shell.SETTINGS + "\n\t" + links_html(view)
    html += '\n<div class="mgContent" >\n' + venue_html(view)
    if view.doc.items:
        maker = ItemHtml(view, random_of(view))
        rows = "".join(maker.row(i) for i in view.doc.items)
        html += ('\n\t\t<table class="mgItemTable"  summary="Table of agenda items" id="mgItemTable">\n\t\t<caption  class='
                 '"mgSectionTitle" >Items</caption>\n\n     <tr>\n\n            <th class="mgHide" abbr="No" scope="col">No.</th>\n'
                 '            <th class="mgHide" abbr="Item" scope="col">Item</th>\n    </tr>\n' + rows + "\n\t</table>")
    return html + '\n<div class="mgHelpLine" >\t\n</div>\t\n</div>', h1


def render_meeting(view):
    body, h1 = meeting_body(view)
    title = f"{'Agenda' if h1 != 'Meeting' else 'Meeting'} for {committee(view)} on {when(view, ', ')}"
    meta = shell.metas(title, f"All published information, including reports, for {title}",
                       view.option("dcdate", view.doc.headers["date"]), "Council meetings")
    return shell.page(view.option("skin", "v2"), title, meta, trail(view, [(None, h1)]), body, view.option("declare", "utf-8"))


def render_item(view):
    item = view.doc.items[0]
    view.options["pagekind"] = "item"
    maker = ItemHtml(view, random_of(view))
    title = f"Agenda item - {modgov_word.escape(item.title)}"
    extra = f" &#40;{light(item.attrs['lead'])}&#41;" if item.attrs.get("lead") else ""
    extra += f" &#40;{item.attrs['min']} minutes&#41;" if item.attrs.get("min") else ""
    body = ('<div class="mgHeader"><h1  class="mgMainTitleTxt" >Agenda item</h1></div>\n\t\t\t<div class="mgSubTitle" >\t\n'
            f'\t\t\t\t<h2 class="mgSubTitleTxt">{modgov_word.escape(item.title)}{extra}</h2>\n\t\t\t\t</div>\n{shell.SETTINGS}\n'
            f'<div class="mgContent" >{maker.bodies(item)}\n<div class="mgHelpLine" >\t\n</div>\t\n</div>')
    path = [(meeting_link(view.doc.headers), f"Agenda for {committee(view)} on {when(view, ', ')}"), (None, "Agenda item")]
    lonely = view.option("lonely")
    meta = shell.metas(title, "Agenda item details", None if lonely else view.doc.headers["date"], "Council meetings")
    return shell.page(view.option("skin", "v2"), title, meta, [(None, "Agenda item")] if lonely else trail(view, path), body)
