"""The roster: who everybody is, what they were called when, what they held.

people.txt holds one block a person.  The first line is the key; the others are
`field: value`.  `name` may be given several times with `until DATE`; the last
one, without a date, is the canonical name.  `member` and `office` carry a range
`FROM..TO` (open ends allowed) at the end.
"""
import re
from dataclasses import dataclass, field


@dataclass
class Person:
    key: str
    names: list = field(default_factory=list)      # (name, until or None)
    aliases: list = field(default_factory=list)
    offices: list = field(default_factory=list)    # (office, from, to)
    seats: list = field(default_factory=list)      # (ward and party, from, to)
    note: str = ""

    @property
    def canonical(self):
        return self.names[-1][0]

    def name_on(self, date):
        for name, until in self.names:
            if until is None or (date and date < until):
                return name
        return self.canonical

    def surname_on(self, date):
        words = self.name_on(date).split()
        for i, word in enumerate(words):
            if i and word in ("van", "de", "der", "von"):
                return " ".join(words[i:])
        return words[-1]

    def is_member_on(self, date):
        return any(held(start, end, date) for _, start, end in self.seats)


def held(start, end, date):
    return (not start or start <= date) and (not end or date <= end)


def _dated(value):
    match = re.match(r"(.*?)\s+(\d{4}-\d\d-\d\d)?\.\.(\d{4}-\d\d-\d\d)?$", value)
    if not match:
        raise ValueError(f"no dates in '{value}'")
    return match.group(1), match.group(2) or "", match.group(3) or ""


def load(path):
    """Read people.txt into {key: Person}."""
    roster, person = {}, None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("//"):
            continue
        if not line[0].isspace():
            person = Person(line.strip())
            if person.key in roster:
                raise ValueError(f"{path}:{number}: {person.key} again")
            roster[person.key] = person
            continue
        name, value = (part.strip() for part in line.split(":", 1))
        if name == "name":
            match = re.match(r"(.*) until (\S+)$", value)
            person.names.append(match.groups() if match else (value, None))
        elif name == "aliases":
            person.aliases += [a.strip() for a in value.split(";")]
        elif name == "office":
            person.offices.append(_dated(value))
        elif name == "member":
            person.seats.append(_dated(value))
        elif name == "note":
            person.note = value
        else:
            raise ValueError(f"{path}:{number}: unknown field '{name}'")
    return roster


def as_json(roster):
    """The form that tests/gold/people.json has."""
    return {key: {"name": p.canonical,
                  "former_names": [n for n, until in p.names if until],
                  "aliases": p.aliases,
                  "seats": [{"ward": w, "from": s or None, "to": e or None} for w, s, e in p.seats],
                  "offices": [{"office": o, "from": s or None, "to": e or None} for o, s, e in p.offices]}
            for key, p in sorted(roster.items())}
