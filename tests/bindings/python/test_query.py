# SPDX-License-Identifier: Apache-2.0
import datetime
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
        "changed", "penalties", "word_similarity", "adjusted", "diff", "memory", "coded_target",
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
    assert [memory.concordance(text, "ru") != [] for text in ("ответ~", "ответ")] == [True, False]


def test_the_longest_parts_of_a_text_are_found(letters):
    text = "🎉 Вот письмо отправлено сегодня"

    (part,) = letters.fragments(text, "ru", "kk")

    assert (part.text, part.words) == ("письмо отправлено сегодня", 3) and text[part.begin : part.end] == part.text
    assert [hit.text for hit in part.hits] == ["Письмо отправлено сегодня вечером."]
    assert letters.fragments(text, "ru", "kk", min_words=4) == []
    assert letters.fragments(text, "ru", "kk", filter=egiz.UnitFilter(origins=["machine"])) == []


@pytest.fixture
def old(tmp_path):
    """A memory with a unit that letters have, and one of a client."""
    with egiz.Memory(tmp_path / "old.egiz") as memory:
        memory.add({"ru": "Ответа пока нет.", "kk": "Әзірге жауап жоқ."})
        unit = egiz.Unit.of(ru="Совет старейшин собрался.", kk="Ақсақалдар кеңесі жиналды.")
        unit.properties = {"client": "Old"}
        unit.origin = "reviewed"
        unit.created_by = "Айгүл"
        unit.notes = ["см. статью 24"]
        memory.add(unit)
        yield memory


def test_several_memories_answer_as_one(letters, old):
    both = egiz.Memories(letters, (old, 5))

    (same,) = both.query("Ответа пока нет.", "ru", "kk")
    (other,) = both.query("Совет старейшин собрался.", "ru", "kk", penalties={"client=Old": 4})
    answers = both.query_all(["Ответа пока нет.", "совсем другое"], "ru", "kk")
    hits = both.concordance("жа* жоқ", "kk")

    assert (same.memory, same.score) == (str(letters.path), 100)
    assert (other.memory, other.score) == (str(old.path), 91)
    assert {penalty.reason for penalty in other.penalties} == {"memory", "client=Old"}
    assert answers == [[same], []]
    assert [hit.memory for hit in hits] == [str(letters.path), str(old.path)]  # that has no English: not the same
    assert egiz.Memories(letters, letters).query("Ответа пока нет.", "ru", "kk") == [same]
    assert egiz.Memories().query("Ответа пока нет.", "ru", "kk") == []
    assert [hit.memory for part in both.fragments("Ответа пока нет", "ru", "kk") for hit in part.hits] == [
        str(letters.path),
        str(old.path),
    ]


def test_a_closed_memory_among_several_is_refused(letters, old):
    old.close()
    with pytest.raises(ValueError, match="closed"):
        egiz.Memories(letters, old).query("Да", "ru", "kk")
    assert letters.query("Ответа пока нет.", "ru", "kk")


def test_codes_of_a_query_stand_in_the_target(memory):
    bold = [egiz.InlineCode("opening", 0, "1", "<b>"), egiz.InlineCode("closing", 5, "1", "</b>")]
    target = [egiz.InlineCode("opening", 4, "1", "<b>"), egiz.InlineCode("closing", 11, "1", "</b>")]
    memory.add(egiz.Unit([egiz.Variant("ru", "Устав фонда", codes=bold), egiz.Variant("kk", "Қор жарғысы", codes=target)]))

    (same,) = memory.query("<g1>Устав</g1> фонда", "ru", "kk", codes=True)
    ((other,),) = memory.query_all(["Устав фонда"], "ru", "kk", codes=True)
    (plain,) = memory.query("Устав фонда", "ru", "kk")

    assert (same.score, same.target, same.coded_target) == (100, "Қор жарғысы", "Қор <g1>жарғысы</g1>")
    assert (other.score, other.coded_target) == (99, None) and other.penalties == (egiz.Penalty("codes", 1),)
    assert (plain.score, plain.coded_target) == (100, None)
    assert memory.query("Устав фонда", "ru", "kk", codes=True, penalties={"codes": 0})[0].score == 100


def test_a_filter_hides_units(old):
    def found(**asked):
        return [match.id for match in old.query("Совет старейшин собрался.", "ru", "kk", filter=egiz.UnitFilter(**asked))]

    assert found() == found(properties={"client": "Old"}) == found(origins=["human", "reviewed"]) == [2]
    assert found(text="СТАРЕЙШИН", languages=["ru", "kk"], since=datetime.datetime(2020, 1, 1, tzinfo=datetime.timezone.utc))
    assert found(by="Айгүл", note="СТАТЬЮ") == [2] and found(by="Пётр") == found(note="25") == []
    assert found(properties={"client": "New"}) == found(origins=["machine"]) == found(document="a.docx") == []
    assert found(before=datetime.datetime(2020, 1, 1, tzinfo=datetime.timezone.utc)) == found(languages=["en"]) == []
    assert old.concordance("совет", "ru", filter=egiz.UnitFilter(text="ответ")) == []
    with pytest.raises(ValueError):
        found(origins=["luck"])
    with pytest.raises(ValueError):
        found(since=datetime.datetime(2020, 1, 1))


def test_documents_are_held_against_several_memories(letters, old, tmp_path):
    file = tmp_path / "letter.ru.txt"
    file.write_text("Ответа пока нет.\nСовет старейшин собрался.\n", encoding="utf-8")
    both = egiz.Memories(letters, old)
    of_client = egiz.UnitFilter(properties={"client": "Old"})

    rows = both.pretranslate(file, target_language="kk", source_language="ru", segmented=True)
    filtered = both.pretranslate(file, target_language="kk", source_language="ru", segmented=True, filter=of_client)
    volumes = both.analyse(file, target_language="kk", source_language="ru", segmented=True, filter=of_client)

    assert [row.match.memory for row in rows] == [str(letters.path), str(old.path)]
    assert [row.match is None for row in filtered] == [True, False]
    assert {row.band: row.segments for row in volumes if row.segments} == {"100": 1, "none": 1}


def test_defaults_are_those_of_the_library():
    defaults = {name: parameter.default for name, parameter in inspect.signature(egiz.Memory.query).parameters.items()}
    assert (defaults["min_similarity"], defaults["max_matches"]) == (70, 5)
