#!/usr/bin/env python3
"""How far confidences can be trusted, and the correction that would make them better.

  calibrate.py BENCH_FOLDER [--work DIR] [--match REGEX]

Reads the ladders that run.py left in DIR.  Prints, for each decile of confidence, how many beads there are, their mean
confidence and the share that is right; then a logistic regression of "right" on the log odds of the confidence and the
features of align/detail/calibration.cpp.  A slope of 1 and zeros elsewhere mean that nothing is to be corrected; otherwise multiply
the constants there by the slope and add the rest.
"""
import argparse
import collections
import math
import pathlib
import random
import re

from run import Job, load_scorer

FEATURES = ("slope", "offset", "omission", "corpus")


def log_odds(p):
    p = min(max(p, 1e-5), 1 - 1e-5)
    return math.log(p / (1 - p))


def logistic(x):
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, x))))


def read_ladder(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            source, target, confidence = line.split("\t")[:3]
            sides = [tuple(int(k) for k in side.split(",") if k) for side in (source, target)]
            yield tuple(sides), float(confidence)


def rows_of(score, jobs, folder, is_batch):
    sizes = collections.Counter()
    ladders = {}
    for job in jobs:
        path = folder / (job.name + ".hyp")
        if path.exists():
            ladders[job] = list(read_ladder(path))
            count = sum(len(side) for bead, _ in ladders[job] for side in bead)
            sizes[(job.pair, job.variant) if is_batch else job] += count
    rows = []
    for job, ladder in ladders.items():
        gold = set(score.read(str(job.gold)))
        corpus = math.log(min(max(sizes[(job.pair, job.variant) if is_batch else job], 10), 20000) / 1000)
        for bead, confidence in ladder:
            source, target = map(len, bead)
            is_omission = source == 0 or target == 0
            features = [log_odds(confidence), 1.0, float(is_omission), corpus]
            rows.append((features, bead in gold, confidence))
    return rows


def solve(matrix, right):
    rows = [row[:] + [value] for row, value in zip(matrix, right)]
    for i in range(len(rows)):
        pivot = max(range(i, len(rows)), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for r in range(len(rows)):
            if r != i:
                factor = rows[r][i] / rows[i][i]
                rows[r] = [a - factor * b for a, b in zip(rows[r], rows[i])]
    return [row[-1] / row[i] for i, row in enumerate(rows)]


def fit(rows):
    """Newton's method with short steps and a little regularisation."""
    count = len(FEATURES)
    weights = [0.8] + [0.0] * (count - 1)
    for _ in range(25):
        gradient = [-1e-3 * w for w in weights]
        hessian = [[1e-3 * (i == j) for j in range(count)] for i in range(count)]
        for features, is_right, _ in rows:
            p = logistic(sum(w * f for w, f in zip(weights, features)))
            curvature = max(p * (1 - p), 1e-4)
            for i in range(count):
                gradient[i] += (is_right - p) * features[i]
                for j in range(count):
                    hessian[i][j] += curvature * features[i] * features[j]
        step = solve(hessian, gradient)
        size = min(1.0, 2 / max(1e-9, max(map(abs, step))))
        weights = [w + size * s for w, s in zip(weights, step)]
    return weights


def show_deciles(title, rows):
    print(f"{title}: {len(rows)} beads")
    bins = [[] for _ in range(10)]
    for _, is_right, confidence in rows:
        bins[min(9, int(confidence * 10))].append((confidence, is_right))
    for k, members in enumerate(bins):
        if members:
            mean = sum(c for c, _ in members) / len(members)
            right = sum(r for _, r in members) / len(members)
            print(f"  {k / 10:.1f}  {len(members):7} beads  confidence {mean:.3f}  right {right:.3f}  difference {right - mean:+.3f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", type=pathlib.Path)
    parser.add_argument("--work", type=pathlib.Path, default=pathlib.Path("/tmp/egiz-bench-align"))
    parser.add_argument("--match", default="")
    arguments = parser.parse_args()
    sets = arguments.bench / "align" / "sets"
    score = load_scorer(arguments.bench)
    jobs = [Job(gold, sets, arguments.work) for gold in sorted(sets.rglob("*.gold"))]
    jobs = [job for job in jobs if re.search(arguments.match, job.name)]
    everything = []
    for mode in ("alone", "batch"):
        rows = rows_of(score, jobs, arguments.work / mode, mode == "batch")
        show_deciles(mode, rows)
        everything += rows
    random.seed(1)
    sample = random.sample(everything, min(len(everything), 40000))
    print("correction:", ", ".join(f"{name} {value:.3f}" for name, value in zip(FEATURES, fit(sample))))


if __name__ == "__main__":
    main()
