"""How a sub-target stands, with the numbers that the verdict was made from: the same names in CSV and JSON."""

from __future__ import annotations

from generator.figures.judging import Verdict
from generator.model import Indicator, Plan
from generator.publish.exports.columns import STANDING
from generator.publish.exports.sheets import Cell


def standing(plan: Plan, verdict: Verdict) -> dict[str, Cell]:
    """Say how a sub-target stands, by the names of the columns."""
    deciding, before = verdict.deciding, verdict.before
    figure = deciding.figure if deciding else verdict.newest
    cells: tuple[Cell, ...] = (
        verdict.status,
        verdict.rule,
        verdict.reason,
        figure.value if figure else None,
        plan.of(Indicator)[verdict.part.indicator].unit if figure and verdict.part.indicator else None,
        figure.period.code if figure else None,
        figure.kind if figure else None,
        deciding.asked if deciding else None,
        deciding.reference.value if deciding and deciding.reference else None,
        before.figure.value if before else None,
        before.figure.period.code if before else None,
    )
    return dict(zip((column.name for column in STANDING), cells, strict=True))
