#!/usr/bin/env python3
"""How fast a memory goes in and out, and in how much memory: run.py EGIZ BENCH_FOLDER [--units N ...] [--work DIR]

Units are made from the TSV files of BENCH_FOLDER/memory, repeated with a number at their end until there are N (100,000
and 1,000,000), the same each time.  For each N and each step: units a second, the same of processor time (what a busy
machine would do when it is free), and the peak of resident memory.  Then files that are meant to harm: a segment of
1 GB, elements nested 10,000 deep, entities that multiply; each must be refused or skipped in little memory.
"""
import argparse
import multiprocessing
import os
import pathlib
import sys
import tempfile
import time


def measure(name: str, units: int, *command: str) -> None:
    begin = time.monotonic()
    process = os.posix_spawn(command[0], command, os.environ, file_actions=[
        (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0), (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)])
    _, status, used = os.wait4(process, 0)
    seconds, busy = time.monotonic() - begin, used.ru_utime + used.ru_stime
    if os.waitstatus_to_exitcode(status) not in (0, 1, 3):
        sys.exit(f"{' '.join(command)}: exit {os.waitstatus_to_exitcode(status)}")
    print(f"{name}\t{units} units\t{units / seconds:,.0f} units/s\t{units / max(busy, 1e-3):,.0f} units/s of CPU\t"
          f"{used.ru_maxrss // 1024} MB", flush=True)


def make_units(folder: pathlib.Path, units: int, out: pathlib.Path) -> None:
    rows = []
    for file in sorted(folder.glob("*.tsv")):
        lines = file.read_text(encoding="utf-8").split("\n")[1:]
        rows += [cells[:3] for cells in (line.split("\t") for line in lines) if len(cells) > 2 and cells[0] and cells[1]]
    with out.open("w", encoding="utf-8") as table:
        table.write("en\tru\tkk\n")
        for i in range(units):
            table.write("\t".join(f"{cell} {i}" if cell else "" for cell in rows[i % len(rows)]) + "\n")


HEAD = '<tmx version="1.4"><header srclang="ru"/><body>'
GOOD = '<tu><tuv xml:lang="ru"><seg>Да.</seg></tuv><tuv xml:lang="kk"><seg>Иә.</seg></tuv></tu>'


def measure_hostile(egiz: str, folder: pathlib.Path) -> None:
    file = folder / "hostile.tmx"
    with file.open("w", encoding="utf-8") as out:
        out.write(HEAD + '<tu><tuv xml:lang="ru"><seg>')
        for _ in range(1024):
            out.write("x" * (1 << 20))
        out.write(f'</seg></tuv><tuv xml:lang="kk"><seg>а</seg></tuv></tu>{GOOD}</body></tmx>')
    measure("a segment of 1 GB", 2, egiz, "import", str(folder / "a.egiz"), str(file))
    file.write_text(HEAD + "<tu><tuv xml:lang='ru'><seg>" + "<hi>" * 10_000, encoding="utf-8")
    measure("10,000 elements deep", 1, egiz, "import", str(folder / "b.egiz"), str(file))
    laughs = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10 if i else "ha"}">' for i in range(20))
    file.write_text(f"<!DOCTYPE tmx [{laughs}]>{HEAD}{GOOD.replace('Да.', '&l19;')}</body></tmx>", encoding="utf-8")
    measure("a billion laughs", 1, egiz, "import", str(folder / "c.egiz"), str(file))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("egiz")
    parser.add_argument("bench", type=pathlib.Path)
    parser.add_argument("--units", type=int, nargs="+", default=[100_000, 1_000_000])
    parser.add_argument("--work", type=pathlib.Path)
    arguments = parser.parse_args()
    egiz = os.path.abspath(arguments.egiz)
    with tempfile.TemporaryDirectory(dir=arguments.work) as scratch:
        folder = pathlib.Path(scratch)
        for units in arguments.units:
            table, tmx, memory, out, back = (str(folder / name) for name in ("a.tsv", "a.tmx", "a.egiz", "b.tmx", "b.jsonl"))
            # In a process of its own: what this one holds would count as the peak of those it starts.
            maker = multiprocessing.Process(target=make_units, args=(arguments.bench / "memory", units, pathlib.Path(table)))
            maker.start()
            maker.join()
            measure("TSV to TMX", units, egiz, "convert", table, tmx, "--overwrite")
            measure("TMX read", units, egiz, "import", memory, tmx, "--dry-run")
            measure("TMX into an indexed memory", units, egiz, "import", memory, tmx)
            measure("memory to TMX", units, egiz, "export", memory, "-o", out, "--overwrite")
            measure("TMX to JSONL", units, egiz, "convert", tmx, back, "--overwrite")
            measure("TMX lint", units, egiz, "lint", tmx)
            for file in folder.iterdir():
                file.unlink()
        measure_hostile(egiz, folder)


if __name__ == "__main__":
    main()
