"""A PDF written by hand: Helvetica at places, pages, nothing compressed."""

# Widths of Helvetica's characters from the space on, in thousandths of its size.
WIDTHS = [int(w) for w in (
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 "
    "1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 "
    "333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584").split()]
OTHERS = {"\u2019": 222, "\u2018": 222, "\u201c": 333, "\u201d": 333, "\u2013": 556, "\u2014": 1000, "\u2022": 350, "\u00a0": 278}
BOLD = 1.06            # wide enough for the bold face
PAGE = (595, 842)


def width(text, size, bold=False):
    total = sum(WIDTHS[ord(c) - 32] if " " <= c <= "~" else OTHERS.get(c, 556) for c in text)
    return total * size / 1000 * (BOLD if bold else 1)


def escaped(text):
    data = text.encode("cp1252", "replace")
    return "".join(chr(b) if 32 <= b < 127 and b not in b"()\\" else f"\\{b:03o}" for b in data)


class Page:
    def __init__(self):
        self.marks = []

    def text(self, x, y, words, size=11, bold=False):
        self.marks.append(f"BT /{'B' if bold else 'R'} {size} Tf {x:.2f} {y:.2f} Td ({escaped(words)}) Tj ET")

    def box(self, x, y, wide, high):
        """A grey rectangle: what a scan's line looks like from afar."""
        self.marks.append(f"0.8 g {x} {y} {wide} {high} re f")


def document(pages, title=None):
    """The bytes of a file with these pages."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b""]
    for name in ("Helvetica", "Helvetica-Bold"):
        objects.append(f"<</Type/Font/Subtype/Type1/BaseFont/{name}/Encoding/WinAnsiEncoding>>".encode())
    kids = []
    for page in pages:
        stream = "\n".join(page.marks).encode("ascii")
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {PAGE[0]} {PAGE[1]}]/Resources<</Font<</R 3 0 R/B 4 0 R>>>>"
                       f"/Contents {len(objects) + 2} 0 R>>".encode())
        objects.append(b"<</Length %d>>\nstream\n%s\nendstream" % (len(stream), stream))
    objects[1] = f"<</Type/Pages/Count {len(pages)}/Kids[{' '.join(kids)}]>>".encode()
    info = ""
    if title:
        objects.append(f"<</Title({escaped(title)})>>".encode())
        info = f"/Info {len(objects)} 0 R"
    out, places = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = "".join(f"{p:010} 00000 n \n" for p in places)
    return out + (f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<</Size {len(objects) + 1}/Root 1 0 R{info}>>\n"
                  f"startxref\n{len(out)}\n%%EOF\n").encode()
