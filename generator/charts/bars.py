"""Figures of one period side by side, or few figures held against a target."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from generator.base.hyphenation import hyphenated
from generator.base.text import capitalised
from generator.charts import parts
from generator.charts.parts import COLOURS, Drawing, Shown
from generator.figures.figure import Figure
from generator.figures.ledger import Ledger

MOST_BARS = 12
"""More bars than this are a table."""


@dataclass(frozen=True)
class _Row:
    """A bar, or the empty place of one."""

    name: str
    is_home: bool
    figure: Figure | None


def bar(shown: Shown) -> Drawing | None:
    """Draw two to twelve figures of one period: the groups of an area, or the areas."""
    compared = shown.ledger.compared
    if not 0 < len(compared) <= MOST_BARS:
        return None
    return _drawing(_side_by_side(shown.ledger), shown.decimals)


def bar_target(shown: Shown) -> Drawing | None:
    """Draw at most twelve figures against their targets: one series over time, or the groups or areas of one period."""
    ledger = shown.ledger
    figures = ledger.surest if len(ledger.series) == 1 else ledger.compared
    if not 0 < len(figures) <= MOST_BARS:
        return None
    # A target is the subject's: the home area's, or where it has no figures the first area's.
    subject = ledger.surest[0].area.id
    rows = _over_time(ledger) if len(ledger.series) == 1 else _side_by_side(ledger)
    own = {
        number: [one for one in shown.targets if (subject, one.group) == row.figure.place]
        for number, row in enumerate(rows)
        if row.figure
    }
    if not any(own.values()):
        return None
    is_shared = len({tuple(found) for found in own.values()}) == 1
    first = min(own)
    aims = [
        aim
        for number, found in own.items()
        if not (is_shared and number > first)
        for aim in parts.aims(found, shown.indicator.unit, None if is_shared else number)
    ]
    return _drawing(rows, shown.decimals, aims)


def _side_by_side(ledger: Ledger) -> list[_Row]:
    """Give a row to each figure, and an empty one to what has figures, but none in this period.

    Groups keep their order, which may mean something; areas without a figure come last.
    """
    compared = ledger.compared
    is_groups = len({figure.area.id for figure in compared}) == 1
    own, shown = compared[0], {figure.place: figure for figure in compared}
    others = [
        one.figures[0]
        for one in ledger.series
        if (
            one.figures[0].area is own.area and one.figures[0].group if is_groups else one.figures[0].group == own.group
        )
    ]
    figures = others if is_groups else [*compared, *(one for one in others if one.place not in shown)]
    if len(figures) > MOST_BARS or len(compared) > len(shown):
        figures = list(compared)
    return [
        _Row(name, figure.area.home, shown.get(figure.place))
        for name, figure in zip(_names(figures), figures, strict=True)
    ]


def _over_time(ledger: Ledger) -> list[_Row]:
    """Give a row to each figure, and an empty one to each gap."""
    figures = ledger.surest
    gaps = {gap.before: gap.label for gap in ledger.gaps}
    last = {figure.period.code: number for number, figure in enumerate(figures)}
    rows = []
    for number, (name, figure) in enumerate(zip(_names(figures), figures, strict=True)):
        rows.append(_Row(name, figure.area.home, figure))
        if figure.period.code in gaps and last[figure.period.code] == number:
            rows.append(_Row(capitalised(gaps[figure.period.code]), figure.area.home, None))
    return rows


def _drawing(rows: Sequence[_Row], decimals: int, aims: Sequence[dict[str, Any]] = ()) -> Drawing:
    nothing = capitalised(str(parts.words().nothing()))
    trace = {
        "type": "bar",
        "orientation": "h",
        "x": [row.figure.value if row.figure else None for row in rows],
        "y": [row.name for row in rows],
        "text": [parts.number_text(row.figure, decimals) if row.figure else nothing for row in rows],
        "hovertext": [
            parts.hover(row.name, row.figure, decimals) if row.figure else f"{row.name}: {nothing.lower()}"
            for row in rows
        ],
        "hoverinfo": "text",
        "customdata": [[parts.uncertain(row.figure) if row.figure else "", row.is_home] for row in rows],
        "marker": {"color": COLOURS[0]},
        "meta": {"series": 0, "look": 0},
    }
    layout = {
        "yaxis": {"type": "category", "autorange": "reversed"},
        "xaxis": {"rangemode": "tozero"},
        "shapes": [*_marks(aims), *_breaks(rows), *_empty(rows)],
    }
    return Drawing([trace], layout, [row.figure for row in rows if row.figure], aims)


def _names(figures: Sequence[Figure]) -> list[str]:
    if len({figure.group for figure in figures}) > 1:
        return [hyphenated(parts.group_name(figure)) for figure in figures]
    if len({figure.area.id for figure in figures}) > 1:
        return [hyphenated(figure.area.short) for figure in figures]
    return [capitalised(figure.period.label) for figure in figures]


def _empty(rows: Sequence[_Row]) -> Iterator[dict[str, Any]]:
    """The outline of a bar where there is no figure."""
    for number, row in enumerate(rows):
        if row.figure is None:
            place = {"xref": "paper", "x0": 0, "x1": 0.25, "yref": "y", "y0": number - 0.3, "y1": number + 0.3}
            yield {"type": "rect", "name": "missing"} | place


def _marks(aims: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for aim in aims:
        at, row = aim["value"], aim["row"]
        mark = {"type": "line", "name": "target", "xref": "x", "x0": at, "x1": at}
        place = (
            {"yref": "paper", "y0": 0, "y1": 1} if row is None else {"yref": "y", "y0": row - 0.45, "y1": row + 0.45}
        )
        yield mark | place | {"label": {"text": aim["text"], "textposition": "end"}}


def _breaks(rows: Sequence[_Row]) -> Iterator[dict[str, Any]]:
    """A line between two bars, where the figures before and after a break cannot be compared."""
    figures = [(number, row.figure) for number, row in enumerate(rows) if row.figure]
    for (_, before), (number, after) in pairwise(figures):
        if before.stretch != after.stretch:
            at = number - 0.5
            mark = {"type": "line", "name": "break", "xref": "paper", "x0": 0, "x1": 1, "yref": "y", "y0": at, "y1": at}
            yield mark | {"label": {"text": parts.words().break_mark(), "textposition": "end"}}
