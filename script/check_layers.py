#!/usr/bin/env python3
"""Check that includes go down the layers: check_layers.py [ROOT].

A folder may include itself and the folders of its row.  A folder's detail/ belongs to that folder and the tests.
An outside library is included only by its owner, and never in a folder's interface (a header outside detail/).
Prints file:line: reason for each fault; exit 1 if there is any.
"""
import pathlib
import re
import sys

MAY_INCLUDE = {
    "base": set(),
    "text": {"base"},
    "align": {"text", "base"},
    "tm": {"text", "base"},
    "exchange": {"align", "text", "base"},
    "api": {"exchange", "tm", "align", "text", "base"},
    "cli": {"api"},
    "server": {"api"},
    "bindings": {"api"},
}
FRONT_ENDS = {"cli", "server", "bindings"}
OWNERS = {
    r"unicode/": {"text"},
    r"(tbb|oneapi)/": {"align", "tm", "api"},
    r"sqlite3\.h": {"tm"},
    r"libxml/": {"exchange"},
    r"zip\.h|zlib\.h|md4c\.h|xlsxwriter\.h": {"exchange"},
    r"nlohmann/": {"exchange", "api", "server"},
    r"boost/": {"cli"},
    r"pybind11/": {"bindings"},
    r"httplib\.h": {"server"},
}
INCLUDE = re.compile(r'^\s*#\s*include\s+[<"]([^>"]+)[>"]')


def faults(path: pathlib.Path, relative: pathlib.PurePath):
    folder = relative.parts[0]
    is_interface = path.suffix == ".h" and "detail" not in relative.parts and folder not in FRONT_ENDS
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        match = INCLUDE.match(line)
        if not match:
            continue
        target = match.group(1)
        other = target.split("/")[0]
        if "/" in target and other in MAY_INCLUDE and other != folder:
            if other not in MAY_INCLUDE[folder]:
                yield number, f"{folder} may not include {other} ({target})"
            if "/detail/" in target:
                yield number, f"{target} belongs to {other} alone"
        for pattern, owners in OWNERS.items():
            if re.match(pattern, target):
                if folder not in owners:
                    yield number, f"{folder} does not own {target}"
                elif is_interface:
                    yield number, f"{target} in an interface; keep it in a .cpp file or in detail/"


def main() -> int:
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parent.parent)
    count = 0
    for folder in MAY_INCLUDE:
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in (".h", ".cpp", ".c"):
                for number, reason in faults(path, path.relative_to(root)):
                    print(f"{path.relative_to(root)}:{number}: {reason}")
                    count += 1
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
