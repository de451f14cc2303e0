# SPDX-License-Identifier: Apache-2.0
import datetime
import signal
import threading

import pytest

import egiz


def test_modes_say_what_may_be_there(tmp_path):
    file = tmp_path / "memory.egiz"
    with pytest.raises(FileNotFoundError):
        egiz.Memory(file, "r")
    with egiz.Memory(file, "x") as memory:
        assert memory.path == file and not memory.closed
    assert memory.closed
    with pytest.raises(FileExistsError):
        egiz.Memory(file, "x")
    with pytest.raises(ValueError, match="mode"):
        egiz.Memory(file, "q")
    file.with_name("damaged.egiz").write_bytes(b"this is no memory at all, not even a little bit of one")
    with pytest.raises(egiz.ParseError):
        egiz.Memory(file.with_name("damaged.egiz"))


def test_a_closed_memory_is_of_no_use(memory):
    memory.close()
    memory.close()
    with pytest.raises(ValueError, match="closed"):
        len(memory)


def test_a_memory_is_a_mapping_of_units(memory):
    number = memory.add({"ru": "Да", "kk": "Иә"})

    assert memory.add(egiz.Unit.of(ru="Да", kk="Иә")) == number
    assert len(memory) == 1 and list(memory) == [number] and number in memory
    assert memory[number].texts == {"ru": "Да", "kk": "Иә"}
    assert memory.get(number + 1) is None
    assert [unit.texts["ru"] for unit in memory.units()] == ["Да"]

    unit = memory[number]
    unit.variants[1].text = "Ия"
    memory[number] = unit
    assert dict(memory.items())[number].texts["kk"] == "Ия"

    del memory[number]
    assert number not in memory and "Да" not in memory
    for missing in (lambda: memory[number], lambda: memory.__delitem__(number), lambda: memory.__setitem__(number, unit)):
        with pytest.raises(KeyError):
            missing()


def test_a_unit_comes_back_as_it_was_given(memory):
    time = datetime.datetime(2024, 2, 29, 12, 30, tzinfo=datetime.timezone.utc)
    unit = egiz.Unit(
        [
            egiz.Variant("ru", "🎉 Да, конечно", "Раньше", "Потом", [egiz.InlineCode("standalone", 2, "1", "<br/>")], {"a": "b"}),
            egiz.Variant("kk-Latn", "Ia, arine"),
        ],
        document="letter.txt",
        position=3,
        context_id="greeting",
        origin="reviewed",
        confidence=0.5,
        properties={"client": ["one", "two"], "domain": "letters"},
        notes=["as agreed"],
        created=time,
        changed=time,
        created_by="aliya",
        changed_by="berik",
    )

    back = memory[memory.add(unit)]

    for name, value in back.asdict().items():
        if name != "variants":
            assert value == unit.asdict()[name], name
    assert {v.language: (v.text, v.previous, v.next, v.codes) for v in back.variants}["ru"] == (
        "🎉 Да, конечно", "Раньше", "Потом", [egiz.InlineCode("standalone", 2, "1", "<br/>")],
    )


def test_units_that_are_wrong_are_refused(memory):
    with pytest.raises(ValueError):
        memory.add({"ru": "Одно"})
    with pytest.raises(ValueError, match="origin"):
        memory.add(egiz.Unit([egiz.Variant("ru", "а"), egiz.Variant("kk", "б")], origin="guessed"))
    with pytest.raises(ValueError, match="zone"):
        memory.add(egiz.Unit([egiz.Variant("ru", "а"), egiz.Variant("kk", "б")], created=datetime.datetime(2024, 1, 1)))
    with pytest.raises(ValueError):
        code = egiz.InlineCode("standalone", 99)
        memory.add(egiz.Unit([egiz.Variant("ru", "а", codes=[code]), egiz.Variant("kk", "б")]))
    with pytest.raises(UnicodeEncodeError):
        memory.add({"ru": "\ud800", "kk": "б"})
    with pytest.raises(TypeError):
        memory.add({"ru": 5, "kk": "б"})
    assert len(memory) == 0


def test_units_are_added_all_or_none(memory):
    report = memory.add_all({"ru": f"Номер {i}", "kk": f"Нөмір {i}"} for i in range(100))
    assert (report.added, report.merged) == (100, 0)

    def broken():
        yield {"ru": "Ещё", "kk": "Тағы"}
        raise LookupError("no more")

    with pytest.raises(LookupError, match="no more"):
        memory.add_all(broken())
    with pytest.raises(ValueError):
        memory.add_all([{"ru": "Ещё", "kk": "Тағы"}, {"ru": "одно"}])
    assert len(memory) == 100


