#!/usr/bin/env python3
"""Measure how fast documents are read: document_speed.py EGIZ [MEGABYTES]

Makes a docx, an odt and an html of about so many megabytes of text (default 20) out of the words of fixtures/documents, in paragraphs
of 60 words, three runs each, and prints the megabytes of text a second that `egiz text` reads, with its peak memory.
"""
import pathlib
import random
import resource
import subprocess
import sys
import tempfile
import time
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


def html(path, texts):
    body = "\n".join("<p>" + "\n".join(f"<span>{r}</span>" for r in t) + "</p>" for t in texts)
    path.write_text(f"<!DOCTYPE html><html><body>{body}</body></html>", encoding="utf-8")


def main():
    egiz, megabytes = sys.argv[1], float(sys.argv[2]) if len(sys.argv) > 2 else 20.0
    texts = list(paragraphs(megabytes))
    size = sum(len(" ".join(t).encode()) for t in texts) / 1e6
    with tempfile.TemporaryDirectory() as scratch:
        for make in (html, odt, docx):
            path = pathlib.Path(scratch) / f"big.{make.__name__}"
            make(path, texts)
            start = time.monotonic()
            subprocess.run([egiz, "text", str(path)], check=True, stdout=subprocess.DEVNULL)
            seconds = time.monotonic() - start
            memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
            print(f"{make.__name__}: {size / seconds:.1f} MB of text a second, peak memory {memory:.0f} MiB (largest so far)")


if __name__ == "__main__":
    main()
