#!/usr/bin/env python3
"""Measure how fast documents are read: document_speed.py EGIZ [MEGABYTES]

Makes a txt, md, srt, html, epub, odt and docx of about so many megabytes of text (default 20) out of the words of fixtures/documents, in
paragraphs of 60 words, three runs each, and prints the megabytes of text that `egiz text` reads in a second of CPU (the best of three),
and its peak memory, also as a multiple of the text.
"""
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import zipfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ODF = "urn:oasis:names:tc:opendocument:xmlns:"


def paragraphs(megabytes: float):
    words = sorted({w for f in (ROOT / "fixtures/documents").glob("*/*.txt") for w in f.read_text(encoding="utf-8").split()
                    if w.isalpha()})
    generator = random.Random(7)
    size = 0
    while size < megabytes * 1e6:
        text = generator.choices(words, k=60)
        size += len(" ".join(text).encode())
        yield [" ".join(text[i:i + 20]) for i in (0, 20, 40)]


def docx(path, texts):
    runs = '<w:r><w:rPr><w:rFonts w:ascii="Times" w:hAnsi="Times"/><w:sz w:val="24"/></w:rPr><w:t xml:space="preserve">{} </w:t></w:r>'
    body = "".join('<w:p><w:pPr><w:jc w:val="both"/></w:pPr>' + "".join(map(runs.format, t)) + "</w:p>" for t in texts)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types>application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml</Types>")
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>')


def odt(path, texts):
    body = "".join('<text:p text:style-name="P1">' + "".join(f'<text:span text:style-name="T1">{r} </text:span>' for r in t) +
                   "</text:p>" for t in texts)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", f'<office:document-content xmlns:office="{ODF}office:1.0" xmlns:text="{ODF}text:1.0">'
                                        f'<office:body><office:text>{body}</office:text></office:body></office:document-content>')


def page(texts) -> str:
    return "<!DOCTYPE html><html><body>" + "\n".join("<p>" + "\n".join(f"<span>{r}</span>" for r in t) + "</p>" for t in texts) + "</body></html>"


def html(path, texts):
    path.write_text(page(texts), encoding="utf-8")


def epub(path, texts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("META-INF/container.xml", '<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>')
        chapters = [texts[i:i + 200] for i in range(0, len(texts), 200)]
        items = "".join(f'<item id="c{i}" href="c{i}.xhtml" media-type="application/xhtml+xml"/>' for i in range(len(chapters)))
        spine = "".join(f'<itemref idref="c{i}"/>' for i in range(len(chapters)))
        archive.writestr("b.opf", f"<package><manifest>{items}</manifest><spine>{spine}</spine></package>")
        for i, chapter in enumerate(chapters):
            archive.writestr(f"c{i}.xhtml", page(chapter))


def txt(path, texts):
    path.write_text("".join(" ".join(t) + "\n" for t in texts), encoding="utf-8")


def md(path, texts):
    path.write_text("".join("\n".join(t) + "\n\n" for t in texts), encoding="utf-8")


def srt(path, texts):
    def time_of(seconds):
        return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02},000"
    path.write_text("".join(f"{i + 1}\n{time_of(9 * i)} --> {time_of(9 * i + 3)}\n" + "\n".join(t) + ".\n\n"
                            for i, t in enumerate(texts)), encoding="utf-8")


# A process of its own and small: what a child has at its peak begins with what its parent has.
MEASURE = """import os, sys
with open(os.devnull, "wb") as nothing:
    child = os.fork()
    if child == 0:
        os.dup2(nothing.fileno(), 1)
        os.execv(sys.argv[1], [sys.argv[1], "text", sys.argv[2]])
    _, status, usage = os.wait4(child, 0)
print(status, usage.ru_utime + usage.ru_stime, usage.ru_maxrss)"""


def run(egiz, path):
    """Seconds of CPU, and MiB at the peak."""
    status, seconds, kilobytes = subprocess.run([sys.executable, "-c", MEASURE, egiz, str(path)], check=True,
                                                capture_output=True, text=True).stdout.split()
    if status != "0":
        raise SystemExit(f"{path}: egiz text failed")
    return float(seconds), int(kilobytes) / 1024


def main():
    egiz, megabytes = sys.argv[1], float(sys.argv[2]) if len(sys.argv) > 2 else 20.0
    texts = list(paragraphs(megabytes))
    size = sum(len(" ".join(t).encode()) for t in texts) / 1e6
    with tempfile.TemporaryDirectory() as scratch:
        for make in (txt, md, srt, html, epub, odt, docx):
            path = pathlib.Path(scratch) / f"big.{make.__name__}"
            make(path, texts)
            runs = [run(egiz, path) for _ in range(3)]
            seconds, memory = min(r[0] for r in runs), max(r[1] for r in runs)
            print(f"{make.__name__}: {size / seconds:.1f} MB of text a second, file {path.stat().st_size / 1e6:.0f} MB, "
                  f"peak memory {memory:.0f} MiB, {memory * 2 ** 20 / (size * 1e6):.1f} times the text")


if __name__ == "__main__":
    main()
