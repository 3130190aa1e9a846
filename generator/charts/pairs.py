"""Two figures a row: two periods of each group or area, or two groups of each area, on one axis."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from generator.base.text import capitalised, danish_number
from generator.charts import parts
from generator.charts.bars import MOST_BARS
from generator.charts.parts import COLOURS, Drawing, Shown
from generator.figures import indicators
from generator.figures.indicators import Row
from generator.model.vocabulary import Unit

_TWO = 2


@dataclass(frozen=True)
class _Pairs:
    """The rows of a dumbbell: by their names, and in each the figures by the name of their end."""

    ends: tuple[str, ...]
    main: str
    """The end that the chart is about: the newest period, the home area, the group that is named first."""
    rows: dict[str, dict[str, Row]]

    @property
    def complete(self) -> list[dict[str, Row]]:
        return [pair for pair in self.rows.values() if len(pair) == _TWO]

    @property
    def can_be_compared(self) -> bool:
        kinds = ({(row["stretch"], indicators.months(row)) for row in pair.values()} for pair in self.complete)
        return all(len(kind) == 1 for kind in kinds)


def dumbbell(shown: Shown) -> Drawing | None:
    """Draw two to twelve rows with two points each.

    Over time the ends are the first and the newest period. In one period they are the two groups of every area, or
    the two areas of every group. A row may lack an end, but most rows have both; a break is never crossed, and a year
    never held against a quarter.
    """
    if any(len({row["period"] for row in rows}) < len(rows) for rows in shown.lines):
        return None  # several figures for one point: nobody can say which
    pairs = _over_time(shown.lines) if shown.periods > 1 else _in_one_period(shown.lines)
    if not 1 < len(pairs.rows) <= MOST_BARS or len(pairs.complete) * 2 <= len(pairs.rows) or not pairs.can_be_compared:
        return None
    names = {name: _with_kinds(name, pair) for name, pair in _by_size(pairs, shown.indicator.unit).items()}
    traces = [_edge(names[name], list(pairs.rows[name].values())) for name in names if len(pairs.rows[name]) == _TWO]
    traces += [_end(pairs, end, names, shown.decimals) for end in pairs.ends]
    layout = {
        "yaxis": {"type": "category", "categoryarray": list(names.values()), "autorange": "reversed"},
        "xaxis": {},
        "shapes": [],
    }
    order = {id(row): place for place, row in enumerate(row for rows in shown.lines for row in rows)}
    used = [order[id(row)] for name in names for row in pairs.rows[name].values()]
    return Drawing(traces, layout, indicators.surest(shown.df).iloc[used])


def _over_time(series: list[list[Row]]) -> _Pairs:
    spans = sorted({(row["start"], row["end"], row["period_label"]) for rows in series for row in rows})
    ends = (capitalised(spans[0][2]), capitalised(spans[-1][2]))
    names = parts.names([rows[0] for rows in series])
    found = {
        name: {end: row for row in rows for end in ends if capitalised(row["period_label"]) == end}
        for name, rows in zip(names, series, strict=True)
    }
    return _Pairs(ends, ends[1], {name: pair for name, pair in found.items() if pair})


def _in_one_period(series: list[list[Row]]) -> _Pairs:
    rows = [(one["area_short"], one["group"] or str(parts.words().total()), one) for (one,) in series]
    areas = tuple(dict.fromkeys(area for area, _, _ in rows))
    groups = tuple(dict.fromkeys(group for _, group, _ in rows))
    found: dict[str, dict[str, Row]] = {}
    if len(groups) == _TWO and len(areas) > 1:
        for area, group, row in rows:
            found.setdefault(area, {})[group] = row
        return _Pairs(groups, groups[0], found)
    if len(areas) == _TWO and len(groups) > 1:
        for area, group, row in rows:
            found.setdefault(group, {})[area] = row
        return _Pairs(areas, areas[0], found)
    return _Pairs((), "", {})


def _by_size(pairs: _Pairs, unit: Unit) -> dict[str, dict[str, Row]]:
    """The rows with the largest main figure first, or the best placing; those without one last."""
    sign = 1 if unit is Unit.RANK else -1

    def key(name: str) -> tuple[bool, float]:
        main = pairs.rows[name].get(pairs.main)
        return main is None, sign * main["value"] if main else 0.0

    return {name: pairs.rows[name] for name in sorted(pairs.rows, key=key)}


def _with_kinds(name: str, pair: dict[str, Row]) -> str:
    """A row's name, with which of its figures were not counted."""
    kinds = {end: parts.uncertain(row) for end, row in pair.items()}
    if len(set(kinds.values())) == 1:
        kind = next(iter(kinds.values()))
        return f"{name} ({kind})" if kind else name
    return f"{name} ({', '.join(f'{end}: {kind}' for end, kind in kinds.items() if kind)})"


def _edge(name: str, pair: list[Row]) -> dict[str, Any]:
    edge = "dashed" if any(parts.uncertain(row) for row in pair) else "solid"
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [row["value"] for row in pair],
        "y": [name, name],
        "line": {"color": "#4A4F55", "dash": "solid" if edge == "solid" else "2px,4px", "width": 3},
        "meta": {"look": None, "edge": edge},
        "hoverinfo": "skip",
    }


def _end(pairs: _Pairs, end: str, names: dict[str, str], decimals: int) -> dict[str, Any]:
    look = 0 if end == pairs.main else 1
    is_period = len({row["period"] for pair in pairs.rows.values() for row in pair.values()}) > 1
    rows = {name: pairs.rows[name][end] for name in names if end in pairs.rows[name]}
    return {
        "type": "scatter",
        "mode": "markers",
        "name": end,
        "x": [row["value"] for row in rows.values()],
        "y": [names[name] for name in rows],
        "text": [danish_number(row["value"], decimals) for row in rows.values()],
        "hovertext": [
            parts.hover(name if is_period else f"{name}, {end}", row, decimals) for name, row in rows.items()
        ],
        "hoverinfo": "text",
        "customdata": [[parts.uncertain(row), bool(row["home"])] for row in rows.values()],
        "marker": {"color": COLOURS[look], "size": 12, "symbol": [parts.symbol(look, row) for row in rows.values()]},
        "meta": {"series": look, "look": look},
    }
