#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compares Egiz with the matchers of other programs over the same units and queries.

compare.py FOLDER FROM TO: FOLDER is what egiz_bench_memory --exchange wrote.  A program that is not installed is named and
passed over.  Times are CPU times of the thread that answers, without the time to load.
"""

import os
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
OMEGAT = Path("/usr/share/omegat/OmegaT.jar")
SYSTEM_PYTHON = "/usr/bin/python3"  # Debian's own: translate-toolkit is installed for it


def translate_toolkit(arguments):
    if subprocess.run([SYSTEM_PYTHON, "-c", "import translate"], capture_output=True).returncode != 0:
        return None
    return [SYSTEM_PYTHON, HERE / "translate_toolkit.py", *arguments]


def omegat(arguments):
    if not OMEGAT.exists() or not shutil.which("groovy"):
        return None
    return ["groovy", "-cp", OMEGAT, HERE / "omegat.groovy", *arguments]


def run(command, folder):
    """The seconds it took to load, and (ms, best score) of each query."""
    environment = dict(os.environ, HOME=str(folder), JAVA_OPTS="-Xmx6g")
    result = subprocess.run(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    rows = [line.split("\t") for line in result.stdout.splitlines() if "\t" in line]
    if result.returncode != 0 or not rows or rows[0][0] != "load":
        raise SystemExit(f"{command[0]} failed:\n{result.stderr[-2000:]}")
    return float(rows[0][1]), [(float(ms), float(score)) for ms, score in rows[1:]]


def main():
    folder, source, target = sys.argv[1:]
    folder = Path(folder)
    ours = [tuple(map(float, line.split("\t"))) for line in (folder / "egiz.tsv").read_text().splitlines()]
    own_mean = statistics.mean(ms for ms, _ in ours)
    print(f"{'peer at 70':<28}{'load s':>8}{'mean ms':>12}{'p50 ms':>12}{'x Egiz':>10}  answers where Egiz has one")
    print(f"{'Egiz':<28}{'':>8}{own_mean:>12.3f}{statistics.median(ms for ms, _ in ours):>12.3f}{1:>10}")
    arguments = [folder / "units.tsv", folder / "queries.txt", source, target]
    for name, command_of in (("translate-toolkit (TMDB)", translate_toolkit), ("OmegaT", omegat)):
        command = command_of(arguments)
        if command is None:
            print(f"{name:<28}not installed")
            continue
        load, answers = run(command, folder)
        times = [ms for ms, _ in answers]
        both = sum(1 for (_, theirs), (_, own) in zip(answers, ours) if own >= 70 and theirs >= 70)
        wanted = sum(1 for _, own in ours if own >= 70)
        mean = statistics.mean(times)
        print(f"{name:<28}{load:>8.1f}{mean:>12.1f}{statistics.median(times):>12.1f}{mean / own_mean:>10.0f}"
              f"  {both} of {wanted} score 70 or more there")


if __name__ == "__main__":
    main()
