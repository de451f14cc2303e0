# SPDX-License-Identifier: Apache-2.0
"""Texts and documents."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from typing import TypeVar, overload

from egiz import _egiz
from egiz._values import FilePath, Finding, Identification, Paragraphs, Segment, findings_of

DocumentType = TypeVar("DocumentType", bound="Document")


class Document(Sequence[Segment]):
    """A text in one language, cut into segments; a sequence of them.

    >>> document = Document.from_text("Первое. Второе.", language="ru")
    >>> [segment.text for segment in document]
    ['Первое.', 'Второе.']
    """

    def __init__(
        self,
        file: FilePath,
        *,
        language: str | None = None,
        segmented: bool = False,
        paragraphs: Paragraphs = "detect",
    ) -> None:
        """Reads a file of any format Egiz knows.

        language: as the format states it, else identified, when not given.
        segmented: the file has one segment a line; an empty line ends a paragraph.
        paragraphs: how line ends of a plain text are read.
        """
        self._wrap(_egiz.Document.load(file, language, segmented, paragraphs))

    @classmethod
    def from_text(
        cls: type[DocumentType],
        text: str | bytes,
        *,
        name: str = "text.txt",
        language: str | None = None,
        segmented: bool = False,
        paragraphs: Paragraphs = "detect",
    ) -> DocumentType:
        """The same for a text, or the bytes of a file; the extension of name tells the format."""
        data = text.encode() if isinstance(text, str) else text
        return cls._of(_egiz.Document.load_bytes(data, name, language, segmented, paragraphs))

    @classmethod
    def _of(cls: type[DocumentType], document: _egiz.Document) -> DocumentType:
        self = cls.__new__(cls)
        self._wrap(document)
        return self

    def _wrap(self, document: _egiz.Document) -> None:
        self._document = document

    @functools.cached_property
    def _segments(self) -> tuple[Segment, ...]:
        return tuple(Segment(*row) for row in self._document.segments())

    @property
    def name(self) -> str:
        """The name it was loaded by."""
        return self._document.name

    @property
    def language(self) -> str:
        return self._document.language

    @property
    def text(self) -> str:
        """The whole text; segments are slices of it."""
        return self._document.text

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was repaired or left out while reading."""
        return findings_of(self._document.findings())

    def __len__(self) -> int:
        return len(self._segments)

    @overload
    def __getitem__(self, index: int) -> Segment: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Segment, ...]: ...
    def __getitem__(self, index: int | slice) -> Segment | tuple[Segment, ...]:
        return self._segments[index]

    def __iter__(self) -> Iterator[Segment]:
        return iter(self._segments)

    def __repr__(self) -> str:
        return f"<egiz.Document {self.name!r}, {self.language}, {len(self)} segments>"


def identify(text: str) -> Identification:
    """The language of a text."""
    return Identification(*_egiz.identify_text(text))


def identify_file(file: FilePath) -> Identification:
    """The language of a file's text."""
    return Identification(*_egiz.identify_file(file))


def segment(text: str, language: str | None = None) -> list[str]:
    """The sentences of a text; the language is identified when not given."""
    return _egiz.segment(text, language or identify(text).language)


def match_key(text: str, language: str) -> str:
    """What two texts have in common when a translator would call them the same: equal keys are an exact match."""
    return _egiz.match_key(text, language)
