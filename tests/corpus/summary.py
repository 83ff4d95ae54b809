"""Counts over what was built: documents, words, years, bodies, threads."""
import re
from collections import Counter, defaultdict

THREADS = {
    "anti-racism": r"anti[-\u2010\u2011\s]*ra[s]?cis[mt]|race equality|racial",
    "libraries": r"librar(y|ies)",
    "low traffic": r"low[- ]traffic|\bLTN|experimental (traffic )?order|modal filter|rat.running",
    "budget": r"budget gap|savings proposals?|section 114|reserves|overspend|auditor",
    "co-production": r"co[-\s]?produc|\bCVS\b|\bVCS\b|voluntary sector|main grants",
    "damp and mould": r"\bdamp\b|\bmould\b",
    "market": r"\bmarket\b",
    "air quality": r"air quality|nitrogen dioxide|school street",
    "youth work, stabbing": r"stabb|knife|youth work|youth (project|hub|centre)",
    "brook and flooding": r"withy brook|the brook|flood",
    "allotments": r"allotment",
    "cyber attack": r"cyber|ransomware|ICT failure|data centre",
    "the tower": r"Larkhythe Wharf|storey",
    "leisure centre": r"leisure centre|swimming",
    "parish small change": r"defibrillator|dog bin|speedwatch|f\u00eate",
}


def _texts(gold):
    for key in ("preamble",):
        for p in gold.get(key, []):
            yield p["text"]
    for item in gold.get("items", []):
        if item.get("title"):
            yield item["title"]
        for p in item["paragraphs"]:
            yield p["text"]
    yield from gold.get("text", [])


def report(golds, roster):
    """The lines of the summary."""
    years, bodies, kinds, words, people = Counter(), Counter(), Counter(), 0, set()
    threads, thread_years, seen, unique = Counter(), defaultdict(set), set(), 0
    for gold in golds:
        texts = list(_texts(gold))
        everything = "\n".join(texts)
        count = len(everything.split())
        words += count
        for text in texts:
            if text not in seen:
                seen.add(text)
                unique += len(text.split())
        year = (gold["truth"]["date"] or "?")[:4]
        years[year] += 1
        kinds[gold["kind"]] += 1
        bodies[gold["truth"]["body"] or "(none)"] += 1
        people |= {a["person"] for a in gold.get("attendance", [])} | {
            p["person"] for i in gold.get("items", []) for p in i["paragraphs"]}
        for name, pattern in THREADS.items():
            if re.search(pattern, everything, re.I):
                threads[name] += 1
                thread_years[name].add(year)
    yield f"documents {len(golds)}, words {words} ({unique} in different paragraphs), people {len(people - {None})} of {len(roster)} on the roster"
    yield "kinds     " + ", ".join(f"{k} {n}" for k, n in kinds.most_common())
    yield "years     " + ", ".join(f"{y} {n}" for y, n in sorted(years.items()))
    yield "bodies    " + ", ".join(f"{b} {n}" for b, n in bodies.most_common())
    for name in THREADS:
        yield f"thread    {name}: {threads[name]} documents, {len(thread_years[name] - {'?'})} years"
