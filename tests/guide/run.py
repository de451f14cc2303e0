#!/usr/bin/env python3
"""Run the commands of a guide as a reader would: run.py EGIZ FIXTURES GUIDE.md [--update]

The blocks of a guide run in order in one scratch folder, which holds `documents/` with the texts of fixtures/documents.
  ```sh      run by bash, `egiz` on the PATH; must end with exit code 0
  ```python  run by Python, `import egiz` finding the package that was built (PYTHONPATH)
  ```text    right after one of these: what it prints, word for word; a line "..." stands for any number of lines
A comment before a block says what differs:
  <!-- exit 1 -->   the block ends with this exit code
  <!-- not run -->  the block is for the eye
"""
import argparse
import dataclasses
import difflib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

PROGRAMS = {"sh": ["bash", "-euo", "pipefail", "-c"], "python": [sys.executable, "-c"]}


@dataclasses.dataclass
class Block:
    kind: str
    first_line: int  # of its content, from 0
    lines: list
    remark: str = ""


def blocks_of(lines):
    """The fenced blocks, each with the comment that stands on the line above it."""
    block = None
    for number, line in enumerate(lines):
        if block is None:
            fence = re.fullmatch(r"```(\w+)", line)
            if fence:
                remark = re.fullmatch(r"<!-- (.*) -->", lines[number - 1]) if number else None
                block = Block(fence[1], number + 1, [], remark[1] if remark else "")
        elif line == "```":
            yield block
            block = None
        else:
            block.lines.append(line)


def steps_of(lines):
    """Pairs of a block to run and the text block that follows it, or None."""
    blocks = list(blocks_of(lines))
    for block, after in zip(blocks, blocks[1:] + [None]):
        if block.kind in PROGRAMS and block.remark != "not run":
            is_answer = after is not None and after.kind == "text"
            between = lines[block.first_line + len(block.lines) + 1:after.first_line - 1] if is_answer else []
            yield block, after if is_answer and not any(between) else None


def is_like(found, wanted):
    """Whether the lines found are those wanted, where a line "..." stands for any."""
    pattern = "".join(r"(.*\n)*?" if line == "..." else re.escape(line) + r"\n" for line in wanted)
    return re.fullmatch(pattern, "".join(line + "\n" for line in found)) is not None


def run(step, folder, environment):
    done = subprocess.run(PROGRAMS[step.kind] + ["\n".join(step.lines)], cwd=folder, env=environment, timeout=300,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done.returncode, done.stdout.decode("utf-8", "backslashreplace").splitlines()


def make_folder(scratch, egiz, fixtures):
    folder, tools = scratch / "work", scratch / "bin"
    (folder / "documents").mkdir(parents=True)
    tools.mkdir()
    for text in sorted(fixtures.glob("documents/*/*.txt")):
        shutil.copy(text, folder / "documents")
    (tools / "egiz").symlink_to(egiz)
    return folder, {**os.environ, "PATH": f"{tools}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("egiz", type=pathlib.Path)
    parser.add_argument("fixtures", type=pathlib.Path)
    parser.add_argument("guide", type=pathlib.Path)
    parser.add_argument("--update", action="store_true", help="write what was printed into the text blocks without ...")
    arguments = parser.parse_args()
    lines = arguments.guide.read_text(encoding="utf-8").splitlines()
    changes = []
    failed = False
    with tempfile.TemporaryDirectory() as scratch:
        folder, environment = make_folder(pathlib.Path(scratch), arguments.egiz.resolve(), arguments.fixtures)
        for step, answer in steps_of(lines):
            wanted_code = int(step.remark.removeprefix("exit ")) if step.remark.startswith("exit ") else 0
            code, found = run(step, folder, environment)
            place = f"{arguments.guide}:{step.first_line + 1}"
            if code != wanted_code:
                failed = True
                print(f"{place}: exit code {code}, wanted {wanted_code}", *step.lines, *found, sep="\n  ")
            elif answer is not None and not is_like(found, answer.lines):
                if arguments.update and "..." not in answer.lines:
                    changes.append((answer, found))
                    continue
                failed = True
                print(f"{place}: printed something else", *step.lines, sep="\n  ")
                print(*difflib.unified_diff(answer.lines, found, "wanted", "found", lineterm=""), sep="\n")
    for answer, found in reversed(changes):
        lines[answer.first_line:answer.first_line + len(answer.lines)] = found
    if changes:
        arguments.guide.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