def test_documents_fill_a_memory(memory, documents):
    files = [documents / "news" / f"news.{language}.txt" for language in ("ru", "kk")]

    result = memory.add_documents(*files)
    assert not result.refused and result.documents == tuple(map(str, files))
    assert result.added + result.merged == result.units and len(memory) == result.added > 10

    again = memory.add_alignment(egiz.align(*files))
    assert (again.added, again.merged) == (0, again.units)
    assert sum(result.added for result in memory.add_folder(documents / "story")) > 10
    with pytest.raises(FileNotFoundError):
        memory.add_folder(documents / "absent")


def test_strangers_are_refused_unless_forced(memory, documents):
    files = [documents / "list" / "list.ru.txt", documents / "story" / "story.kk.txt"]

    refused = memory.add_documents(*files)
    assert refused.refused and refused.message and len(memory) == 0
    assert not memory.add_documents(*files, force=True).refused and len(memory) > 0


def test_what_is_exported_is_imported(letters, tmp_path):
    assert letters.export(tmp_path / "all.tmx") == egiz.ExportResult(written=3, left_out=0)
    assert letters.export(tmp_path / "some.tsv", languages=["ru", "en"]) == egiz.ExportResult(written=1, left_out=2)
    with pytest.raises(FileExistsError):
        letters.export(tmp_path / "all.tmx")
    with pytest.raises(ValueError):
        letters.export(tmp_path / "all.ladder", "ladder")

    with egiz.Memory(tmp_path / "other.egiz") as other:
        result = other.import_file(tmp_path / "all.tmx")
        assert (result.read, result.added, result.skipped, result.findings) == (3, 3, 0, ())
        assert [unit.texts for unit in other.units()] == [unit.texts for unit in letters.units()]


def test_skipped_units_are_told(memory, tmp_path):
    (tmp_path / "half.tsv").write_text("ru\tkk\nДа\tИә\nНет\t\n", encoding="utf-8")
    result = memory.import_file(tmp_path / "half.tsv")
    assert (result.read, result.skipped) == (1, 1)
    assert result.findings[0].reason and "half.tsv" in result.findings[0].place


def test_sizes_are_told_by_language(letters):
    counts = {count.language: count.units for count in letters.languages()}
    assert counts == {"ru": 3, "kk": 3, "en": 1}


def test_progress_is_told_and_can_stop_the_work(memory):
    seen = []
    memory.add_all([{"ru": "Да", "kk": "Иә"}], progress=lambda done, total: seen.append((done, total)))
    assert seen and seen[-1][0] == 1

    with pytest.raises(egiz.CancelledError):
        memory.add_all([{"ru": "Нет", "kk": "Жоқ"}], progress=lambda done, total: False)
    with pytest.raises(ZeroDivisionError):
        memory.add_all([{"ru": "Нет", "kk": "Жоқ"}], progress=lambda done, total: 1 / 0)
    assert len(memory) == 1


def test_control_c_stops_the_work(memory):
    def units():
        for i in range(10**9):
            if i == 5000:
                signal.raise_signal(signal.SIGINT)
            yield {"ru": f"Номер {i}", "kk": f"Нөмір {i}"}

    with pytest.raises(KeyboardInterrupt):
        memory.add_all(units())
    assert len(memory) == 0


def test_a_memory_is_not_used_by_what_it_calls(letters):
    def ask(done, total):
        return len(letters) > 0

    with pytest.raises(ValueError, match="at work"):
        letters.add_all([{"ru": "Да", "kk": "Иә"}], progress=ask)
    with pytest.raises(ValueError, match="at work"):
        letters.query_all(["Ответа пока нет."] * 100, "ru", "kk", progress=ask)


def test_a_second_writer_waits_then_is_told(memory, tmp_path):
    with egiz.Memory(memory.path) as other:
        def slow():
            yield {"ru": "Да", "kk": "Иә"}
            with pytest.raises(egiz.BusyError):
                other.add({"ru": "Нет", "kk": "Жоқ"})

        memory.add_all(slow())
    assert len(memory) == 1


def test_threads_take_turns(letters):
    failures = []

    def ask():
        try:
            for _ in range(20):
                assert letters.query("Ответа пока нет.", "ru", "kk")[0].score == 100
        except Exception as error:
            failures.append(error)

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
