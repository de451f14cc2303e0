#!/usr/bin/env python3
"""Other programs read what we write, and we read what they write: clients.py EGIZ CLIENT.  Exit 77: not installed.

xmllint    validates our TMX by the DTD of the standard, and parses our XLIFF
toolkit    translate-toolkit reads our TMX, XLIFF 1.2 and 2.1 and CSV, and we read its TMX, XLIFF and PO
openpyxl   reads our workbooks
omegat     in console mode opens projects with our TMX in tm/ and translates from it, ru to kk and kk to en; we read the
           TMX that it then writes
"""
import csv
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

FIXTURES = pathlib.Path(__file__).resolve().parents[2] / "fixtures" / "exchange"
SKIP = 77

# Texts that trip readers: what markup uses, blanks, letters beyond the basic plane.
TEXTS = [
    ("Договор вступает в силу 1 марта.", "Шарт 1 наурызда күшіне енеді.", "The contract is in force from 1 March."),
    ("«Рога & копыта» <ООО>", "«Мүйіз & тұяқ» <ЖШС>", '"Horns & hooves" <LLC>'),
    ("Кавычки \" и ' и ]]> конец", "Тырнақша \" және ' және ]]> соңы", "Quotes \" and ' and ]]> the end"),
    ("Смех 😀 и е\u0301", "Күлкі 😀", "Laughter 😀"),
    ("5\u00a0кг", "5\u00a0кг.", "5\u00a0kg"),
    ("Ә, ғ, қ, ң, ө, ұ, ү, һ, і", "Әліпби", "Letters"),
]
TAGS = ("ru", "kk", "en")


