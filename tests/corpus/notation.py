"""Reads one source file into a Document.  README.md describes the notation."""
import datetime
import re
import shlex

from model import (INLINE, Attendance, Attender, Document, Item, Line, Mark,
                   Paragraph)

KINDS = {"A": "agenda", "M": "minute", "D": "decision", "DD": "decision",
         "V": "vote", "X": None}
ROLES = {"": "mention", "@": "speaker", "%m": "mover", "%s": "seconder",
         "!a": "apologies", "!i": "attended"}
STATUSES = ("present", "apologies", "in attendance", "absent")

PREFIX = re.compile(r"(?:\?(\w+) )?(?:(A|M|DD|D|V|X)> )?(?:#(\S*) )?(?:\{(\w[^}]*)\} )?")
MARK = re.compile(r"(@|%m|%s|!a|!i|)\[\[([^\]|]+)(?:\|([^\]|]*))?(?:\|([^\]]*))?\]\]")
POINT = re.compile(r"(-|\||\d{1,2}\.|\(?[a-z]{1,4}\)|\(\d{1,2}\)) (?=\S)")
ROUTINE = re.compile(r"apolog|^declarations? of|^minutes of (the |previous|last)|^minutes$|^minutes and|^last minutes|^urgent (business|items?)$"
                     r"|^exclusion of|next meeting", re.I)


RESOLVED = re.compile(r"(And )?(RESOLVED|Resolved|AGREED|IT WAS RESOLVED)\b|It was (further )?agreed\b|Agreed\b"
                      r"|The (Commission|Cabinet|Committee|Board|Council|Sub-Committee) agreed\b")
AGREED_WITHIN = re.compile(r"\b([Ii]t|[Tt]his) was (also )?agreed\b|\. Agreed\b|was carried with applause|took? a recorded vote|recorded vote .*was taken")


class SourceError(Exception):
    pass


def _inline(text):
    return re.sub(r"\{(\||br|-|shy|nbhy|nb|zw|f0b7)\}", lambda m: INLINE[m.group(1)], text)


