# SPDX-License-Identifier: Apache-2.0
"""Egiz: Russian, Kazakh and English documents to a translation memory, and look-up in it.

    import egiz

    alignment = egiz.align("a.ru.txt", "a.kk.txt")
    with egiz.Memory("memory.egiz") as memory:
        memory.add_alignment(alignment)
        for match in memory.query("Добрый день!", "ru", "kk"):
            print(match.score, match.target)

Offsets are positions in str.  What can go wrong is in egiz.errors.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from egiz import _egiz
from egiz._alignment import Alignment, Progress, align, align_list, evaluate, pair_folder
from egiz._documents import Document, identify, identify_file, match_key, segment
from egiz._filter import UnitFilter
from egiz._hits import Fragment, Hit
from egiz._look_up import LookUp, Memories
from egiz._memory import Memory, check
from egiz._pair_aligner import PairAligner
from egiz._values import (
    Action,
    ActionStep,
    AddReport,
    AddResult,
    Bead,
    CheckFinding,
    Duplicates,
    ExportResult,
    Finding,
    Group,
    Identification,
    ImportResult,
    InlineCode,
    Job,
    JobResult,
    LanguageCount,
    Match,
    Pairing,
    Penalty,
    Pretranslated,
    ReviewResult,
    Score,
    Segment,
    Stretch,
    Unit,
    Variant,
    Volume,
)
from egiz.errors import BusyError, CancelledError, Error, ParseError

__version__: str = _egiz.VERSION


@contextmanager
def thread_limit(threads: int) -> Iterator[None]:
    """Within it no more than this many threads work at once.  Answers do not depend on it."""
    limit = _egiz.ThreadLimit(threads)
    try:
        yield
    finally:
        limit.end()


__all__ = [
    "Action",
    "ActionStep",
    "AddReport",
    "AddResult",
    "Alignment",
    "Bead",
    "BusyError",
    "CancelledError",
    "CheckFinding",
    "Document",
    "Duplicates",
    "Error",
    "ExportResult",
    "Finding",
    "Fragment",
    "Group",
    "Hit",
    "Identification",
    "ImportResult",
    "InlineCode",
    "Job",
    "JobResult",
    "LanguageCount",
    "LookUp",
    "Match",
    "Memories",
    "Memory",
    "PairAligner",
    "Pairing",
    "ParseError",
    "Penalty",
    "Pretranslated",
    "Progress",
    "ReviewResult",
    "Score",
    "Segment",
    "Stretch",
    "Unit",
    "UnitFilter",
    "Variant",
    "Volume",
    "align",
    "align_list",
    "check",
    "evaluate",
    "identify",
    "identify_file",
    "match_key",
    "pair_folder",
    "segment",
    "thread_limit",
]
