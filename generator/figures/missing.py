"""Periods of a series that have no figure: they are told, and no line is drawn over them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from generator.base.text import joined
from generator.figures.comparing import Edge, Series
from generator.figures.figure import Figure
from generator.model.period import Period

_YEAR = 12
_LENGTHS = {"": _YEAR, "-": 1, "-K": 3, "-H": 6}
_FEWEST = 3
"""Of fewer figures nobody can see how often they come; then they come as often as their periods."""

_PART = re.compile(r"(?P<year>[0-9]{4})(?P<kind>-[KH]?(?=[0-9]+\Z)|)(?P<number>[0-9]*)(?P<rest>.*)")
_RHYTHM = re.compile(
    r"\b(?:hver[t]?\s+(?P<which>andet|tredje|fjerde|femte|[2-9]\.)\s+år|(?P<yearly>hvert\s+år|årligt?|om\s+året))\b",
    re.IGNORECASE,
)
_ORDINALS = {"andet": 2, "tredje": 3, "fjerde": 4, "femte": 5}


@dataclass(frozen=True, slots=True)
class Gap:
    """Periods in a row without a figure in one series."""

    place: tuple[str, str]
    """The area and the group of the series."""
    label: str
    """As in a sentence: `2016 til 2018`."""
    before: str
    """The code of the period that it comes after; empty where the series has not yet begun."""
    after: str
    """The code of the period that it comes before; empty where the series has ended."""


def gaps(series: Sequence[Series], rhythm: str = "") -> tuple[Gap, ...]:
    """Find the gaps in series, in their order; `rhythm` is how often figures come, in the words of their source.

    A series comes as often as its two nearest figures, or as those of another group in its area if they come more
    often: a survey that is made every second year lacks nothing in between. Where others have counted figures before
    its first or after its last, it lacks them. A series whose periods differ in kind or length has no next period.
    """
    shapes = [_shape(one) for one in series]
    return tuple(
        gap
        for one, shape in zip(series, shapes, strict=True)
        if shape
        for gap in _in_one(one, [other for other, its in zip(series, shapes, strict=True) if its == shape], rhythm)
    )


def broken(series: Sequence[Series], found: Sequence[Gap]) -> tuple[Series, ...]:
    """Join no figure of a series to one on the other side of a gap."""
    ends = {(gap.place, gap.after) for gap in found if gap.before}
    return tuple(replace(one, edges=tuple(_edges(one, ends))) if ends else one for one in series)


def lacks(series: Sequence[Series], found: Sequence[Gap]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what has no figures, such as `2016 til 2018`, and the series that lack it; none are named where all do."""
    firsts = {one.figures[0].place: one.figures[0] for one in series}
    said: dict[str, list[str]] = {}
    for place, own in groupby(found, key=lambda gap: gap.place):
        said.setdefault(joined([gap.label for gap in own]), []).append(_name(firsts[place], series))
    for text, names in said.items():
        yield text, () if len(names) == len(series) else tuple(names)


def _edges(one: Series, ends: AbstractSet[tuple[tuple[str, str], str]]) -> Iterator[Edge]:
    for figure, edge in zip(one.figures, one.edges, strict=True):
        yield "" if (figure.place, figure.period.code) in ends else edge


def _in_one(one: Series, alike: Sequence[Series], rhythm: str) -> Iterator[Gap]:
    """Find the gaps in one of several series whose periods are alike."""
    place, periods = one.figures[0].place, _periods(one.figures)
    beside = [other for other in alike if other.figures[0].area.id == place[0]]
    step = _step(one, beside, rhythm)
    # A single figure is no series that could have begun earlier, but a group among groups has its place in each period.
    groups = [other for other in beside if place[1] and other.figures[0].group]
    others = alike if len(periods) > 1 else groups
    counted = sorted({figure.period for other in others for figure in other.figures if figure.is_counted})
    if earlier := [period for period in counted if period < periods[0]]:
        last = max(earlier[-1], _later(periods[0], -step)) if step else earlier[-1]
        yield Gap(place, _span([earlier[0], last]), "", periods[0].code)
    for before, after in pairwise(periods):
        if between := _between(before, after, step):
            yield Gap(place, _span(between), before.code, after.code)
    if later := [period for period in counted if period > periods[-1]]:
        first = min(later[0], _later(periods[-1], step)) if step else later[0]
        yield Gap(place, _span([first, later[-1]]), periods[-1].code, "")


