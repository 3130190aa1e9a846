"""One tidy frame across all indicators: the place for pandas, and for whatever is asked of all figures at once.

Inside an indicator its figures are rows (`figure`). Across indicators there are as many figures as the plan has, and
grouping and comparing columns of them is what pandas is best at. Here it is loaded, and not before somebody asks:
it takes longer to load than a small plan to check.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.figures.figure import Figure
from generator.figures.ledger import Ledger

if TYPE_CHECKING:
    import pandas as pd

_TYPES = {
    "indicator": "category",
    "period": "category",
    "start": "datetime64[s]",
    "end": "datetime64[s]",
    "area": "category",
    "group": "category",
    "value": "float64",
    "unit": "category",
    "kind": "category",
    "calculated": "bool",
    "document": "category",
    "section": "category",
}
"""The columns. What there are few of are categories, and a group that is absent is empty."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many figures an indicator has, and the first and the last day that they are about."""

    figures: int
    first: dt.date
    last: dt.date


def frame(ledgers: Iterable[Ledger]) -> pd.DataFrame:
    """Lay every figure of every indicator out in one frame, a row each, in the order of the ledgers."""
    import pandas as pd  # noqa: PLC0415

    rows = [_row(ledger.indicator.id, figure) for ledger in ledgers for figure in ledger.figures]
    return pd.DataFrame(rows, columns=list(_TYPES)).astype(_TYPES)


def coverage(figures: pd.DataFrame) -> dict[str, Coverage]:
    """Say of each indicator in a frame how many figures it has, and of which days."""
    found = figures.groupby("indicator", sort=False, observed=True)
    counts, firsts, lasts = found["value"].size(), found["start"].min().dt.date, found["end"].max().dt.date
    rows = zip(counts.index, counts, firsts, lasts, strict=True)
    return {str(name): Coverage(count, first, last) for name, count, first, last in rows}


def _row(indicator: str, figure: Figure) -> tuple[object, ...]:
    return (
        indicator,
        figure.period.code,
        figure.period.start,
        figure.period.end,
        figure.area.id,
        figure.group,
        figure.value,
        figure.unit.value,
        figure.kind.value,
        bool(figure.calculation),
        figure.document,
        figure.section,
    )
