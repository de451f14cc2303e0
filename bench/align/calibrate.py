#!/usr/bin/env python3
"""How far confidences can be trusted, on genres that the calibration has not seen, and its constants.

  run.py BENCH_FOLDER --option=--posteriors --work DIR     ladders with posteriors instead of confidences
  calibrate.py BENCH_FOLDER --work DIR [--match REGEX]     held-out deciles, and constants fitted on all sets
  calibrate.py BENCH_FOLDER --work DIR --as-is             deciles of the confidences that stand in the ladders of DIR

A logistic regression of "the bead is exactly right" on the features of align/detail/calibration.cpp.  Each genre in turn is
left out, the rest is fitted, and what is left out is predicted; the predictions of all genres together are cut into deciles:
number of beads, mean confidence, share that is right.
"""
import argparse
import math
import pathlib
import random
import re
import tempfile

from run import Job, load_scorer

NAMES = ("kSlope", "kLowSlope", "kOffset", "kOmission", "kMerged", "kMisfit", "kDocument")
GENRES = (("bible",), ("flores_issue",), ("ntrex_doc", "ntrex_issue"), ("software_ui",), ("textberg_defr",),
          ("gov_portal", "seed_interview"))
DOUBT, DOUBT_SLOPE = 1.8, 0.8  # as kDoubt and kDoubtSlope
SURE = 6.0  # log odds beyond which beads are thinned, and weigh more


def log_odds(p):
    p = min(max(p, 1e-4), 1 - 1e-4)
    return math.log(p / (1 - p))


def logistic(x):
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, x))))


def confidence(weights, x):
    """The regression; in doubt, genres that are left out of the fit prove righter than it says."""
    evidence = sum(w * f for w, f in zip(weights, x))
    return logistic(evidence if evidence > DOUBT else DOUBT + DOUBT_SLOPE * (evidence - DOUBT))


def read_ladder(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            source, target, confidence = line.split("\t")[:3]
            sides = [tuple(int(k) for k in side.split(",") if k) for side in (source, target)]
            yield tuple(sides), float(confidence)


def lengths(path):
    return [sum(not c.isspace() for c in line) for line in path.read_text(encoding="utf-8").split("\n")]


def features(bead, posterior, document, sizes):
    x = log_odds(posterior)
    is_omission = not bead[0] or not bead[1]
    source, target = (sum(size[k] for k in side) for side, size in zip(bead, sizes))
    misfit = abs(math.log((source + 5) / (target + 5))) * (2 + math.log((source + target + 10) / 100))
    return [x, min(x, 1.5), 1.0, float(is_omission), float(not is_omission and len(bead[0]) + len(bead[1]) > 2),
            0.0 if is_omission else misfit, document]


def rows_of(score, jobs, folder):
    rows = []
    for job in jobs:
        path = folder / (job.name + ".hyp")
        if not path.exists():
            continue
        ladder = list(read_ladder(path))
        gold = set(score.read(str(job.gold)))
        sizes = [lengths(path) for path in job.inputs]
        document = log_odds(sum(p for _, p in ladder) / max(1, len(ladder))) - 4
        for bead, p in ladder:
            rows.append((features(bead, p, document, sizes), bead in gold, p, job.set))
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


def thinned(rows):
    for row in rows:
        if abs(row[0][0]) < SURE:
            yield row, 1.0
        elif random.random() < 0.1:
            yield row, 10.0


def fit(rows):
    """Newton's method with a little regularisation."""
    sample = list(thinned(rows))
    count = len(NAMES)
    start = [0.7] + [0.0] * (count - 1)
    weights = start[:]
    for _ in range(12):
        gradient = [1e-2 * (s - w) for s, w in zip(start, weights)]
        hessian = [[1e-2 * (i == j) for j in range(count)] for i in range(count)]
        for (x, is_right, _, _), weight in sample:
            p = logistic(sum(w * f for w, f in zip(weights, x)))
            curvature = weight * max(p * (1 - p), 1e-4)
            error = weight * (is_right - p)
            for i in range(count):
                gradient[i] += error * x[i]
                for j in range(count):
                    hessian[i][j] += curvature * x[i] * x[j]
        weights = [w + step for w, step in zip(weights, solve(hessian, gradient))]
    return weights


def show_deciles(title, predictions):
    print(f"{title}: {len(predictions)} beads")
    bins = [[] for _ in range(10)]
    for p, is_right in predictions:
        bins[min(9, int(p * 10))].append((p, is_right))
    for k, members in enumerate(bins):
        if members:
            mean = sum(p for p, _ in members) / len(members)
            right = sum(r for _, r in members) / len(members)
            print(f"  {k / 10:.1f}  {len(members):7} beads  confidence {mean:.3f}  right {right:.3f}  difference {right - mean:+.3f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", type=pathlib.Path)
    parser.add_argument("--work", type=pathlib.Path, default=pathlib.Path(tempfile.gettempdir()) / "egiz-bench-align")
    parser.add_argument("--match", default="")
    parser.add_argument("--as-is", action="store_true")
    arguments = parser.parse_args()
    random.seed(1)
    sets = arguments.bench / "align" / "sets"
    score = load_scorer(arguments.bench)
    jobs = [Job(gold, sets, arguments.work) for gold in sorted(sets.rglob("*.gold"))]
    jobs = [job for job in jobs if re.search(arguments.match, job.name)]
    modes = {mode: rows_of(score, jobs, arguments.work / mode) for mode in ("alone", "batch")}
    if arguments.as_is:
        for mode, rows in modes.items():
            show_deciles(mode, [(p, is_right) for _, is_right, p, _ in rows])
        return
    rows = modes["alone"] + modes["batch"]
    held_out = {mode: [] for mode in modes}
    for genre in GENRES:
        rest = [row for row in rows if row[3] not in genre]
        if len(rest) == len(rows):
            continue
        weights = fit(rest)
        for mode in modes:
            held_out[mode] += [(confidence(weights, row[0]), row[1]) for row in modes[mode] if row[3] in genre]
    for mode in modes:
        show_deciles(f"{mode}, each genre by a fit on the others", held_out[mode])
    show_deciles("both", held_out["alone"] + held_out["batch"])
    print("constants:", ", ".join(f"{name} = {value:.2f}" for name, value in zip(NAMES, fit(rows))))


if __name__ == "__main__":
    main()
