#!/usr/bin/env python3
"""Score encoding detection: encodings.py FOLDER PROGRAM [COUNT]

FOLDER holds full.dev.tsv (language<TAB>source<TAB>text); PROGRAM is egiz_bench_encodings.  Paragraphs of 60 and of 2,000
characters are made of its sentences, encoded in every encoding that can hold them, and the share that PROGRAM
decodes to exactly the same text is printed; COUNT samples of each (default 300).
"""
import pathlib
import random
import struct
import subprocess
import sys

CASES = [("ru", "utf-8"), ("kk", "utf-8"), ("ru", "utf-16-le"), ("kk", "utf-16-le"), ("en", "utf-16-le"), ("ru", "utf-16-be"),
         ("kk", "utf-16-be"), ("ru", "cp1251"), ("ru", "koi8_r"), ("ru", "cp866"), ("ru", "mac_cyrillic"), ("en", "cp1252"),
         ("kk", "kz1048"), ("kk", "ptcp154"), ("en", "ascii")]


def samples(texts, encoding, size, count):
    drawn = random.Random(f"{encoding} {size}")
    made = []
    for _ in range(count * 4):
        text = ""
        while len(text) < size:
            text += drawn.choice(texts) + " "
        text = text.encode(encoding, "ignore").decode(encoding)[:size]
        if encoding == "cp1252" and text.isascii():
            continue  # that is ASCII
        if encoding not in ("utf-16-le", "utf-16-be", "utf-8", "ascii") and not any(ord(c) > 127 for c in text):
            continue
        made.append(text)
        if len(made) == count:
            break
    return made


def main() -> None:
    folder, program = pathlib.Path(sys.argv[1]), sys.argv[2]
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 300
    texts = {"ru": [], "kk": [], "en": []}
    for line in (folder / "full.dev.tsv").read_text(encoding="utf-8").splitlines():
        language, _, text = line.split("\t", 2)
        texts[language].append(text)
    # Only sentences in the alphabet of their language say something about a code page.
    texts["ru"] = [t for t in texts["ru"] if sum("а" <= c <= "я" for c in t.lower()) > 0.5 * len(t)]
    for language, encoding in CASES:
        for size in (60, 2000):
            made = samples(texts[language], encoding, size, count)
            blocks = [text.encode(encoding) for text in made]
            data = b"".join(struct.pack("<I", len(block)) + block for block in blocks)
            output = subprocess.run([program], input=data, capture_output=True, check=True).stdout
            right, at, wrong = 0, 0, {}
            for text in made:
                length, name_length = struct.unpack_from("<II", output, at)
                name = output[at + 8:at + 8 + name_length].decode()
                decoded = output[at + 8 + name_length:at + 8 + name_length + length].decode("utf-8")
                at += 8 + name_length + length
                if decoded == text:
                    right += 1
                else:
                    wrong[name] = wrong.get(name, 0) + 1
            print(f"{language} {encoding:12} {size:5}: {100 * right / max(1, len(made)):6.2f} % of {len(made)} {wrong or ''}")


if __name__ == "__main__":
    main()
