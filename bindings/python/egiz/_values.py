# SPDX-License-Identifier: Apache-2.0
"""The values that Egiz gives and takes."""

from __future__ import annotations

import dataclasses
import datetime
import os
from collections.abc import Mapping, Sequence
from typing import Any, Literal, Union

FilePath = Union[str, "os.PathLike[str]"]
Origin = Literal["human", "aligned", "reviewed", "machine", "imported"]
MatchKind = Literal["context", "exact", "fuzzy"]
Outcome = Literal["aligned", "skipped", "failed"]
Format = Literal["tmx", "tsv", "jsonl", "ladder", "moses"]
UnitFormat = Literal["tmx", "xliff", "xliff2", "tsv", "csv", "xlsx", "jsonl", "moses"]
Paragraphs = Literal["detect", "line", "blank_line"]
Properties = Mapping[str, "str | Sequence[str]"]


def from_seconds(seconds: int | None) -> datetime.datetime | None:
    return None if seconds is None else datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc)


def to_seconds(time: datetime.datetime | None) -> int | None:
    if time is None:
        return None
    if time.tzinfo is None:
        raise ValueError(f"{time}: a time without a zone; give it one (datetime.timezone.utc)")
    return int(time.timestamp())


class Row:
    """A dataclass that becomes a dict, for pandas, csv or json."""

    __slots__ = ()

    def asdict(self) -> dict[str, Any]:
        return dataclasses.asdict(self)


@dataclasses.dataclass(frozen=True, slots=True)
class Finding(Row):
    """What was repaired or left out, and where."""

    place: str
    reason: str


@dataclasses.dataclass(frozen=True, slots=True)
class Identification(Row):
    """The language of a text: "ru", "kk", "kk-Latn", "kk-Arab", "en", "und" when undecided, else "x-other"."""

    language: str
    confidence: float


@dataclasses.dataclass(frozen=True, slots=True)
class Segment(Row):
    """A sentence of a document: document.text[begin:end]."""

    begin: int
    end: int
    paragraph: int
    text: str


@dataclasses.dataclass(frozen=True, slots=True)
class Bead(Row):
    """Segments that say the same: for each document which, and their text; a side may be empty."""

    sides: tuple[range, ...]
    texts: tuple[str, ...]
    confidence: float


@dataclasses.dataclass(frozen=True, slots=True)
class Job(Row):
    """One pair of files to align, and where its alignment goes."""

    source: str
    target: str
    output: str
    fixed: str = ""
    """A ladder of beads that are given."""


@dataclasses.dataclass(frozen=True, slots=True)
class JobResult(Row):
    """What became of a job; message says why it failed or was skipped."""

    source: str
    target: str
    output: str
    outcome: Outcome
    beads: int
    parallelism: float
    message: str


@dataclasses.dataclass(frozen=True, slots=True)
class Score(Row):
    """Agreement of two alignments, 0 to 1, as Vecalign's scorer counts."""

    strict_precision: float
    strict_recall: float
    strict_f1: float
    lax_precision: float
    lax_recall: float
    lax_f1: float
    null_f1: float


@dataclasses.dataclass(slots=True)
class InlineCode(Row):
    """Formatting that stands in a text, kept out of it: kind is "opening", "closing" or "standalone"."""

    kind: str
    offset: int
    id: str = ""
    original: str = ""


@dataclasses.dataclass(slots=True)
class Variant(Row):
    """What a unit says in one language, and what stood before and after it."""

    language: str
    text: str
    previous: str = ""
    next: str = ""
    codes: Sequence[InlineCode] = ()
    properties: Properties = dataclasses.field(default_factory=dict)


@dataclasses.dataclass(slots=True)
class Unit(Row):
    """One thing said in two or more languages.

    >>> unit = Unit.of(ru="Да", kk="Иә")
    >>> unit.texts["kk"]
    'Иә'
    """

    variants: Sequence[Variant]
    document: str = ""
    position: int | None = None
    context_id: str = ""
    origin: Origin = "human"
    confidence: float = 1.0
    properties: Properties = dataclasses.field(default_factory=dict)
    notes: Sequence[str] = ()
    created: datetime.datetime | None = None
    changed: datetime.datetime | None = None
    created_by: str = ""
    changed_by: str = ""

    @classmethod
    def of(cls, texts: Mapping[str, str] | None = None, **more: str) -> Unit:
        """The unit of texts by language: Unit.of({"en-US": "Yes"}, ru="Да")."""
        return cls([Variant(language, text) for language, text in {**(texts or {}), **more}.items()])

    @property
    def texts(self) -> dict[str, str]:
        """The text of each language."""
        return {variant.language: variant.text for variant in self.variants}


@dataclasses.dataclass(frozen=True, slots=True)
class Action(Row):
    """One call that changed a memory, and how many units it added, changed and removed.

    undoes: the number of the action that this one undid.  stands: it was not undone, or came back.  author: who did it.
    """

    number: int
    at: datetime.datetime
    added: int
    changed: int
    removed: int
    undoes: int | None
    stands: bool
    author: str


