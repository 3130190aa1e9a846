"""What the page »Hvordan går det?« lists: what is measured, what is not and why, and how the figures move."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from generator.base.text import danish_sort
from generator.figures.beside import Standing
from generator.figures.judging import Reason, Verdict
from generator.figures.status import Movement, Results
from generator.model import Indicator, Plan, Target
from generator.model.vocabulary import Trend

_TRENDS = (Trend.WORSENED, Trend.UNCHANGED, Trend.IMPROVED, None)
"""What goes badly comes first: it is what a reader must not overlook."""

CHARTS = 6
"""The most charts of figures beside the other area's on the page; all of them stand in a table on one of their own."""


class Unmeasured(NamedTuple):
    """A target, and those of its sub-targets that nothing can be said of for the same reason."""

    order: int
    """The reason's place among the reasons."""
    reason: Reason
    target: Target
    verdicts: Sequence[Verdict]


def lists(plan: Plan, results: Results, standings: Sequence[Standing]) -> Mapping[str, Sequence[Any]]:
    """Give the lists of the page by the names of the pages that they get when they are long."""
    still = (one for name, one in plan.of(Indicator).items() if not results.movements[name])
    return {
        "maalt": [verdict for verdict in results.verdicts if verdict.deciding],
        "ingen-maaling": sorted(_unmeasured(results), key=lambda one: one.order),
        "ved-siden-af": [one for trend in _TRENDS for one in danish_sort(standings, "title") if one.trend is trend],
        "udvikling": list(_moved(results)),
        "stille": danish_sort(still, "title"),
    }


def _unmeasured(results: Results) -> Iterator[Unmeasured]:
    for result in results.targets.values():
        for order, reason in enumerate(Reason):
            if verdicts := [verdict for verdict in result.verdicts if verdict.reason is reason]:
                yield Unmeasured(order, reason, result.target, verdicts)


def _moved(results: Results) -> Iterator[Movement]:
    for trend in _TRENDS:
        yield from danish_sort(results.moving(trend), "title")
