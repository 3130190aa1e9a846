"""Figures of one period side by side, or few figures held against a target."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import pandas as pd

from generator.base.text import capitalised
from generator.charts import parts
from generator.charts.parts import COLOURS, Drawing, Shown
from generator.figures import indicators
from generator.figures.indicators import Row

MOST_BARS = 12
"""More bars than this are a table."""


def bar(shown: Shown) -> Drawing | None:
    """Draw two to twelve figures of one period: the groups of an area, or the areas."""
    compared = indicators.comparison(shown.df)
    if compared.empty or len(compared) > MOST_BARS:
        return None
    return _drawing(compared, shown.decimals)


def bar_target(shown: Shown) -> Drawing | None:
    """Draw at most twelve figures against their targets: one series over time, or the groups or areas of one period."""
    series = shown.lines
    compared = indicators.surest(shown.df) if len(series) == 1 else indicators.comparison(shown.df)
    rows = indicators.records(compared)
    if not 0 < len(rows) <= MOST_BARS:
        return None
    # A target is the subject's: the home area's, or where it has no figures the first area's.
    subject = series[0][0]["area"]
    own = {
        number: [one for one in shown.targets if one.group == row["group"] and row["area"] == subject]
        for number, row in enumerate(rows)
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
    return _drawing(compared, shown.decimals, aims)


def _drawing(compared: pd.DataFrame, decimals: int, aims: Sequence[dict[str, Any]] = ()) -> Drawing:
    rows = indicators.records(compared)
    names = _names(rows)
    trace = {
        "type": "bar",
        "orientation": "h",
        "x": [row["value"] for row in rows],
        "y": names,
        "text": [parts.number_text(row, decimals) for row in rows],
        "hovertext": [parts.hover(name, row, decimals) for name, row in zip(names, rows, strict=True)],
        "hoverinfo": "text",
        "customdata": [[parts.uncertain(row), bool(row["home"])] for row in rows],
        "marker": {"color": COLOURS[0]},
        "meta": {"series": 0, "look": 0},
    }
    layout = {
        "yaxis": {"type": "category", "autorange": "reversed"},
        "xaxis": {"rangemode": "tozero"},
        "shapes": [*_marks(aims), *_breaks(rows)],
    }
    return Drawing([trace], layout, compared, aims)


def _names(rows: list[Row]) -> list[str]:
    if len({row["group"] for row in rows}) > 1:
        return [row["group"] or str(parts.words().total()) for row in rows]
    if len({row["area"] for row in rows}) > 1:
        return [row["area_short"] for row in rows]
    return [capitalised(row["period_label"]) for row in rows]


def _marks(aims: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for aim in aims:
        at, row = aim["value"], aim["row"]
        mark = {"type": "line", "name": "target", "xref": "x", "x0": at, "x1": at}
        place = (
            {"yref": "paper", "y0": 0, "y1": 1} if row is None else {"yref": "y", "y0": row - 0.45, "y1": row + 0.45}
        )
        yield mark | place | {"label": {"text": aim["text"], "textposition": "end"}}


def _breaks(rows: list[Row]) -> Iterator[dict[str, Any]]:
    """A line between two bars, where the figures before and after a break cannot be compared."""
    for number, (before, after) in enumerate(pairwise(rows)):
        if before["stretch"] != after["stretch"]:
            at = number + 0.5
            mark = {"type": "line", "name": "break", "xref": "paper", "x0": 0, "x1": 1, "yref": "y", "y0": at, "y1": at}
            yield mark | {"label": {"text": parts.words().break_mark(), "textposition": "end"}}
