#!/usr/bin/env python3
"""Lists of words that are searched by halving must be sorted and unique.

usage: lint-lists.py FILE...

A list is an array of strings that the same file gives to WORDS_HAS() or
words_has().
"""

import re
import sys

LIST = re.compile(r"const char \*const (\w+)\[\] = \{(.*?)\};", re.S)

failed = False
for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as file:
        source = file.read()
    for found in LIST.finditer(source):
        name, body = found.groups()
        # several functions may have a list of one name: its first use tells
        use = re.search(rf"(\w+)\(\s*{name}\b", source[found.end():])
        if not use or use.group(1).lower() != "words_has":
            continue
        words = re.findall(r'"((?:[^"\\]|\\.)*)"', body)
        for one, next_one in zip(words, words[1:]):
            if one.encode() >= next_one.encode():
                print(f"{path}: {name}: '{next_one}' stands behind '{one}'")
                failed = True
sys.exit(failed)