@dataclasses.dataclass(frozen=True, slots=True)
class ActionStep(Row):
    """What an action did to a unit, or that it added a run of units; before: the unit as it was, unless it was added."""

    kind: Literal["added", "changed", "removed"]
    first: int
    last: int
    before: Unit | None


@dataclasses.dataclass(frozen=True, slots=True)
class Penalty(Row):
    """What lowered a score, and by how many points."""

    reason: str
    points: float


@dataclasses.dataclass(frozen=True, slots=True)
class Match(Row):
    """A unit that answers a query; score is after, similarity before penalties, 0 to 100.

    word_similarity counts words instead of letters.  adjusted: target has the numbers of the query in place of its own.
    memory: the file it is of.  coded_target: target with the inline codes of the query, where they are the same.
    diff: how to come from source to the query, as ("same" or "removed" or "added", text).
    """

    score: float
    similarity: float
    kind: MatchKind
    source: str
    target: str
    id: int
    origin: Origin
    confidence: float
    document: str
    position: int | None
    created: datetime.datetime | None
    changed: datetime.datetime | None
    penalties: tuple[Penalty, ...]
    word_similarity: int
    adjusted: bool
    diff: tuple[tuple[str, str], ...]
    memory: str
    coded_target: str | None


@dataclasses.dataclass(frozen=True, slots=True)
class Stretch(Row):
    """A stretch of two documents of an alignment, by their numbers in it, as ranges of segments; one may be empty."""

    documents: tuple[int, int]
    source: range
    target: range


@dataclasses.dataclass(frozen=True, slots=True)
class Group(Row):
    """Files that translate each other; names: their names say so, too."""

    files: tuple[str, ...]
    languages: tuple[str, ...]
    confidence: float
    names: bool


@dataclasses.dataclass(frozen=True, slots=True)
class Pairing(Row):
    """What a folder holds: groups, those that only names make, (file, language) without a partner, files left out."""

    groups: tuple[Group, ...]
    denied: tuple[Group, ...]
    alone: tuple[tuple[str, str], ...]
    left_out: tuple[Finding, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class AddReport(Row):
    """What became of units: new in the memory, or joined to units that were there."""

    added: int
    merged: int


@dataclasses.dataclass(frozen=True, slots=True)
class AddResult(Row):
    """What became of documents; message says why they were refused, or failed."""

    documents: tuple[str, ...]
    segments: int
    units: int
    added: int
    merged: int
    parallelism: float
    refused: bool
    message: str
    findings: tuple[Finding, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class ImportResult(Row):
    """What became of a file of units; each that was skipped or repaired has a finding (at most 1000 are kept)."""

    read: int
    skipped: int
    repaired: int
    added: int
    merged: int
    findings: tuple[Finding, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class ExportResult(Row):
    """Units written, and units left out because they lack a language asked for."""

    written: int
    left_out: int


@dataclasses.dataclass(frozen=True, slots=True)
class LanguageCount(Row):
    """How much a memory holds in a language; characters are code points."""

    language: str
    units: int
    characters: int


@dataclasses.dataclass(frozen=True, slots=True)
class CheckFinding(Row):
    """A fault of a unit: which check found it, in which language, what stands there, and a sentence."""

    id: int
    check: str
    language: str
    text: str
    message: str


@dataclasses.dataclass(frozen=True, slots=True)
class Duplicates(Row):
    """Units that say the same: the one worth keeping, and the others."""

    kept: int
    extra: tuple[int, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Volume(Row):
    """How much of a file is in a band of the quote report; a page is 1,800 characters with spaces."""

    file: str
    band: str
    segments: int
    words: int
    characters: int
    characters_with_spaces: int
    pages: float


@dataclasses.dataclass(frozen=True, slots=True)
class Pretranslated(Row):
    """A segment of a document, the paragraph it stands in, and its best match, if any."""

    source: str
    paragraph: int
    match: Match | None


@dataclasses.dataclass(frozen=True, slots=True)
class ReviewResult(Row):
    """What the rows of a review table asked for; those that were left out have a finding."""

    rows: int
    accepted: int
    corrected: int
    removed: int
    untouched: int
    findings: tuple[Finding, ...]


def findings_of(rows: Sequence[tuple[str, str]]) -> tuple[Finding, ...]:
    return tuple(Finding(*row) for row in rows)


def with_times(fields: dict[str, Any]) -> dict[str, Any]:
    """Fields of the module, with its seconds as times."""
    return {**fields, "created": from_seconds(fields["created"]), "changed": from_seconds(fields["changed"])}


def unit_of(fields: dict[str, Any]) -> Unit:
    for variant in fields["variants"]:
        variant["codes"] = [InlineCode(**code) for code in variant["codes"]]
    fields["variants"] = [Variant(**variant) for variant in fields["variants"]]
    return Unit(**with_times(fields))


def fields_of(unit: Unit) -> dict[str, Any]:
    fields = dataclasses.asdict(unit)
    fields["created"] = to_seconds(unit.created)
    fields["changed"] = to_seconds(unit.changed)
    return fields
