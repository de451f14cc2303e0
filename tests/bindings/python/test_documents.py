# SPDX-License-Identifier: Apache-2.0
import pytest

import egiz


def test_a_file_is_a_sequence_of_segments(documents):
    document = egiz.Document(documents / "news" / "news.kk.txt")

    assert document.language == "kk"
    assert document.name.endswith("news.kk.txt")
    assert len(document) > 15
    assert [document.text[segment.begin : segment.end] for segment in document] == [segment.text for segment in document]
    assert document[-1] == list(document)[-1]
    assert document[1:3] == tuple(document)[1:3]


def test_offsets_are_right_behind_characters_outside_the_basic_plane():
    document = egiz.Document.from_text("Ура 🎉🎉!\nЭто 𝔘 и ещё 👩‍🚀.\nКонец.\n", language="ru", segmented=True)

    assert [document.text[segment.begin : segment.end] for segment in document] == ["Ура 🎉🎉!", "Это 𝔘 и ещё 👩‍🚀.", "Конец."]


def test_lines_are_segments_when_it_is_said():
    document = egiz.Document.from_text("один\nдва\n\nтри\n", language="rus", segmented=True)

    assert document.language == "ru"
    assert [(segment.text, segment.paragraph) for segment in document] == [("один", 0), ("два", 0), ("три", 1)]


def test_what_cannot_be_loaded_is_raised(tmp_path):
    with pytest.raises(FileNotFoundError, match="absent.txt"):
        egiz.Document(tmp_path / "absent.txt")
    with pytest.raises(egiz.ParseError):
        egiz.Document.from_text(" \n", name="empty.txt")
    with pytest.raises(ValueError):
        egiz.Document.from_text("текст", language="no language")
    with pytest.raises(ValueError, match="paragraphs"):
        egiz.Document.from_text("текст", language="ru", paragraphs="sideways")
    with pytest.raises(TypeError):
        egiz.Document(5)


def test_a_file_name_may_be_anything(tmp_path):
    name = tmp_path / "құжат 📄.txt"
    name.write_text("Бүгін ауа райы жақсы болады.", encoding="utf-8")

    assert egiz.Document(str(name), language="kk").name == str(name)


def test_languages_are_identified(documents):
    assert egiz.identify("Бүгін ауа райы жақсы болады деп күтілуде").language == "kk"
    identification = egiz.identify_file(documents / "news" / "news.en.txt")
    assert identification.language == "en"
    assert 0.5 < identification.confidence <= 1
    assert identification.asdict() == {"language": "en", "confidence": identification.confidence}


def test_lone_surrogates_are_a_wrong_argument():
    for wrong in (egiz.identify, egiz.Document.from_text, lambda text: egiz.match_key(text, "ru"), egiz.segment):
        with pytest.raises(UnicodeEncodeError):
            wrong("\ud800")
        with pytest.raises((TypeError, AttributeError)):
            wrong(7)


def test_a_text_is_cut_into_sentences():
    assert egiz.segment("Первое предложение. Второе предложение.", "ru") == ["Первое предложение.", "Второе предложение."]
    assert egiz.segment("Это предложение. Язык узнан по нему.") == ["Это предложение.", "Язык узнан по нему."]
    assert egiz.segment("", "ru") == []


def test_match_keys_level_texts():
    assert egiz.match_key("«Ёлка»", "ru") == egiz.match_key('"елка"', "ru")
