#!/usr/bin/env python3
"""Collect texts to train language identification on from Debian packages.

    script/langid/collect_corpus.py ROOT OUT

ROOT is "/" or a folder that packages were unpacked into (docs/decisions/0002-language-identification.md names them).  Reads
MediaWiki messages, translation catalogues (.mo), Firefox language packs, LibreOffice help and hunspell dictionaries,
and writes OUT/<language>.txt, one text a line, in a fixed order.
"""
import gettext
import html
import json
import pathlib
import random
import re
import sys
import zipfile

# language: (script, names in MediaWiki, names in locale folders, hunspell dictionary)
LANGUAGES = {
    "ru": ("cyrillic", ["ru"], ["ru"], "ru_RU"),
    "kk": ("cyrillic", ["kk-cyrl"], ["kk"], "kk_KZ"),
    "en": ("latin", ["en"], [], "en_US"),
    "uk": ("cyrillic", ["uk"], ["uk"], "uk_UA"),
    "be": ("cyrillic", ["be", "be-tarask"], ["be"], "be_BY"),
    "bg": ("cyrillic", ["bg"], ["bg"], "bg_BG"),
    "sr": ("cyrillic", ["sr-ec"], ["sr"], "sr_RS"),
    "mk": ("cyrillic", ["mk"], ["mk"], None),
    "mn": ("cyrillic", ["mn"], ["mn"], None),
    "ky": ("cyrillic", ["ky"], ["ky"], None),
    "tg": ("cyrillic", ["tg-cyrl"], ["tg"], None),
    "tt": ("cyrillic", ["tt-cyrl"], ["tt"], None),
    "ba": ("cyrillic", ["ba"], [], None),
    "kk-Arab": ("arabic", ["kk-arab"], [], None),
    "ar": ("arabic", ["ar"], ["ar"], None),
    "fa": ("arabic", ["fa"], ["fa"], None),
    "ug": ("arabic", ["ug-arab"], ["ug"], None),
    "ur": ("arabic", ["ur"], ["ur"], None),
    "ckb": ("arabic", ["ckb"], ["ckb"], None),
    "ps": ("arabic", ["ps"], ["ps"], None),
    "tr": ("latin", ["tr"], ["tr"], None),
    "uz": ("latin", ["uz"], ["uz"], None),
    "az": ("latin", ["az"], ["az"], None),
    "de": ("latin", ["de"], ["de"], None),
    "fr": ("latin", ["fr"], ["fr"], None),
    "es": ("latin", ["es"], ["es"], None),
    "it": ("latin", ["it"], ["it"], None),
    "pl": ("latin", ["pl"], ["pl"], None),
}
LETTERS = {"cyrillic": re.compile("[\u0400-\u052F]"), "latin": re.compile("[A-Za-z\u00C0-\u024F]"),
           "arabic": re.compile("[\u0620-\u06D5]")}
FORMS_OF_A_WORD = 3  # how many inflected forms of a dictionary word are taken
MOST_CHARACTERS = {"mo": 1_500_000, "wiki": 600_000, "help": 1_000_000, "firefox": 400_000, "words": 800_000}


def cleaned(text: str) -> str:
    """Without mark-up, placeholders and keyboard marks."""
    text = html.unescape(text)
    text = re.sub(r"\{\{[A-Z#:]*|\}\}|\[\[|\]\]|<[^<>]*>|https?://\S+|\{[^{}]*\}", " ", text)
    text = re.sub(r"%\(?\w*\)?[-+ #0-9.]*\w|\$\w+|\\[nt]|''+", " ", text)
    text = re.sub(r"(?<=\w)[~_&](?=\w)|[~_&](?=\w)", "", text)
    return re.sub(r"\s+", " ", text.replace("|", " ")).strip()


def is_in(script: str, text: str) -> bool:
    right = len(LETTERS[script].findall(text))
    letters = sum(c.isalpha() for c in text)
    return letters >= 3 and right > 0.8 * letters


def wiki_messages(root, names):
    for name in names:
        for path in sorted((root / "usr/share/mediawiki").rglob(f"i18n/**/{name}.json")):
            messages = json.loads(path.read_text(encoding="utf-8"))
            yield from (value for key, value in messages.items() if isinstance(value, str) and not key.startswith("@"))


