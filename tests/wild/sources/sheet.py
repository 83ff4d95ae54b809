"""A PDF as a word processor prints one: pages of either shape, lines that are
justified word by word, words divided at a line's end, compressed streams."""
import pathlib
import sys
import zlib

sys.path.append(str(pathlib.Path(__file__).parents[2] / "corpus"))
from pdf_page import escaped, width

A4 = (595, 842)
LETTER = (612, 792)
SHY = "\u00ad"


class Sheet:
    def __init__(self, shape=A4):
        self.shape, self.marks = shape, []

    def text(self, x, y, words, size=11, bold=False, gap=0.0):
        self.marks.append(f"BT /{'B' if bold else 'R'} {size} Tf {gap:.3f} Tw {x:.2f} {y:.2f} Td ({escaped(words)}) Tj ET")

    def centred(self, y, words, size=11, bold=False):
        self.text((self.shape[0] - width(words, size, bold)) / 2, y, words, size, bold)

    def right(self, x, y, words, size=11, bold=False):
        self.text(x - width(words, size, bold), y, words, size, bold)

    def rule(self, x1, y1, x2, y2):
        self.marks.append(f"0.5 w {x1} {y1} m {x2} {y2} l S")


def _cut(word, room, size, bold):
    """The longest part of the word, with its hyphen, that the room takes."""
    parts, best = word.split(SHY), None
    for k in range(1, len(parts)):
        head = "".join(parts[:k]) + "-"
        if width(head, size, bold) <= room:
            best = head, SHY.join(parts[k:])
    return best


def wrap(words, wide, size=11, bold=False):
    lines, line = [], ""
    pending = words.split(" ")
    while pending:
        word = pending.pop(0)
        longer = f"{line} {word}" if line else word
        if width(longer.replace(SHY, ""), size, bold) <= wide or not line:
            line = longer.replace(SHY, "")
            continue
        room = wide - width(line + " ", size, bold)
        cut = _cut(word, room, size, bold)
        if cut:
            lines.append(f"{line} {cut[0]}")
            pending.insert(0, cut[1])
        else:
            lines.append(line)
            pending.insert(0, word)
        line = ""
    return lines + [line] if line else lines


def justified(sheet, x, y, line, wide, size, is_last):
    spare, gaps = wide - width(line, size), line.count(" ")
    sheet.text(x, y, line, size, gap=0 if is_last or not gaps else spare / gaps)


def document(sheets, title=None):
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b""]
    for face in ("Helvetica", "Helvetica-Bold"):
        objects.append(f"<</Type/Font/Subtype/Type1/BaseFont/{face}/Encoding/WinAnsiEncoding>>".encode())
    kids = []
    for sheet in sheets:
        stream = zlib.compress("\n".join(sheet.marks).encode("ascii"), 9)
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {sheet.shape[0]} {sheet.shape[1]}]"
                       f"/Resources<</Font<</R 3 0 R/B 4 0 R>>>>/Contents {len(objects) + 2} 0 R>>".encode())
        objects.append(b"<</Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream" % (len(stream), stream))
    objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(kids)}]>>".encode()
    info = ""
    if title:
        objects.append(f"<</Title({escaped(title)})>>".encode())
        info = f"/Info {len(objects)} 0 R"
    out, places = b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = "".join(f"{p:010} 00000 n \n" for p in places)
    return out + (f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<</Size {len(objects) + 1}/Root 1 0 R{info}>>\n"
                  f"startxref\n{len(out)}\n%%EOF\n").encode()
