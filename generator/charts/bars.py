"""Figures of one period side by side, or few figures held against a target."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from generator.base.hyphenation import hyphenated
from generator.base.text import capitalised
from generator.charts import parts
from generator.charts.parts import COLOURS, Drawing, Shown
from generator.figures.figure import Figure

MOST_BARS = 12
"""More bars than this are a table."""


def bar(shown: Shown) -> Drawing | None:
    """Draw two to twelve figures of one period: the groups of an area, or the areas."""
    compared = shown.ledger.compared
    if not 0 < len(compared) <= MOST_BARS:
        return None
    return _drawing(compared, shown.decimals)


def bar_target(shown: Shown) -> Drawing | None:
    """Draw at most twelve figures against their targets: one series over time, or the groups or areas of one period."""
    ledger = shown.ledger
    figures = ledger.surest if len(ledger.series) == 1 else ledger.compared
    if not 0 < len(figures) <= MOST_BARS:
        return None
    # A target is the subject's: the home area's, or where it has no figures the first area's.
    subject = ledger.surest[0].area.id
    own = {
        number: [one for one in shown.targets if (subject, one.group) == figure.place]
        for number, figure in enumerate(figures)
    }
    if not any(own.values()):
        return None
    is_shared = len({tuple(found) for found in own.values()}) == 1
    aims = [
        aim
        for number, found in own.items()
        if not (is_shared and number)
        for aim in parts.aims(found, shown.indicator.unit, None if is_shared else number)
    ]
    return _drawing(figures, shown.decimals, aims)


def _drawing(figures: Sequence[Figure], decimals: int, aims: Sequence[dict[str, Any]] = ()) -> Drawing:
    names = _names(figures)
    trace = {
        "type": "bar",
        "orientation": "h",
        "x": [figure.value for figure in figures],
        "y": names,
        "text": [parts.number_text(figure, decimals) for figure in figures],
        "hovertext": [parts.hover(name, figure, decimals) for name, figure in zip(names, figures, strict=True)],
        "hoverinfo": "text",
        "customdata": [[parts.uncertain(figure), figure.area.home] for figure in figures],
        "marker": {"color": COLOURS[0]},
        "meta": {"series": 0, "look": 0},
    }
    layout = {
        "yaxis": {"type": "category", "autorange": "reversed"},
        "xaxis": {"rangemode": "tozero"},
        "shapes": [*_marks(aims), *_breaks(figures)],
    }
    return Drawing([trace], layout, figures, aims)


def _names(figures: Sequence[Figure]) -> list[str]:
    if len({figure.group for figure in figures}) > 1:
        return [hyphenated(parts.group_name(figure)) for figure in figures]
    if len({figure.area.id for figure in figures}) > 1:
        return [hyphenated(figure.area.short) for figure in figures]
    return [capitalised(figure.period.label) for figure in figures]


def _marks(aims: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for aim in aims:
        at, row = aim["value"], aim["row"]
        mark = {"type": "line", "name": "target", "xref": "x", "x0": at, "x1": at}
        place = (
            {"yref": "paper", "y0": 0, "y1": 1} if row is None else {"yref": "y", "y0": row - 0.45, "y1": row + 0.45}
        )
        yield mark | place | {"label": {"text": aim["text"], "textposition": "end"}}


def _breaks(figures: Sequence[Figure]) -> Iterator[dict[str, Any]]:
    """A line between two bars, where the figures before and after a break cannot be compared."""
    for number, (before, after) in enumerate(pairwise(figures)):
        if before.stretch != after.stretch:
            at = number + 0.5
            mark = {"type": "line", "name": "break", "xref": "paper", "x0": 0, "x1": 1, "yref": "y", "y0": at, "y1": at}
            yield mark | {"label": {"text": parts.words().break_mark(), "textposition": "end"}}
