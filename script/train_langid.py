#!/usr/bin/env python3
"""Train the table that text/identify.h decides with.

    script/train_langid.py CORPUS > text/data/langid.txt

CORPUS holds <language>.txt, one text a line (script/langid/collect_corpus.py makes such a folder).  The table is a
character model: for every n-gram of up to three letters and every language (of four, for the first two of the script)
the cost in quarter bits of its last letter behind the letters before it, "_" being the edge of a word; and for
frequent words the cost of the whole word in bits.  A line of it is the letters before, then blank-separated the last
letters, each with its costs; "=" begins the line of words.  A cost is a character: "0" is nought, "1" is one, and so on.  Kazakh in Latin and Arabic letters is learnt from kk.txt, transliterated; function words are
taken from script/langid/function_words.txt.  The same corpus gives the same table.
"""
import collections
import itertools
import math
import pathlib
import re
import sys
import unicodedata

CYRILLIC = ["ru", "kk", "uk", "be", "bg", "sr", "mk", "mn", "ky", "tg", "tt", "ba"]
LATIN = ["en", "kk-acute", "kk-breve", "kk-breve-y", "tr", "uz", "az", "de", "fr", "es", "it", "pl"]
ARABIC = ["kk-arab", "ar", "fa", "ug", "ur", "ckb", "ps"]
LETTERS = {"cyrillic": "\u0400-\u052F", "latin": "a-z\u00DF-\u024F\u1E00-\u1EFF", "arabic": "\u0620-\u064A\u066E-\u06D5"}
TRIGRAMS = {"cyrillic": 5800, "latin": 3800, "arabic": 300}
FOURGRAMS = {"cyrillic": 5500, "latin": 0, "arabic": 0}
WORDS = {"cyrillic": 900, "latin": 200, "arabic": 0}
PAIR = 2            # languages that four-grams tell apart
HOME = {"ru", "kk", "en"}  # languages whose frequent words are in the table
FUNCTION_WORDS = pathlib.Path(__file__).parent / "langid/function_words.txt"
SMOOTHING = 8.0     # pseudo-counts of the shorter n-gram
STEPS_PER_BIT = 4
HIGHEST = 63        # the highest cost in steps, 15.75 bits
FIRST_CODE = 48     # "0" is a cost of nought

KAZAKH = "абвгғдежзийкқлмнңоөпрстуұүфхһцчшщыіьъэюяәё"
KAZAKH_SCRIPTS = {
    "kk-arab": "ا ب ۆ گ ع د ە ج ز ي ي ك ق ل م ن ڭ و ٶ پ ر س ت ۋ ۇ ٷ ف ح ھ تس چ ش شش ى ٸ - - ە يۋ يا ٵ يو".split(),
    "kk-acute": "a b v g ǵ d e j z ı ı k q l m n ń o ó p r s t ý u ú f h h ts ch sh sh y i - - e ıý ıa á ıo".split(),
    "kk-breve": "a b v g ğ d e j z i i k q l m n ñ o ö p r s t u ū ü f h h ts ş ş ş ı i - - e iu ia ä io".split(),
    "kk-breve-y": "a b v g ğ d e j z i i k q l m n ñ o ö p r s t u ū ü f h h ts ş ş ş y ı - - e iu ia ä io".split(),
}


def words_of(path, letters):
    """Words of a corpus with their counts, case folded and composed."""
    words = collections.Counter()
    pattern = re.compile(f"[{letters}]+(?:['’ʼ][{letters}]+)*")
    with path.open(encoding="utf-8") as file:
        for line in file:
            text = unicodedata.normalize("NFC", line.lower()).replace("ё", "е")
            words.update(re.sub("['’ʼ]", "'", word) for word in pattern.findall(text))
    return words


def transliterated(words, alphabet):
    table = {ord(c): "" if latin == "-" else latin for c, latin in zip(KAZAKH, KAZAKH_SCRIPTS[alphabet])}
    result = collections.Counter()
    for word, count in words.items():
        result[word.translate(table)] += count
    return result


def with_function_words(words, language):
    """The counts with those of the function words, which follow Zipf's law, added."""
    total = sum(words.values())
    for line in FUNCTION_WORDS.read_text(encoding="utf-8").splitlines():
        name, *listed = line.split()
        if name == language:
            for rank, word in enumerate(listed):
                words[word.replace("ё", "е")] += round(total * 0.03 / (rank + 3))
    return words


