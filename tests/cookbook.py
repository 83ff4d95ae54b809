#!/usr/bin/env python3
"""Runs what docs/cookbook.md shows, and compares what it prints.

usage: cookbook.py BUILD [--update]

Commands stand after "$ " in blocks marked console, with their output below.
They run one after another in one folder, in which corpus/ is indexed, with a
state folder of their own.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

PAGE = pathlib.Path("docs/cookbook.md")
BLOCK = re.compile(r"(?<=^```console\n)(.*?)(?=^```$)", re.M | re.S)


def is_whole(command):
    """Whether a here-document and all quotes are closed."""
    if "<<'END'" in command:
        return command.endswith("\nEND\n")
    return command.count("'") % 2 == 0


def commands(block):
    """Each command with the output that stands below it."""
    command, output = None, ""
    for line in block.splitlines(keepends=True):
        if command is not None and not is_whole(command):
            command += line
        elif line.startswith("$ "):
            if command is not None:
                yield command, output
            command, output = line[2:], ""
        else:
            output += line
    yield command, output


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    update = sys.argv[2:] == ["--update"]
    text = PAGE.read_text(encoding="utf-8")
    n_failed = n = 0
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "corpus").symlink_to(
            pathlib.Path("corpus").resolve())
        environment = dict(os.environ, PATH=f"{build}:{os.environ['PATH']}",
                           XDG_STATE_HOME=f"{folder}/state", LC_ALL="C.UTF-8",
                           TZ="UTC", HOME=folder)
        for name in ("MINUTES_INDEX", "NO_COLOR", "COLUMNS"):
            environment.pop(name, None)
        subprocess.run(["minutes-index", "-q", "corpus"], cwd=folder,
                       env=environment, check=False)

        def run(match):
            nonlocal n, n_failed
            printed = ""
            for command, output in commands(match.group()):
                done = subprocess.run(
                    ["sh", "-c", command], cwd=folder, env=environment,
                    stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                    stderr=subprocess.STDOUT, check=False)
                got = done.stdout.decode("utf-8", "replace")
                n += 1
                printed += f"$ {command}{got}"
                if got != output and not update:
                    n_failed += 1
                    print(f"cookbook: $ {command}wanted:\n{output}"
                          f"printed:\n{got}")
            return printed

        fresh = BLOCK.sub(run, text)
    if update:
        PAGE.write_text(fresh, encoding="utf-8")
    print(f"cookbook: {n} commands, {n_failed} failed")
    return n_failed > 0 or n == 0


if __name__ == "__main__":
    sys.exit(main())
