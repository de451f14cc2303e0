#!/usr/bin/env python3
"""Run golden cases: run.py EGIZ FIXTURES CASE...   (or --update to write what came out as what is expected)

A case is a folder fixtures/golden/<case>/ with
  cmd    the commands, for bash, run in a scratch copy of the folder; `egiz` is the program, $FIXTURES the fixtures
  out    standard output that is expected (absent: none)
  err    standard error that is expected (absent: none)
  exit   exit code that is expected (absent: 0)
and any input files.
"""
import difflib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile


def run(egiz: pathlib.Path, fixtures: pathlib.Path, case: pathlib.Path):
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch) / "case"
        shutil.copytree(case, folder)
        for name in ("cmd", "out", "err", "exit"):
            (folder / name).unlink(missing_ok=True)
        tools = pathlib.Path(scratch) / "bin"
        tools.mkdir()
        (tools / "egiz").symlink_to(egiz)
        environment = {**os.environ, "PATH": f"{tools}:{os.environ['PATH']}", "FIXTURES": str(fixtures), "LC_ALL": "C.UTF-8"}
        done = subprocess.run(["bash", "-c", (case / "cmd").read_text(encoding="utf-8")], cwd=folder, env=environment,
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=300)
    out, err = (stream.decode("utf-8", "backslashreplace").replace(str(fixtures), "$FIXTURES")
                for stream in (done.stdout, done.stderr))
    return {"out": out, "err": err, "exit": f"{done.returncode}\n"}


def expected(case: pathlib.Path, name: str) -> str:
    path = case / name
    return path.read_text(encoding="utf-8") if path.exists() else {"exit": "0\n"}.get(name, "")


def update(case: pathlib.Path, found) -> None:
    for name, text in found.items():
        if text == {"exit": "0\n"}.get(name, ""):
            (case / name).unlink(missing_ok=True)
        else:
            (case / name).write_text(text, encoding="utf-8")


def main() -> int:
    arguments = [a for a in sys.argv[1:] if a != "--update"]
    egiz, fixtures = pathlib.Path(arguments[0]).resolve(), pathlib.Path(arguments[1]).resolve()
    failed = 0
    for case in map(pathlib.Path, arguments[2:]):
        found = run(egiz, fixtures, case)
        if "--update" in sys.argv:
            update(case, found)
            continue
        for name, text in found.items():
            wanted = expected(case, name)
            if text != wanted:
                failed += 1
                sys.stdout.writelines(difflib.unified_diff(wanted.splitlines(True), text.splitlines(True),
                                                           f"{case.name}/{name} expected", f"{case.name}/{name} found"))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
