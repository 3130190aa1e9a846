"""Lines over time: together in one chart, or each in a little chart of its own."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise
from operator import itemgetter
from typing import Any

from generator.charts import parts
from generator.charts.drawing.lettering import wrapped
from generator.charts.parts import Drawing, Shown
from generator.figures.comparing import Series
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
    names = parts.labels([one.figures[0] for one in series])
    traces = [
        trace
        for number, (name, one) in enumerate(zip(names, series, strict=True))
        for trace in _traces(number, number, name, one, shown.decimals)
    ]
    # With several groups nobody would see whose target a line is.
    is_one_group = len({one.figures[0].group for one in series}) == 1
    aims = parts.aims(shown.targets if is_one_group else (), indicator.unit)
    shapes = [parts.break_mark(one.period) for one in indicator.breaks]
    layout = _time_axis(series) | {"yaxis": _value_axis(indicator), "shapes": shapes + [_aim_mark(one) for one in aims]}
    return Drawing(traces, layout, shown.ledger.figures, aims)


def small_multiples(shown: Shown) -> Drawing | None:
    """Draw two to twelve lines, each in a little chart of its own; all charts have the same axes."""
    series, indicator = shown.lines, shown.indicator
    if not _is_over_time(series) or not 1 < len(series) <= MOST_PANELS:
        return None
    names = parts.labels([one.figures[0] for one in series])
    # A target is the subject's: the home area's, or where it has no figures the first area's.
    aims = [
        aim
        for number, one in enumerate(shown.ledger.subject)
        for aim in parts.aims([it for it in shown.targets if it.group == one.figures[0].group], indicator.unit, number)
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
    for number, (name, one) in enumerate(zip(names, series, strict=True)):
        own = _own(number)
        traces += [
            trace | {"xaxis": f"x{own}", "yaxis": f"y{own}"} for trace in _traces(number, 0, name, one, shown.decimals)
        ]
        if own:
            layout[f"xaxis{own}"] = layout["xaxis"] | {"matches": "x"}
            layout[f"yaxis{own}"] = layout["yaxis"] | {"matches": "y"}
    return Drawing(
        traces, layout, shown.ledger.figures, aims, note=str(parts.words().same_scale(bool(indicator.breaks)))
    )


def _is_over_time(series: Sequence[Series]) -> bool:
    return any(len({figure.period.code for figure in one.figures}) > 1 for one in series)


def _traces(number: int, look: int, name: str, series: Series, decimals: int) -> list[dict[str, Any]]:
    traces = []
    # Neighbours with the same edge make one stroke; the figures around a gap do not touch.
    for edge, run in groupby(zip(pairwise(series.figures), series.edges[1:], strict=True), key=itemgetter(1)):
        pairs = [pair for pair, _ in run]
        if edge:
            traces.append(parts.stroke(number, look, name, [pairs[0][0], *(last for _, last in pairs)], edge))
    return [*traces, parts.points(number, look, name, series.figures, decimals)]


def _time_axis(series: Sequence[Series]) -> dict[str, Any]:
    ticks = sorted({parts.middle(one): one.period.label for each in series for one in each.figures}.items())
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
