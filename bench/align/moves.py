#!/usr/bin/env python3
"""Move a passage in one side of each document of the alignment sets and print how many are found.

  moves.py BENCH_FOLDER [--program build/release/egiz] [--variant mix] [--most 60] [--seed 4]

Of every document with 30 segments or more 5, 8 or 12 beads of the target are moved, 6 beads or more down.  All documents of
a language pair are one list, aligned with --moves.  A passage is found when half of its segment pairs are; precision and
recall count segment pairs that stand out of order.
"""
import argparse
import collections
import pathlib
import random
import re
import subprocess
import tempfile

VARIANT = re.compile(r"\.((?:s?del|ins|merge|mix|hard)[0-9]*)\.")


def read_lines(path):
    return path.read_text(encoding="utf-8").rstrip("\n").split("\n")


def read_beads(path):
    for line in read_lines(path):
        if line and not line.startswith("#"):
            yield [[int(k) for k in side.split(",") if k] for side in line.split("\t")[:2]]


def move(beads, size, chance):
    """The target's segments in their new order, and the pairs of segments that moved; None when there is no room."""
    count = chance.choice((5, 8, 12))
    if len(beads) < count + 16:
        return None
    first = chance.randrange(2, len(beads) - count - 12)
    block = beads[first:first + count]
    moved = [k for _, target in block for k in target]
    if not moved or not any(source for source, _ in block):
        return None
    place = chance.randrange(first + count + 6, len(beads))
    behind = 1 + max((k for _, target in beads[:place] for k in target), default=0)
    order = [k for k in range(behind) if k not in moved] + moved + list(range(behind, size))
    where = {k: position for position, k in enumerate(order)}
    return order, {(i, where[j]) for source, target in block for i in source for j in target}


def out_of_order(ladder):
    pairs, last = set(), -1
    for source, target in read_beads(ladder):
        if source and source[0] < last:
            pairs |= {(i, j) for i in source for j in target}
        elif source:
            last = source[-1]
    return pairs


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", type=pathlib.Path)
    parser.add_argument("--program", type=pathlib.Path, default=pathlib.Path("build/release/egiz"))
    parser.add_argument("--variant", default="clean")
    parser.add_argument("--most", type=int, default=60)
    parser.add_argument("--seed", type=int, default=4)
    parser.add_argument("--work", type=pathlib.Path, default=pathlib.Path(tempfile.gettempdir()) / "egiz-bench-moves")
    arguments = parser.parse_args()
    arguments.work.mkdir(parents=True, exist_ok=True)
    chance = random.Random(arguments.seed)
    jobs, truth = collections.defaultdict(list), {}
    for gold in sorted((arguments.bench / "align" / "sets").rglob("*.gold")):
        noise = VARIANT.search(gold.name)
        if "textberg" in str(gold) or (noise.group(1) if noise else "clean") != arguments.variant:
            continue
        stem, pair = gold.name[:-5].rsplit(".", 1)
        sides = [read_lines(gold.with_name(f"{stem}.{language}")) for language in pair.split("-")]
        change = move(list(read_beads(gold)), len(sides[1]), chance) if len(sides[1]) >= 30 else None
        if change is None or len(jobs[pair]) == arguments.most:
            continue
        files = [arguments.work / f"{gold.parent.name}.{stem}.{pair}.{end}" for end in ("source", "target", "ladder")]
        files[0].write_text("\n".join(sides[0]) + "\n", encoding="utf-8")
        files[1].write_text("\n".join(sides[1][k] for k in change[0]) + "\n", encoding="utf-8")
        jobs[pair].append(files)
        truth[files[2]] = change[1]
    for pair, files in jobs.items():
        listed = arguments.work / f"{pair}.jobs.tsv"
        listed.write_text("".join("\t".join(map(str, job)) + "\n" for job in files), encoding="utf-8")
        subprocess.run([arguments.program, "align", "--list", listed, "--languages", pair.replace("-", ","), "--segmented",
                        "--format", "ladder", "--overwrite", "--moves"], capture_output=True, check=True)
    found = {ladder: out_of_order(ladder) for ladder in truth}
    hits = {ladder: len(found[ladder] & truth[ladder]) for ladder in truth}
    whole = sum(2 * hits[ladder] >= len(truth[ladder]) for ladder in truth)
    print(f"{arguments.variant}: {whole} of {len(truth)} passages found; segment pairs: "
          f"P {sum(hits.values()) / max(1, sum(map(len, found.values()))):.3f} "
          f"R {sum(hits.values()) / max(1, sum(map(len, truth.values()))):.3f}")


if __name__ == "__main__":
    main()
