"""What a careful clerk would notice in a source: wrong weekdays, names without a
mark, offices that the person did not hold on the day, facts nowhere printed."""
import datetime
import re

from model import Mark, plain
from people import held

DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = ("January February March April May June July August September October November December").split()
WEEKDAY = re.compile(r"\b(%s),? (\d{1,2})(?:st|nd|rd|th)? (%s),? (\d{4})" % ("|".join(DAYS), "|".join(MONTHS)))


def weekdays(doc):
    for p in doc.paragraphs():
        for line in p.lines:
            text = plain("".join(r.printed if isinstance(r, Mark) else r for r in line.runs))
            yield from _weekdays_in(text, doc)
    for text in doc.head + doc.foot:
        yield from _weekdays_in(text, doc)


def _weekdays_in(text, doc):
    for name, day, month, year in WEEKDAY.findall(text):
        date = datetime.date(int(year), MONTHS.index(month) + 1, int(day))
        if DAYS[date.weekday()] != name:
            yield f"{doc.source}: {name} {day} {month} {year} was a {DAYS[date.weekday()]}"


def unmarked(doc, roster):
    """Surnames of the roster that stand in a text without a mark."""
    date = doc.headers.get("date", "")
    surnames = {p.surname_on(date): k for k, p in roster.items()}
    surnames.update({p.canonical.split()[-1]: k for k, p in roster.items()})
    for common in ("Noble", "Green", "Cole", "Fenn", "Strand", "Crane"):
        surnames.pop(common, None)
    for p in doc.paragraphs():
        for line in p.lines:
            for run in line.runs:
                if isinstance(run, Mark):
                    continue
                for surname in surnames:
                    if re.search(rf"(?<![-\w]){re.escape(surname)}(?![-\w])", run):
                        yield f"{doc.source}: '{surname}' without a mark: …{run.strip()[:70]}"


def offices(doc, roster):
    """An office as printed must have been held by its person on the day."""
    date = doc.headers.get("date")
    known = {}
    for key, person in roster.items():
        for office, start, end in person.offices:
            known.setdefault(office.casefold(), []).append((key, start, end))
    for p in doc.paragraphs():
        for line in p.lines:
            for run in line.runs:
                if not isinstance(run, Mark) or not run.key or not date:
                    continue
                name = re.sub(r"^the ", "", plain(run.printed).casefold())
                if name in known and not any(k == run.key and held(s, e, date) for k, s, e in known[name]):
                    who = [k for k, s, e in known[name] if held(s, e, date)]
                    yield f"{doc.source}: {run.printed} on {date} is not {run.key} but {who}"


def attendance_known(doc, roster):
    """Members who speak should not be among the apologies."""
    away = {a.key for b in doc.attendance if b.status in ("apologies", "absent") for a in b.people if hasattr(a, "key")}
    for p in doc.paragraphs():
        for line in p.lines:
            for run in line.runs:
                if isinstance(run, Mark) and run.role in ("speaker", "mover", "seconder") and run.key in away - {None}:
                    yield f"{doc.source}: {run.key} sent apologies and speaks"


def seats(doc, roster):
    """Whoever is called Councillor must hold a seat, and the Mayor be Mayor."""
    date = doc.headers.get("date")
    for p in doc.paragraphs():
        for line in p.lines:
            for run in line.runs:
                if not isinstance(run, Mark) or not run.key or not date or run.role == "mention":
                    continue
                person = roster[run.key]
                if re.match(r"(Councillor|Cllr\.?|Alderman) ", run.printed) and not person.is_member_on(date):
                    yield f"{doc.source}: {run.printed} held no seat on {date}"


def votes(doc, roster):
    """As many names as votes, where names are given."""
    for p in doc.paragraphs():
        if not p.vote:
            continue
        for line in p.lines:
            names = [r for r in line.runs if isinstance(r, Mark)]
            match = re.match(r"\W*(For|Against|Abst\w*)\W*(\d+)", plain("".join(r.printed if isinstance(r, Mark) else r for r in line.runs)))
            if match and names and len(names) != int(match.group(2)):
                yield f"{doc.source}: {match.group(0)} but {len(names)} names"
            side = {"For": "for", "Against": "against"}.get(match.group(1), "abstain") if match else None
            if side and p.vote[side] is not None and int(p.vote[side]) != int(match.group(2)):
                yield f"{doc.source}: {match.group(0)} but {side}={p.vote[side]}"


def initials(doc, roster):
    """Initials of the attendance table that stand in a text without a mark."""
    known = {a.initials for b in doc.attendance for a in b.people if getattr(a, "initials", None)}
    for p in doc.paragraphs():
        for line in p.lines:
            for run in line.runs:
                if isinstance(run, str) and known & set(re.findall(r"\b[A-Z]{2}\b", run)):
                    yield f"{doc.source}: initials without a mark: {run.strip()[:70]}"


def motions(doc, roster):
    """Who moves something makes a decision, or the source says that it is open."""
    for p in doc.paragraphs():
        roles = {r.role for line in p.lines for r in line.runs if isinstance(r, Mark)}
        if "mover" in roles and p.kind == "minute" and "speaker" not in roles:
            yield f"{doc.source}: a motion in a paragraph of kind minute: {p.number}"


def stray(doc, roster):
    """Notation that was not understood and would be printed."""
    for p in doc.paragraphs():
        text = "".join(r.printed if isinstance(r, Mark) else r for line in p.lines for r in line.runs)
        match = re.search(r"\b[ADVMX]{1,2}>|\[\[|\]\]|[{}]|@|%[ms]\b|^#", text)
        if match:
            yield f"{doc.source}: stray '{match.group()}': {text[:70]}"


SPEECH = re.compile(r",? (?:[A-Z][^,]*, )?(said|asked|told|reported|explained|stated|added|noted|welcomed|stressed|highlighted|thought|felt"
                    r"|thanked|considered|informed|advised|commented|observed|confirmed|presented|introduced|declared|opposed|wondered|replied)\b")
OFFICE = re.compile(r"((Mr|Mrs|Ms|Dr|Miss|Cllr|Councillor)\.? [A-Z]|The (Chair|Chairman|Mayor|Deputy|Clerk|Director|Head|Speaker|Chief|Borough|Leader)\b)")


def openings(doc, roster):
    """A paragraph that opens with somebody who speaks must mark the speaker."""
    for p in doc.paragraphs():
        runs = p.lines[0].runs
        marks = [r for line in p.lines for r in line.runs if isinstance(r, Mark)]
        if p.kind == "vote" or not runs or any(m.role == "speaker" for m in marks) and not (
                isinstance(runs[0], Mark) and runs[0].role == "mention"):
            continue
        text = plain("".join(r.printed if isinstance(r, Mark) else r for r in runs))
        if isinstance(runs[0], Mark) and runs[0].role in ("mention", "apologies") and len(runs) > 1 and isinstance(
                runs[1], str) and SPEECH.match(runs[1]):
            yield f"{doc.source}: opens with a speaker unmarked: {text[:70]}"
        elif not isinstance(runs[0], Mark) and OFFICE.match(text) and SPEECH.search(text[:90]) and " been " not in text[:40]:
            yield f"{doc.source}: opens with an office unmarked: {text[:70]}"


def check(doc, roster):
    for rule in (weekdays, lambda d: stray(d, roster), lambda d: motions(d, roster), lambda d: initials(d, roster), lambda d: votes(d, roster), lambda d: openings(d, roster), lambda d: unmarked(d, roster), lambda d: offices(d, roster),
                 lambda d: attendance_known(d, roster), lambda d: seats(d, roster)):
        yield from rule(doc)
