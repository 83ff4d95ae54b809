#!/usr/bin/env python3
"""How scans are read best: at which resolution should pages be painted?

usage: scans.py FOLDER [PAGES]

Printed pages below FOLDER become scans of several resolutions, with a speck
here and there, which are painted and read with the programs that
indexer/ocr.c calls, in several resolutions again.  Prints, for each pair, what
share of the words came out right, what share of those with a digit in them
(dates, numbers of items), and the seconds for a page.
"""

import collections
import pathlib
import random
import re
import subprocess
import sys
import time

A4_INCHES = 842 / 72
SCANS = 100, 150, 200, 300
PAINTED = 150, 200, 250, 300
MIN_WORDS = 120
PIXELS_TO_A_SPECK = 500


def output_of(*command, **more):
    return subprocess.run(command, check=True, capture_output=True,
                          **more).stdout


def words_of(pdf, number):
    page = str(number)
    return output_of("pdftotext", "-f", page, "-l", page, pdf,
                     "-").decode().split()


def pages_below(folder, n):
    """Some pages of printed text: file, number, words."""
    pages = []
    for pdf in sorted(pathlib.Path(folder).rglob("*.pdf")):
        for number in (1, 2):
            try:
                words = words_of(pdf, number)
            except subprocess.CalledProcessError:
                break
            if len(words) >= MIN_WORDS:
                pages.append((pdf, number, words))
    return pages[:n]


def pdf_of_picture(width, height, grays):
    show = b"595 0 0 842 0 0 cm /P Do"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R"
        b"/Resources<</XObject<</P 4 0 R>>>>>>",
        b"<</Type/XObject/Subtype/Image/ColorSpace/DeviceGray"
        b"/BitsPerComponent 8/Width %d/Height %d/Length %d>>stream\n"
        % (width, height, len(grays)) + grays + b"\nendstream",
        b"<</Length %d>>stream\n%s\nendstream" % (len(show), show)]
    # poppler finds the objects of a file without a table of them
    return (b"%PDF-1.4\n" +
            b"".join(b"%d 0 obj%s endobj\n" % (number, body)
                     for number, body in enumerate(objects, 1)) +
            b"trailer<</Root 1 0 R>>\n%%EOF\n")


def scan(pdf, number, dpi):
    """A PDF in which the page is a picture."""
    painted = output_of("pdftoppm", "-gray", "-r", str(dpi), "-f", str(number),
                        "-l", str(number), pdf)
    size = re.match(rb"P5\s(\d+) (\d+)\s255\s", painted)
    grays = bytearray(painted[size.end():])
    dice = random.Random(number)
    for _ in range(len(grays) // PIXELS_TO_A_SPECK):
        grays[dice.randrange(len(grays))] = dice.choice((0, 255))
    return pdf_of_picture(int(size[1]), int(size[2]), bytes(grays))


def read(pdf, dpi):
    """The words of a scan's page, as ocr.c gets them."""
    picture = output_of("pdftoppm", "-gray", "-scale-to",
                        str(round(A4_INCHES * dpi)), "-f", "1", "-l", "1",
                        "-", input=pdf)
    return output_of("tesseract", "stdin", "stdout", "--dpi", str(dpi), "-l",
                     "eng", input=picture,
                     env={"OMP_THREAD_LIMIT": "1"}).decode().split()


def count_right(want, got, is_counted):
    want = collections.Counter(filter(is_counted, want))
    return sum((want & collections.Counter(got)).values()), want.total()


def has_digit(word):
    return any(c.isdigit() for c in word)


def measure(pages, scans, dpi):
    sums, seconds = [0, 0, 0, 0], 0
    for (_, _, want), pdf in zip(pages, scans):
        began = time.monotonic()
        got = read(pdf, dpi)
        seconds += time.monotonic() - began
        counts = count_right(want, got, bool) + count_right(want, got,
                                                            has_digit)
        sums = [old + new for old, new in zip(sums, counts)]
    return (sums[0] / max(sums[1], 1), sums[2] / max(sums[3], 1),
            seconds / len(pages))


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    pages = pages_below(sys.argv[1], int((sys.argv[2:] or ["10"])[0]))
    if not pages:
        sys.exit("scans: no printed pages there")
    print(f"{len(pages)} pages, {sum(len(page[2]) for page in pages)} words")
    print("scan  painted  words  with digits  seconds a page")
    for of_scan in SCANS:
        scans = [scan(pdf, number, of_scan) for pdf, number, _ in pages]
        for painted in PAINTED:
            words, digits, seconds = measure(pages, scans, painted)
            print(f"{of_scan:4}  {painted:7}  {words:5.3f}  {digits:11.3f}  "
                  f"{seconds:14.1f}", flush=True)


main()
