# SPDX-License-Identifier: Apache-2.0
"""Documents to alignments, one group or a whole list."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import overload

from egiz import _egiz
from egiz._documents import Document
from egiz._values import Bead, FilePath, Format, Job, JobResult, Score, Unit, unit_of

Progress = Callable[[int, int], "bool | None"]
"""Called with done and total (0 when not known), maybe from another thread; False stops the work, which is undone."""


class Alignment(Sequence[Bead]):
    """Two or three documents, and the beads that cover them in order; a sequence of beads."""

    def __init__(self, alignment: _egiz.Alignment) -> None:
        self._alignment = alignment
        self._documents = tuple(Document._of(document) for document in alignment.documents())
        self._beads = tuple(
            Bead(tuple(range(begin, end) for begin, end in sides), tuple(texts), confidence)
            for sides, texts, confidence in alignment.beads()
        )

    @property
    def documents(self) -> tuple[Document, ...]:
        return self._documents

    @property
    def parallelism(self) -> float:
        """0 to 1: are the documents translations of each other at all?"""
        return self._alignment.parallelism

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
        return len(self._beads)

    @overload
    def __getitem__(self, index: int) -> Bead: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Bead, ...]: ...
    def __getitem__(self, index: int | slice) -> Bead | tuple[Bead, ...]:
        return self._beads[index]

    def __iter__(self) -> Iterator[Bead]:
        return iter(self._beads)

    def __repr__(self) -> str:
        languages = "-".join(document.language for document in self.documents)
        return f"<egiz.Alignment {languages}, {len(self)} beads, parallelism {self.parallelism:.2f}>"


def align(
    *documents: FilePath | Document, languages: Sequence[str] = (), segmented: bool = False
) -> Alignment:
    """Aligns two or three documents in different languages: files, or Documents that are loaded.

    languages: of the files, in order; identified when not given.
    segmented: the files have one segment a line; an empty line ends a paragraph.

    >>> alignment = egiz.align("a.ru.txt", "a.kk.txt")
    >>> for bead in alignment:
    ...     print(bead.confidence, *bead.texts, sep="\\t")
    """
    loaded = [document for document in documents if isinstance(document, Document)]
    if not loaded:
        return Alignment(_egiz.align_files(list(documents), list(languages), segmented))  # type: ignore[arg-type]
    if len(loaded) < len(documents) or languages or segmented:
        raise ValueError("give files with their languages, or Documents that are loaded, not both")
    return Alignment(_egiz.align_documents([document._document for document in loaded]))


def align_list(
    jobs: FilePath | Iterable[Job | tuple[FilePath, FilePath, FilePath]],
    *,
    languages: Sequence[str] = (),
    segmented: bool = False,
    format: Format = "tmx",
    overwrite: bool = False,
    resume: bool = False,
    progress: Progress | None = None,
) -> list[JobResult]:
    """Aligns many pairs of files in parallel, and writes each alignment.

    jobs: triples of source, target and output, or a file with one "source<TAB>target<TAB>output" a line.
    languages: of all sources and all targets; identified when not given.
    resume: leaves alone jobs whose output is there and not older than its inputs.
    A job that fails is told in its result and takes no other with it.
    """
    listed = _egiz.read_job_list(jobs) if isinstance(jobs, (str, os.PathLike)) else jobs
    paths = [_paths(job) for job in listed]
    results = _egiz.align_list(paths, list(languages), segmented, format, overwrite, resume, progress)
    return [
        JobResult(source, target, output, *result) for (source, target, output), result in zip(paths, results)
    ]


def _paths(job: Job | tuple[FilePath, FilePath, FilePath]) -> tuple[str, str, str]:
    source, target, output = (job.source, job.target, job.output) if isinstance(job, Job) else job
    return os.fspath(source), os.fspath(target), os.fspath(output)


def evaluate(gold: FilePath, hypothesis: FilePath) -> Score:
    """Scores a ladder file against a gold ladder file."""
    return Score(**_egiz.evaluate_files(gold, hypothesis))
