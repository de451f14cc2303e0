# SPDX-License-Identifier: Apache-2.0
import pytest

import egiz


@pytest.fixture
def news(documents):
    return [documents / "news" / f"news.{language}.txt" for language in ("ru", "kk", "en")]


@pytest.mark.parametrize("count", [2, 3])
def test_beads_cover_every_side_in_order(news, count):
    alignment = egiz.align(*news[:count])

    assert [document.language for document in alignment.documents] == ["ru", "kk", "en"][:count]
    assert alignment.parallelism > 0.5
    for side, document in enumerate(alignment.documents):
        assert [i for bead in alignment for i in bead.sides[side]] == list(range(len(document)))
        assert alignment[0].texts[side] == " ".join(document[i].text for i in alignment[0].sides[side])
    assert all(0 <= bead.confidence <= 1 for bead in alignment)


def test_loaded_documents_are_aligned(news):
    loaded = [egiz.Document(file) for file in news[:2]]
    assert list(egiz.align(*loaded)) == list(egiz.align(*news[:2]))

    with pytest.raises(ValueError, match="not both"):
        egiz.align(loaded[0], news[1])
    with pytest.raises(ValueError, match="one language"):
        egiz.align(loaded[0], loaded[0])
    with pytest.raises(ValueError):
        egiz.align(news[0])


def test_units_come_from_beads(news):
    alignment = egiz.align(*news[:2])
    units = alignment.units()

    assert len(units) == sum(all(bead.texts) for bead in alignment)
    assert units[0].origin == "aligned"
    assert set(units[0].texts) == {"ru", "kk"}


def test_alignments_are_written_in_every_format(news, tmp_path):
    alignment = egiz.align(*news[:2])

    alignment.write(tmp_path / "news.ladder")
    assert egiz.evaluate(tmp_path / "news.ladder", tmp_path / "news.ladder").strict_f1 == 1
    assert (tmp_path / "news.ladder").read_text() == alignment.to_text("ladder")
    assert "<tmx" in alignment.to_text()
    with pytest.raises(FileExistsError):
        alignment.write(tmp_path / "news.ladder")
    alignment.write(tmp_path / "news.ladder", "tsv", overwrite=True)
    with pytest.raises(ValueError):
        alignment.to_text("moses")
    with pytest.raises(ValueError):
        alignment.to_text("doc")


def test_a_list_is_aligned_job_by_job(news, tmp_path):
    output = tmp_path / "news.ladder"
    jobs = [(news[0], news[1], output), egiz.Job(str(tmp_path / "absent.txt"), str(news[1]), str(tmp_path / "b.ladder"))]

    done, failed = egiz.align_list(jobs, format="ladder")

    assert (done.outcome, done.output) == ("aligned", str(output))
    assert done.beads == len(output.read_text().splitlines()) or done.beads > 10
    assert failed.outcome == "failed" and "absent.txt" in failed.message

    (tmp_path / "jobs.tsv").write_text(f"{news[0]}\t{news[1]}\t{output}\n")
    (skipped,) = egiz.align_list(tmp_path / "jobs.tsv", format="ladder", resume=True)
    assert skipped.outcome == "skipped"


def test_beads_that_are_given_hold(news, tmp_path):
    (tmp_path / "fixed.ladder").write_text("0,1\t0\n")

    alignment = egiz.align(*news[:2], fixed=tmp_path / "fixed.ladder", moves=True)
    (tmp_path / "jobs.tsv").write_text(f"{news[0]}\t{news[1]}\t{tmp_path / 'a.ladder'}\t{tmp_path / 'fixed.ladder'}\n")
    (job,) = egiz.align_list(tmp_path / "jobs.tsv", format="ladder")

    assert alignment[0].sides == (range(0, 2), range(0, 1)) and alignment[0].confidence == 1
    assert alignment.untranslated == [] and alignment.moves == []
    assert job.outcome == "aligned" and (tmp_path / "a.ladder").read_text().startswith("0,1\t0\t1.0000\n")


def test_a_lexicon_of_the_user_is_read(news, tmp_path):
    (tmp_path / "words.tsv").write_text("ru\tkk\nдом\tүй\n")
    assert len(egiz.align(*news[:2], lexicons=[tmp_path / "words.tsv"])) > 10
    (tmp_path / "words.tsv").write_text("words\n")
    with pytest.raises(egiz.ParseError, match="words.tsv"):
        egiz.align(*news[:2], lexicons=[tmp_path / "words.tsv"])


def test_documents_of_a_folder_are_paired(news, tmp_path):
    for number, file in enumerate(news):
        (tmp_path / f"{number}.txt").write_bytes(file.read_bytes())

    pairing = egiz.pair_folder(tmp_path)

    (group,) = pairing.groups
    assert group.languages == ("ru", "kk", "en") and len(group.files) == 3
    assert group.confidence > 0.5 and not group.names
    assert pairing.denied == pairing.alone == pairing.left_out == ()


def test_a_list_stops_when_progress_says_so(news, tmp_path):
    with pytest.raises(egiz.CancelledError):
        egiz.align_list([(news[0], news[1], tmp_path / "a.tmx")], progress=lambda done, total: False)


def test_answers_are_the_same_with_one_thread(news):
    with egiz.thread_limit(1):
        one = list(egiz.align(*news))
    assert one == list(egiz.align(*news))
