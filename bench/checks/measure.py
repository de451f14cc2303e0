#!/usr/bin/env python3
"""Measure `egiz check`: measure.py EGIZ BENCHMARK_FOLDER [--pair ru-kk] [--set NAME]...

Alarms: findings for each 1,000 beads of the gold alignments (clean documents), which are translations by people, so
that most findings there are false.  Faults: one fault is put into each bead that allows it, and the share that is found
with the right name is told: a digit changed, the last mark changed, a bracket lost, a Latin look-alike put in.
"""
import argparse
import collections
import json
import pathlib
import random
import re
import subprocess
import tempfile

LOOK_ALIKES = str.maketrans("аеорсухіАВЕКМНОРСТХІ", "aeopcyxiABEKMHOPCTXI")


def beads(folder: pathlib.Path, left: str, right: str):
    for gold in sorted(folder.glob(f"*.{left}-{right}.gold")):
        document = gold.name.split(".")[0]
        if gold.name != f"{document}.{left}-{right}.gold":
            continue  # a variant with noise
        sides = [(folder / f"{document}.{tag}").read_text(encoding="utf-8").split("\n") for tag in (left, right)]
        for line in gold.read_text(encoding="utf-8").splitlines():
            columns = line.split("\t")[:2]
            if all(columns):
                yield [" ".join(side[int(i)] for i in column.split(",")).replace("\t", " ")
                       for side, column in zip(sides, columns)]


def check(egiz: str, pairs, left: str, right: str):
    with tempfile.TemporaryDirectory() as scratch:
        table = pathlib.Path(scratch) / "units.tsv"
        rows = ["\t".join(text.replace("\\", "\\\\") for text in pair) for pair in pairs]
        table.write_text("\n".join([f"{left}\t{right}", *rows, ""]), encoding="utf-8")
        done = subprocess.run([egiz, "check", str(table), "--skip", "severaltargets,severalsources", "--format", "json"],
                              capture_output=True, text=True, check=False)
    return json.loads(done.stdout)


def change_digit(text, random_):
    places = [m.start() for m in re.finditer(r"\d", text)]
    if not places:
        return None
    at = random_.choice(places)
    return text[:at] + str((int(text[at]) + random_.randint(1, 8)) % 9 + 1) + text[at + 1:]


def change_end(text, _):
    return text[:-1] + "?" if text.endswith(".") else None


def lose_bracket(text, _):
    return text.replace(")", "", 1) if "(" in text and text.count("(") == text.count(")") else None


def put_look_alike(text, random_):
    words = [m for m in re.finditer(r"[а-яәғқңөұүһі]{6,}", text)]
    words = [m for m in words if m.group().translate(LOOK_ALIKES) != m.group()]
    if not words:
        return None
    word = random_.choice(words)
    at = next(i for i in range(*word.span()) if text[i].translate(LOOK_ALIKES) != text[i])
    return text[:at] + text[at].translate(LOOK_ALIKES) + text[at + 1:]


FAULTS = {"numbers": change_digit, "endpunc": change_end, "brackets": lose_bracket, "validchars": put_look_alike}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("egiz")
    parser.add_argument("benchmark", type=pathlib.Path)
    parser.add_argument("--pair", default="ru-kk")
    parser.add_argument("--set", action="append")
    arguments = parser.parse_args()
    left, right = arguments.pair.split("-")
    for folder in sorted((arguments.benchmark / "align" / "sets").iterdir()):
        pairs = list(beads(folder, left, right))
        if not pairs or (arguments.set and folder.name not in arguments.set):
            continue
        clean = check(arguments.egiz, pairs, left, right)
        counts = collections.Counter(finding["check"] for finding in clean["findings"])
        noisy = {(finding["id"], finding["check"]) for finding in clean["findings"]}
        print(f"{folder.name} {arguments.pair}: {clean['units']} beads; findings for each 1,000: " +
              ", ".join(f"{name} {1000 * n / clean['units']:.1f}" for name, n in sorted(counts.items())))
        for name, spoil in FAULTS.items():
            random_ = random.Random(1)
            spoilt = [[source, target if (made := spoil(target, random_)) is None else made] for source, target in pairs]
            touched = [i + 1 for i, pair in enumerate(pairs) if pair[1] != spoilt[i][1] and (i + 1, name) not in noisy]
            found = check(arguments.egiz, spoilt, left, right)
            names = {"numbers", "dates"} if name == "numbers" else {name}
            hits = {finding["id"] for finding in found["findings"] if finding["check"] in names}
            if touched:
                print(f"  {name}: {sum(i in hits for i in touched)} of {len(touched)} faults found")


if __name__ == "__main__":
    main()
