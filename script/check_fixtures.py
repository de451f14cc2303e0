#!/usr/bin/env python3
"""Check the hand-aligned documents: check_fixtures.py [ROOT].

For each folder fixtures/documents/NAME, in Russian, Kazakh and English:
- a paragraph of NAME.LANG.segments (ended by an empty line), joined, is the same line of NAME.LANG.txt up to white space;
- every word is of one script, and of the alphabet of its language;
- NAME.gold and the three pair ladders name every segment once, in order, an omitted segment on a line of its own;
- NAME.gold is the closure of the pair ladders: segments share its line exactly when a chain of pair lines links them;
  two languages that share a line are linked within it.
Prints a table (lines of a ladder that are not one to one, by kind); then file: reason for each fault; exit 1 if any.
"""
import collections
import pathlib
import re
import sys
import unicodedata

LANGUAGES = ("ru", "kk", "en")
PAIRS = (("ru", "kk"), ("ru", "en"), ("kk", "en"))
RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
ALPHABET = {"ru": set(RUSSIAN), "kk": set(RUSSIAN + "әғқңөұүһі"), "en": set("abcdefghijklmnopqrstuvwxyz")}
LATIN = ALPHABET["en"]
WORD = re.compile(r"[^\W\d_]+")
LONE_LOOK_ALIKE = re.compile(r"(?<![\w°])[aceiopxyhABCEHIKMOPTXY](?!\w)")  # in Cyrillic text a slip of the keyboard


def squeeze(text: str) -> str:
    return " ".join(text.split())


def read_segments(path: pathlib.Path) -> list:
    """The paragraphs of a .segments file, each a list of segments."""
    paragraphs = path.read_text(encoding="utf-8").split("\n\n")
    return [paragraph.split("\n") for paragraph in paragraphs if paragraph]


def read_ladder(path: pathlib.Path) -> list:
    """The lines of a ladder, each a tuple with one tuple of indices for each language."""
    rows = path.read_text(encoding="utf-8").splitlines()
    return [tuple(tuple(int(i) for i in field.split(",") if i) for field in row.split("\t")) for row in rows]


def text_faults(language: str, text: str, paragraphs: list):
    lines = text.splitlines()
    if len(lines) != len(paragraphs):
        yield f"{len(lines)} lines in .txt, {len(paragraphs)} paragraphs in .segments"
    for number, (line, paragraph) in enumerate(zip(lines, paragraphs), 1):
        if any(segment != segment.strip() or not segment for segment in paragraph):
            yield f"paragraph {number}: an empty segment, or white space to trim"
        if squeeze(line) != squeeze(" ".join(paragraph)):
            yield f"paragraph {number}: .txt and .segments differ"
    if text != unicodedata.normalize("NFC", text):
        yield "not in normal form C"
    for word in WORD.findall(text):
        letters = set(filter(str.isalpha, word.lower()))
        if not letters <= ALPHABET[language] and not letters <= LATIN:
            yield f"{word}: letters of another alphabet"
    for letter in LONE_LOOK_ALIKE.findall(text) if language != "en" else ():
        yield f"{letter}: a Latin letter that looks Cyrillic, alone"


def ladder_faults(ladder: list, sizes: list):
    if any(len(row) != len(sizes) for row in ladder):
        yield f"a line without {len(sizes)} fields"
        return
    for side, size in enumerate(sizes):
        if [i for row in ladder for i in row[side]] != list(range(size)):
            yield f"field {side + 1} does not name segments 0 to {size - 1} once each, in order"
    for row in ladder:
        filled = [field for field in row if field]
        if not filled or (len(filled) == 1 and len(filled[0]) != 1):
            yield f"line {row}: omitted segments take a line each"


def closure(ladders: dict) -> set:
    """The classes of segments that the lines of the pair ladders link, each a set of (language, index)."""
    group = {}
    for pair, ladder in ladders.items():
        for row in ladder:
            linked = {(language, i) for language, field in zip(pair, row) for i in field}
            for member in list(linked):
                linked |= group.get(member, set())
            for member in linked:
                group[member] = linked
    return {frozenset(members) for members in group.values()}


def consistency_faults(gold: list, ladders: dict):
    lines = {frozenset((one, i) for one, field in zip(LANGUAGES, line) for i in field) for line in gold}
    for odd in sorted(sorted(members) for members in lines ^ closure(ladders)):
        yield f"not the closure of the pair ladders at {odd}"
    for (first, second), ladder in ladders.items():
        linked = {(first, i) for left, right in ladder for i in left if right}
        for line in lines:
            if {first, second} <= {one for one, _ in line} and not line & linked:
                yield f"{first}-{second}: no link within the line of {sorted(line)}"


def kinds(ladder: list) -> str:
    count = collections.Counter("-".join(str(n) for n in sorted((len(a), len(b)))) for a, b in ladder)
    del count["1-1"]
    return " ".join(f"{kind}:{n}" for kind, n in sorted(count.items()))


def check(folder: pathlib.Path):
    """The table row and the faults of one document."""
    name, faults, sizes, row = folder.name, [], {}, [folder.name]
    if not (folder / "README.md").is_file():
        faults.append(f"{name}/README.md: missing")
    for language in LANGUAGES:
        paragraphs = read_segments(folder / f"{name}.{language}.segments")
        text = (folder / f"{name}.{language}.txt").read_text(encoding="utf-8")
        sizes[language] = sum(map(len, paragraphs))
        row.append(f"{sizes[language]}/{len(paragraphs)}")
        faults += [f"{name}.{language}: {fault}" for fault in text_faults(language, text, paragraphs)]
    gold = read_ladder(folder / f"{name}.gold")
    row.append(str(len(gold)))
    found = list(ladder_faults(gold, list(sizes.values())))
    ladders = {}
    for pair in PAIRS:
        ladders[pair] = read_ladder(folder / f"{name}.{'-'.join(pair)}.gold")
        found += [f"{'-'.join(pair)}: {fault}" for fault in ladder_faults(ladders[pair], [sizes[one] for one in pair])]
    if not found:
        found += consistency_faults(gold, ladders)
        row += [kinds(ladder) for ladder in ladders.values()]
    return row, faults + [f"{name}.gold: {fault}" for fault in found]


def main() -> int:
    root = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parent.parent
    rows, faults = [["document", *LANGUAGES, "lines", *map("-".join, PAIRS)]], []
    for folder in sorted(path for path in (root / "fixtures" / "documents").iterdir() if path.is_dir()):
        try:
            row, found = check(folder)
        except (OSError, ValueError) as error:
            row, found = [folder.name], [f"{folder.name}: {error}"]
        rows.append(row)
        faults += found
    for row in rows:
        print(" ".join(f"{cell:{width}}" for cell, width in zip(row, (12, 6, 6, 6, 6, 24, 24, 24))).rstrip())
    print("\n".join(faults) or "no faults", file=sys.stderr if faults else sys.stdout)
    return 1 if faults or len(rows) == 1 else 0


if __name__ == "__main__":
    sys.exit(main())
