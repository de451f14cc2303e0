#!/usr/bin/env python3
"""Write a large pair of documents with known alignment, made of a benchmark folder's documents in random order.

  large.py BENCH_FOLDER OUT --segments N [--hole K] [--languages ru-en] [--kind news|mixed] [--seed 1]

OUT.ru, OUT.en (or whatever the languages are; one segment per line, an empty line at a paragraph end) and OUT.gold, a
ladder.  N is the number of segments on the source side.  News is the news documents of the alignment sets, clean and
with their noise, and the news rows of the memory files; mixed is everything.  Rows are grouped into documents of some
forty; one bead in twelve is joined with its neighbour on one side or loses a side.  What is there is used again, in
another order, when it does not suffice.  --hole: so many segments in a row, from the middle of the target, are left out.
"""
import argparse
import csv
import pathlib
import random
import sys

from run import VARIANT, load_scorer

NEWS_SETS = ("ntrex_issue", "ntrex_doc")
NEWS_ROWS = ("news_wmt", "news_ntrex")
OTHER_ROWS = ("bible_ot", "tatoeba", "debian_descriptions", "wiki_flores", "gnome_ui", "libreoffice_ui")
DOCUMENT = 40  # rows


def lines_of(path):
    lines = path.read_text(encoding="utf-8").split("\n")
    return lines[:-1] if lines[-1] == "" else lines


def gold_documents(bench, score, languages, is_news):
    """Documents as lists of (source lines, target lines)."""
    sets = bench / "align" / "sets"
    for gold in sorted(sets.rglob(f"*.{'-'.join(languages)}.gold")):
        if is_news and gold.parent.name not in NEWS_SETS:
            continue
        stem = gold.name[: -len(f".{'-'.join(languages)}.gold")]
        variant = VARIANT.search(stem)
        if variant and variant.group(1) not in ("mix", "sdel10"):
            continue
        sides = [lines_of(gold.with_name(f"{stem}.{language}")) for language in languages]
        yield [tuple([sides[k][i] for i in bead[k]] for k in (0, 1)) for bead in score.read(str(gold))]


def row_documents(bench, languages, is_news, rng):
    for name in NEWS_ROWS if is_news else NEWS_ROWS + OTHER_ROWS:
        path = bench / "memory" / f"{name}.tsv"
        with path.open(encoding="utf-8", newline="") as file:
            rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            pairs = [[row[language].replace("\\n", " ").strip() for language in languages] for row in rows]
        beads = [([a], [b]) for a, b in pairs if a and b]
        for first in range(0, len(beads), DOCUMENT):
            yield roughened(beads[first : first + DOCUMENT], rng)


def roughened(beads, rng):
    result = []
    for source, target in beads:
        chance = rng.random()
        if chance < 0.02 and result and len(result[-1][0]) == len(result[-1][1]) == 1:
            result[-1] = ([result[-1][0][0] + " " + source[0]], result[-1][1] + target)
        elif chance < 0.04 and result and len(result[-1][0]) == len(result[-1][1]) == 1:
            result[-1] = (result[-1][0] + source, [result[-1][1][0] + " " + target[0]])
        elif chance < 0.06:
            result.append((source, []))
        elif chance < 0.08:
            result.append(([], target))
        else:
            result.append((source, target))
    return result


def assemble(documents, segments, rng):
    """Documents in random order, round after round, until there are enough source segments."""
    count, order, result = 0, [], []
    while count < segments:
        if not order:
            order = list(range(len(documents)))
            rng.shuffle(order)
        document = documents[order.pop()]
        result.append(document)
        count += sum(len(source) for source, _ in document)
    return result


def cut_hole(beads, size):
    """Target segments of beads in the middle go; their sources become omissions."""
    result, gone = [], 0
    for k, (source, target) in enumerate(beads):
        if k >= len(beads) // 2 and gone < size:
            gone += len(target)
            target = []
        if source or target:
            result.append((source, target))
    return result


def write(out, languages, documents, hole):
    beads = [bead for document in documents for bead in document]
    ends = set()
    at = 0
    for document in documents:
        at += len(document)
        ends.add(at - 1)
    marked = [(source, target, k in ends) for k, (source, target) in enumerate(beads)]
    cut = cut_hole(beads, hole) if hole else beads
    counts = [0, 0]
    files = [open(f"{out}.{language}", "w", encoding="utf-8") for language in languages]
    with open(f"{out}.gold", "w", encoding="utf-8") as gold:
        for k, bead in enumerate(cut):
            indices = []
            for side in (0, 1):
                indices.append([counts[side] + i for i in range(len(bead[side]))])
                counts[side] += len(bead[side])
                files[side].writelines(line + "\n" for line in bead[side])
                if not hole and marked[k][2]:
                    files[side].write("\n")
            if bead[0] and bead[1]:
                gold.write(",".join(map(str, indices[0])) + "\t" + ",".join(map(str, indices[1])) + "\n")
            else:
                for i in indices[0]:
                    gold.write(f"{i}\t\n")
                for j in indices[1]:
                    gold.write(f"\t{j}\n")
    for file in files:
        file.close()
    return counts


def make(bench, out, segments, languages=("ru", "en"), kind="mixed", seed=1, hole=0):
    """Returns the numbers of segments of both sides."""
    rng = random.Random(seed)
    is_news = kind == "news"
    documents = list(gold_documents(bench, load_scorer(bench), languages, is_news))
    documents += list(row_documents(bench, languages, is_news, rng))
    if not documents:
        sys.exit(f"{bench}: no documents in {'-'.join(languages)}; check the folder and the languages")
    return write(out, languages, assemble(documents, segments, rng), hole)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", type=pathlib.Path)
    parser.add_argument("out")
    parser.add_argument("--segments", type=int, default=100_000)
    parser.add_argument("--hole", type=int, default=0)
    parser.add_argument("--languages", default="ru-en")
    parser.add_argument("--kind", choices=("news", "mixed"), default="mixed")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    counts = make(arguments.bench, arguments.out, arguments.segments, arguments.languages.split("-"), arguments.kind,
                  arguments.seed, arguments.hole)
    print(f"{arguments.out}: {counts[0]} and {counts[1]} segments")


if __name__ == "__main__":
    main()
