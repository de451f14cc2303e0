#!/usr/bin/env python3
"""Align every set of a benchmark folder and print the scores.

  run.py BENCH_FOLDER [--program build/release/bench/align/egiz_bench_align] [--mode alone|batch|both|triple]
         [--match REGEX] [--work DIR] [--threads N] [--sets A,B] [--option=--no-lexicon ...]

Inputs are written with paragraph ends as empty lines (from the .par files).  A batch is one list per language pair,
set group and variant, so that no variant teaches another of the same document.  Numbers are score.py's.  The mode
triple sets the pairs of three documents aligned at once beside the same pairs alone.
"""
import argparse
import collections
import importlib.util
import os
import pathlib
import re
import subprocess
import sys
import tempfile

TOTAL = "all but textberg"
VARIANT = re.compile(r"\.((?:s?del|ins|merge|mix|hard)[0-9]*)$")


def load_scorer(bench):
    spec = importlib.util.spec_from_file_location("score", bench / "align" / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def write_input(source, target):
    """The segments of a file, an empty line at every paragraph end."""
    lines = source.read_text(encoding="utf-8").split("\n")
    if lines[-1] == "":
        lines.pop()
    par = source.with_name(source.name + ".par")
    marks = par.read_text().split() if par.exists() else ["0"] * len(lines)
    out, last = [], None
    for line, mark in zip(lines, marks):
        if last is not None and mark != last:
            out.append("")
        out.append(line)
        last = mark
    target.write_text("\n".join(out) + "\n", encoding="utf-8")


class Job:
    def __init__(self, gold, sets, work):
        self.gold = gold
        relative = gold.relative_to(sets)
        self.set = relative.parts[0]
        stem, self.pair = relative.name[:-5].rsplit(".", 1)
        self.languages = self.pair.split("-")
        found = VARIANT.search(stem)
        self.variant = found.group(1) if found else "clean"
        self.inputs = [gold.with_name(f"{stem}.{language}") for language in self.languages]
        self.prepared = [work / "input" / self.set / f"{stem}.{self.pair}.{language}" for language in self.languages]
        self.name = f"{self.set}/{stem}.{self.pair}"

    def prepare(self):
        for source, target in zip(self.inputs, self.prepared):
            target.parent.mkdir(parents=True, exist_ok=True)
            if not target.exists():
                write_input(source, target)


def run(program, jobs, mode, work, options):
    lists = collections.defaultdict(list)
    for job in jobs:
        key = (job.pair,) if mode == "alone" else (job.pair, job.variant)
        out = work / mode / (job.name + ".hyp")
        out.parent.mkdir(parents=True, exist_ok=True)
        lists[key].append(f"{job.prepared[0]}\t{job.prepared[1]}\t{out}\n")
    for key, lines in sorted(lists.items()):
        path = work / f"{mode}.{'.'.join(key)}.jobs.tsv"
        path.write_text("".join(lines), encoding="utf-8")
        command = [str(program), str(path), *key[0].split("-"), *options]
        if mode == "alone":
            command.append("--alone")
        done = subprocess.run(command, stderr=subprocess.PIPE, text=True)
        if done.returncode != 0:
            sys.exit(f"{' '.join(command)}: {done.stderr}")
        print("   ", ".".join(key), done.stderr.strip(), file=sys.stderr)


def run_triples(program, jobs, work, options):
    """Documents that stand in three languages; the pairs that their triple alignments imply."""
    documents = collections.defaultdict(dict)
    for job in jobs:
        documents[job.name.rsplit(".", 1)[0]][job.pair] = job
    lines = []
    for name, pairs in sorted(documents.items()):
        if set(pairs) != {"ru-kk", "ru-en", "kk-en"}:
            continue
        inputs = [pairs["ru-kk"].prepared[0], pairs["ru-kk"].prepared[1], pairs["ru-en"].prepared[1]]
        outputs = [work / "triple" / (pairs[pair].name + ".hyp") for pair in ("ru-kk", "ru-en", "kk-en")]
        outputs[0].parent.mkdir(parents=True, exist_ok=True)
        lines.append("\t".join(map(str, inputs + outputs)) + "\n")
    path = work / "triple.jobs.tsv"
    path.write_text("".join(lines), encoding="utf-8")
    subprocess.run([str(program), str(path), "ru", "kk", "--third", "en", *options], check=True)


def table(score, jobs, modes, work, key, title):
    groups = collections.defaultdict(lambda: {mode: [0] * 9 for mode in modes})
    for job in jobs:
        gold = score.read(str(job.gold))
        hypotheses = {mode: work / mode / (job.name + ".hyp") for mode in modes}
        if not all(path.exists() for path in hypotheses.values()):
            continue  # a document that does not stand in all three languages has no triple
        for mode in modes:
            counts = score.counts(gold, score.read(str(hypotheses[mode])), "vecalign")
            for name in (key(job), TOTAL if job.set != "textberg_defr" and key(job) else None):
                if name:
                    groups[name][mode] = [a + b for a, b in zip(groups[name][mode], counts)]
    print(f"\n{title:32}" + "".join(f"| {mode:>6} strict   lax  null F1 " for mode in modes))
    for name, counts in sorted(groups.items()):
        cells = []
        for mode in modes:
            values = score.prf(counts[mode])
            cells.append(f"|       {values['f_strict']:.4f} {values['f_lax']:.4f} {values['null_f']:.4f} ")
        print(f"{name:32}" + "".join(cells))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", type=pathlib.Path)
    parser.add_argument("--program", type=pathlib.Path, default=pathlib.Path("build/release/bench/align/egiz_bench_align"))
    parser.add_argument("--mode", choices=("alone", "batch", "both", "triple"), default="both")
    parser.add_argument("--match", default="")
    parser.add_argument("--sets")
    parser.add_argument("--work", type=pathlib.Path, default=pathlib.Path(tempfile.gettempdir()) / "egiz-bench-align")
    parser.add_argument("--threads", default="1")
    parser.add_argument("--option", action="append", default=[])
    arguments = parser.parse_args()

    sets = arguments.bench / "align" / "sets"
    score = load_scorer(arguments.bench)
    jobs = [Job(gold, sets, arguments.work) for gold in sorted(sets.rglob("*.gold"))]
    jobs = [job for job in jobs if re.search(arguments.match, job.name)]
    if arguments.sets:
        jobs = [job for job in jobs if job.set in arguments.sets.split(",")]
    for job in jobs:
        job.prepare()
    modes = ["alone", "batch"] if arguments.mode == "both" else [arguments.mode]
    options = ["--threads", arguments.threads, *arguments.option]
    if arguments.mode == "triple":
        run(arguments.program, jobs, "alone", arguments.work, options)
        run_triples(arguments.program, jobs, arguments.work, options)
        modes = ["alone", "triple"]
    else:
        for mode in modes:
            run(arguments.program, jobs, mode, arguments.work, options)
    for title, key in (("set", lambda job: job.set), ("variant", lambda job: job.variant),
                       ("hard, by set", lambda job: job.set if job.variant == "hard" else None),
                       ("clean, by set", lambda job: job.set if job.variant == "clean" else None)):
        table(score, jobs, modes, arguments.work, key, title)


if __name__ == "__main__":
    os.environ["LC_ALL"] = "C.UTF-8"
    main()
