"""ModernGov pages without minutes: decisions, attendance, lists, committees."""
import modgov_shell as shell
import modgov_word
from model import Attender
from modgov_word import attribute, light
from notation import expand_date
from render_modgov import (clock, committee, file_size, header_html, meeting_link,
                           random_of, trail)

STATUS = {"present": "Present", "apologies": "Apologies", "in attendance": "In attendance", "absent": "Absent"}


def _dmy(date):
    return light(expand_date("{dmy}", date))


def render_decision(view):
    """ieDecisionDetails: headers maker, key, callin, published; the first item is the decision."""
    headers, item = view.doc.headers, view.doc.items[0]
    word = modgov_word.Word(random_of(view), view.option("word", "2010"))
    rows = ["" if view.option("nomaker") else f'<p><span  class="mgLabel" >Decision Maker: </span>{light(headers.get("maker", headers["body"]))}</p>',
            '<p><span  class="mgLabel" >Decision status: </span><span  class="mgPlanItemInForce" >Recommendations Approved</span></p>',
            f'<p><span  class="mgLabel" >Is Key decision?: </span>{headers.get("key", "No")}</p>',
            f'<p><span  class="mgLabel" >Is subject to call in?: </span>{headers.get("callin", "No")}</p>']
    for section, label in (("agenda", "Purpose:"), ("decision", "Decision:")):
        paragraphs = [p for p in item.paragraphs if p.section == section]
        if paragraphs:
            rows.append(f'<h3 class="mgSubSubTitleTxt">{label}</h3>\n{word.section(paragraphs)}')
    rows.append(f'<p><span  class="mgLabel" >Publication date: </span>{_dmy(headers.get("published", headers["date"]))}</p>')
    rows.append(f'<p><span  class="mgLabel" >Date of decision: </span>{_dmy(headers["date"])}</p>')
    if headers.get("mid"):
        rows.append(f'<p><span  class="mgLabel" >Decided at meeting: </span><a  href="{meeting_link(headers)}"  >'
                    f'{_dmy(headers["date"])} - {light(headers["body"])}</a></p>')
    if item.docs:
        files = "".join(f'<li><a  href="documents/{d["href"]}"   title="Link&#32;to&#32;file">{light(item.title if d["of_title"] else d["title"])}\n{file_size(d)} </a>  </li>\n'
                        for d in item.docs)
        rows.append(f'<p class="mgLabel" >Accompanying Documents:</p>\n<ul  class="mgBulletList" >\n{files}</ul>')
    heading = "" if view.option("noh1") else '<div class="mgHeader"><h1  class="mgMainTitleTxt" >Decision details</h1></div>\n'
    body = (f'{heading}<div class="mgSubTitle" >\n<h2 class="mgSubTitleTxt">{light(item.title)}</h2>\n</div>\n<div class="mgContent" >\n'
            + "\n".join(r for r in rows if r) + "\n</div>")
    if view.option("fragment"):
        return f'<div id="modgov">{body}\n<div class="mgFooter" >\n<p>&nbsp;</p>\n</div>\n</div>\n'
    title = f"Decision - {light(item.title)}"
    meta = shell.metas(title, "Details of a decision", headers.get("published", headers["date"]), "Decision making")
    return shell.page(view.option("skin", "v2"), title, meta, [(None, "Decision details")], body)


def render_attendance(view):
    """mgMeetingAttendance: the attendance blocks of the meeting's source."""
    rows = ""
    people = [a for block in view.doc.attendance for a in block.people if isinstance(a, Attender)]
    for k, who in enumerate(people):
        uid = 100 + sum(ord(c) for c in who.name) % 900
        rows += (f'<tr><td  class="mgMainTxt" ><a  href="mgUserInfo.aspx?UID={uid}"  title="Link&#32;to&#32;user&#32;information&#32;for&#32;'
                 f'{attribute(who.name)}">{light(who.name)}</a></td><td  class="mgMainTxt" >{light(who.role or "Committee Member")}</td>'
                 f'<td  class="mgMainTxt" >{STATUS[who.status]}</td></tr>\n')
    body = (header_html(view, "Meeting attendance")
            + '\n<div class="mgContent" >\n<table class="mgStatsTable"  summary="Table of meeting attendance">\n<caption  class="mgSectionTitle" >'
              "Attendance</caption>\n<thead><tr><th scope='col'>Attendee</th><th scope='col'>Role</th><th scope='col'>Attendance</th></tr></thead>\n"
              f"<tbody>\n{rows}</tbody></table>\n</div>")
    title = f"Attendance details - {committee(view)} {expand_date('{long}', view.doc.headers['date'])}"
    meta = shell.metas(title, "Attendance at a meeting", view.doc.headers["date"], "Council meetings")
    return shell.page(view.option("skin", "v2"), title, meta, trail(view, [(None, "Meeting attendance")]), body)


