#!/usr/bin/env python3
"""How well extraction does, against labels written by hand.

usage: accuracy.py [--floor] [-v] BUILD FOLDER LABELS

Runs BUILD/minutes-index --extract FOLDER and compares its records with the
labels, LABELS/*.json.  A label names its document by the end of its path and
holds what a careful reader finds in it; only the keys that it has are
compared.  Prints precision, recall and F1 of each measure, pooled over all
documents.  With --floor, a measure under its floor is a failure: the floors
stand in floors.json beside the folder of labels, and are what extraction reaches
there, less a little, so that no change may lose it.  With -v, every difference
is printed.
"""

import json
import pathlib
import re
import subprocess
import sys
import unicodedata

MEASURES = ("meeting", "items", "paragraphs", "kind", "speakers", "attendance")


def plain(text):
    """Words and numbers alone: what must agree."""
    text = unicodedata.normalize("NFKC", text or "").casefold()
    text = text.replace("\u2019", "'").replace("\u2018", "'")
    text = text.replace("\u00ad", "")
    return re.sub(r"[^0-9a-z£']+", " ", text).strip()


def name(text):
    """A person's name or office, whatever stands in front of it."""
    text = re.sub(r"\bcllrs?\b", "councillor", plain(text))
    return re.sub(r"^the ", "", text)


def number(text):
    return re.sub(r"[.\s)]+$", "", text or "").strip().lower()


class Measure:
    def __init__(self):
        self.right = self.wrong = self.missed = 0

    def f1(self):
        found, wanted = self.right + self.wrong, self.right + self.missed
        precision = self.right / found if found else 0.0
        recall = self.right / wanted if wanted else 0.0
        both = precision + recall
        return precision, recall, 2 * precision * recall / both if both else 0.0


class Scorer:
    def __init__(self, verbose):
        self.measures = {key: Measure() for key in MEASURES}
        self.verbose = verbose
        self.where = ""

    def right(self, key):
        self.measures[key].right += 1

    def wrong(self, key, *what):
        self.measures[key].wrong += 1
        self.say(key, "wrong:", *what)

    def missed(self, key, *what):
        self.measures[key].missed += 1
        self.say(key, "missed:", *what)

    def say(self, *what):
        if self.verbose:
            print(f"{self.where}:", *what)

    def meeting(self, label, record):
        for key, want in label.items():
            got = record.get(key)
            is_right = plain(got) == plain(want) or (
                key == "body" and plain(want) and plain(want) in plain(got))
            if is_right:
                self.right("meeting")
                continue
            self.missed("meeting", key, want)
            if got:
                self.wrong("meeting", key, got)

    def attendance(self, label, record):
        free = [(name(a["name"]), a["status"]) for a in record]
        for person in label:
            want = name(person["name"])
            hit = next((f for f in free if f[1] == person["status"] and (
                f[0] == want or f[0].endswith(" " + want)
                or want.endswith(" " + f[0]))), None)
            if hit:
                free.remove(hit)
                self.right("attendance")
            else:
                self.missed("attendance", person["name"], person["status"])
        for extra in free:
            self.wrong("attendance", *extra)

    def items(self, label, record):
        free = [i for i in record["items"] if i["title"] or i["number"]]
        for want in label.get("items", []):
            got = next((i for i in free if same_item(want, i)), None)
            if got:
                free.remove(got)
                self.right("items")
            else:
                self.missed("items", want.get("number"), want.get("title"))
            if "paragraphs" in want:
                self.paragraphs(want, got["paragraphs"] if got else [])
        if not label.get("items_partial"):
            for extra in free:
                self.wrong("items", extra["number"], extra["title"])

    def paragraphs(self, label, record):
        free = list(record)
        for want in label["paragraphs"]:
            got = next((p for p in free if same_paragraph(want, p)), None)
            if not got:
                self.missed("paragraphs", want.get("number"), want["starts"])
                if want.get("speaker"):
                    self.missed("speakers", want["speaker"])
                continue
            free.remove(got)
            self.right("paragraphs")
            self.kind(want, got)
            self.speaker(want, got)
        if not label.get("paragraphs_partial"):
            for extra in free:
                self.wrong("paragraphs", extra["number"], extra["text"][:60])

    def kind(self, label, record):
        if not label.get("kind"):
            return
        if label["kind"] == record["kind"]:
            self.right("kind")
        else:
            self.wrong("kind", record["kind"], record["text"][:40])
            self.missed("kind", label["kind"], label["starts"])

    def speaker(self, label, record):
        if "speaker" not in label:
            return
        want = label["speaker"]
        got = record["speaker"]["as_written"] if record["speaker"] else None
        if want and got and name(want) == name(got):
            self.right("speakers")
            return
        if want:
            self.missed("speakers", want, "in:", label["starts"])
        if got:
            self.wrong("speakers", got, "in:", label["starts"])