class Reader:
    """One pass over the lines of a source file."""

    def __init__(self, path, roster):
        self.path, self.roster = path, roster
        self.doc = Document(path.name, {}, [], [], [], [], [], [], [])
        self.item, self.block, self.pending = None, None, []
        self.line_number, self.last_number = 0, None

    def fail(self, message):
        raise SourceError(f"{self.path}:{self.line_number}: {message}")

    def read(self):
        in_header = True
        for self.line_number, line in enumerate(self.path.read_text(encoding="utf-8").splitlines(), 1):
            if line.startswith("//"):
                continue
            line = line.rstrip()
            if in_header:
                if line:
                    self.header(line)
                else:
                    in_header = False
                continue
            self.body(line)
        self.flush()
        return self.doc

    def header(self, line):
        match = re.match(r"([a-z]+):\s?(.*)$", line)
        if not match:
            self.fail(f"not a header: {line}")
        name, value = match.groups()
        if name == "out":
            words = shlex.split(value)
            options = dict(w.split("=", 1) if "=" in w else (w, "1") for w in words[1:])
            if "path" not in options:
                self.fail("an output needs a path")
            options = {name: _inline(text) for name, text in options.items()}
            self.doc.outs.append((words[0], options))
        elif name == "head":
            self.doc.head.append(_inline(self.dates(value)))
        elif name == "foot":
            self.doc.foot.append(_inline(self.dates(value)))
        else:
            self.doc.headers[name] = _inline(value)

    def dates(self, text):
        """{long} {ord} {caps} {comma} {num}: the meeting's date in words."""
        day = self.doc.headers.get("date")
        return expand_date(text, day) if day else text

    def body(self, line):
        if not line:
            self.flush()
            self.block = None
        elif re.match(r"\[(present|apologies|in attendance|absent|meetings)\b.*\]$", line):
            self.flush()
            self.section(line[1:-1])
        elif self.block is not None:
            self.block.append(line) if isinstance(self.block, list) else self.attender(line)
        elif line.startswith("= "):
            self.flush()
            self.heading(line[2:])
        elif re.match(r"doc\*?:", line) and self.item:
            name, value = line.split(":", 1)
            parts = [p.strip() for p in value.split("|")]
            self.item.docs.append({"title": parts[0], "href": parts[1] if len(parts) > 1 else None,
                                   "size": parts[2] if len(parts) > 2 else None, "of_title": name == "doc*"})
        else:
            self.pending.append(line)

    def section(self, text):
        match = re.match(r"(present|apologies|in attendance|absent|meetings)\s*(.*)$", text)
        options = dict(w.split("=", 1) for w in shlex.split(match.group(2)))
        if match.group(1) == "meetings":
            self.block = self.doc.rows
            return
        self.block = Attendance(match.group(1), options, [])
        self.doc.attendance.append(self.block)

    def attender(self, line):
        if line.startswith("+ "):
            self.block.people.append(_inline(line[2:]))
            return
        match = re.match(r"([\w-]+): (.*?)(?: \{(\w+)\})?$", line)
        if not match:
            self.fail(f"not a person: {line}")
        key, name, initials = match.groups()
        role = None
        if name.endswith(")") and not re.search(r" \([A-Z]\)$", name):      # "Reeve (J)" is a name
            name, role = re.match(r"(.*?) \((.*)\)$", name).groups()
        self.block.people.append(Attender(self.person(key), _inline(name), role, initials, self.block.status))

    def heading(self, text):
        parts = [p.strip() for p in text.split("|")]
        number, title = parts[0], parts[1] if len(parts) > 1 else "-"
        attrs = {}
        for attr in (parts[2].split(";") if len(parts) > 2 else []):
            name, _, value = attr.strip().partition("=")
            attrs[name] = value or "1"
        self.item = Item(None if number == "-" else number, None if title == "-" else _inline(title), attrs)
        if "bp" not in attrs and ROUTINE.search(title) and len(title) < 90:
            attrs["bp"] = "1"
        self.last_number = None
        self.doc.items.append(self.item)

    def flush(self):
        if not self.pending:
            return
        lines, self.pending = self.pending, []
        match = PREFIX.match(lines[0])
        only, kind, number, flags = match.groups()
        lines[0] = lines[0][match.end():]
        if number == "":
            number = self.next_number()
        if number:
            self.last_number = number
        kind = kind or ("D" if RESOLVED.match(lines[0]) else "X" if AGREED_WITHIN.search(" ".join(lines)) else "M")
        paragraph = Paragraph(KINDS[kind], number, [], only=only)
        paragraph.section = {"A": "agenda", "DD": "decision"}.get(kind, "minutes")
        paragraph.flags = dict(w.partition("=")[::2] for w in (flags or "").split())
        if paragraph.kind == "vote":
            paragraph.vote = {n: paragraph.flags.get(n) for n in ("for", "against", "abstain", "result")}
        for line in lines:
            point = POINT.match(line)
            if point:
                paragraph.lines.append(Line(point.group(1), self.runs(line[point.end():])))
            elif paragraph.lines and paragraph.kind != "vote":
                paragraph.lines[-1].runs += [" "] + self.runs(line)
            else:
                paragraph.lines.append(Line(None, self.runs(line)))
        (self.item.paragraphs if self.item else self.doc.preamble).append(paragraph)

    def next_number(self):
        if not self.last_number:
            return f"{self.item.number}.1"
        stem, last = re.match(r"(.*?)(\d+)$", self.last_number).groups()
        return f"{stem}{int(last) + 1}"

    def person(self, key):
        if key == "-":
            return None
        if key not in self.roster:
            self.fail(f"nobody is called '{key}'")
        return key

    def runs(self, text):
        runs, at = [], 0
        for match in MARK.finditer(text):
            if match.start() > at:
                runs.append(_inline(text[at:match.start()]))
            runs.append(self.mark(*match.groups()))
            at = match.end()
        if at < len(text):
            runs.append(_inline(text[at:]))
        return runs

    def mark(self, sigil, key, printed, full):
        if key.startswith("?"):
            candidates = [self.person(k) for k in key[1:].split(",")]
            return Mark(ROLES[sigil], None, _inline(printed), full or _inline(printed), candidates)
        key = self.person(key)
        if not printed:
            if not key:
                self.fail("a person without a key needs a printed name")
            date, who = self.doc.headers.get("date", ""), self.roster[key]
            title = self.doc.headers.get("title", "Councillor")
            printed = f"{title} {who.surname_on(date)}" if who.is_member_on(date) else who.name_on(date)
        return Mark(ROLES[sigil], key, _inline(printed), _inline(full or printed))


def ordinal(day):
    return f"{day}{'th' if 10 < day < 14 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"


def expand_date(text, iso):
    """Replace {long}, {comma}, {ord}, {us}, {num} and their {…!} capitals."""
    day = datetime.date.fromisoformat(iso)
    month, weekday = day.strftime("%B"), day.strftime("%A")
    forms = {"long": f"{weekday} {day.day} {month} {day.year}",
             "comma": f"{weekday}, {day.day} {month}, {day.year}",
             "ord": f"{weekday} {ordinal(day.day)} {month} {day.year}",
             "ordcomma": f"{weekday}, {ordinal(day.day)} {month}, {day.year}",
             "short": f"{day.day} {month} {day.year}",
             "us": f"{weekday} {month} {ordinal(day.day)} {day.year}",
             "num": f"{day.day}/{day.month}/{day.year % 100:02}",
             "dmy": day.strftime("%d/%m/%Y")}
    for name, value in forms.items():
        text = text.replace("{%s}" % name, value).replace("{%s!}" % name, value.upper())
    return text