class Model:
    """Interpolated letter n-grams of one language."""

    def __init__(self, words):
        self.counts = [collections.Counter() for _ in range(5)]     # by length
        self.contexts = [collections.Counter() for _ in range(5)]
        for word, count in words.items():
            padded = "_" + word + "_"
            for end in range(1, len(padded)):
                for length in (1, 2, 3, 4):
                    if length <= end + 1:
                        gram = padded[end + 1 - length:end + 1]
                        self.counts[length][gram] += count
                        self.contexts[length][gram[:-1]] += count
        self.total = sum(self.counts[1].values())
        self.words = words
        self.word_total = sum(words.values())

    def probability(self, gram):
        if not gram:
            return 1 / 300
        length = len(gram)
        context = self.contexts[length][gram[:-1]]
        return (self.counts[length][gram] + SMOOTHING * self.probability(gram[1:])) / (context + SMOOTHING)

    def cost(self, gram):
        return min(HIGHEST, round(-math.log2(self.probability(gram)) * STEPS_PER_BIT))


    def letter_cost(self, word):
        """What the letters of a word cost, in bits."""
        padded = "_" + word + "_"
        return -sum(math.log2(self.probability(padded[max(0, end - 2):end + 1])) for end in range(1, len(padded)))

    def word_cost(self, word):
        """In bits, at most HIGHEST; half a chance for the word as a whole, half for its letters."""
        chance = (self.words[word] / self.word_total + 2 ** -self.letter_cost(word)) / 2
        return min(HIGHEST, round(-math.log2(chance)))


def chosen_words(models, most):
    """Words longer than two letters whose frequency their letters do not show."""
    gain = collections.Counter()
    for model in models:
        for word, count in model.words.items():
            if len(word) > 2 and count > 1e-5 * model.word_total:
                gain[word] += count / model.word_total * (model.letter_cost(word) - model.word_cost(word))
    return sorted(word for word, _ in gain.most_common(most))


def chosen_grams(models, length, most):
    """The n-grams that change the costs of languages most against each other, weighed by how frequent they are."""
    gain = collections.Counter()
    for model in models:
        for gram, count in model.counts[length].items():
            if count > 3e-6 * model.total:
                gain[gram] += count / model.total
    for gram in gain:
        change = [model.cost(gram) - model.cost(gram[1:]) for model in models]
        gain[gram] *= max(change) - min(change)
    return sorted(gram for gram, _ in gain.most_common(most))


def frequent_grams(models, length, least):
    return sorted({gram for model in models for gram, count in model.counts[length].items() if count > least * model.total})


def codes(costs):
    return "".join(chr(FIRST_CODE + cost) for cost in costs)


def write_grams(grams, models):
    for context, group in itertools.groupby(grams, key=lambda gram: gram[:-1]):
        print(context, *(gram[-1] + codes(model.cost(gram) for model in models) for gram in group))


def write_table(script, names, models):
    print(f"script {script} {' '.join(names)}")
    write_grams(frequent_grams(models, 1, 1e-5), models)
    write_grams(frequent_grams(models, 2, 2e-5), models)
    write_grams(chosen_grams(models, 3, TRIGRAMS[script]), models)
    write_grams(chosen_grams(models[:PAIR], 4, FOURGRAMS[script]), models[:PAIR])
    at_home = [model for name, model in zip(names, models) if name in HOME]
    print("=", *(word + codes(model.word_cost(word) for model in models) for word in chosen_words(at_home, WORDS[script])))


def main() -> None:
    corpus = pathlib.Path(sys.argv[1])
    print("# Written by script/train_langid.py; docs/decisions/0002-language-identification.md says what from.")
    kazakh = with_function_words(words_of(corpus / "kk.txt", LETTERS["cyrillic"]), "kk")
    for script, names in (("cyrillic", CYRILLIC), ("latin", LATIN), ("arabic", ARABIC)):
        models = []
        for name in names:
            is_transliterated = name in KAZAKH_SCRIPTS
            words = transliterated(kazakh, name) if is_transliterated else words_of(corpus / f"{name}.txt", LETTERS[script])
            models.append(Model(with_function_words(words, name)))
        write_table(script, names, models)


if __name__ == "__main__":
    main()
