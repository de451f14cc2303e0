# SPDX-License-Identifier: Apache-2.0
import threading

import pytest

import egiz


@pytest.fixture
def story(documents):
    return [egiz.Document(documents / "story" / f"story.{language}.txt") for language in ("ru", "en")]


def test_a_pair_that_is_aligned_to_be_reviewed_is_aligned_as_any_other(story):
    aligner = egiz.PairAligner(*story)

    assert list(aligner.realign()) == list(egiz.align(*story))
    assert [document.text for document in aligner.realign().documents] == [document.text for document in story]


def test_beads_that_are_fixed_hold(story):
    aligner = egiz.PairAligner(*story)
    fixed = [(range(0, 2), range(0, 1)), (range(2, 3), range(1, 1))]

    alignment = aligner.realign(fixed)

    assert [bead.sides for bead in alignment[:2]] == fixed
    assert [bead.confidence for bead in alignment[:2]] == [1, 1]
    assert [i for bead in alignment for i in bead.sides[0]] == list(range(len(story[0])))
    assert [bead.sides for bead in aligner.realign(alignment)] == [bead.sides for bead in alignment]
    assert list(aligner.realign()) == list(egiz.align(*story))  # the aligner is as it was


def test_options_are_those_of_align(story, tmp_path):
    (tmp_path / "fixed.ladder").write_text("0,1\t0\n")
    (tmp_path / "words.tsv").write_text("ru\ten\nдом\thouse\n")

    aligner = egiz.PairAligner(*story, fixed=tmp_path / "fixed.ladder", lexicons=[tmp_path / "words.tsv"], moves=True)

    assert aligner.realign()[0].sides == (range(0, 2), range(0, 1))
    with pytest.raises(FileNotFoundError):
        egiz.PairAligner(*story, memory=tmp_path / "absent.egiz")


def test_what_cannot_be_is_refused(story):
    aligner = egiz.PairAligner(*story)

    with pytest.raises(ValueError, match="fixed bead 1"):
        aligner.realign([(range(2, 3), range(2, 3)), (range(3, 4), range(1, 2))])
    with pytest.raises(ValueError, match="leaves the documents"):
        aligner.realign([(range(0, 1000), range(0, 1))])
    with pytest.raises(ValueError, match="without a step"):
        aligner.realign([(range(0, 4, 2), range(0, 1))])
    with pytest.raises(ValueError, match="one language"):
        egiz.PairAligner(story[0], story[0])
    with pytest.raises(egiz.CancelledError):
        egiz.PairAligner(*story, progress=lambda done, total: False)


def test_many_threads_may_use_one(story):
    aligner = egiz.PairAligner(*story)
    fixed = [[(range(k, k + 1), range(k, k + 1))] for k in range(8)]
    found = [None] * len(fixed)

    def work(k):
        found[k] = list(aligner.realign(fixed[k]))

    threads = [threading.Thread(target=work, args=(k,)) for k in range(len(fixed))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert found == [list(aligner.realign(beads)) for beads in fixed]
