#!/usr/bin/env python3
"""Measure the cutting of sentences: run.py BENCHMARK_FOLDER [--egiz PROGRAM] [--speed].

BENCHMARK_FOLDER holds sets <lang>.<set>.dev.jsonl (golden.<lang>.dev.jsonl too), a record a line:
{"lang", "text", "expected": [sentence, ...], "alignable": false when it is not to be counted}.
Prints one line a group: precision, recall and F1 of the ends of sentences (micro-averaged; the end of a record does not
count, white space never does), the share of records cut exactly, and the figure asked for.
"""
import argparse
import json
import pathlib
import re
import subprocess
import sys
import time

# group, language, its sets, which figure, at least
GROUPS = [
    ("ru gsd + ntrex", "ru", ["ru.gsd", "ru.ntrex"], "F1", 99.5),
    ("ru + taiga", "ru", ["ru.gsd", "ru.ntrex", "ru.taiga"], "F1", 98.9),
    ("kk ktb + ntrex", "kk", ["kk.ktb", "kk.ntrex"], "F1", 99.5),
    ("en ntrex", "en", ["en.ntrex"], "F1", 99.4),
    ("en ewt", "en", ["en.ewt"], "F1", 97.5),
    ("ru challenge", "ru", ["ru.challenge"], "exact", 95),
    ("kk challenge", "kk", ["kk.challenge"], "exact", 95),
    ("en challenge", "en", ["en.challenge"], "exact", 85),
    ("ru golden", "ru", ["golden.ru"], "F1", 95),
    ("en golden", "en", ["golden.en"], "exact", 75),
]


def squeeze(text: str) -> str:
    return re.sub(r"\s+", "", text)


def ends(segments: list) -> set:
    """Where the sentences end, in characters that are not white space; not the last one."""
    offsets, offset = [], 0
    for segment in segments:
        if squeeze(segment):
            offset += len(squeeze(segment))
            offsets.append(offset)
    return set(offsets[:-1])


def cut(program: str, language: str, texts: list, options: list) -> list:
    done = subprocess.run([program, "segment", "--records", "--language", language, *options], capture_output=True,
                          check=True, input="\x1e".join(texts).encode())
    records = [record.split("\x1f") for record in done.stdout.decode().rstrip("\n").split("\x1e")]
    if len(records) != len(texts):
        sys.exit(f"{len(texts)} records went in, {len(records)} came out")
    return records


def read_records(folder: pathlib.Path, sets: list) -> list:
    records = []
    for name in sets:
        lines = (folder / f"{name}.dev.jsonl").read_text(encoding="utf-8").splitlines()
        records += [record for record in map(json.loads, lines) if record.get("alignable", True)]
    return records


def score(program: str, language: str, records: list, options: list) -> dict:
    right = extra = missed = exact = 0
    for record, segments in zip(records, cut(program, language, [r["text"] for r in records], options)):
        if squeeze("".join(segments)) != squeeze(record["text"]):
            sys.exit(f"the text was changed: {record['text']}")
        gold, found = ends(record["expected"]), ends(segments)
        right, extra, missed = right + len(gold & found), extra + len(found - gold), missed + len(gold - found)
        exact += gold == found
    both = 2 * right + extra + missed
    return {"F1": 200 * right / both if both else 100, "exact": 100 * exact / len(records), "extra": extra,
            "missed": missed, "records": len(records)}


def measure_speed(program: str, records: list, language: str) -> float:
    """Megabytes per second of the program, reading and writing included."""
    texts, size = [], 0
    while size < 50e6:
        texts.append(records[len(texts) % len(records)]["text"])
        size += len(texts[-1].encode())
    start = time.time()
    cut(program, language, texts, [])
    return size / 1e6 / (time.time() - start)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path, help="the folder with the sets")
    parser.add_argument("--egiz", default="build/release/cli/egiz", help="the program (default: %(default)s)")
    parser.add_argument("--srx", type=pathlib.Path, help="cut by the rules of this file instead of the built-in ones")
    parser.add_argument("--speed", action="store_true", help="measure the speed too")
    args = parser.parse_args()
    ok = True
    print(f"{'group':<16}{'F1':>8}{'exact':>8}{'extra':>7}{'missed':>8}{'records':>9}   asked")
    for group, language, sets, figure, wanted in GROUPS:
        records = read_records(args.folder, sets)
        result = score(args.egiz, language, records, ["--srx", args.srx] if args.srx else [])
        ok = ok and result[figure] >= wanted
        print(f"{group:<16}{result['F1']:8.2f}{result['exact']:8.2f}{result['extra']:7}{result['missed']:8}"
              f"{result['records']:9}   {figure} >= {wanted}{'' if result[figure] >= wanted else '   MISSED'}")
    if args.speed:
        print(f"ru: {measure_speed(args.egiz, read_records(args.folder, ['ru.ntrex']), 'ru'):.0f} MB/s")
    sys.exit(0 if ok else 1)


if __name__ == "__main__":
    main()
