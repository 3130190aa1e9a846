"""Which figures can be held against each other: along a series, and side by side in one period.

Nothing is ever compared across a break in a series, between periods of different lengths, or with one of several
figures that the sources give for the same period.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, TypeAlias

from generator.figures.figure import Figure, of_surest_kind
from generator.model.vocabulary import Unit

Edge: TypeAlias = Literal["", "solid", "dashed"]


@dataclass(frozen=True, slots=True)
class Series:
    """The surest figures of one area and group, in order of time."""

    figures: tuple[Figure, ...]
    edges: tuple[Edge, ...]
    """How each figure is joined to the one before it.

    `solid` between two counted figures, `dashed` towards or from an estimate or a projection, and empty at the start,
    across a break or a gap, and between periods of different lengths.
    """


@dataclass(frozen=True, slots=True)
class Steps:
    """What the newest counted figure of a series can be held against."""

    now: Figure
    previous: Figure | None
    """The previous comparable figure."""
    first: Figure | None
    """The first comparable figure, where that is not the previous one."""


def in_series(figures: Iterable[Figure]) -> tuple[Series, ...]:
    """Part figures that stand in order into their series, and say how each figure is joined to the one before it."""
    found = (tuple(series) for _, series in groupby(figures, key=lambda figure: figure.place))
    return tuple(Series(one, ("", *map(_edge, one, one[1:]))) for one in found)


def comparable(now: Figure, counted: Iterable[Figure]) -> list[Figure]:
    """Give the earlier ones of a series' counted figures that can be held against one of them.

    They are those for periods of the same length with no break between.
    """
    return [one for one in counted if one.period.start < now.period.start and _is_alike(one, now)]


def disputed(figures: Iterable[Figure]) -> set[str]:
    """Find the periods that the sources give several figures for."""
    first: dict[str, float] = {}
    return {one.period.code for one in figures if first.setdefault(one.period.code, one.value) != one.value}


def steps(figures: Iterable[Figure]) -> Steps | None:
    """Find what the newest counted figure of a series can be held against; None where no figure is counted."""
    counted = [figure for figure in figures if figure.is_counted]
    if not counted:
        return None
    now = counted[-1]
    several = disputed(counted)
    earlier = [] if now.period.code in several else comparable(now, counted)
    if not earlier:
        return Steps(now, None, None)
    first, previous = earlier[0], earlier[-1]
    return Steps(
        now,
        previous if previous.period.code not in several else None,
        first if first.period.code not in several | {previous.period.code} else None,
    )


def side_by_side(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """Find the figures of one period that can stand side by side.

    They are the groups of the home area (or of the first, where the home area has no figures) in their own order or,
    without groups, the areas, the largest first and placings from the best. The period is the newest with counted
    figures. Without at least two such figures the answer is empty.
    """
    groups = _newest_period([one for one in figures if one.group and one.area.id == figures[0].area.id])
    if len(groups) > 1:
        return tuple(groups)
    for group in dict.fromkeys(one.group for one in figures):
        areas = _newest_period([one for one in figures if one.group == group])
        if len({one.area.id for one in areas}) > 1:
            return tuple(_by_size(areas))
    return ()


def ranked(compared: Sequence[Figure]) -> list[Figure]:
    """Put the groups among figures side by side in order of size, and placings from the best.

    They are those of the surest kind, and none where only one of them is left.
    """
    if len({one.area.id for one in compared}) != 1:
        return []
    found = of_surest_kind(compared)
    return _by_size(found) if len(found) > 1 else []


def _is_alike(one: Figure, other: Figure) -> bool:
    return one.stretch == other.stretch and one.months == other.months


def _edge(before: Figure, figure: Figure) -> Edge:
    if not _is_alike(before, figure):
        return ""
    return "solid" if before.is_counted and figure.is_counted else "dashed"


def _newest_period(figures: Sequence[Figure]) -> list[Figure]:
    """The figures of the newest period that has one of the surest kind, whatever kind they are themselves."""
    newest = max((one.period for one in of_surest_kind(figures)), default=None)
    return [one for one in figures if newest and one.period.code == newest.code]


def _by_size(figures: Iterable[Figure]) -> list[Figure]:
    return sorted(figures, key=lambda one: one.value if one.unit is Unit.RANK else -one.value)