def catalogue_messages(root, names, wants_source):
    for name in names:
        folders = ("usr/share/locale", "usr/lib/libreoffice/program/resource")
        for path in sorted(p for folder in folders for p in (root / folder / name / "LC_MESSAGES").glob("*.mo")):
            with path.open("rb") as file:
                catalogue = gettext.GNUTranslations(file)._catalog
            for source, translation in catalogue.items():
                source = source[0] if isinstance(source, tuple) else source
                yield source.split("\x04")[-1] if wants_source else translation


def firefox_messages(root, names):
    for name in names:
        for path in sorted((root / "usr/lib").glob(f"firefox*/**/langpack-{name}@*.xpi")):
            with zipfile.ZipFile(path) as pack:
                for entry in sorted(pack.namelist()):
                    if not entry.endswith(".ftl"):
                        continue
                    for line in pack.read(entry).decode("utf-8").splitlines():
                        if not line.startswith("#"):
                            yield re.sub(r"^[\w.-]+\s*=|^\s*\.\w+\s*=|^\s*\*?\[\w+\]", "", line)


def help_texts(root, name):
    for path in sorted((root / "usr/share/libreoffice/help" / name).rglob("*.html")):
        page = path.read_text(encoding="utf-8")
        yield from re.findall(r"<(?:p|h\d)[^>]*>(.*?)</(?:p|h\d)>", page, re.S)


def dictionary_words(root, name):
    """Every word of a hunspell dictionary and a few of its forms, drawn with a fixed seed."""
    dictionary = root / f"usr/share/hunspell/{name}.dic"
    if not dictionary.exists():
        return
    affixes = dictionary.with_suffix(".aff").read_bytes()
    declared = re.search(rb"^SET\s+(\S+)", affixes, re.M)
    encoding = declared.group(1).decode() if declared else "utf-8"
    rules = {}
    for line in affixes.decode(encoding, "replace").splitlines():
        part = line.split()
        if len(part) >= 5 and part[0] == "SFX" and part[3].split("/")[0] != "Y":
            condition = re.compile(part[4] + "$") if part[4] != "." else None
            added = part[3].split("/")[0]
            rules.setdefault(part[1], []).append((part[2], "" if added == "0" else added, condition))
    drawn = random.Random(1)
    for line in dictionary.read_text(encoding=encoding, errors="replace").splitlines()[1:]:
        word, _, flags = line.split("\t")[0].strip().partition("/")
        yield word
        forms = [(strip, add) for flag in flags for strip, add, condition in rules.get(flag, [])
                 if (condition is None or condition.search(word)) and (strip == "0" or word.endswith(strip))]
        for strip, add in drawn.sample(forms, min(FORMS_OF_A_WORD, len(forms))):
            yield (word if strip == "0" else word[:-len(strip)]) + add


def limited(texts, script, most, seen):
    """Cleaned texts in script, each once, a random choice of most characters in all."""
    kept = []
    for text in texts:
        text = cleaned(text)
        if text not in seen and is_in(script, text):
            seen.add(text)
            kept.append(text)
    random.Random(2).shuffle(kept)
    size = 0
    for text in kept:
        size += len(text)
        if size > most:
            return
        yield text


def main() -> None:
    root, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    for language, (script, wiki, locale, dictionary) in LANGUAGES.items():
        sources = {
            "mo": catalogue_messages(root, ["ru"] if language == "en" else locale, wants_source=language == "en"),
            "wiki": wiki_messages(root, wiki),
            "help": help_texts(root, {"en": "en-US"}.get(language, language)),
            "firefox": firefox_messages(root, [language]),
            "words": dictionary_words(root, dictionary),
        }
        seen = set()
        lines = {kind: list(limited(texts, script, MOST_CHARACTERS[kind], seen)) for kind, texts in sources.items()}
        with (out / f"{language}.txt").open("w", encoding="utf-8") as file:
            for kind in lines:
                file.writelines(text + "\n" for text in lines[kind])
        print(language, {kind: sum(map(len, texts)) for kind, texts in lines.items()}, file=sys.stderr)


if __name__ == "__main__":
    main()