def same_item(label, record):
    if label.get("number") is not None and (
            number(label["number"]) != number(record["number"])):
        return False
    if label.get("title") is None:
        return True
    want, got = plain(label["title"]), plain(record["title"])
    if want == got:
        return bool(want)
    short, long = sorted((want, got), key=len)
    return (len(want) > 15 and long.startswith(short)
            and len(short) > 0.6 * len(long))


def same_paragraph(label, record):
    text = plain(record["text"])
    printed = label.get("number")
    if printed is not None and number(printed) != number(record["number"]):
        return False
    rest = text
    if printed and text.startswith(plain(printed)):
        rest = text[len(plain(printed)):].strip()
    starts = plain(label["starts"])
    return ((text.startswith(starts) or rest.startswith(starts))
            and all(plain(p) in text for p in label.get("has", []))
            and not any(plain(p) in text for p in label.get("hasnot", [])))


def extract(build, folder):
    run = subprocess.run([f"{build}/minutes-index", "-q", "--extract", folder],
                         stdout=subprocess.PIPE, check=False)
    if run.returncode not in (0, 1):
        sys.exit(f"accuracy: extraction ended with {run.returncode}")
    return [json.loads(line) for line in run.stdout.splitlines()]


def floors_of(labels):
    path = pathlib.Path(labels).parent / "floors.json"
    return json.loads(path.read_text(encoding="utf-8"))


def main():
    flags = {a for a in sys.argv[1:] if a.startswith("-")}
    operands = [a for a in sys.argv[1:] if not a.startswith("-")]
    if len(operands) != 3 or flags - {"--floor", "-v"}:
        sys.exit(__doc__)
    build, folder, labels = operands
    records = extract(build, folder)
    scorer = Scorer("-v" in flags)
    floors = floors_of(labels) if "--floor" in flags else {}
    n_labels = 0
    for path in sorted(pathlib.Path(labels).glob("*.json")):
        label = json.loads(path.read_text(encoding="utf-8"))
        if "path_ends" not in label:
            continue
        n_labels += 1
        scorer.where = path.stem
        record = next((r for r in records
                       if r["path"].endswith(label["path_ends"])), None)
        if record is None:
            scorer.say("no record of", label["path_ends"])
            record = {"meeting": {}, "attendance": [], "items": []}
        scorer.meeting(label.get("meeting") or {}, record["meeting"] or {})
        if "attendance" in label:
            scorer.attendance(label["attendance"], record["attendance"])
        scorer.items(label, record)
    print(f"accuracy: {len(records)} records, {n_labels} with labels")
    print(f"{'':12s}{'P':>7s}{'R':>7s}{'F1':>7s}{'right':>8s}"
          f"{'wrong':>7s}{'missed':>7s}")
    is_low = n_labels == 0
    for key, measure in scorer.measures.items():
        precision, recall, f1 = measure.f1()
        low = f1 < floors.get(key, 0)
        is_low |= low
        print(f"{key:12s}{precision:7.3f}{recall:7.3f}{f1:7.3f}"
              f"{measure.right:8d}{measure.wrong:7d}{measure.missed:7d}"
              + (f"  under {floors[key]}" if low else ""))
    sys.exit(1 if is_low else 0)


if __name__ == "__main__":
    main()
