#!/usr/bin/env python3
"""What a memory adds when documents are aligned: align each document with and without a memory of the other sets.

  memory.py BENCH_FOLDER [--program build/release/egiz] [--match REGEX] [--pairs ru-kk,ru-en,kk-en] [--work DIR]

For each language pair and family of sets (ntrex_doc and ntrex_issue are one) a memory is made of the gold of the clean
documents of all other families; every document of the family that --match finds is aligned alone, as run.py does it.
Numbers are score.py's.
"""
import argparse
import collections
import pathlib
import re
import subprocess
import sys
import tempfile

from run import Job, load_scorer


def family(job):
    return job.set.split("_")[0]


def units(job, score):
    """The two-sided beads of a gold alignment, as lines of a table."""
    source, target = (path.read_text(encoding="utf-8").split("\n") for path in job.inputs)
    for left, right in score.read(str(job.gold)):
        if left and right:
            yield "\t".join(" ".join(lines[i].replace("\t", " ") for i in sorted(side))
                            for lines, side in ((source, left), (target, right))) + "\n"


def make_memory(program, jobs, pair, score, memory):
    table = memory.with_suffix(".tsv")
    rows = [row for job in jobs for row in units(job, score)]
    table.write_text("\t".join(pair.split("-")) + "\n" + "".join(rows), encoding="utf-8")
    memory.unlink(missing_ok=True)
    subprocess.run([program, "import", memory, table], check=True, stdout=subprocess.DEVNULL)
    return len(rows)


def align(program, job, out, options):
    out.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run([program, "align", *job.prepared, "--languages", ",".join(job.languages), "--segmented", "--format", "ladder",
                    "-o", out, "--overwrite", "--threads", "1", *options], check=True, stderr=subprocess.DEVNULL)


def row(name, score, counts):
    cells = []
    for mode in ("without", "with"):
        values = score.prf(counts[mode])
        cells.append(f"| {values['f_strict']:.4f} {values['f_lax']:.4f} {values['null_f']:.4f} ")
    print(f"{name:40}" + "".join(cells), flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", type=pathlib.Path)
    parser.add_argument("--program", type=pathlib.Path, default=pathlib.Path("build/release/egiz"))
    parser.add_argument("--match", default=r"\.hard\.")
    parser.add_argument("--pairs", default="ru-kk,ru-en,kk-en")
    parser.add_argument("--work", type=pathlib.Path, default=pathlib.Path(tempfile.gettempdir()) / "egiz-bench-memory")
    arguments = parser.parse_args()

    sets = arguments.bench / "align" / "sets"
    score = load_scorer(arguments.bench)
    jobs = [Job(gold, sets, arguments.work) for gold in sorted(sets.rglob("*.gold"))]
    total = collections.defaultdict(lambda: [0] * 9)
    print(f"{'':40}| without: strict, lax, null F1 | with a memory")
    for pair in arguments.pairs.split(","):
        of_pair = [job for job in jobs if job.pair == pair]
        for name in sorted({family(job) for job in of_pair}):
            wanted = [job for job in of_pair if family(job) == name and re.search(arguments.match, job.gold.name)]
            others = [job for job in of_pair if family(job) != name and job.variant == "clean"]
            if not wanted or not others:
                continue
            memory = arguments.work / f"{pair}.{name}.egiz"
            memory.parent.mkdir(parents=True, exist_ok=True)
            size = make_memory(arguments.program, others, pair, score, memory)
            counts = collections.defaultdict(lambda: [0] * 9)
            for job in wanted:
                job.prepare()
                for mode, options in (("without", []), ("with", ["--memory", memory])):
                    out = arguments.work / mode / (job.name + ".hyp")
                    align(arguments.program, job, out, options)
                    found = score.counts(score.read(str(job.gold)), score.read(str(out)), "vecalign")
                    counts[mode] = [a + b for a, b in zip(counts[mode], found)]
                    total[mode] = [a + b for a, b in zip(total[mode], found)]
            row(f"{pair} {name}, {len(wanted)} documents, {size} units", score, counts)
    row("all", score, total)
    return 0


if __name__ == "__main__":
    sys.exit(main())
