# SPDX-License-Identifier: Apache-2.0
"""What one memory, or several together, can be asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from egiz import _egiz
from egiz._alignment import Progress
from egiz._filter import UnitFilter, filter_fields
from egiz._hits import Fragment, Hit, hit_of
from egiz._values import FilePath, Match, Penalty, Pretranslated, Volume, with_times

if TYPE_CHECKING:
    from egiz._memory import Memory


class LookUp:
    """Look-up, concordance, and documents against what is asked: one memory, or several as if they were one.

    filter: only units that pass it are found.  penalties: points by name, instead of the usual ones: letter_case,
    punctuation, spelling, numbers, several_targets, region, aligned, machine, codes, or a property ("client=Old", or "client="
    for any value).
    """

    __slots__ = ()

    def _asked(self) -> list[tuple[_egiz.Memory, float]]:
        raise NotImplementedError

    def query(
        self,
        text: str,
        source_language: str,
        target_language: str,
        *,
        min_similarity: float = _egiz.MIN_SIMILARITY,
        max_matches: int = _egiz.MAX_MATCHES,
        previous: str = "",
        next: str = "",
        context_id: str = "",
        penalties: Mapping[str, float] | None = None,
        filter: UnitFilter | None = None,
        codes: bool = False,
    ) -> list[Match]:
        """The units most like a text that have a translation, best first.

        min_similarity: 0 to 100; 100 x (1 - d/m), d the Levenshtein distance of the match keys, m the longer length.
        max_matches: 0 is all.
        previous, next: the neighbours of the text in its document; context_id: its key there.  For context matches.
        codes: text has inline codes, "<1>bold</1>" or "<2/>", and so has coded_target of a match that has the same.

        >>> pandas.DataFrame(match.asdict() for match in memory.query("Добрый день!", "ru", "kk"))
        """
        arguments = _arguments(min_similarity, max_matches, penalties, filter, previous, next, context_id, codes)
        return [_match(row) for row in _egiz.find(self._asked(), text, source_language, target_language, arguments)]

    def query_all(
        self,
        texts: Iterable[str],
        source_language: str,
        target_language: str,
        *,
        min_similarity: float = _egiz.MIN_SIMILARITY,
        max_matches: int = _egiz.MAX_MATCHES,
        penalties: Mapping[str, float] | None = None,
        filter: UnitFilter | None = None,
        codes: bool = False,
        progress: Progress | None = None,
    ) -> list[list[Match]]:
        """query() for many texts, in parallel; the same answers in the same order."""
        arguments = _arguments(min_similarity, max_matches, penalties, filter, codes=codes)
        answers = _egiz.find_all(self._asked(), list(texts), source_language, target_language, arguments, progress)
        return [[_match(fields) for fields in rows] for rows in answers]

    def concordance(
        self, text: str, language: str, *, max_hits: int = _egiz.MAX_HITS, filter: UnitFilter | None = None
    ) -> list[Hit]:
        """Units that hold every word of text in language.

        "шарт*" is a prefix, "шарт~" any form of the word (docs/matching.md), '"a phrase"' stays together.
        """
        rows = _egiz.concordance(self._asked(), text, language, max_hits, filter_fields(filter))
        return [hit_of(row) for row in rows]

    def fragments(
        self,
        text: str,
        source_language: str,
        target_language: str,
        *,
        min_words: int = _egiz.MIN_FRAGMENT_WORDS,
        max_hits: int = _egiz.MAX_FRAGMENT_HITS,
        filter: UnitFilter | None = None,
    ) -> list[Fragment]:
        """The longest parts of a text that units with a translation hold word for word, most words first.

        min_words: shorter parts are not told.  max_hits: units for each part; 0 is all.
        """
        rows = _egiz.fragments(
            self._asked(), text, source_language, target_language, min_words, max_hits, filter_fields(filter)
        )
        return [
            Fragment(begin, end, words, text[begin:end], tuple(hit_of(row) for row in hits))
            for begin, end, words, hits in rows
        ]

    def analyse(
        self,
        *files: FilePath,
        target_language: str,
        source_language: str | None = None,
        segmented: bool = False,
        penalties: Mapping[str, float] | None = None,
        filter: UnitFilter | None = None,
        progress: Progress | None = None,
    ) -> list[Volume]:
        """The quote report: how much of each file is in each band, every band of every file (docs/analysis.md).

        >>> pandas.DataFrame(row.asdict() for row in memory.analyse("a.docx", target_language="kk"))
        """
        arguments = _arguments(0, 1, penalties, filter)
        rows = _egiz.analyse(
            self._asked(), list(files), source_language, target_language, segmented, arguments, progress
        )
        return [Volume(*row) for row in rows]

    def pretranslate(
        self,
        file: FilePath,
        *,
        target_language: str,
        source_language: str | None = None,
        segmented: bool = False,
        min_similarity: float = 75,
        penalties: Mapping[str, float] | None = None,
        filter: UnitFilter | None = None,
        progress: Progress | None = None,
    ) -> list[Pretranslated]:
        """Every segment of a document with its best match, or None."""
        arguments = _arguments(min_similarity, 1, penalties, filter)
        rows = _egiz.pretranslate(
            self._asked(), file, source_language, target_language, segmented, arguments, progress
        )
        return [
            Pretranslated(source, paragraph, None if fields is None else _match(fields))
            for source, paragraph, fields in rows
        ]


class Memories(LookUp):
    """Several memories that are asked as if they were one; among equals the one that stands first goes first.

    A memory may come with the points that each of its matches loses, named "memory".  What several hold with the same
    texts, letter by letter, is told once.

    >>> with egiz.Memory("mine.egiz", "r") as mine, egiz.Memory("old.egiz", "r") as old:
    ...     matches = egiz.Memories(mine, (old, 5)).query("Добрый день!", "ru", "kk")
    """

    __slots__ = ("_memories",)

    def __init__(self, *memories: Memory | tuple[Memory, float]) -> None:
        self._memories = [memory if isinstance(memory, tuple) else (memory, 0.0) for memory in memories]

    def __repr__(self) -> str:
        return f"<egiz.Memories {[str(memory.path) for memory, _ in self._memories]!r}>"

    def _asked(self) -> list[tuple[_egiz.Memory, float]]:
        return [(memory._memory, points) for memory, points in self._memories]


def _arguments(
    min_similarity: float,
    max_matches: int,
    penalties: Mapping[str, float] | None,
    filter: UnitFilter | None,
    previous: str = "",
    next: str = "",
    context_id: str = "",
    codes: bool = False,
) -> _egiz.QueryArguments:
    return _egiz.QueryArguments(
        min_similarity=min_similarity,
        max_matches=max_matches,
        previous=previous,
        next=next,
        context_id=context_id,
        penalties=dict(penalties or {}),
        filter=filter_fields(filter),
        codes=codes,
    )


def _match(fields: dict[str, Any]) -> Match:
    fields["penalties"] = tuple(Penalty(*penalty) for penalty in fields["penalties"])
    fields["diff"] = tuple(fields["diff"])
    return Match(**with_times(fields))
