# SPDX-License-Identifier: Apache-2.0
"""What a concordance and a search for fragments give."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from egiz._values import Row

HitRow = tuple[int, str, list[tuple[int, int]], dict[str, str], str]


@dataclasses.dataclass(frozen=True, slots=True)
class Hit(Row):
    """A unit that holds the words: text in the language that was searched, where they stand in it, all texts, file."""

    id: int
    text: str
    highlights: tuple[tuple[int, int], ...]
    texts: Mapping[str, str]
    memory: str


@dataclasses.dataclass(frozen=True, slots=True)
class Fragment(Row):
    """A part of a query, query[begin:end], that units hold word for word."""

    begin: int
    end: int
    words: int
    text: str
    hits: tuple[Hit, ...]


def hit_of(row: HitRow) -> Hit:
    number, found, places, texts, memory = row
    return Hit(number, found, tuple(places), texts, memory)
