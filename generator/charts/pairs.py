"""Two figures a row: two periods of each group or area, or two groups of each area, on one axis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.base.hyphenation import hyphenated
from generator.base.text import capitalised, danish_number
from generator.charts import parts
from generator.charts.bars import MOST_BARS
from generator.charts.parts import COLOURS, Drawing, Shown
from generator.figures.comparing import Series
from generator.figures.figure import Figure
from generator.model.vocabulary import Unit

_TWO = 2


@dataclass(frozen=True)
class _Pairs:
    """The rows of a dumbbell in order: by their names, and in each the figures by the name of their end."""

    ends: tuple[str, ...]
    main: str
    """The end that the chart is about: the newest period, the home area, the group that is named first."""
    rows: dict[str, dict[str, Figure]]

    @property
    def complete(self) -> list[dict[str, Figure]]:
        return [pair for pair in self.rows.values() if len(pair) == _TWO]

    @property
    def can_be_compared(self) -> bool:
        kinds = ({(figure.stretch, figure.months) for figure in pair.values()} for pair in self.complete)
        return all(len(kind) == 1 for kind in kinds)


def dumbbell(shown: Shown) -> Drawing | None:
    """Draw two to twelve rows with two points each.

    Over time the ends are the first and the newest period. In one period they are the two groups of every area, or
    the two areas of every group. A row may lack an end, but most rows have both; a break is never crossed, and a year
    never held against a quarter.
    """
    if any(len({figure.period.code for figure in line.figures}) < len(line.figures) for line in shown.lines):
        return None  # several figures for one point: nobody can say which
    pairs = _over_time(shown.lines) if shown.periods > 1 else _in_one_period(shown.lines)
    if not 1 < len(pairs.rows) <= MOST_BARS or len(pairs.complete) * 2 <= len(pairs.rows) or not pairs.can_be_compared:
        return None
    names = {name: _with_kinds(name, pair, pairs.ends) for name, pair in pairs.rows.items()}
    traces = [_edge(names[name], list(pairs.rows[name].values())) for name in names if len(pairs.rows[name]) == _TWO]
    traces += [_end(pairs, end, names, shown.decimals) for end in pairs.ends]
    layout = {
        "yaxis": {"type": "category", "categoryarray": list(names.values()), "autorange": "reversed"},
        "xaxis": {},
        "shapes": [],
    }
    return Drawing(traces, layout, [figure for name in names for figure in pairs.rows[name].values()])


def _over_time(series: Sequence[Series]) -> _Pairs:
    periods = sorted({figure.period for line in series for figure in line.figures})
    first, last = periods[0], periods[-1]
    ends = {first.code: capitalised(first.label), last.code: capitalised(last.label)}
    names = parts.labels([line.figures[0] for line in series])
    found = {
        name: {ends[figure.period.code]: figure for figure in line.figures if figure.period.code in ends}
        for name, line in zip(names, series, strict=True)
    }
    pairs = _Pairs(tuple(ends.values()), ends[last.code], {name: pair for name, pair in found.items() if pair})
    has_groups = len({line.figures[0].group for line in series}) > 1
    return pairs if has_groups else _by_size(pairs)


def _in_one_period(series: Sequence[Series]) -> _Pairs:
    figures = [line.figures[0] for line in series]
    places = [(hyphenated(one.area.short), hyphenated(parts.group_name(one)), one) for one in figures]
    areas = tuple(dict.fromkeys(area for area, _, _ in places))
    groups = tuple(dict.fromkeys(group for _, group, _ in places))
    found: dict[str, dict[str, Figure]] = {}
    if len(groups) == _TWO and len(areas) > 1:
        for area, group, figure in places:
            found.setdefault(area, {})[group] = figure
        return _by_size(_Pairs(groups, groups[0], found))
    if len(areas) == _TWO and len(groups) > 1:
        for area, group, figure in places:
            found.setdefault(group, {})[area] = figure
        return _Pairs(areas, areas[0], found)
    return _Pairs((), "", {})


def _by_size(pairs: _Pairs) -> _Pairs:
    """Put areas in order: the largest main figure first, or the best placing; those without one last."""

    def key(name: str) -> tuple[bool, float]:
        main = pairs.rows[name].get(pairs.main)
        sign = 1 if main and main.unit is Unit.RANK else -1
        return main is None, sign * main.value if main else 0.0

    return replace(pairs, rows={name: pairs.rows[name] for name in sorted(pairs.rows, key=key)})


def _with_kinds(name: str, pair: dict[str, Figure], ends: Sequence[str]) -> str:
    """A row's name, with which of its figures were not counted and which it lacks."""
    kinds = {end: parts.uncertain(pair[end]) if end in pair else str(parts.words().nothing()) for end in ends}
    if len(set(kinds.values())) == 1:
        kind = next(iter(kinds.values()))
        return f"{name} ({kind})" if kind else name
    return f"{name} ({', '.join(f'{end}: {kind}' for end, kind in kinds.items() if kind)})"


def _edge(name: str, pair: Sequence[Figure]) -> dict[str, Any]:
    edge = "solid" if all(figure.is_counted for figure in pair) else "dashed"
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [figure.value for figure in pair],
        "y": [name, name],
        "line": {"color": "#4A4F55", "dash": "solid" if edge == "solid" else "2px,4px", "width": 3},
        "meta": {"look": None, "edge": edge},
        "hoverinfo": "skip",
    }


def _end(pairs: _Pairs, end: str, names: dict[str, str], decimals: int) -> dict[str, Any]:
    look = 0 if end == pairs.main else 1
    is_period = len({figure.period.code for pair in pairs.rows.values() for figure in pair.values()}) > 1
    figures = {name: pairs.rows[name][end] for name in names if end in pairs.rows[name]}
    return {
        "type": "scatter",
        "mode": "markers",
        "name": end,
        "x": [figure.value for figure in figures.values()],
        "y": [names[name] for name in figures],
        "text": [danish_number(figure.value, decimals) for figure in figures.values()],
        "hovertext": [
            parts.hover(name if is_period else f"{name}, {end}", figure, decimals) for name, figure in figures.items()
        ],
        "hoverinfo": "text",
        "customdata": [[parts.uncertain(figure), figure.area.home] for figure in figures.values()],
        "marker": {
            "color": COLOURS[look],
            "size": 12,
            "symbol": [parts.symbol(look, figure) for figure in figures.values()],
        },
        "meta": {"series": look, "look": look},
    }
