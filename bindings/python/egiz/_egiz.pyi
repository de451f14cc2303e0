# SPDX-License-Identifier: Apache-2.0
# The compiled module: the facade of the library as it is.  For users there is the package egiz.

import os
import pathlib
from collections.abc import Callable, Iterator
from typing import Any, Literal

from egiz._values import Outcome

VERSION: str
MIN_SIMILARITY: float
MAX_MATCHES: int
MAX_HITS: int
MIN_FRAGMENT_WORDS: int
MAX_FRAGMENT_HITS: int

_Path = str | os.PathLike[str]
_Progress = Callable[[int, int], bool | None] | None
_Fields = dict[str, Any]
_HitRow = tuple[int, str, list[tuple[int, int]], dict[str, str], str]
_StepKind = Literal["added", "changed", "removed"]

class ThreadLimit:
    def __init__(self, threads: int, /) -> None: ...
    def end(self) -> None: ...

class Document:
    @staticmethod
    def load(file: _Path, language: str | None, segmented: bool, paragraphs: str, /) -> Document: ...
    @staticmethod
    def load_bytes(
        data: bytes, name: str, language: str | None, segmented: bool, paragraphs: str, /
    ) -> Document: ...
    @property
    def name(self) -> str: ...
    @property
    def language(self) -> str: ...
    @property
    def text(self) -> str: ...
    def segments(self) -> list[tuple[int, int, int, str]]: ...
    def findings(self) -> list[tuple[str, str]]: ...

class Alignment:
    @property
    def parallelism(self) -> float: ...
    def documents(self) -> list[Document]: ...
    def bead_count(self) -> int: ...
    def bead(self, index: int, /) -> tuple[list[tuple[int, int]], list[str], float]: ...
    def untranslated(self) -> list[tuple[tuple[int, int], tuple[int, int], tuple[int, int]]]: ...
    def moves(self) -> list[tuple[tuple[int, int], tuple[int, int], tuple[int, int]]]: ...
    def units(self) -> list[_Fields]: ...
    def write(self, file: _Path, format: str | None, overwrite: bool, /) -> None: ...
    def to_text(self, format: str, /) -> str: ...

class PairAligner:
    def __init__(
        self,
        source: Document,
        target: Document,
        lexicons: list[_Path],
        memory: _Path | None,
        fixed: _Path | None,
        moves: bool,
        progress: _Progress,
        /,
    ) -> None: ...
    def realign(self, fixed: list[tuple[tuple[int, int], tuple[int, int]]], /) -> Alignment: ...

class QueryArguments:
    def __init__(
        self,
        *,
        min_similarity: float,
        max_matches: int,
        previous: str,
        next: str,
        context_id: str,
        penalties: dict[str, float],
        filter: _Fields | None,
        codes: bool,
    ) -> None: ...

class Memory:
    def __init__(self, file: _Path, mode: str, /) -> None: ...
    @property
    def path(self) -> pathlib.Path: ...
    @property
    def closed(self) -> bool: ...
    def close(self) -> None: ...
    def size(self) -> int: ...
    def languages(self) -> list[tuple[str, int, int]]: ...
    def ids(self) -> list[int]: ...
    def get(self, unit_id: int, /) -> _Fields | None: ...
    def add(self, fields: _Fields, /) -> int: ...
    def update(self, unit_id: int, fields: _Fields, /) -> None: ...
    def remove(self, unit_id: int, /) -> None: ...
    def add_all(self, units: Iterator[_Fields], progress: _Progress, /) -> tuple[int, int]: ...
    def add_documents(
        self, files: list[_Path], languages: list[str], segmented: bool, force: bool, progress: _Progress, /
    ) -> _Fields: ...
    def add_folder(self, folder: _Path, segmented: bool, force: bool, progress: _Progress, /) -> list[_Fields]: ...
    def add_alignment(self, alignment: Alignment, force: bool, progress: _Progress, /) -> _Fields: ...
    def import_file(self, file: _Path, languages: list[str], progress: _Progress, /) -> _Fields: ...
    def export(
        self, file: _Path, format: str | None, languages: list[str], overwrite: bool, progress: _Progress, /
    ) -> tuple[int, int]: ...
    def find_units(
        self,
        text: str,
        languages: list[str],
        document: str,
        origin: str | None,
        property: tuple[str, str] | None,
        progress: _Progress,
        /,
    ) -> list[tuple[int, _Fields]]: ...
    def remove_all(self, unit_ids: list[int], progress: _Progress, /) -> None: ...
    def duplicates(self, source_language: str | None, progress: _Progress, /) -> list[tuple[int, list[int]]]: ...
    def merge(self, file: _Path, progress: _Progress, /) -> tuple[int, int]: ...
    def backup(self, file: _Path, overwrite: bool, progress: _Progress, /) -> None: ...
    def write_review(
        self,
        file: _Path,
        below: float,
        with_findings: bool,
        languages: list[str],
        document: str,
        overwrite: bool,
        progress: _Progress,
        /,
    ) -> int: ...
    def set_author(self, name: str, /) -> None: ...
    def actions(self) -> list[tuple[int, int, int, int, int, int | None, bool, str]]: ...
    def steps(self, action: int, /) -> list[tuple[_StepKind, int, int, _Fields | None]]: ...
    def undo(self) -> int | None: ...
    def undo_action(self, action: int, /) -> None: ...
    def redo(self) -> int | None: ...
    def forget_history(self) -> None: ...
    def apply_review(self, file: _Path, reviewer: str, progress: _Progress, /) -> _Fields: ...

