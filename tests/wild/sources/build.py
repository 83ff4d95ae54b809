#!/usr/bin/env python3
"""Makes the papers of tests/wild/minutes that are not text, from their sources.

usage: build.py FOLDER [NAME...]
"""
import importlib
import pathlib
import sys

HERE = pathlib.Path(__file__).parent
PAPERS = {
    "tollerwick_council": "tollerwick-district-council.pdf",
    "hettlebury_parish": "hettlebury-parish-council.pdf",
    "calloway_board": "calloway-county-proceedings.pdf",
    "ardnashiel_community": "ardnashiel-community-council.docx",
    "glenbawn_council": "glenbawn-district-council.docx",
    "saltmarsh_board": "saltmarsh-hospitals-board.docx",
    "melverley_town": "melverley-town-council.odt",
}


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    folder = pathlib.Path(sys.argv[1])
    for module, name in PAPERS.items():
        if len(sys.argv) == 2 or module in sys.argv[2:]:
            folder.joinpath(name).write_bytes(importlib.import_module(module).build())


if __name__ == "__main__":
    main()
