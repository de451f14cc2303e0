#!/usr/bin/env python3
"""Check the seed lexicon: check_lexicon.py [FOLDER] (align/data/lexicon by default).

Three columns, ru kk en; terms without spaces at their ends, in lower case and in the alphabet of their language; no term
twice in a cell; no concept twice (the same first ru and kk words); at least 4,000 concepts in all.
Prints file:line: reason for each fault; exit 1 if there is any.
"""
import pathlib
import sys

RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
MARKS = " -'.0123456789"
LATIN = "abcdefghijklmnopqrstuvwxyz"
ALPHABETS = (set(RUSSIAN + MARKS), set(RUSSIAN + "әғқңөұүһі" + MARKS), set(LATIN + "éü" + MARKS))
LEAST_CONCEPTS = 4000


def faults_of(line: str):
    cells = line.split("\t")
    if len(cells) != 3:
        yield f"{len(cells)} columns instead of 3"
        return
    if sum(bool(cell) for cell in cells) < 2:
        yield "fewer than two languages"
    for cell, alphabet in zip(cells, ALPHABETS):
        terms = cell.split("|") if cell else []
        if len(set(terms)) != len(terms):
            yield f"a term twice in {cell!r}"
        for term in terms:
            if not term or term != term.strip() or "  " in term:
                yield f"empty or spaced term in {cell!r}"
            strange = sorted(set(term) - alphabet)
            if strange:
                yield f"{''.join(strange)!r} in {term!r}"


def main() -> int:
    root = pathlib.Path(__file__).resolve().parent.parent
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else root / "align" / "data" / "lexicon"
    seen, bad = {}, 0
    for path in sorted(folder.glob("*.tsv")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if not line or line.startswith("#"):
                continue
            place = f"{path.name}:{number}"
            reasons = list(faults_of(line))
            concept = tuple(cell.split("|")[0] for cell in line.split("\t")[:2])
            if concept in seen:
                reasons.append(f"the concept of {seen[concept]} again")
            seen.setdefault(concept, place)
            for reason in reasons:
                print(f"{place}: {reason}")
                bad += 1
    if len(seen) < LEAST_CONCEPTS:
        print(f"{folder}: {len(seen)} concepts, fewer than {LEAST_CONCEPTS}")
        bad += 1
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
