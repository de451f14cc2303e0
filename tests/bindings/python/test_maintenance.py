# SPDX-License-Identifier: Apache-2.0
"""Checking, cleaning, counting and reviewing a memory."""
import pytest

import egiz


def aligned(ru, kk, confidence, document="a.txt"):
    unit = egiz.Unit.of(ru=ru, kk=kk)
    unit.origin, unit.confidence, unit.document = "aligned", confidence, document
    return unit


def test_checks_tell_what_is_wrong(memory, tmp_path):
    number = memory.add({"ru": "Цена 25 тенге.", "kk": "Бағасы 26 теңге."})
    memory.add({"ru": "Да.", "kk": "Иә."})

    (finding, *_) = egiz.check(memory.path, only=["numbers"])
    assert (finding.id, finding.check) == (number, "numbers") and finding.text in ("25", "26")
    with pytest.raises(ValueError, match="nonsense"):
        egiz.check(memory.path, only=["nonsense"])
    with pytest.raises(FileNotFoundError):
        egiz.check(tmp_path / "nowhere.tmx")


def test_units_are_found_and_removed(letters):
    found = letters.find_units(text="ПИСЬМО", languages=["kk"])
    assert [unit.texts["kk"] for unit in found.values()] == ["Хат кеше кешке жіберілді.", "Хат бүгін кешке жіберілді."]
    assert letters.find_units(origin="machine") == {}

    letters.remove_all(found)
    assert len(letters) == 1
    with pytest.raises(FileNotFoundError):
        letters.remove_all([*letters, 99])
    assert len(letters) == 1


def test_duplicates_merge_and_backup(letters, tmp_path):
    letters.add({"ru": "ОТВЕТА пока нет.", "kk": "Әзірге жауап жоқ.", "en": "No answer yet."})
    (group,) = letters.duplicates()
    assert {group.kept, *group.extra} == {3, 4}

    letters.backup(tmp_path / "copy.egiz")
    with pytest.raises(FileExistsError):
        letters.backup(tmp_path / "copy.egiz")
    with egiz.Memory(tmp_path / "other.egiz") as other:
        assert other.merge(tmp_path / "copy.egiz").added == 4


def test_documents_against_a_memory(letters, tmp_path):
    letter = tmp_path / "letter.txt"
    letter.write_text("Письмо отправлено вчера вечером.\nЧего-то такого ещё не было.\n", encoding="utf-8")

    rows = letters.analyse(letter, source_language="ru", target_language="kk")
    assert sum(row.segments for row in rows) == 2 and {row.file for row in rows} == {str(letter)}
    assert next(row for row in rows if row.band == "none").words == 5

    first, second = letters.pretranslate(letter, source_language="ru", target_language="kk")
    assert first.match.target == "Хат кеше кешке жіберілді." and second.match is None
    assert (first.source, first.paragraph, second.paragraph) == ("Письмо отправлено вчера вечером.", 0, 1)


@pytest.mark.parametrize("name", ["doubtful.tsv", "doubtful.csv", "doubtful.xlsx"])
def test_a_review_comes_back(memory, tmp_path, name):
    number = memory.add(aligned("Договор подписан.", "Шарт жасалды.", 0.5))
    memory.add(aligned("Да.", "Иә.", 0.99))

    assert memory.write_review(tmp_path / name) == 1
    assert memory.apply_review(tmp_path / name) == egiz.ReviewResult(1, 0, 0, 0, 1, ())
    if name.endswith(".tsv"):
        table = (tmp_path / name).read_text(encoding="utf-8")
        (tmp_path / name).write_text(table.replace("Шарт жасалды.", "Шартқа қол қойылды."), encoding="utf-8")
        assert memory.apply_review(tmp_path / name, "Aigul").corrected == 1
        assert memory[number].texts["kk"] == "Шартқа қол қойылды."
        assert (memory[number].origin, memory[number].changed_by) == ("reviewed", "Aigul")


def test_what_was_done_is_told_and_taken_back(memory):
    memory.add({"ru": "Да", "kk": "Иә"})
    memory[1] = egiz.Unit.of(ru="Да", kk="Ия")
    del memory[1]

    removed, changed, added = memory.actions()
    (step,) = memory.steps(changed.number)

    assert (added.added, changed.changed, removed.removed) == (1, 1, 1)
    assert removed.stands and removed.undoes is None and removed.at.tzinfo is not None
    assert (step.kind, step.first, step.last) == ("changed", 1, 1)
    assert step.before is not None and step.before.texts["kk"] == "Иә"
    assert memory.undo() == removed.number and memory[1].texts["kk"] == "Ия"
    assert memory.actions()[0].undoes == removed.number and not memory.actions()[1].stands
    assert memory.redo() == removed.number and memory.redo() is None and len(memory) == 0
    with pytest.raises(KeyError):
        memory.steps(99)
    memory.forget_history()
    assert memory.actions() == [] and memory.undo() is None


def test_one_action_is_taken_back_by_itself(tmp_path):
    with egiz.Memory(tmp_path / "m.egiz", author="Айгүл") as memory:
        memory.add({"ru": "Да", "kk": "Иә"})
        memory.add({"ru": "Нет", "kk": "Жоқ"})
        memory[2] = egiz.Unit.of(ru="Нет", kk="Жо")

        assert memory.undo(1) == 1 and list(memory) == [2]
        assert memory.actions()[0].author == "Айгүл"
        with pytest.raises(ValueError, match="action 3 touched unit 2"):
            memory.undo(2)
        with pytest.raises(KeyError):
            memory.undo(99)
