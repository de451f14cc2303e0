#!/usr/bin/env python3
"""Speed, memory and growth of the aligner as a whole process.

  speed.py BENCH_FOLDER [--program build/release/bench/align/egiz_bench_align] [--work DIR] [--million] [--languages ru-en]
           [--egiz build/release/egiz] [--only sizes|hole|cores]

Large documents are made by large.py: news of 1,000, 10,000 and 100,000 segments a side (and a million), of which the
time a segment must not grow; 50,000 segments with a hole of 5,000 in one side; 100 documents on one core and on two,
by `egiz align --list` where that program is given, three times each, the best wall time of each being compared.
Times are processor time, of which the time that the program takes for no segments at all is taken away; memory is the
greatest resident size.  F1 is score.py's.
"""
import argparse
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

import large
from run import load_scorer


def measure(command):
    """Processor seconds, wall seconds, megabytes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    process = subprocess.Popen([str(word) for word in command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                               text=True)
    message = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{command}: {message}")
    return usage.ru_utime + usage.ru_stime, time.monotonic() - start, usage.ru_maxrss / 1024


class Bench:
    def __init__(self, arguments):
        self.arguments = arguments
        self.languages = arguments.languages.split("-")
        self.work = arguments.work
        self.work.mkdir(parents=True, exist_ok=True)
        self.score = load_scorer(arguments.bench)

    def make(self, name, segments, kind, hole=0, seed=1):
        out = self.work / f"{name}.{self.arguments.languages}"
        counts = out.with_name(out.name + ".counts")
        if not counts.exists():
            made = large.make(self.arguments.bench, out, segments, self.languages, kind, seed, hole)
            counts.write_text(" ".join(map(str, made)))
        return out, list(map(int, counts.read_text().split()))

    def write_jobs(self, outs):
        jobs = self.work / "jobs.tsv"
        jobs.write_text("".join("\t".join([f"{out}.{language}" for language in self.languages] + [f"{out}.hyp"]) + "\n"
                                for out in outs))
        return jobs

    def align(self, outs, threads=1):
        return measure([self.arguments.program, self.write_jobs(outs), *self.languages, "--threads", threads])

    def align_list(self, outs, threads):
        """By the program egiz, as a user does, when it is given."""
        if not self.arguments.egiz:
            return self.align(outs, threads)
        return measure([self.arguments.egiz, "align", "--list", self.write_jobs(outs), "--languages", ",".join(self.languages),
                        "--segmented", "--format", "ladder", "--overwrite", "--threads", threads])

    def f1(self, out):
        gold, found = (self.score.read(f"{out}.{end}") for end in ("gold", "hyp"))
        values = self.score.prf(self.score.counts(gold, found, "vecalign"))
        return f"strict F1 {values['f_strict']:.4f}, omissions {values['null_f']:.4f}"

    def show(self, name, counts, seconds, megabytes, first, comment=""):
        segments = sum(counts)
        each = seconds / segments
        growth = f"{each / first:5.2f} x" if first else " " * 7
        print(f"{name:22} {counts[0]:>9} x {counts[1]:<9} {seconds:8.2f} s {segments / seconds:8.0f} segments/s {growth}"
              f" {megabytes:7.0f} MB {megabytes * 1024 / segments:7.2f} KB/segment  {comment}", flush=True)
        return each

    def run(self):
        empty = self.work / f"empty.{self.arguments.languages}"
        for language in self.languages:
            pathlib.Path(f"{empty}.{language}").write_text("")
        start_seconds, _, start_megabytes = self.align([empty])
        print(f"no segments: {start_seconds:.3f} s, {start_megabytes:.0f} MB; both are taken away below")
        parts = {"sizes": lambda: self.run_sizes(start_seconds, start_megabytes),
                 "hole": lambda: self.run_hole(start_seconds, start_megabytes), "cores": self.run_parallel}
        for name, run in parts.items():
            if self.arguments.only in (None, name):
                run()

    def run_sizes(self, start_seconds, start_megabytes):
        first = None
        sizes = [1_000, 10_000, 100_000] + ([1_000_000] if self.arguments.million else [])
        for size in sizes:
            out, counts = self.make(f"news{size}", size, "news")
            seconds, _, megabytes = self.align([out])
            each = self.show(f"news {size}", counts, seconds - start_seconds, megabytes - start_megabytes, first,
                             self.f1(out))
            first = first or each

    def run_hole(self, start_seconds, start_megabytes):
        out, counts = self.make("hole", 50_000, "mixed", hole=5_000)
        seconds, _, megabytes = self.align([out])
        self.show("hole of 5000", counts, seconds - start_seconds, megabytes - start_megabytes, None, self.f1(out))

    def run_parallel(self):
        made = [self.make(f"part{k}", 300, "news", seed=k + 2) for k in range(100)]
        outs = [out for out, _ in made]
        counts = [sum(count[side] for _, count in made) for side in (0, 1)]
        runs, results, times = {1: [], 2: []}, {}, []
        for threads in (1, 2) * 3:  # in turn, since the pace of a machine changes
            runs[threads].append(self.align_list(outs, threads))
            results[threads] = [pathlib.Path(f"{out}.hyp").read_bytes() for out in outs]
        for threads in (1, 2):
            seconds, wall, megabytes = min(runs[threads], key=lambda run: run[1])
            times.append(wall)
            self.show(f"100 documents, {threads} thread" + "s" * (threads > 1), counts, seconds, megabytes, None,
                      f"{wall:.2f} s of wall time")
        print(f"two threads: {times[0] / times[1]:.2f} x as fast, "
              f"{'the same' if results[1] == results[2] else 'OTHER'} bytes")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", type=pathlib.Path)
    parser.add_argument("--program", type=pathlib.Path, default=pathlib.Path("build/release/bench/align/egiz_bench_align"))
    parser.add_argument("--work", type=pathlib.Path, default=pathlib.Path(tempfile.gettempdir()) / "egiz-bench-align-speed")
    parser.add_argument("--languages", default="ru-en")
    parser.add_argument("--million", action="store_true")
    parser.add_argument("--egiz", type=pathlib.Path)
    parser.add_argument("--only", choices=("sizes", "hole", "cores"))
    Bench(parser.parse_args()).run()


if __name__ == "__main__":
    main()
