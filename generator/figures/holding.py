"""A figure held against what a sub-target asks of it: rules 3 and 4 of `generator.figures.judging`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.base.measures import amount, distance
from generator.base.text import decimals_of
from generator.figures.comparing import disputed
from generator.figures.figure import Figure, added
from generator.figures.telling import Told, told
from generator.model import Indicator, SubTarget
from generator.model.vocabulary import POINT_UNITS, Comparator, Direction, Unit


@dataclass(frozen=True, slots=True)
class Held:
    """A figure held against a demand."""

    figure: Told
    asked: float
    """The number that was asked for."""
    unit: Unit
    decimals: int
    """How many decimals every number of the sub-target is written with."""
    reference: Told | None
    """The other area's figure that the demand was worked out from."""
    difference: float
    """The figure less the demand."""
    lacking: float
    """How far the figure is on the wrong side of the demand; 0 for one that is on it or on the right side."""
    is_met: bool
    is_open: bool
    """Whether nobody can say if it is met: it is not on the level, and the indicator has no direction."""

    @property
    def demand(self) -> str:
        """The number that was asked for, with its unit: `73,3 %`."""
        return amount(self.asked, self.unit.value, self.decimals)

    @property
    def distance(self) -> str:
        """The size of the difference with its unit and without a sign: `4,4 procentpoint`."""
        return distance(self.difference, self.unit, self.decimals)


@dataclass(frozen=True, slots=True)
class Case:
    """A counted figure of ours that can be held against its demand."""

    figure: Figure
    held: Held
    is_disputed: bool
    """Whether the sources give several figures for its period, here or in the other area."""

    @property
    def year(self) -> int:
        """The year that the figure belongs to: that in which its period ends."""
        return self.figure.period.end.year


def is_same_unit(part: SubTarget, indicator: Indicator) -> bool:
    """Tell whether a demand is in the indicator's unit; an offset is always in percentage points."""
    if part.value is not None:
        return (part.unit or Unit.COUNT) is indicator.unit
    return part.unit in (None, indicator.unit) and (part.offset == 0 or indicator.unit in POINT_UNITS)


def cases(
    part: SubTarget, comparator: Comparator, indicator: Indicator, ours: Sequence[Figure], theirs: Sequence[Figure]
) -> list[Case]:
    """Hold every figure of ours against its demand, where there is one."""
    usable: list[tuple[Figure, float, Figure | None]] = []
    beside = {figure.period.code: figure for figure in theirs}
    for figure in ours:
        if part.value is not None:
            usable.append((figure, part.value, None))
        elif other := beside.get(figure.period.code):
            usable.append((figure, added(other.value, part.offset), other))
    decimals = decimals_of(value for figure, demand, _ in usable for value in (figure.value, demand))
    yardstick = _Yardstick(comparator, indicator.direction, indicator.unit, decimals)
    several = disputed(ours) | disputed(theirs)
    return [
        Case(figure, yardstick.hold(figure, demand, other), figure.period.code in several)
        for figure, demand, other in usable
    ]


@dataclass(frozen=True, slots=True)
class _Yardstick:
    """What holds for every figure of a sub-target."""

    comparator: Comparator
    direction: Direction
    unit: Unit
    decimals: int

    def hold(self, figure: Figure, demand: float, other: Figure | None) -> Held:
        difference = added(figure.value, -demand)
        lacking = self._lacking(difference)
        is_strict = self.comparator in (Comparator.ABOVE, Comparator.BELOW)
        is_undirected = self.comparator is Comparator.AT_LEVEL and self.direction is Direction.NONE
        return Held(
            figure=told(figure, self.decimals),
            asked=demand,
            unit=self.unit,
            decimals=self.decimals,
            reference=told(other, self.decimals) if other else None,
            difference=difference,
            lacking=lacking,
            is_met=lacking == 0 and not (is_strict and difference == 0),
            is_open=is_undirected and difference != 0,
        )

    def _lacking(self, difference: float) -> float:
        wants_more = self.comparator in (Comparator.AT_LEAST, Comparator.ABOVE)
        wants_less = self.comparator in (Comparator.AT_MOST, Comparator.BELOW)
        if self.comparator is Comparator.AT_LEVEL:
            wants_more, wants_less = self.direction is not Direction.DOWN, self.direction is not Direction.UP
        return max(0.0, -difference if wants_more else 0.0, difference if wants_less else 0.0)
