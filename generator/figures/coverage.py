"""How many figures each indicator has, and of which days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from generator.figures.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many figures an indicator has, and the first and the last day that they are about."""

    figures: int
    first: dt.date
    last: dt.date


def coverage(ledgers: Iterable[Ledger]) -> dict[str, Coverage]:
    """Say of each indicator how many figures it has, and of which days; one without figures is left out."""
    return {
        ledger.indicator.id: Coverage(
            len(ledger.figures),
            min(figure.period.start for figure in ledger.figures),
            max(figure.period.end for figure in ledger.figures),
        )
        for ledger in ledgers
        if ledger.figures
    }
