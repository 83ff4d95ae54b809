"""Changes of letters and lines that do not change what is said."""
import re

from model import BREAK, DIVIDE, NBHY, NBSP, SHY

LIGATURES = (("ffi", "\ufb03"), ("ffl", "\ufb04"), ("ff", "\ufb00"), ("fi", "\ufb01"), ("fl", "\ufb02"))

# Where a typist or a word processor may divide a word at a line's end.
DIVISIONS = ("con-sultation accommo-dation recom-mendation recom-mendations neigh-bourhood neigh-bourhoods "
             "develop-ment manage-ment depart-ment infor-mation commit-tee pro-vide pro-vided pro-posed pro-posal "
             "consid-ered consid-eration contrac-tor resi-dents main-tenance sup-ported under-stood fol-lowing "
             "respon-sibility organ-isations organ-isation applica-tion allot-ment allot-ments commu-nity fund-ing "
             "increas-ing meet-ing meet-ings council-lor council-lors chair-man play-ground").split()
DIVIDED = {w.replace("-", ""): w.split("-") for w in DIVISIONS}


def curly(text):
    """Straight quotes to typographic ones, by what stands before them."""
    text = re.sub(r"(^|[\s(\[\u2014\u2013/])\"", "\\1\u201c", text)
    text = text.replace('"', "\u201d")
    text = re.sub(r"(^|[\s(\[\u201c\u2014\u2013/])'(?!\d\ds?\b)", "\\1\u2018", text)
    return text.replace("'", "\u2019")


def en_dash(text):
    return re.sub(r" - ", " \u2013 ", text)


def ligatures(text):
    for letters, sign in LIGATURES:
        text = text.replace(letters, sign)
    return text


def stiff(text):
    """Hyphens inside words as non-breaking hyphens."""
    return re.sub(r"(?<=\w)-(?=\w)", NBHY, text)


def soft(text):
    """A soft hyphen in every word that the table can divide."""
    return re.sub(r"\w+", lambda m: _softened(m.group()), text)


def _softened(word):
    parts = DIVIDED.get(word.lower())
    return word[:len(parts[0])] + SHY + word[len(parts[0]):] if parts else word


def changer(options):
    """The function that applies quotes=, dash=, hyphen= and shy to a text."""
    steps = []
    if options.get("hyphen") == "nb":
        steps.append(stiff)
    if options.get("shy"):
        steps.append(soft)
    if options.get("dash") == "en":
        steps.append(en_dash)
    if options.get("quotes") == "curly":
        steps.append(curly)

    def change(text):
        for step in steps:
            text = step(text)
        return text
    return change


def _divide(word, room):
    """(head, tail) of a word that may be divided to fit into room, or None."""
    match = re.match(r"(\W*)(\w+)(\W*)$", word)
    parts = DIVIDED.get(match.group(2).lower()) if match else None
    if not parts:
        return None
    at = len(match.group(1)) + len(parts[0])
    return (word[:at] + "-", word[at:]) if at + 1 <= room else None


def _fold(text, width, first, rest, hyphenate):
    """Greedy lines of at most width characters; real hyphens are break points."""
    lines, line, room = [], first, width - len(first)
    for word in text.split(" "):
        if not word:
            continue
        while word:
            gap = 0 if line in (first, rest) else 1
            if len(word) + gap <= room:
                line += " " * gap + word
                room -= len(word) + gap
                break
            pieces = None
            at = word.find("-", 3)
            if 0 < at < len(word) - 3 and at + 1 + gap <= room and word[at + 1].isalpha():
                pieces = word[:at + 1], word[at + 1:]
            elif hyphenate:
                pieces = _divide(word, room - gap)
            if pieces:
                line += " " * gap + pieces[0]
                word = pieces[1]
            elif line in (first, rest):
                line += word
                word = ""
            lines.append(line)
            line, room = rest, width - len(rest)
    if line != rest or not lines:
        lines.append(line)
    return lines


def layout(text, width, first="", rest="", hyphenate=False):
    """The lines of one paragraph; a BREAK in it becomes an empty line."""
    lines = []
    for k, part in enumerate(text.split(BREAK)):
        if k:
            lines.append("")
            first = rest
        for j, piece in enumerate(part.strip(" ").split(DIVIDE)):
            tail = "-" if j < part.count(DIVIDE) else ""
            if width:
                lines += _fold(piece + tail, width, first if j == 0 else rest, rest, hyphenate)
            else:
                lines.append((first if j == 0 else rest) + piece + tail)
    return [line.rstrip(" ") for line in lines]


def two_spaces(text):
    """A typist's two spaces after a full stop."""
    return re.sub(r"([a-z)]\.) (?=[A-Z])", r"\1  ", text)


def spaced_nbsp(text, rng, share):
    """Every so often a no-break space where a space should be."""
    return re.sub(" ", lambda m: NBSP if rng.random() < share else " ", text)
