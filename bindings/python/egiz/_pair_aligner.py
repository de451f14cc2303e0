# SPDX-License-Identifier: Apache-2.0
"""One pair of documents, aligned again around what a reviewer fixes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from egiz import _egiz
from egiz._alignment import Alignment, Progress
from egiz._documents import Document
from egiz._values import Bead, FilePath


class PairAligner:
    """Two documents, aligned once and then, in milliseconds whatever their length, around the beads that are fixed.

    >>> aligner = egiz.PairAligner(egiz.Document("a.ru.txt"), egiz.Document("a.kk.txt"))
    >>> fixed = [(range(4, 6), range(4, 5))]
    >>> better = aligner.realign(fixed)

    Any thread may use it, many at once.
    """

    def __init__(
        self,
        source: Document,
        target: Document,
        *,
        lexicons: Sequence[FilePath] = (),
        memory: FilePath | None = None,
        fixed: FilePath | None = None,
        moves: bool = False,
        progress: Progress | None = None,
    ) -> None:
        """Aligns the pair; for the options see egiz.align."""
        self._aligner = _egiz.PairAligner(
            source._document, target._document, list(lexicons), memory, fixed, moves, progress
        )

    def realign(self, fixed: Iterable[Bead | tuple[range, range]] = ()) -> Alignment:
        """The alignment with these beads in it: all that are fixed by now, in text order.

        A bead is one of an alignment, or its segments as two ranges; an empty range stands where the other side is left
        out.  Only around what is new is anything aligned again; without any bead it is the alignment of the whole pair.
        """
        return Alignment(self._aligner.realign([_ends(bead) for bead in fixed]))


def _ends(bead: Bead | tuple[range, range]) -> tuple[tuple[int, int], tuple[int, int]]:
    sides = bead.sides if isinstance(bead, Bead) else bead
    source, target = sides
    if source.step != 1 or target.step != 1:
        raise ValueError(f"{source}, {target}: a bead has segments one after another; give ranges without a step")
    return (source.start, source.stop), (target.start, target.stop)
