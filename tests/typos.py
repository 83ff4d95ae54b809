"""One slip of the pen in one word of a query, the same in each run.

The slips are those that fingers make: two letters swapped, one left out, one
twice, one from the key beside, one beside it put in.  The first letter stays.
"""

import random
import re
import sqlite3

from measures import mean, measures_of

KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
SHORTEST = 5  # letters of a word that is corrected

# Words that no search looks for; a slip in them costs nothing.
IDLE = set("""about after all also been before being between both could does
doing done each from have having here into itself made make many more most
much must only other over same should some such than that their them then
there these they this those through under used using very were what when
where which while will with would your""".split())


def beside(letter, dice):
    for row in KEYS:
        at = row.find(letter)
        if at >= 0:
            return dice.choice(row[max(0, at - 1):at] + row[at + 1:at + 2])
    return letter


def slip(word, dice):
    at = dice.randrange(1, len(word))
    kind = dice.choice(["swap", "drop", "double", "replace", "insert"])
    if kind == "swap":
        at = min(at, len(word) - 2)
        return word[:at] + word[at + 1] + word[at] + word[at + 2:]
    if kind == "drop":
        return word[:at] + word[at + 1:]
    if kind == "double":
        return word[:at] + word[at] + word[at:]
    near = beside(word[at].lower(), dice)
    return word[:at] + near + word[at + (kind == "replace"):]


def with_typo(query, seed):
    """(the query with a typo, the word that came of it); None without one."""
    dice = random.Random(f"{seed} {query}")
    words = [m for m in re.finditer(r"\b[A-Za-z]+\b", query)
             if len(m.group()) >= SHORTEST and m.group().lower() not in IDLE]
    if not words:
        return None
    chosen = dice.choice(words)
    wrong = chosen.group()
    while wrong.lower() == chosen.group().lower():
        wrong = slip(chosen.group(), dice)
    return (query[:chosen.start()] + wrong + query[chosen.end():],
            wrong.lower())


SLIPS = 3  # of each query


def words_in(index):
    with sqlite3.connect(index) as database:
        return {row[0] for row in database.execute("SELECT word FROM word")}


def cost_of_slips(name, queries, index, search):
    """Rows to print: queries as they are, with slips, and uncorrected.

    queries has pairs of a text and its gains; search(text, *options) ranks.
    A slip that is a word of the index cannot be noticed and is left out.
    """
    known = words_in(index)
    clean, slipped, uncorrected = [], [], []
    for query, gains in queries:
        right = measures_of(gains, search(query))
        for seed in range(SLIPS):
            typo = with_typo(query, seed)
            if not typo or typo[1] in known:
                continue
            clean.append(right)
            slipped.append(measures_of(gains, search(typo[0])))
            uncorrected.append(
                measures_of(gains, search(typo[0], "--no-correct")))
    return [(name, len(clean), mean(clean)),
            ("  with a slip", len(slipped), mean(slipped)),
            ("  not corrected", len(uncorrected), mean(uncorrected))]
