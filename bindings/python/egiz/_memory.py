# SPDX-License-Identifier: Apache-2.0
"""Translation memories."""

from __future__ import annotations

import datetime
import pathlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import TracebackType
from typing import Any, Literal

from egiz import _egiz
from egiz._alignment import Alignment, Progress
from egiz._look_up import LookUp
from egiz._values import (
    Action,
    ActionStep,
    AddReport,
    AddResult,
    CheckFinding,
    Duplicates,
    ExportResult,
    FilePath,
    ImportResult,
    LanguageCount,
    Origin,
    ReviewResult,
    Unit,
    UnitFormat,
    fields_of,
    findings_of,
    unit_of,
)


class Memory(LookUp, Mapping[int, Unit]):
    """A translation memory: a mapping from the number of a unit to the unit, in one file.

    >>> with egiz.Memory("memory.egiz") as memory:
    ...     memory.add_documents("a.ru.txt", "a.kk.txt")
    ...     for match in memory.query("Добрый день!", "ru", "kk"):
    ...         print(match.score, match.target)

    Any thread may use it; calls wait for their turn, so open the file once for each thread that shall work at the same
    time.  Many may read while one writes.  A call that raises has changed nothing.
    """

    def __init__(self, file: FilePath, mode: Literal["r", "w", "a", "x"] = "a", *, author: str = "") -> None:
        """Opens a memory: "r" to read, "w" to write, "a" to write and made when it is not there, "x" made now.

        author: the name that what is done through this object is logged under.
        """
        self._memory = _egiz.Memory(file, mode)
        self._memory.set_author(author)

    # The file

    @property
    def path(self) -> pathlib.Path:
        return self._memory.path

    @property
    def closed(self) -> bool:
        return self._memory.closed

    def close(self) -> None:
        """Closes the file; the object is of no more use."""
        self._memory.close()

    def __enter__(self) -> Memory:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<egiz.Memory {str(self.path)!r}{', closed' if self.closed else ''}>"

    __hash__ = object.__hash__

    def __eq__(self, other: object) -> bool:
        return self is other

    # Units

    def __len__(self) -> int:
        return self._memory.size()

    def __iter__(self) -> Iterator[int]:
        """The numbers of the units that are there now, ascending."""
        return iter(self._memory.ids())

    def __contains__(self, unit_id: object) -> bool:
        return isinstance(unit_id, int) and self._memory.get(unit_id) is not None

    def __getitem__(self, unit_id: int) -> Unit:
        fields = self._memory.get(unit_id)
        if fields is None:
            raise KeyError(unit_id)
        return unit_of(fields)

    def __setitem__(self, unit_id: int, unit: Unit) -> None:
        """Replaces all that a unit holds."""
        fields = fields_of(unit)
        try:
            self._memory.update(unit_id, fields)
        except FileNotFoundError:
            raise KeyError(unit_id) from None

    def __delitem__(self, unit_id: int) -> None:
        try:
            self._memory.remove(unit_id)
        except FileNotFoundError:
            raise KeyError(unit_id) from None

    def units(self) -> Iterator[Unit]:
        """Every unit, one after another; those that are removed meanwhile are passed over."""
        for unit_id in self:
            fields = self._memory.get(unit_id)
            if fields is not None:
                yield unit_of(fields)

    def add(self, unit: Unit | Mapping[str, str]) -> int:
        """Adds a unit, or {"ru": "Да", "kk": "Иә"}, or joins it to the unit that says exactly this; its number."""
        return self._memory.add(_fields(unit))

    def add_all(self, units: Iterable[Unit | Mapping[str, str]], progress: Progress | None = None) -> AddReport:
        """Adds units in one transaction: all or none."""
        return AddReport(*self._memory.add_all(map(_fields, units), progress))

    # Documents and files, in and out

    def add_documents(
        self,
        *files: FilePath,
        languages: Sequence[str] = (),
        segmented: bool = False,
        force: bool = False,
        progress: Progress | None = None,
    ) -> AddResult:
        """Aligns two or three files and adds the units, or refuses them when they do not translate each other.

        force: adds them all the same.  For languages and segmented see egiz.align.
        """
        return _result(self._memory.add_documents(list(files), list(languages), segmented, force, progress))

    def add_folder(
        self,
        folder: FilePath,
        *,
        segmented: bool = False,
        force: bool = False,
        progress: Progress | None = None,
    ) -> list[AddResult]:
        """Adds the groups of documents of a folder that translate each other, by names (law_ru.txt) or by content.

        A group that fails is told in its result and takes no other with it.
        """
        return [_result(fields) for fields in self._memory.add_folder(folder, segmented, force, progress)]

    def add_alignment(self, alignment: Alignment, *, force: bool = False, progress: Progress | None = None) -> AddResult:
        """Adds the units of an alignment, or refuses them."""
        return _result(self._memory.add_alignment(alignment._alignment, force, progress))

    def import_file(
        self, file: FilePath, *, languages: Sequence[str] = (), progress: Progress | None = None
    ) -> ImportResult:
        """Imports TMX, XLIFF, PO, TSV, CSV or JSONL: the whole file or nothing.  languages: only these."""
        fields = self._memory.import_file(file, list(languages), progress)
        fields["findings"] = findings_of(fields["findings"])
        return ImportResult(**fields)

    def export(
        self,
        file: FilePath,
        format: UnitFormat | None = None,
        *,
        languages: Sequence[str] = (),
        overwrite: bool = False,
        progress: Progress | None = None,
    ) -> ExportResult:
        """Writes every unit to a file, in the format its name says when none is given.

        languages: columns of tables and Moses, source and target of XLIFF, filter of TMX and JSONL; all when not given.
        """
        return ExportResult(*self._memory.export(file, format, list(languages), overwrite, progress))

    # Looking after it

    def find_units(
        self,
        *,
        text: str = "",
        languages: Sequence[str] = (),
        document: str = "",
        origin: Origin | None = None,
        property: tuple[str, str] | None = None,
        progress: Progress | None = None,
    ) -> dict[int, Unit]:
        """The units that have all that is asked for, by number.

        text: stands in some language, compared by match keys.  languages: text in each.  property: name and value.
        """
        rows = self._memory.find_units(text, list(languages), document, origin, property, progress)
        return {number: unit_of(fields) for number, fields in rows}

    def remove_all(self, unit_ids: Iterable[int], progress: Progress | None = None) -> None:
        """Removes units in one transaction: all or none."""
        self._memory.remove_all(list(unit_ids), progress)

    def duplicates(
        self, source_language: str | None = None, progress: Progress | None = None
    ) -> list[Duplicates]:
        """Groups of units whose match keys are equal, in every language or in source_language alone.

        >>> for group in memory.duplicates():
        ...     memory.remove_all(group.extra)
        """
        return [Duplicates(kept, tuple(extra)) for kept, extra in self._memory.duplicates(source_language, progress)]

    def merge(self, file: FilePath, progress: Progress | None = None) -> AddReport:
        """Adds all units of another memory, in one transaction."""
        return AddReport(*self._memory.merge(file, progress))

    def backup(self, file: FilePath, *, overwrite: bool = False, progress: Progress | None = None) -> None:
        """Copies the memory, which may be in use; the copy appears whole or not at all."""
        self._memory.backup(file, overwrite, progress)

    def write_review(
        self,
        file: FilePath,
        *,
        below: float = 0.9,
        with_findings: bool = False,
        languages: Sequence[str] = (),
        document: str = "",
        overwrite: bool = False,
        progress: Progress | None = None,
    ) -> int:
        """Writes the units that the aligner was less sure of than below as a table (.xlsx, .tsv, .csv); how many.

        with_findings: also units of any origin in which a check finds something.
        """
        return self._memory.write_review(
            file, below, with_findings, list(languages), document, overwrite, progress
        )

    def apply_review(self, file: FilePath, reviewer: str = "", progress: Progress | None = None) -> ReviewResult:
        """Reads such a table back: verdicts and corrected texts, in one transaction."""
        fields = self._memory.apply_review(file, reviewer, progress)
        fields["findings"] = findings_of(fields["findings"])
        return ReviewResult(**fields)

    # What was done to it

    def actions(self) -> list[Action]:
        """What was done to the memory, the last action first."""
        return [
            Action(number, _time(at), added, changed, removed, undoes, stands, author)
            for number, at, added, changed, removed, undoes, stands, author in self._memory.actions()
        ]

    def steps(self, action: int) -> list[ActionStep]:
        """What an action did to each unit.  KeyError when there is no such action."""
        try:
            rows = self._memory.steps(action)
        except FileNotFoundError:
            raise KeyError(action) from None
        return [ActionStep(kind, first, last, unit_of(fields) if fields else None) for kind, first, last, fields in rows]

    def undo(self, action: int | None = None) -> int | None:
        """Undoes the last action that stands; its number, or None when there is none.  Once more: the one before.

        action: undoes this one alone.  ValueError when a later one touched one of its units, or it does not stand;
        KeyError when there is none.
        """
        if action is None:
            return self._memory.undo()
        try:
            self._memory.undo_action(action)
        except FileNotFoundError:
            raise KeyError(action) from None
        return action

    def redo(self) -> int | None:
        """Takes the last undo back, until something else is done; the number of the action that came back."""
        return self._memory.redo()

    def forget_history(self) -> None:
        """Removes what is kept of former units and actions."""
        self._memory.forget_history()

    def _asked(self) -> list[tuple[_egiz.Memory, float]]:
        return [(self._memory, 0.0)]

    def languages(self) -> list[LanguageCount]:
        """The languages of the memory and how much there is of each."""
        return [LanguageCount(*row) for row in self._memory.languages()]


def check(
    file: FilePath,
    *,
    languages: Sequence[str] = (),
    only: Sequence[str] = (),
    skip: Sequence[str] = (),
    terms: FilePath | None = None,
    progress: Progress | None = None,
) -> list[CheckFinding]:
    """What is likely to be wrong with the units of a memory, or of a file of units (docs/checks.md).

    languages: the source, and what to compare with it.  only, skip: names of checks.  terms: a list of terms.
    """
    return [CheckFinding(*row) for row in _egiz.check(file, list(languages), list(only), list(skip), terms, progress)]


def _time(seconds: int) -> datetime.datetime:
    return datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc)


def _fields(unit: Unit | Mapping[str, str]) -> dict[str, Any]:
    return fields_of(unit if isinstance(unit, Unit) else Unit.of(unit))


def _result(fields: dict[str, Any]) -> AddResult:
    fields["documents"] = tuple(fields["documents"])
    fields["findings"] = findings_of(fields["findings"])
    return AddResult(**fields)
