#!/usr/bin/env python3
"""Kills an indexing run at many points; the next run must mend everything.

usage: crash.py BUILD FOLDER

After each kill the half-made index must answer a query, and a second run must
leave what an undisturbed run leaves.
"""

import os
import subprocess
import sys
import tempfile
import time

import content

KILLS = 40


def index(build, folder, path):
    subprocess.run([f"{build}/minutes-index", "-q", "-i", path, folder],
                   check=True)


def kill_after(build, folder, path, seconds):
    """True when the run was killed, false when it was done before."""
    run = subprocess.Popen([f"{build}/minutes-index", "-q", "-i", path,
                            folder])
    try:
        run.wait(seconds)
        return False
    except subprocess.TimeoutExpired:
        run.kill()
        run.wait()
        return True


def can_be_searched(build, path):
    if not os.path.exists(path):
        return True  # killed before the index was there
    run = subprocess.run([f"{build}/minutes-query", "-i", path, "-c", "the"],
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                         check=False)
    if run.returncode in (0, 1):
        return True
    # an index that was killed while its tables were made holds nothing yet
    if b"not an index" in run.stderr:
        return True
    print(run.stderr.decode("utf-8", "replace"), end="")
    return False


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    build, folder = sys.argv[1:]
    n_killed = 0
    with tempfile.TemporaryDirectory() as scratch:
        clean = f"{scratch}/clean.db"
        begin = time.monotonic()
        index(build, folder, clean)
        whole = time.monotonic() - begin
        for k in range(KILLS):
            path = f"{scratch}/{k}.db"
            after = whole * (k + 0.5) / KILLS
            n_killed += kill_after(build, folder, path, after)
            if not can_be_searched(build, path):
                sys.exit(f"crash: no answer after a kill at {after:.3f} s")
            if k % 4 == 0:  # now and then the second run is killed, too
                kill_after(build, folder, path, after / 2)
            index(build, folder, path)
            lines = content.differences(build, path, clean)
            if lines:
                print("\n".join(lines))
                sys.exit(f"crash: another index after a kill at {after:.3f} s")
            for end in ("", "-wal", "-shm", "-lock"):
                if os.path.exists(path + end):
                    os.unlink(path + end)
    if n_killed < KILLS // 4:
        sys.exit(f"crash: only {n_killed} of {KILLS} runs were killed in time")
    print(f"crash: {n_killed} kills, every index mended")


main()
