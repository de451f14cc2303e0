#!/usr/bin/env python3
"""Pair the documents of a folder and print how well.

  folder.py BENCH_FOLDER [--program build/release/egiz]          the mixed folder of the benchmark
  folder.py BENCH_FOLDER --hard [--documents 400] [--seed 1]     a harder folder made of the alignment sets

A harder folder: stretches of 8 to 60 segments of clean documents, cut where gold has a bead boundary, in two or three
languages or alone; of every document 10 % of the sentences are dropped, and of one in four a third at the beginning or the
end.  Neighbouring stretches of one text are the strangers that look most alike.  Names mean nothing.

Prints precision, recall and F1 of the pairs (every two documents that belong together), F1 of whole triples, and CPU time.
"""
import argparse
import collections
import itertools
import json
import pathlib
import random
import re
import resource
import subprocess
import sys
import tempfile

NOISE = re.compile(r"\.(?:s?del|ins|merge|mix|hard)[0-9]*\.")
LANGUAGES = ("ru", "kk", "en")


def read_lines(path):
    return path.read_text(encoding="utf-8").rstrip("\n").split("\n")


def boundaries(gold):
    """Where a bead ends: numbers of segments before it on both sides."""
    source = target = 0
    at = [(0, 0)]
    for line in gold.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            sides = [[int(k) for k in side.split(",") if k] for side in line.split("\t")[:2]]
            source += len(sides[0])
            target += len(sides[1])
            at.append((source, target))
    return at


def stretches(base, chance):
    """Cuts the languages of a document side by side; the first one leads."""
    golds = {pair: base.with_name(f"{base.name}.{pair}.gold") for pair in ("ru-kk", "ru-en", "kk-en")}
    golds = {pair: gold for pair, gold in golds.items() if gold.exists()}
    lead = "ru" if any(pair.startswith("ru") for pair in golds) else "kk"
    others = [pair.split("-")[1] for pair in golds if pair.startswith(lead)]
    texts = {language: read_lines(base.with_name(f"{base.name}.{language}")) for language in (lead, *others)}
    maps = {language: dict(boundaries(golds[f"{lead}-{language}"])) for language in others}
    last = {language: 0 for language in texts}
    wanted = chance.randint(8, 60)
    for i in range(1, len(texts[lead]) + 1):
        if i - last[lead] < wanted and i < len(texts[lead]) or not all(i in m for m in maps.values()):
            continue
        ends = {lead: i, **{language: maps[language][i] for language in others}}
        piece = {language: texts[language][last[language]:ends[language]] for language in texts}
        if all(len(lines) >= 6 for lines in piece.values()):
            yield piece
        last, wanted = ends, chance.randint(8, 60)


def spoil(lines, chance):
    if chance.random() < 0.25:
        third = len(lines) // 3
        lines = lines[third:] if chance.random() < 0.5 else lines[:len(lines) - third]
    return [line for line in lines if chance.random() >= 0.1] or lines


def make_folder(bench, work, documents, seed):
    chance = random.Random(seed)
    bases = set()
    for path in sorted((bench / "align" / "sets").rglob("*.gold")):
        if "textberg" not in str(path) and not NOISE.search(path.name):
            bases.add(path.with_name(path.name[:-5].rsplit(".", 1)[0]))
    pieces = [piece for base in sorted(bases) for piece in stretches(base, chance)]
    chance.shuffle(pieces)
    folder = work / f"hard-{documents}-{seed}"
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    truth = {}
    for number, piece in enumerate(pieces):
        if len(truth) >= documents:
            break
        kept = chance.sample(sorted(piece), chance.choice((1, 2, 3, 3)) if len(piece) == 3 else chance.choice((1, 2, 2)))
        for language in kept:
            name = f"{chance.getrandbits(32):08x}.txt"
            (folder / name).write_text("\n".join(spoil(piece[language], chance)) + "\n", encoding="utf-8")
            truth[name] = (language, str(number) if len(kept) > 1 else "")
    (work / f"{folder.name}.truth.tsv").write_text(
        "file\tlang\tgroup\n" + "".join(f"{name}\t{language}\t{group}\n" for name, (language, group) in sorted(truth.items())))
    return folder, truth


def read_truth(path):
    rows = [line.split("\t") for line in read_lines(path)[1:]]
    return {row[0]: (row[1], row[2]) for row in rows}


def pair(program, folder):
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    done = subprocess.run([str(program), "pair", str(folder), "--format", "json"], stdout=subprocess.PIPE, text=True)
    if done.returncode not in (0, 1):
        sys.exit(f"{program} pair {folder} ended with {done.returncode}")
    seconds = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
    return json.loads(done.stdout)["groups"], seconds


def f1(hits, found, wanted):
    return 2 * hits / (found + wanted) if found + wanted else 1.0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", type=pathlib.Path)
    parser.add_argument("--program", type=pathlib.Path, default=pathlib.Path("build/release/egiz"))
    parser.add_argument("--hard", action="store_true")
    parser.add_argument("--documents", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--work", type=pathlib.Path, default=pathlib.Path(tempfile.gettempdir()) / "egiz-bench-folder")
    parser.add_argument("--make-only", action="store_true")
    arguments = parser.parse_args()
    if arguments.hard:
        folder, truth = make_folder(arguments.bench, arguments.work, arguments.documents, arguments.seed)
    else:
        folder = arguments.bench / "align" / "mixed_folder" / "files"
        truth = read_truth(folder.parent / "truth.tsv")
    if arguments.make_only:
        print(folder)
        return
    groups, seconds = pair(arguments.program, folder)
    members = collections.defaultdict(set)
    for name, (_, group) in truth.items():
        if group:
            members[group].add(name)
    gold_sets = set(map(frozenset, members.values()))
    found_sets = {frozenset(pathlib.Path(file["name"]).name for file in group["files"]) for group in groups}
    pairs = [{frozenset(two) for group in sets for two in itertools.combinations(sorted(group), 2)}
             for sets in (gold_sets, found_sets)]
    triples = [{group for group in sets if len(group) == 3} for sets in (gold_sets, found_sets)]
    hits = len(pairs[0] & pairs[1])
    print(f"{len(truth)} documents, {len(pairs[0])} pairs, {len(triples[0])} triples; CPU {seconds:.1f} s")
    print(f"pairs   P {hits / max(1, len(pairs[1])):.4f} R {hits / max(1, len(pairs[0])):.4f} "
          f"F1 {f1(hits, len(pairs[1]), len(pairs[0])):.4f}")
    print(f"triples F1 {f1(len(triples[0] & triples[1]), len(triples[1]), len(triples[0])):.4f}")
    sure = sum(group["confidence"] for group in groups) / max(1, len(groups))
    print(f"mean confidence {sure:.3f}, sets that are right {len(gold_sets & found_sets) / max(1, len(groups)):.3f}")


if __name__ == "__main__":
    main()
