"""How good a ranking is, for the scripts that measure ours."""

import math

MEASURES = ["nDCG@10", "MAP", "P@10", "R@100"]


def measures_of(gains, ranked):
    """The four measures of one query that has a relevant document."""
    n_relevant = sum(1 for gain in gains.values() if gain > 0)
    dcg = sum(max(0, gains.get(d, 0)) / math.log2(k + 2)
              for k, d in enumerate(ranked[:10]))
    best = sorted((g for g in gains.values() if g > 0), reverse=True)[:10]
    ideal = sum(gain / math.log2(k + 2) for k, gain in enumerate(best))
    found, precisions = 0, 0.0
    for k, document in enumerate(ranked[:1000]):
        if gains.get(document, 0) > 0:
            found += 1
            precisions += found / (k + 1)
    hits = [gains.get(d, 0) > 0 for d in ranked]
    return (dcg / ideal, precisions / n_relevant, sum(hits[:10]) / 10,
            sum(hits[:100]) / n_relevant)


def mean(rows):
    return [sum(column) / len(rows) for column in zip(*rows)]


def read_table(path):
    with open(path, encoding="utf-8") as rows:
        return [row.rstrip("\n").split("\t") for row in rows]


def show_head():
    print(f"{'':28s}{'n':>6s}" + "".join(f"{m:>9s}" for m in MEASURES))


def show(name, n, values):
    print(f"{name:28s}{n:6d}" + "".join(f"{value:9.3f}" for value in values))