def _between(before: Period, after: Period, step: int) -> list[Period]:
    found: list[Period] = []
    while step and _month(later := _later((found or [before])[-1], step)) < _month(after):
        found.append(later)
    # A next period that lies nearer to the one that came is that one, come early or late.
    return found if _month(after) - _month(before) >= 2 * step else []


def _step(one: Series, beside: Sequence[Series], rhythm: str) -> int:
    """Give how many months there are from one figure of a series to the next; 0 where nobody can say."""
    own = [_nearest(other) for other in (one, *beside) if len(_periods(other.figures)) >= _FEWEST]
    step = min(own) if own else _own(one.figures[0].period)
    stated = _RHYTHM.search(rhythm)
    if stated is None:
        return step
    if which := stated["which"]:
        return _YEAR * (_ORDINALS.get(which.lower()) or int(which[0]))
    return min(step, _YEAR)


def _nearest(series: Series) -> int:
    return min(_month(after) - _month(before) for before, after in pairwise(_periods(series.figures)))


def _periods(figures: Sequence[Figure]) -> list[Period]:
    return list({figure.period.code: figure.period for figure in figures}.values())


def _span(periods: Sequence[Period]) -> str:
    first, last = periods[0], periods[-1]
    if first.code == last.code:
        return first.label
    if "/" not in first.code:
        return f"{first.label} til {last.label}"
    if all(before.end < after.start for before, after in pairwise(periods)):
        return Period.parse(f"{first.code.split('/')[0]}/{last.code.split('/')[1]}").label
    return f"{first.label} – {last.label}"


def _name(figure: Figure, series: Sequence[Series]) -> str:
    areas = {one.figures[0].area.id for one in series}
    names = [figure.group or "", figure.area.short if len(areas) > 1 or not figure.group else ""]
    return ", ".join(filter(None, names))


def _shape(series: Series) -> str:
    """Give the kind of a series' periods, with their length; nothing where they differ or no next one can be named."""
    kinds = {
        "/".join(_kind(part) for part in figure.period.code.split("/")) + f" {figure.months}"
        for figure in series.figures
    }
    return kinds.pop() if len(kinds) == 1 and not any("-02-29" in kind for kind in kinds) else ""


def _kind(code: str) -> str:
    part = _PART.match(code)
    return f"{part['kind']}{part['rest']}" if part else code


def _own(period: Period) -> int:
    """Give the length of a period in months; a day says nothing of the next."""
    if "/" in period.code:
        return (period.end.year - period.start.year) * _YEAR + period.end.month - period.start.month + 1
    return 0 if period.code.count("-") > 1 else _LENGTHS.get(_kind(period.code), _YEAR)


def _month(period: Period) -> int:
    return period.start.year * _YEAR + period.start.month - 1


def _later(period: Period, months: int) -> Period:
    return Period.parse("/".join(_shifted(part, months) for part in period.code.split("/")))


def _shifted(code: str, months: int) -> str:
    part = _PART.match(code)
    if part is None:
        return code
    length = _LENGTHS[part["kind"]]
    year, month = divmod((int(part["year"]) * _YEAR) + (int(part["number"] or 1) - 1) * length + months, _YEAR)
    number = f"{month // length + 1:0{len(part['number'])}}" if part["number"] else ""
    return f"{year}{part['kind']}{number}{part['rest']}"
