"""Lines over time: together in one chart, or each in a little chart of its own."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import Any

from generator.charts import parts
from generator.charts.drawing.lettering import wrapped
from generator.charts.parts import Drawing, Shown
from generator.figures.indicators import Row
from generator.model import Indicator
from generator.model.vocabulary import Unit

MOST_LINES = 4
"""More lines than this cannot be told apart."""
MOST_PANELS = 12
"""More little charts than this are a table."""

_COLUMNS = 2
_PANEL_WIDTH = 190.0


def line(shown: Shown) -> Drawing | None:
    """Draw at most four lines in one chart, each named at its end."""
    series, indicator = shown.lines, shown.indicator
    if not _is_over_time(series) or len(series) > MOST_LINES:
        return None
    names = parts.names([one[0] for one in series])
    traces = [
        trace
        for number, (name, rows) in enumerate(zip(names, series, strict=True))
        for trace in _series(number, number, name, rows, shown.decimals)
    ]
    # With several groups nobody would see whose target a line is.
    is_one_group = len({rows[0]["group"] for rows in series}) == 1
    aims = parts.aims(shown.targets if is_one_group else (), indicator.unit)
    shapes = [parts.break_mark(one.period) for one in indicator.breaks]
    layout = _time_axis(series) | {"yaxis": _value_axis(indicator), "shapes": shapes + [_aim_mark(one) for one in aims]}
    return Drawing(traces, layout, shown.df, aims)


def small_multiples(shown: Shown) -> Drawing | None:
    """Draw two to twelve lines, each in a little chart of its own; all charts have the same axes."""
    series, indicator = shown.lines, shown.indicator
    if not _is_over_time(series) or not 1 < len(series) <= MOST_PANELS:
        return None
    names = parts.names([one[0] for one in series])
    # A target is the subject's: the home area's, or where it has no figures the first area's.
    subject = series[0][0]["area"]
    aims = [
        aim
        for number, rows in enumerate(series)
        if rows[0]["area"] == subject
        for aim in parts.aims([one for one in shown.targets if one.group == rows[0]["group"]], indicator.unit, number)
    ]
    layout = _time_axis(series) | {
        "yaxis": _value_axis(indicator),
        "shapes": [
            *(_aim_mark(aim) | {"xref": f"x{_own(aim['row'])} domain", "yref": f"y{_own(aim['row'])}"} for aim in aims)
        ]
        + [
            parts.break_mark(one.period) | {"xref": f"x{_own(number)}", "yref": f"y{_own(number)} domain"}
            for one in indicator.breaks
            for number in range(len(series))
        ],
        "grid": {"rows": -(-len(series) // _COLUMNS), "columns": _COLUMNS, "pattern": "independent"},
        "annotations": [
            _panel_title(number, name, [aim["text"] for aim in aims if aim["row"] == number])
            for number, name in enumerate(names)
        ],
    }
    traces = []
    for number, (name, rows) in enumerate(zip(names, series, strict=True)):
        own = _own(number)
        traces += [
            trace | {"xaxis": f"x{own}", "yaxis": f"y{own}"} for trace in _series(number, 0, name, rows, shown.decimals)
        ]
        if own:
            layout[f"xaxis{own}"] = layout["xaxis"] | {"matches": "x"}
            layout[f"yaxis{own}"] = layout["yaxis"] | {"matches": "y"}
    return Drawing(traces, layout, shown.df, aims, note=str(parts.words().same_scale(bool(indicator.breaks))))


def _is_over_time(series: list[list[Row]]) -> bool:
    return any(len({row["period"] for row in rows}) > 1 for rows in series)


def _series(number: int, look: int, name: str, rows: list[Row], decimals: int) -> list[dict[str, Any]]:
    traces = []
    joined = [pair for pair in pairwise(rows) if pair[1]["edge"]]
    # Neighbours with the same edge make one stroke; the rows around a gap do not touch.
    for _, run in groupby(joined, key=lambda pair: (pair[1]["edge"], pair[1]["stretch"])):
        pairs = list(run)
        traces.append(parts.stroke(number, look, name, [pairs[0][0], *(last for _, last in pairs)]))
    return [*traces, parts.points(number, look, name, rows, decimals)]


def _time_axis(series: list[list[Row]]) -> dict[str, Any]:
    ticks = sorted({parts.middle(row): row["period_label"] for rows in series for row in rows}.items())
    return {"xaxis": {"type": "date", "tickvals": [at for at, _ in ticks], "ticktext": [label for _, label in ticks]}}


def _value_axis(indicator: Indicator) -> dict[str, Any]:
    # The best placing is the lowest number, and belongs on top.
    return {"autorange": "reversed" if indicator.unit is Unit.RANK else True}


def _aim_mark(aim: dict[str, Any]) -> dict[str, Any]:
    value = aim["value"]
    mark = {"type": "line", "name": "target", "xref": "paper", "yref": "y", "x0": 0, "x1": 1, "y0": value, "y1": value}
    return mark | {"label": {"text": aim["text"], "textposition": "start"}}


def _own(number: int) -> str:
    """The number in the names of a panel's axes; the first has none."""
    return "" if number == 0 else str(number + 1)


def _panel_title(number: int, name: str, aims: list[str]) -> dict[str, Any]:
    own = _own(number)
    return {
        "text": "<br>".join([*wrapped(name, _PANEL_WIDTH, most=5), *aims]),
        "xref": f"x{own} domain",
        "yref": f"y{own} domain",
        "x": 0,
        "y": 1,
        "xanchor": "left",
        "yanchor": "bottom",
        "align": "left",
        "showarrow": False,
    }
