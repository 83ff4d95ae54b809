#!/usr/bin/env python3
"""How well names are resolved into persons, against labels written by hand.

usage: people.py [--floor] [-v] BUILD FOLDER LABELS

Indexes FOLDER and compares who is meant by every labelled name (attendances,
speakers, movers, seconders, mentions, votes) with the label's "person":

- merges: pairs of names that the index takes for one person, pairs that are,
  within one council, which is all that can be known without a people file;
- all: the same across councils, offices with them;
- offices ("The Chair"), which often nothing tells of: how many were decided,
  and how many of them rightly;
- decided: names that were decided at all, and decided rightly; ambiguous
  ones, which have "candidates", are right when undecided;
- mentions: names found in paragraphs (by the words alone), as F1, where
  the label has "mentions";
- votes: who voted how (name and side), as F1, where an item of the label has
  "votes", which is [] where nobody is named.

A label without "person" is somebody of whom nothing else is known.  Labels
that say of nobody who it is take no part.  The floors stand beside the folder
of labels, under "people" of floors.json.
"""

import collections
import json
import pathlib
import sqlite3
import subprocess
import sys
import tempfile

import accuracy

SIDES = ("for", "against", "abstain")


def pairs(n):
    return n * (n - 1) // 2


def is_office(text):
    """A bare office: no word of it is one of the person's names."""
    return text.casefold().startswith("the ") or text in (
        "Mayor", "Deputy Mayor", "Speaker", "Chair", "Clerk")


def is_same(a, b):
    """Whether one of two names has a title that the other lacks."""
    return a == b or a.endswith(" " + b) or b.endswith(" " + a)


class Index:
    """What the index says of each (path, name)."""

    def __init__(self, path):
        database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        self.names = collections.defaultdict(dict)
        for where, name, person, evidence in database.execute("""
                SELECT d.path, a.as_written, g.person, g.evidence
                FROM naming g JOIN alias a ON a.id = g.alias
                JOIN document d ON d.meeting = g.meeting"""):
            self.names[where][accuracy.name(name)] = (person, evidence)
        self.persons = dict(database.execute("SELECT id, name FROM person"))
        self.councils = dict(database.execute(
            "SELECT id, council FROM person"))
        database.close()

    def found(self, names, text):
        """Who a name is; lists leave out a title, or the label puts it in."""
        key = accuracy.name(text)
        if key in names or is_office(text):
            return names.get(key)
        alike = [names[n] for n in sorted(names) if is_same(n, key)]
        return alike[0] if len({p for p, _ in alike}) == 1 else None

    def paths(self, ending):
        return [p for p in self.names if p.endswith(ending)]


class Unit:
    """A name in a document: who it is, and who the index says it is."""

    def __init__(self, where, text, gold, candidates, is_speaker, found):
        self.where, self.text = where, text
        self.gold, self.candidates = gold, candidates
        self.is_speaker = is_speaker
        self.person, self.evidence = found


def labelled_names(label):
    """(as written, person, candidates, whether it speaks) of a label."""
    for a in label.get("attendance", []):
        yield a["name"], a.get("person"), None, False
    items = list(label.get("items", []))
    items.append({"paragraphs": label.get("preamble", [])})
    for item in items:
        for p in item.get("paragraphs", []):
            if p.get("speaker"):
                yield (p["speaker"], p.get("person"), p.get("candidates"),
                       True)
            for m in p.get("mentions", []) + [
                    p.get("mover"), p.get("seconder")]:
                if m:
                    yield (m["as_written"], m.get("person"),
                           m.get("candidates"), False)
        for vote in item.get("votes", []):
            for names in vote["names"].values():
                for m in names:
                    yield (m["as_written"], m.get("person"),
                           m.get("candidates"), False)


def units_of(index, labels, say):
    units, n_lost = [], 0
    for where, label in labels:
        paths = index.paths(label["path_ends"])
        names = index.names[paths[0]] if paths else {}
        seen = {}
        for text, gold, candidates, is_speaker in labelled_names(label):
            key = accuracy.name(text)
            if key in seen:
                seen[key].is_speaker |= is_speaker
                if seen[key].gold != gold:  # one name, two persons
                    seen[key].gold, seen[key].candidates = None, [gold]
                continue
            found = index.found(names, text)
            if not found:
                n_lost += 1
                say(where, "not found:", text)
                continue
            seen[key] = Unit(where, text, gold, candidates, is_speaker,
                             found)
        units += seen.values()
    return units, n_lost


def merges(units, council=None):
    """Precision and recall of pairs; unknown and undecided ones stay alone."""
    gold, got, both = (collections.Counter() for _ in range(3))
    for n, unit in enumerate(units):
        where = council(unit) if council else ""
        want = unit.gold or f"?{n}"
        has = unit.person if unit.person is not None else f"?{n}"
        gold[where, want] += 1
        got[where, has] += 1
        both[where, want, has] += 1
    right = sum(pairs(n) for n in both.values())
    found = sum(pairs(n) for n in got.values())
    wanted = sum(pairs(n) for n in gold.values())
    return right / max(found, 1), right / max(wanted, 1)


def owners(units):
    """Whom each person of the index mostly is: by names, before offices."""
    counts = collections.defaultdict(collections.Counter)
    for unit in units:
        if unit.person is not None and unit.gold:
            counts[unit.person][unit.gold] += .01 if is_office(unit.text) else 1
    return {person: min(c, key=lambda g: (-c[g], g))
            for person, c in counts.items()}


def is_right(unit, whose):
    if unit.candidates or not unit.gold:
        # somebody unknown must not be taken for somebody known
        return unit.person is None or unit.person not in whose
    return whose.get(unit.person) == unit.gold


