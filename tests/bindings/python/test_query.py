# SPDX-License-Identifier: Apache-2.0
import inspect

import pytest

import egiz


def test_the_best_match_comes_first(letters):
    best, second = letters.query("письмо отправлено вчера вечером.", "ru", "kk")

    assert (best.kind, best.similarity, best.score) == ("exact", 100, 99)
    assert best.target == "Хат кеше кешке жіберілді."
    assert [penalty.points for penalty in best.penalties] == [1]
    assert (second.kind, second.source) == ("fuzzy", "Письмо отправлено сегодня вечером.")
    assert letters[best.id].texts["kk"] == best.target
    assert best.created is not None and best.created.tzinfo is not None


def test_rows_are_dicts_for_pandas(letters):
    row = letters.query("Ответа пока нет.", "ru", "en")[0].asdict()

    assert row["target"] == "No answer yet." and row["penalties"] == ()
    assert list(row) == [
        "score", "similarity", "kind", "source", "target", "id", "origin", "confidence", "document", "position", "created",
        "changed", "penalties", "word_similarity", "adjusted", "diff",
    ]


def test_numbers_are_adjusted_and_differences_told(tmp_path):
    with egiz.Memory(tmp_path / "m.egiz") as memory:
        memory.add({"ru": "Статья 12. Право на труд", "kk": "12-бап. Еңбек ету құқығы"})
        (match,) = memory.query("Статья 24. Право на труд", "ru", "kk")

    assert match.adjusted and match.target == "24-бап. Еңбек ету құқығы"
    assert (match.score, match.word_similarity) == (99, 90)
    assert match.penalties == (egiz.Penalty("numbers", 1),)
    assert match.diff[:3] == (("same", "Статья "), ("removed", "12"), ("added", "24"))


def test_options_bound_the_answer(letters):
    text = "Письмо отправлено вчера вечером."
    assert len(letters.query(text, "ru", "kk", max_matches=1)) == 1
    assert len(letters.query(text, "ru", "kk", min_similarity=99)) == 1
    assert letters.query("совсем другое", "ru", "kk") == []
    assert letters.query(text.upper(), "ru", "kk", penalties={"letter_case": 0})[0].score == 100
    for wrong in ({"min_similarity": 101}, {"min_similarity": float("nan")}, {"penalties": {"luck": 3}}):
        with pytest.raises(ValueError):
            letters.query(text, "ru", "kk", **wrong)
    with pytest.raises(ValueError):
        letters.query(text, "no language", "kk")
    with pytest.raises((ValueError, TypeError)):
        letters.query(text, "ru", "kk", max_matches=-1)


def test_neighbours_make_a_context_match(memory):
    memory.add(egiz.Unit([egiz.Variant("ru", "Да", "Вы идёте?", "Хорошо."), egiz.Variant("kk", "Иә")]))

    assert memory.query("Да", "ru", "kk", previous="Вы идёте?", next="Хорошо.")[0].kind == "context"
    assert memory.query("Да", "ru", "kk")[0].kind == "exact"


def test_many_queries_are_answered_as_one(letters):
    texts = ["Ответа пока нет.", "совсем другое", "Письмо отправлено вчера вечером."]

    assert letters.query_all(texts, "ru", "kk") == [letters.query(text, "ru", "kk") for text in texts]
    assert letters.query_all([], "ru", "kk") == []


def test_words_are_found_where_they_stand(memory):
    memory.add({"kk": "🎉 Әзірге жауап жоқ.", "ru": "Ответа пока нет."})

    (hit,) = memory.concordance("жау* жоқ", "kk")

    assert [hit.text[begin:end] for begin, end in hit.highlights] == ["жауап", "жоқ"]
    assert hit.texts["ru"] == "Ответа пока нет."
    assert memory.concordance("ештеңе", "kk") == []


def test_defaults_are_those_of_the_library():
    defaults = {name: parameter.default for name, parameter in inspect.signature(egiz.Memory.query).parameters.items()}
    assert (defaults["min_similarity"], defaults["max_matches"]) == (70, 5)
