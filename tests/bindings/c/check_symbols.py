#!/usr/bin/env python3
"""Check what the C library lets out: check_symbols.py LIBRARY HEADERS NM READELF

It must be exactly the functions that the headers declare with EGIZ_API, and its soname libegiz.so.N.
"""
import pathlib
import re
import subprocess
import sys


def main() -> int:
    library, headers, nm, readelf = sys.argv[1:]
    declared = set()
    for header in pathlib.Path(headers).glob("*.h"):
        text = re.sub(r"/\*.*?\*/", "", header.read_text(encoding="utf-8"), flags=re.S)
        declared |= set(re.findall(r"^EGIZ_API[^;(]*?\b(\w+)\(", text, flags=re.M))
    lines = subprocess.run([nm, "-D", "--defined-only", library], check=True, capture_output=True, text=True).stdout
    rows = [line.split() for line in lines.splitlines()]
    exported = {name.split("@")[0] for *_, kind, name in rows if kind != "A"}  # A: the version EGIZ_0 itself
    dynamic = subprocess.run([readelf, "-d", library], check=True, capture_output=True, text=True).stdout

    faults = [f"{name}: let out, but not in a header" for name in sorted(exported - declared)]
    faults += [f"{name}: in a header, but not let out" for name in sorted(declared - exported)]
    faults += [f"{name}: not egiz_..." for name in sorted(exported) if not name.startswith("egiz_")]
    if not re.search(r"soname: \[libegiz\.so\.\d+\]", dynamic):
        faults.append("the soname is not libegiz.so.N")
    print("\n".join(faults) or f"{len(exported)} functions")
    return 1 if faults or not declared else 0


if __name__ == "__main__":
    sys.exit(main())