class Egiz:
    def __init__(self, program: str, folder: pathlib.Path):
        self.program, self.folder = program, folder
        self.memory = folder / "memory.egiz"
        lines = (json.dumps({"variants": [{"language": t, "text": x} for t, x in zip(TAGS, texts)]}) for texts in TEXTS)
        source = folder / "units.jsonl"
        source.write_text("\n".join(lines) + "\n", encoding="utf-8")
        self.run("import", self.memory, source)

    def run(self, *words) -> None:
        subprocess.run([self.program, *map(str, words)], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def export(self, name: str, *words) -> pathlib.Path:
        self.run("export", self.memory, "-o", self.folder / name, "--overwrite", *words)
        return self.folder / name

    def read(self, file: pathlib.Path, *words):
        """The texts of a file of another program, as we read them."""
        memory, out = (file.with_name(f"{file.name}.{ending}") for ending in ("egiz", "jsonl"))
        self.run("import", memory, file, *words)
        self.run("export", memory, "-o", out)
        units = (json.loads(line) for line in out.read_text(encoding="utf-8").split("\n") if line)
        return [tuple(variant["text"] for variant in unit["variants"]) for unit in units]


def expect(what: str, found, expected) -> None:
    if found != expected:
        sys.exit(f"{what}:\nexpected {expected}\nfound    {found}")


def pairs(first: int = 0, second: int = 1):
    return [(texts[first], texts[second]) for texts in TEXTS]


def xmllint(egiz: Egiz):
    if shutil.which("xmllint") is None:
        return SKIP
    for profile in ("egiz", "omegat", "trados", "memoq", "phrase", "xtm", "wordfast"):
        file = egiz.export(f"{profile}.tmx", "--profile", profile)
        subprocess.run(["xmllint", "--nonet", "--noout", "--dtdvalid", FIXTURES / "tmx14.dtd", file], check=True)
    for form in ("xliff", "xliff2"):
        file = egiz.export(f"{form}.xlf", "--format", form, "--languages", "ru,kk")
        subprocess.run(["xmllint", "--nonet", "--noout", file], check=True)
    return 0


def toolkit(egiz: Egiz):
    try:
        from translate.storage import po, tmx, xliff
    except ImportError:
        return SKIP
    for name, parse in (("a.tmx", tmx.tmxfile.parsefile), ("a.xlf", xliff.xlifffile.parsefile)):
        store = parse(str(egiz.export(name, "--languages", "ru,kk")))
        found = [(str(unit.source), str(unit.target)) for unit in store.units if not unit.isheader()]
        expect(f"translate-toolkit reads our {name}", found, pairs())
    other = tmx.tmxfile(sourcelanguage="ru", targetlanguage="kk")
    bilingual = xliff.xlifffile(sourcelanguage="ru", targetlanguage="kk")
    for source, target in pairs():
        other.addtranslation(source, "ru", target, "kk")
        bilingual.addsourceunit(source).settarget(target)
    catalogue = po.pofile()
    catalogue.updateheader(add=True, Language="kk", Content_Type="text/plain; charset=UTF-8")
    for source, target in pairs(2, 1):
        catalogue.addsourceunit(source).target = target
    for name, store in (("b.tmx", other), ("b.xlf", bilingual), ("b.po", catalogue)):
        file = egiz.folder / name
        with file.open("wb") as out:
            store.serialize(out)
        expect(f"we read {name} of translate-toolkit", egiz.read(file), pairs(2, 1) if name == "b.po" else pairs())
    with egiz.export("a.csv", "--languages", "ru,kk").open(encoding="utf-8", newline="") as table:
        expect("Python reads our CSV", [tuple(row) for row in csv.reader(table)], [TAGS[:2], *pairs()])
    return 0


def openpyxl(egiz: Egiz):
    try:
        from openpyxl import load_workbook
    except ImportError:
        return SKIP
    sheet = load_workbook(egiz.export("a.xlsx", "--languages", "ru,kk,en", "--columns", "confidence")).active
    rows = list(sheet.iter_rows(values_only=True))
    expect("openpyxl reads our workbook", rows, [(*TAGS, "confidence"), *((*texts, 1) for texts in TEXTS)])
    return 0


PROJECT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0">
<source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir><tm_dir>__DEFAULT__</tm_dir>
<glossary_dir>__DEFAULT__</glossary_dir><glossary_file>__DEFAULT__</glossary_file>
<dictionary_dir>__DEFAULT__</dictionary_dir>
<source_lang>{source}</source_lang><target_lang>{target}</target_lang>
<source_tok>org.omegat.tokenizer.DefaultTokenizer</source_tok>
<target_tok>org.omegat.tokenizer.DefaultTokenizer</target_tok>
<sentence_seg>false</sentence_seg><support_default_translations>true</support_default_translations>
<remove_tags>false</remove_tags>
</project></omegat>
"""


def translate_with_omegat(egiz: Egiz, jar: pathlib.Path, source: int, target: int) -> None:
    project = egiz.folder / f"{TAGS[source]}-{TAGS[target]}"
    for folder in ("source", "target", "tm/auto", "glossary", "dictionary", "omegat"):
        (project / folder).mkdir(parents=True)
    codes = {"ru": "RU-RU", "kk": "KK-KZ", "en": "EN-US"}
    text = PROJECT.format(source=codes[TAGS[source]], target=codes[TAGS[target]])
    (project / "omegat.project").write_text(text, encoding="utf-8")
    unknown = "Нет в памяти: 42"
    lines = [texts[source] for texts in TEXTS] + [unknown]
    (project / "source" / "a.txt").write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    memory = egiz.export(f"{project.name}.tmx", "--profile", "omegat", "--languages", f"{TAGS[source]},{TAGS[target]}")
    shutil.move(memory, project / "tm" / "auto" / "memory.tmx")
    home = egiz.folder / "home"
    home.mkdir(exist_ok=True)
    java = ["java", "-Xmx256m", "-Djava.awt.headless=true", f"-Duser.home={home}", "-Duser.language=en",
            "-Dfile.encoding=UTF-8", "-jar", jar, "--mode=console-translate", f"--config-dir={home}", project]
    done = subprocess.run(java, capture_output=True, text=True, timeout=240, env={**os.environ, "LC_ALL": "C.UTF-8"})
    translated = project / "target" / "a.txt"
    if done.returncode != 0 or not translated.exists():
        sys.exit(f"OmegaT: exit {done.returncode}\n{done.stdout}{done.stderr}")
    found = [line for line in translated.read_text(encoding="utf-8").split("\n") if line]
    expect(f"OmegaT translates {project.name} from our TMX", found, [texts[target] for texts in TEXTS] + [unknown])
    expect(f"we read the TMX of OmegaT, {project.name}", sorted(egiz.read(project / f"{project.name}-level2.tmx")),
           sorted(pairs(source, target)))


def omegat(egiz: Egiz):
    jar = pathlib.Path("/usr/share/omegat/OmegaT.jar")
    if not jar.exists() or shutil.which("java") is None:
        return SKIP
    translate_with_omegat(egiz, jar, 0, 1)
    translate_with_omegat(egiz, jar, 1, 2)
    return 0


def main() -> int:
    program, client = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        result = {f.__name__: f for f in (xmllint, toolkit, openpyxl, omegat)}[client](Egiz(program, pathlib.Path(folder)))
    if result == SKIP:
        print(f"{client} is not installed; script/setup --test installs it")
    return result


if __name__ == "__main__":
    sys.exit(main())