def speakers(units, whose):
    decided = [u for u in units if u.is_speaker and u.person is not None]
    right = sum(is_right(u, whose) for u in decided)
    return right / max(len(decided), 1)


def mentions(records, labels, say):
    right = wrong = missed = 0
    for where, label in labels:
        record = next((r for r in records
                       if r["path"].endswith(label["path_ends"])), None)
        free = [p for i in record["items"] for p in i["paragraphs"]] \
            if record else []
        for item in label.get("items", []):
            for want in item.get("paragraphs", []):
                got = next((p for p in free
                            if accuracy.same_paragraph(want, p)), None)
                if got is None:
                    missed += len(want.get("mentions", []))
                    continue
                free.remove(got)
                if (want.get("kind", "vote") == "vote"
                        or "mentions" not in want):
                    continue  # names in a vote are the vote's
                a = {accuracy.name(m["as_written"])
                     for m in want.get("mentions", [])}
                b = {accuracy.name(m["as_written"]) for m in got["mentions"]}
                b -= {accuracy.name((want.get(k) or {}).get("as_written"))
                      for k in ("mover", "seconder")} - a
                b -= {accuracy.name(want.get("speaker"))} - a
                if "speaker" not in want and got["speaker"]:
                    opens = accuracy.name(got["speaker"]["as_written"])
                    b = b | {opens} & a if opens in a else b - {opens}
                right, wrong = right + len(a & b), wrong + len(b - a)
                missed += len(a - b)
                for name in sorted(a ^ b):
                    say(where, "mention", "missed:" if name in a else "extra:",
                        name, "in:", want["starts"])
    return 2 * right / max(2 * right + wrong + missed, 1)


def voters(votes, side):
    return [accuracy.name(m if isinstance(m, str) else m["as_written"])
            for vote in votes for m in vote["names"][side]]


def named_votes(records, labels, say):
    right = wrong = missed = 0
    for where, label in labels:
        record = next((r for r in records
                       if r["path"].endswith(label["path_ends"])), None)
        for item in label.get("items", []):
            if "votes" not in item:
                continue
            got = next((i for i in record["items"]
                        if accuracy.same_item(item, i)),
                       None) if record else None
            for side in SIDES:
                free = voters(got["votes"] if got else [], side)
                for name in voters(item["votes"], side):
                    hit = next((f for f in free if is_same(f, name)), None)
                    if hit:
                        free.remove(hit)
                        right += 1
                        continue
                    missed += 1
                    say(where, "vote", "missed:", name, side)
                wrong += len(free)
                for name in free:
                    say(where, "vote", "extra:", name, side)
    return 2 * right / max(2 * right + wrong + missed, 1)


def main():
    flags = {a for a in sys.argv[1:] if a.startswith("-")}
    operands = [a for a in sys.argv[1:] if not a.startswith("-")]
    if len(operands) != 3 or flags - {"--floor", "-v"}:
        sys.exit(__doc__)
    build, folder, gold = operands

    def say(*what):
        if "-v" in flags:
            print(*what)

    labels = [(p.stem, json.loads(p.read_text(encoding="utf-8")))
              for p in sorted(pathlib.Path(gold).glob("*.json"))]
    labels = [(where, label) for where, label in labels
              if "path_ends" in label
              and any(person for _, person, *_ in labelled_names(label))]
    if not labels and "--floor" not in flags:
        print("people: no labels say who is who")
        return
    floors = accuracy.floors_of(gold).get("people", {}) \
        if "--floor" in flags else {}
    with tempfile.TemporaryDirectory() as scratch:
        path = f"{scratch}/index.db"
        subprocess.run([f"{build}/minutes-index", "-q", "-i", path, folder],
                       check=True)
        index = Index(path)
    units, n_lost = units_of(index, labels, say)
    whose = owners(units)
    parts = collections.defaultdict(collections.Counter)
    for unit in units:
        if unit.gold and unit.person is not None:
            parts[unit.gold][unit.person] += 1
    for key, counts in parts.items():
        if len(counts) > 1:
            say("parted:", key, [
                f"{index.persons[p]} / {index.councils[p]}: {n}"
                for p, n in counts.most_common()])
    for unit in units:
        if unit.gold and unit.person is None:
            say(unit.where, "undecided:", unit.text, "is", unit.gold)
        elif not is_right(unit, whose):
            say(unit.where, "wrong:", unit.text, "is", unit.gold, "not",
                index.persons[unit.person], f"({unit.evidence})")
    records = accuracy.extract(build, folder)
    named = [u for u in units if not is_office(u.text)]
    offices = [u for u in units if is_office(u.text) and u.gold]
    decided = [u for u in offices if u.person is not None]
    precision, recall = merges(named, lambda u: u.where.split("-")[0])
    clear = [u for u in named if u.gold]
    figures = {
        "merge precision": precision,
        "merge recall": recall,
        "merge precision, all": merges(units)[0],
        "merge recall, all": merges(units)[1],
        "office precision": sum(is_right(u, whose) for u in decided)
        / max(len(decided), 1),
        "office recall": len(decided) / max(len(offices), 1),
        "speaker precision": speakers(units, whose),
        "mention F1": mentions(records, labels, say),
        "vote F1": named_votes(records, labels, say),
        "undecided": sum(1 for u in clear if u.person is None)
        / max(len(clear), 1),
    }
    print(f"people: {len(units)} names with labels, {n_lost} not found, "
          f"{len(index.persons)} persons")
    is_low = not units
    for key, figure in figures.items():
        low = figure < floors.get(key, 0)
        is_low |= low
        print(f"{key:24s}{figure:7.3f}"
              + (f"  under {floors[key]}" if low else ""))
    sys.exit(1 if is_low else 0)


main()
