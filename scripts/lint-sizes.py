#!/usr/bin/env python3
"""Files over 500 lines and functions over 60 have become two things.

Tests, which are tables for the most part, may be longer.

usage: lint-sizes.py FILE...
"""

import sys

MAX_FILE, MAX_FUNCTION = 500, 60

failed = False
for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as file:
        lines = file.read().splitlines()
    is_table = path.startswith("tests/")
    if len(lines) > MAX_FILE and not is_table:
        print(f"{path}: {len(lines)} lines")
        failed = True
    start = None
    for number, line in enumerate(lines, 1):
        if line == "{":
            start = number
        elif line == "}" and start:
            if number - start > MAX_FUNCTION and not is_table:
                print(f"{path}:{start}: a function of {number - start} lines")
                failed = True
            start = None
sys.exit(failed)