def render_list(view):
    """ieListMeetings: rows are `DATE TIME | MId | what there is`."""
    name, cid = committee(view), view.doc.headers.get("cid", "0")
    rows = ""
    for k, row in enumerate(view.doc.rows):
        moment, mid, what = (p.strip() for p in row.split("|"))
        date, time = moment.split()
        words = expand_date("{short}", date).split()
        day = f"{words[0]} {words[1][:3]} {words[2]}"
        rows += (f'<li  class="mgTable{"Even" if k % 2 == 0 else "Odd"}Row" ><a  class="mgMeetingTableLnk"    href="ieListDocuments.aspx?CId={cid}'
                 f'&amp;MId={mid}&amp;Ver=4"  title="Link&#32;to&#32;meeting&#32;details&#32;for&#32;{attribute(name)}&#32;meeting&#32;of&#32;'
                 f'{attribute(day)}">{day}&nbsp;{light(clock(time, "long"))}</a>{" - " + what if what else ""}</li>')
    body = ('<div class="mgHeader"><h1  class="mgMainTitleTxt" >Browse meetings</h1></div>\n\t\t\t\t\n\t\t\t<div class="mgSubTitle" >\t\n'
            f'\t    <h2 class="mgSubTitleTxt">{light(name)}</h2>\n        </div>\n<p>Meetings of this committee, latest first.</p>\n{shell.SETTINGS}\n'
            f'<div class="mgContent" >\n<div  class="mgTableBorder" >\n<div  class="mgTableTitleTxt" >\n           Meetings\n</div>\n'
            f'<ul  class="mgNonBulletTableList"  >{rows}</ul>\n</div>\n<h2 class="mgSubTitleTxt">Information about {light(name)}</h2>\n'
            + modgov_word.Word(random_of(view), "plain").section(view.doc.preamble) + "\n</div>")
    title = f"Browse meetings - {light(name)}"
    meta = shell.metas(title, "Meetings of a committee", view.doc.headers.get("visited"), "Council meetings")
    return shell.page(view.option("skin", "v2"), title, meta, [(None, "Meetings")], body)


def render_committee(view):
    """mgCommitteeDetails: purpose, membership, contact; DC.date is the day of the visit."""
    name, cid = committee(view), view.doc.headers.get("cid", "0")
    members = ""
    for block in view.doc.attendance:
        for who in block.people:
            role = f" &#40;{light(who.role)}&#41;" if who.role else " "
            members += (f'\t\t\t\t\t\t\t<li><a  href="mgUserInfo.aspx?UID={100 + sum(ord(c) for c in who.name) % 900}"  title="Link&#32;to&#32;'
                        f'user&#32;information&#32;for&#32;{attribute(who.name)}">{light(who.name)}</a>&nbsp;{role}&nbsp; </li>\t\t\n\n')
    body = ('<div class="mgHeader"><h1  class="mgMainTitleTxt" >Committee details</h1></div>\n\t\t\t\t\n\t\t\t<div class="mgSubTitle" >\t\n'
            f'\t    <h2 class="mgSubTitleTxt">{light(name)}</h2>\n        </div>\n{shell.SETTINGS}\n<div class="mgContent" >\n'
            f'<h2 class="mgSectionTitle">Purpose of committee</h2>\n\t\t{modgov_word.Word(random_of(view), "plain").section(view.doc.preamble)}\n'
            f'<h2 class="mgSectionTitle">Membership<a name="#MEM"></a></h2>\n\n<ul  class="mgBulletList" >\n\n{members}</ul>\n'
            '<h2 class="mgSectionTitle">Contact information</h2>\n'
            f'<p><span  class="mgLabel" >Support officer: </span>{light(view.doc.headers.get("contact", "").split("|")[0])}</p>\n</div>')
    title = f"Committee details - {light(name)}"
    meta = shell.metas(title, f"Description of the purpose and membership of {light(name)}", view.doc.headers.get("visited"),
                       "Local government committees")
    return shell.page(view.option("skin", "v2"), title, meta, [(f"mgCommitteeDetails.aspx?ID={cid}", "Committee details")], body)
