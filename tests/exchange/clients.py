#!/usr/bin/env python3
"""Other programs read what we write: clients.py FIXTURES/exchange.  Exit 77 when one of them is not installed.

- xmllint validates written/plain.tmx by tmx14.dtd;
- translate-toolkit reads it, and every unit is as written/plain.jsonl says.
"""
import json
import pathlib
import shutil
import subprocess
import sys


def main(folder: pathlib.Path) -> int:
    try:
        from translate.storage import tmx
    except ImportError:
        print("translate-toolkit is not installed")
        return 77
    if shutil.which("xmllint") is None:
        print("xmllint is not installed")
        return 77
    written = folder / "written" / "plain.tmx"
    subprocess.run(["xmllint", "--nonet", "--noout", "--dtdvalid", folder / "tmx14.dtd", written], check=True)

    expected = [
        tuple(variant["text"] for variant in json.loads(line)["variants"])
        for line in (folder / "written" / "plain.jsonl").read_text(encoding="utf-8").split("\n")
        if line
    ]
    store = tmx.tmxfile.parsefile(str(written))
    found = [(str(unit.source), str(unit.target)) for unit in store.units]
    for pair, other in zip(expected, found):
        if pair != other:
            print("expected", pair, "found", other)
    return 0 if found == expected else 1


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
