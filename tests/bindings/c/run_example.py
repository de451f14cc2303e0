#!/usr/bin/env python3
"""Run the C example on the news of the fixtures: run_example.py EXAMPLE FIXTURES"""
import pathlib
import subprocess
import sys
import tempfile


def main() -> int:
    example, news = sys.argv[1], pathlib.Path(sys.argv[2]) / "documents" / "news"
    with tempfile.TemporaryDirectory() as scratch:
        memory, tmx = pathlib.Path(scratch) / "memory.egiz", pathlib.Path(scratch) / "memory.tmx"
        done = subprocess.run([example, news / "news.ru.txt", news / "news.kk.txt", memory, tmx], capture_output=True, text=True)
        print(done.stdout, done.stderr, sep="")
        first = (news / "news.ru.segments").read_text(encoding="utf-8").splitlines()[0]
        assert done.returncode == 0, done.returncode
        assert "units added" in done.stdout and "100.0  " + first in done.stdout, "the first segment is not found"
        assert "<tmx" in tmx.read_text(encoding="utf-8"), "no TMX"
    return 0


if __name__ == "__main__":
    sys.exit(main())
