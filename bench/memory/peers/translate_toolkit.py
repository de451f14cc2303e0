#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""The matcher of translate-toolkit (Debian package translate-toolkit) over the same units.

translate_toolkit.py UNITS.tsv QUERIES.txt FROM TO: UNITS has source<TAB>target a line.  Prints "load<TAB>seconds", then for
each query its CPU time in ms and its best score.  The statistics of SQLite are gathered first: without them the plan that
SQLite chooses takes a hundred times as long.
"""

import sys
import tempfile
import time
from pathlib import Path

from translate.storage.tmdb import TMDB


def main():
    units, queries, source, target = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        start = time.monotonic()
        memory = TMDB(str(Path(folder) / "tm.db"), max_candidates=5, min_similarity=70, max_length=1000)
        with open(units, encoding="utf-8") as lines:
            for line in lines:
                text, translation = line.rstrip("\n").split("\t", 1)
                memory.add_dict({"source": text, "target": translation, "context": ""}, source, target, commit=False)
        memory.connection.commit()
        memory.cursor.execute("ANALYZE")
        print(f"load\t{time.monotonic() - start}", flush=True)
        for line in Path(queries).read_text(encoding="utf-8").splitlines():
            start = time.thread_time()
            try:
                found = memory.translate_unit(line, source, target)
            except Exception as error:  # "malformed MATCH expression" for a query with AND, OR, NOT or NEAR in capitals
                print(f"error\t{error}", file=sys.stderr)
                found = []
            print(f"{(time.thread_time() - start) * 1000}\t{found[0]['quality'] if found else 0}", flush=True)


if __name__ == "__main__":
    main()
