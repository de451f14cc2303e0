# SPDX-License-Identifier: Apache-2.0
"""Ctrl-C while documents are aligned."""

import os
import random
import signal
import threading
import time

import pytest

import egiz


def plant(folder, lines):
    """A made-up text and its translation, word by word, as files of one segment a line: long work for the aligner."""
    chance = random.Random(7)

    def words(syllables):
        return ["".join(chance.choices(syllables, k=3)) for _ in range(800)]

    dictionary = list(zip(words("ба ко ми ту ре сы да но ле пу".split()), words("wha jo zi qu fe gy va xo he cu".split())))
    said = [chance.choices(dictionary, k=chance.randint(6, 14)) for _ in range(lines)]
    files = [folder / "long.ru.txt", folder / "long.en.txt"]
    for side, file in enumerate(files):
        text = (" ".join(word[side] for word in line) for line in said)
        file.write_text("".join(f"{line} {number}.\n" for number, line in enumerate(text)))
    return files


@pytest.fixture(scope="module")
def long_files(tmp_path_factory):
    return plant(tmp_path_factory.mktemp("long"), 8000)


@pytest.fixture
def long_pair(long_files):
    return [egiz.Document(file, language=file.name[5:7], segmented=True) for file in long_files]


class Interrupts:
    """Ctrl-C, pressed twice while work goes on: the first is only noted, the second stops the work.

    A signal that is handled but when the work has ended comes too late for the second one to stop anything.
    """

    def __init__(self):
        self.is_seen = threading.Event()
        self.is_finished = False

    def handle(self, number, frame):
        if self.is_seen.is_set():
            raise KeyboardInterrupt
        self.is_seen.set()

    def press(self):
        time.sleep(0.1)
        os.kill(os.getpid(), signal.SIGINT)
        self.is_seen.wait()
        os.kill(os.getpid(), signal.SIGINT)

    def stop(self, work):
        previous = signal.signal(signal.SIGINT, self.handle)
        thread = threading.Thread(target=self.press)
        try:
            with pytest.raises(KeyboardInterrupt):
                thread.start()
                work()
                self.is_finished = True
                thread.join()
        finally:
            signal.signal(signal.SIGINT, previous)
        assert not self.is_finished


def test_ctrl_c_stops_an_alignment(long_pair):
    Interrupts().stop(lambda: egiz.align(*long_pair))


def test_ctrl_c_stops_an_alignment_of_files_with_a_progress_function(long_files):
    told = []

    def tell(done, total):
        told.append((done, total))

    Interrupts().stop(lambda: egiz.align(*long_files, segmented=True, languages=["ru", "en"], progress=tell))

    assert told == sorted(told) and told[-1][0] < told[-1][1]


def test_ctrl_c_stops_a_pair_aligner(long_pair):
    Interrupts().stop(lambda: egiz.PairAligner(*long_pair))


def test_ctrl_c_leaves_a_memory_as_it_was(long_files, letters):
    Interrupts().stop(lambda: letters.add_documents(*long_files, languages=["ru", "en"], segmented=True))

    assert len(letters) == 3


def test_an_alignment_stops_when_progress_says_so(documents):
    files = [documents / "story" / f"story.{language}.txt" for language in ("ru", "kk", "en")]
    for count in (2, 3):
        told = []
        whole = egiz.align(*files[:count], progress=lambda *now: told.append(now))
        assert list(whole) == list(egiz.align(*files[:count]))
        assert told == sorted(told) and told[0][0] == 0 and told[-1][0] == told[-1][1]

        with pytest.raises(egiz.CancelledError):
            egiz.align(*files[:count], progress=lambda done, total: done == 0)

    def fail(done, total):
        raise ZeroDivisionError("of the caller's")

    with pytest.raises(ZeroDivisionError, match="of the caller's"):
        egiz.align(*files[:2], progress=fail)