_Asked = list[tuple[Memory, float]]

def find(
    asked: _Asked, text: str, source_language: str, target_language: str, arguments: QueryArguments, /
) -> list[_Fields]: ...
def find_all(
    asked: _Asked,
    texts: list[str],
    source_language: str,
    target_language: str,
    arguments: QueryArguments,
    progress: _Progress,
    /,
) -> list[list[_Fields]]: ...
def concordance(
    asked: _Asked, text: str, language: str, max_hits: int, filter: _Fields | None, /
) -> list[_HitRow]: ...
def fragments(
    asked: _Asked,
    text: str,
    source_language: str,
    target_language: str,
    min_words: int,
    max_hits: int,
    filter: _Fields | None,
    /,
) -> list[tuple[int, int, int, list[_HitRow]]]: ...
def analyse(
    asked: _Asked,
    files: list[_Path],
    source_language: str | None,
    target_language: str,
    segmented: bool,
    arguments: QueryArguments,
    progress: _Progress,
    /,
) -> list[tuple[str, str, int, int, int, int, float]]: ...
def pretranslate(
    asked: _Asked,
    file: _Path,
    source_language: str | None,
    target_language: str,
    segmented: bool,
    arguments: QueryArguments,
    progress: _Progress,
    /,
) -> list[tuple[str, int, _Fields | None]]: ...
def identify_text(text: str, /) -> tuple[str, float]: ...
def identify_file(file: _Path, /) -> tuple[str, float]: ...
def match_key(text: str, language: str, /) -> str: ...
def segment(text: str, language: str, /) -> list[str]: ...
def align_documents(
    documents: list[Document],
    lexicons: list[_Path],
    memory: _Path | None,
    fixed: _Path | None,
    moves: bool,
    progress: _Progress,
    /,
) -> Alignment: ...
def align_files(
    files: list[_Path],
    languages: list[str],
    segmented: bool,
    lexicons: list[_Path],
    memory: _Path | None,
    fixed: _Path | None,
    moves: bool,
    progress: _Progress,
    /,
) -> Alignment: ...
def pair_folder(
    folder: _Path,
    languages: list[str],
    segmented: bool,
    lexicons: list[_Path],
    memory: _Path | None,
    progress: _Progress,
    /,
) -> str: ...
def align_list(
    jobs: list[tuple[str, str, str, str]],
    languages: list[str],
    segmented: bool,
    format: str,
    overwrite: bool,
    resume: bool,
    lexicons: list[_Path],
    memory: _Path | None,
    moves: bool,
    progress: _Progress,
    /,
) -> list[tuple[Outcome, int, float, str]]: ...
def read_job_list(file: _Path, /) -> list[tuple[pathlib.Path, pathlib.Path, pathlib.Path, pathlib.Path]]: ...
def evaluate_files(gold: _Path, hypothesis: _Path, /) -> dict[str, float]: ...
def check(
    file: _Path,
    languages: list[str],
    only: list[str],
    skip: list[str],
    terms: _Path | None,
    progress: _Progress,
    /,
) -> list[tuple[int, str, str, str, str]]: ...
