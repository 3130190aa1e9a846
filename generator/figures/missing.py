"""Periods inside a series that have no figure: they are told, and no line is drawn over them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.base.text import joined
from generator.figures.comparing import Series
from generator.figures.figure import Figure
from generator.model.period import Period

_YEAR = 12
_QUARTER = 3
_HALF = 6
_FEWEST = 3
"""Of fewer figures nobody can see how often they come; then they come as often as their periods."""


def missing(figures: Sequence[Figure]) -> list[tuple[Period, Period]]:
    """Give the first and the last period of each gap in a series.

    The series comes as often as its two nearest figures: a survey that is made every second year lacks nothing in
    between. Days and spans, and a series whose periods change in length, have no next period.
    """
    periods = list({figure.period.code: figure.period for figure in figures}.values())
    kinds = {_shape(period) for period in periods}
    if len(kinds) != 1 or "" in kinds:
        return []
    distances = [_month(after) - _month(before) for before, after in pairwise(periods)]
    step = min(distances, default=0) if len(periods) >= _FEWEST else _own(periods[0])
    found = []
    for before, after in pairwise(periods):
        if _month(after) - _month(before) >= 2 * step > 0:
            last = before
            while _month(later := _later(last, step)) < _month(after):
                last = later
            found.append((_later(before, step), last))
    return found


def after_gaps(figures: Sequence[Figure]) -> set[str]:
    """Give the codes of the periods that stand right after a gap."""
    ends = [last for _, last in missing(figures)]
    return {next(one.period.code for one in figures if one.period.start > last.start) for last in ends}


def lacks(series: Sequence[Series]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what has no figures, such as `2016 til 2018`, and the series that lack it; none are named where all do."""
    said: dict[str, list[str]] = {}
    for one in series:
        gaps = [_span(first, last) for first, last in missing(one.figures)]
        if gaps:
            said.setdefault(joined(gaps), []).append(_name(one.figures[0], series))
    for text, names in said.items():
        yield text, () if len(names) == len(series) else tuple(names)


def _span(first: Period, last: Period) -> str:
    return first.label if first.code == last.code else f"{first.label} til {last.label}"


def _name(figure: Figure, series: Sequence[Series]) -> str:
    areas = {one.figures[0].area.id for one in series}
    names = [figure.group or "", figure.area.short if len(areas) > 1 or not figure.group else ""]
    return ", ".join(filter(None, names))


def _shape(period: Period) -> str:
    """Give the kind of a period; nothing for a day or a span."""
    code = period.code
    if "/" in code or len(code) > len("2020-ultimo") or code.count("-") > 1:
        return ""
    rest = code[4:]
    return rest if rest[1:] in ("primo", "medio", "ultimo") else "month" if rest[1:].isdigit() else rest[:2] or "year"


def _own(period: Period) -> int:
    lengths = {"month": 1, "-K": _QUARTER, "-H": _HALF}
    return lengths.get(_shape(period), _YEAR)


def _month(period: Period) -> int:
    return period.start.year * _YEAR + period.start.month - 1


def _later(period: Period, months: int) -> Period:
    year, month = divmod(_month(period) + months, _YEAR)
    shape = _shape(period)
    match shape:
        case "month":
            rest = f"-{month + 1:02}"
        case "-K":
            rest = f"-K{month // _QUARTER + 1}"
        case "-H":
            rest = f"-H{month // _HALF + 1}"
        case "year":
            rest = ""
        case _:
            rest = shape
    return Period.parse(f"{year}{rest}")
