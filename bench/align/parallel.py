#!/usr/bin/env python3
"""Tell translations from other texts: `parallelism` on the pairs of a benchmark folder's nonparallel set.

  parallel.py BENCH_FOLDER [--program build/release/bench/align/egiz_bench_align]

Every pair is aligned by itself.  Prints the ROC area, how many are right at 0.5, and those that are not.
"""
import argparse
import collections
import pathlib
import subprocess
import tempfile


def align(program, pairs, folder, work):
    """The parallelism of each pair, by name."""
    jobs = collections.defaultdict(list)
    for name, languages, _, _ in pairs:
        jobs[languages].append("\t".join([*(str(folder / f"{name}.{language}") for language in languages), str(work / name)]))
    for languages, lines in sorted(jobs.items()):
        listed = work / ".".join(languages)
        listed.write_text("\n".join(lines) + "\n", encoding="utf-8")
        subprocess.run([str(program), str(listed), *languages, "--alone"], check=True, stderr=subprocess.DEVNULL)
    return {name: float((work / name).read_text().split()[2]) for name, _, _, _ in pairs}


def roc_area(scored):
    yes = [score for score, label, _ in scored if label]
    no = [score for score, label, _ in scored if not label]
    better = sum(1.0 if a > b else 0.5 if a == b else 0.0 for a in yes for b in no)
    return better / (len(yes) * len(no))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", type=pathlib.Path)
    parser.add_argument("--program", type=pathlib.Path, default=pathlib.Path("build/release/bench/align/egiz_bench_align"))
    arguments = parser.parse_args()
    folder = arguments.bench / "align" / "nonparallel"
    pairs = []
    for line in (folder / "pairs.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        name, first, second, label, kind = line.split("\t")[:5]
        pairs.append((name, (first, second), label == "1", kind))
    with tempfile.TemporaryDirectory() as work:
        found = align(arguments.program, pairs, folder, pathlib.Path(work))
    scored = [(found[name], label, f"{name} {kind}") for name, _, label, kind in pairs]
    wrong = [item for item in scored if (item[0] >= 0.5) != item[1]]
    print(f"{len(scored)} pairs: ROC area {roc_area(scored):.4f}, {len(scored) - len(wrong)} right at 0.5")
    for score, label, name in wrong:
        print(f"  {name}: {score:.3f}, {'a translation' if label else 'none'}")


if __name__ == "__main__":
    main()
