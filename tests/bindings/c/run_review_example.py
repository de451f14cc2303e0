#!/usr/bin/env python3
"""Run the C example of a review on the news of the fixtures: run_review_example.py EXAMPLE FIXTURES"""
import pathlib
import subprocess
import sys


def main() -> int:
    example, news = sys.argv[1], pathlib.Path(sys.argv[2]) / "documents" / "news"
    done = subprocess.run([example, news / "news.ru.txt", news / "news.kk.txt"], capture_output=True, text=True)
    print(done.stdout, done.stderr, sep="")
    before, after = done.stdout.split("with two segments joined:\n")
    assert done.returncode == 0, done.returncode
    assert before.startswith("0 to 1: 0 to 1, "), "the headlines are not joined"
    assert after.startswith("0 to 2: 0 to 2, 1.00\n"), "the bead that is given does not hold"
    assert "aligned 100 %" in done.stderr, "no progress"
    return 0


if __name__ == "__main__":
    sys.exit(main())
