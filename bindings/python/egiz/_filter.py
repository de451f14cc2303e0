# SPDX-License-Identifier: Apache-2.0
"""Which units are wanted."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Sequence
from typing import Any

from egiz._values import Origin, Properties, Row, to_seconds


@dataclasses.dataclass(frozen=True, slots=True)
class UnitFilter(Row):
    """Units of which everything holds that is asked; what is left out does not matter.

    origins: it has one of these.  min_confidence: of aligned units.  properties: client, project, domain ...: it has
    each.  document: it comes from it, alone or aligned with others.  languages: it has text in each.
    since, before: changed, or else created, in this time.  text: stands in one of its texts, compared by match keys.
    by: who made it, or changed it last.  note: stands in one of its notes, compared as text is.
    """

    origins: Sequence[Origin] = ()
    min_confidence: float = 0.0
    properties: Properties = dataclasses.field(default_factory=dict)
    document: str = ""
    languages: Sequence[str] = ()
    since: datetime.datetime | None = None
    before: datetime.datetime | None = None
    text: str = ""
    by: str = ""
    note: str = ""


def filter_fields(filter: UnitFilter | None) -> dict[str, Any] | None:
    if filter is None:
        return None
    return {**filter.asdict(), "since": to_seconds(filter.since), "before": to_seconds(filter.before)}
