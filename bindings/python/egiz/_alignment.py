# SPDX-License-Identifier: Apache-2.0
"""Documents to alignments, one group or a whole list."""

from __future__ import annotations

import functools
import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, overload

from egiz import _egiz
from egiz._documents import Document
from egiz._values import (
    Bead,
    FilePath,
    Finding,
    Format,
    Group,
    Job,
    JobResult,
    Pairing,
    Score,
    Stretch,
    Unit,
    unit_of,
)

Progress = Callable[[int, int], "bool | None"]
"""Called with done and total (0 when not known), maybe from another thread; False stops the work, which is undone."""


class Alignment(Sequence[Bead]):
    """Two or three documents, and the beads that cover them in order; a sequence of beads."""

    def __init__(self, alignment: _egiz.Alignment) -> None:
        self._alignment = alignment

    @functools.cached_property
    def documents(self) -> tuple[Document, ...]:
        return tuple(Document._of(document) for document in self._alignment.documents())

    @property
    def parallelism(self) -> float:
        """0 to 1: are the documents translations of each other at all?"""
        return self._alignment.parallelism

    @property
    def untranslated(self) -> list[Stretch]:
        """Where the translation stops: stretches of five segments or more."""
        return [_stretch(row) for row in self._alignment.untranslated()]

    @property
    def moves(self) -> list[Stretch]:
        """Passages of two of the documents that do not stand in one place."""
        return [_stretch(row) for row in self._alignment.moves()]

    def units(self) -> list[Unit]:
        """The beads with text on two sides or more, as units for a memory."""
        return [unit_of(fields) for fields in self._alignment.units()]

    def write(self, file: FilePath, format: Format | None = None, *, overwrite: bool = False) -> None:
        """Writes a file, whole or not at all, in the format its name says when none is given."""
        self._alignment.write(file, format, overwrite)

    def to_text(self, format: Format = "tmx") -> str:
        """What write() would write; not for moses, which is several files."""
        return self._alignment.to_text(format)

    def __len__(self) -> int:
        return self._alignment.bead_count()

    @overload
    def __getitem__(self, index: int) -> Bead: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Bead, ...]: ...
    def __getitem__(self, index: int | slice) -> Bead | tuple[Bead, ...]:
        places = range(len(self))[index]
        return self._bead(places) if isinstance(places, int) else tuple(map(self._bead, places))

    def __iter__(self) -> Iterator[Bead]:
        return map(self._bead, range(len(self)))

    def _bead(self, place: int) -> Bead:
        sides, texts, confidence = self._alignment.bead(place)
        return Bead(tuple(range(begin, end) for begin, end in sides), tuple(texts), confidence)

    def __repr__(self) -> str:
        languages = "-".join(document.language for document in self.documents)
        return f"<egiz.Alignment {languages}, {len(self)} beads, parallelism {self.parallelism:.2f}>"


def align(
    *documents: FilePath | Document,
    languages: Sequence[str] = (),
    segmented: bool = False,
    lexicons: Sequence[FilePath] = (),
    memory: FilePath | None = None,
    fixed: FilePath | None = None,
    moves: bool = False,
    progress: Progress | None = None,
) -> Alignment:
    """Aligns two or three documents in different languages: files, or Documents that are loaded.

    languages: of the files, in order; identified when not given.
    segmented: the files have one segment a line; an empty line ends a paragraph.
    lexicons: files of words that translate each other (TSV, TBX), beside the built-in ones.
    memory: a memory whose units teach words.
    fixed: a ladder of beads of two documents that are given; the rest is aligned around them.
    moves: aligns passages that stand elsewhere, too; their beads stand behind the others.
    Ctrl-C, or progress that returns False, stops the work.

    >>> alignment = egiz.align("a.ru.txt", "a.kk.txt")
    >>> for bead in alignment:
    ...     print(bead.confidence, *bead.texts, sep="\\t")
    """
    loaded = [document for document in documents if isinstance(document, Document)]
    if not loaded:
        files: list[FilePath] = list(documents)  # type: ignore[arg-type]
        return Alignment(
            _egiz.align_files(files, list(languages), segmented, list(lexicons), memory, fixed, moves, progress)
        )
    if len(loaded) < len(documents) or languages or segmented:
        raise ValueError("give files, with languages and segmented, or Documents that are loaded, not both")
    handles = [document._document for document in loaded]
    return Alignment(_egiz.align_documents(handles, list(lexicons), memory, fixed, moves, progress))


def align_list(
    jobs: FilePath | Iterable[Job | tuple[FilePath, FilePath, FilePath]],
    *,
    languages: Sequence[str] = (),
    segmented: bool = False,
    format: Format = "tmx",
    overwrite: bool = False,
    resume: bool = False,
    lexicons: Sequence[FilePath] = (),
    memory: FilePath | None = None,
    moves: bool = False,
    progress: Progress | None = None,
) -> list[JobResult]:
    """Aligns many pairs of files in parallel, and writes each alignment.

    jobs: triples of source, target and output, or a file with one "source<TAB>target<TAB>output" a line; a fourth column
        is a ladder of fixed beads.
    lexicons, memory, moves: as in align.
    languages: of all sources and all targets; identified when not given.
    resume: leaves alone jobs whose output is there and not older than its inputs.
    A job that fails is told in its result and takes no other with it.
    """
    listed = _egiz.read_job_list(jobs) if isinstance(jobs, (str, os.PathLike)) else jobs
    paths = [_paths(job) for job in listed]
    results = _egiz.align_list(
        paths, list(languages), segmented, format, overwrite, resume, list(lexicons), memory, moves, progress
    )
    return [JobResult(path[0], path[1], path[2], *result) for path, result in zip(paths, results)]


def _paths(job: Job | tuple[FilePath, ...]) -> tuple[str, str, str, str]:
    fields = (job.source, job.target, job.output, job.fixed) if isinstance(job, Job) else job
    source, target, output, fixed = ([os.fspath(field) for field in fields] + [""])[:4]
    return source, target, output, fixed


def pair_folder(
    folder: FilePath,
    *,
    languages: Sequence[str] = (),
    segmented: bool = False,
    lexicons: Sequence[FilePath] = (),
    memory: FilePath | None = None,
    progress: Progress | None = None,
) -> Pairing:
    """Finds which documents of a folder translate each other, by what they say and by their names.

    languages: of the folder, beside ru, kk and en, which are told by the text.
    """
    found = json.loads(_egiz.pair_folder(folder, list(languages), segmented, list(lexicons), memory, progress))
    return Pairing(
        tuple(map(_group, found["groups"])),
        tuple(map(_group, found["denied"])),
        tuple((document["name"], document["language"]) for document in found["alone"]),
        tuple(Finding(**finding) for finding in found["left_out"]),
    )


def _group(fields: dict[str, Any]) -> Group:
    files = fields["files"]
    return Group(
        tuple(file["name"] for file in files),
        tuple(file["language"] for file in files),
        fields["confidence"],
        fields["names"],
    )


def _stretch(row: tuple[tuple[int, int], tuple[int, int], tuple[int, int]]) -> Stretch:
    documents, source, target = row
    return Stretch(documents, range(*source), range(*target))


def evaluate(gold: FilePath, hypothesis: FilePath) -> Score:
    """Scores a ladder file against a gold ladder file."""
    return Score(**_egiz.evaluate_files(gold, hypothesis))
