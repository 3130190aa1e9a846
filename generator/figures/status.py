"""How it goes: every target by its figures, and every indicator's change called better or worse.

How a sub-target is judged stands in `generator.figures.judging`. A target is missed when one of its parts is, off
track when one of them is, otherwise unmeasured when one of them is; it is met when all of them are, and otherwise on
track.

A change is that from the previous comparable counted figure to the newest. In the indicator's direction it is an
improvement, against it the opposite, and none at all is unchanged. Without a direction nobody can say.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.base.text import natural_key
from generator.figures.judging import Verdict, judge
from generator.figures.ledger import Ledger
from generator.figures.telling import Change
from generator.model import Indicator, Plan, Target
from generator.model.vocabulary import Direction, TargetStatus, Trend


@dataclass(frozen=True)
class Result:
    """How a target stands, and each of its parts."""

    target: Target
    status: TargetStatus
    verdicts: tuple[Verdict, ...]


@dataclass(frozen=True)
class Movement:
    """A change, and what it means in the indicator's direction; without a direction nobody can say."""

    indicator: Indicator
    change: Change
    trend: Trend | None

    @property
    def title(self) -> str:
        """What the indicator is called."""
        return self.indicator.title


@dataclass(frozen=True)
class Results:
    """How everything stands."""

    targets: Mapping[str, Result]
    movements: Mapping[str, tuple[Movement, ...]]
    """Per indicator the change of each of its series; empty where no two figures can be compared."""

    @property
    def verdicts(self) -> list[Verdict]:
        """Every sub-target's verdict, target by target."""
        return [verdict for result in self.targets.values() for verdict in result.verdicts]

    def moving(self, trend: Trend | None) -> list[Movement]:
        """Give the changes that are called this, or with None those that nobody can call better or worse."""
        return [one for movements in self.movements.values() for one in movements if one.trend == trend]

    def measured_by(self, indicator: str) -> list[Verdict]:
        """Give the verdicts that come from an indicator."""
        return self._by_indicator.get(indicator, [])

    @cached_property
    def _by_indicator(self) -> Mapping[str, list[Verdict]]:
        found: dict[str, list[Verdict]] = {}
        for verdict in self.verdicts:
            if verdict.part.indicator:
                found.setdefault(verdict.part.indicator, []).append(verdict)
        return found


def results(plan: Plan, ledgers: Mapping[str, Ledger], today: dt.date) -> Results:
    """Work out how every target and every indicator of a plan stands."""
    return Results(
        {target.id: _result(target, ledgers, today) for target in sorted(plan.of(Target).values(), key=_order)},
        {name: movements(ledger) for name, ledger in ledgers.items()},
    )


def movements(ledger: Ledger) -> tuple[Movement, ...]:
    """Call the change of each series better, worse or the same: its sign, in the indicator's direction."""
    indicator = ledger.indicator
    return tuple(
        Movement(indicator, change, _trend(indicator.direction, change.difference)) for change in ledger.changes
    )


def overall(statuses: Iterable[TargetStatus]) -> TargetStatus:
    """Sum a target up from its parts: what fails comes first, and what nobody knows comes before what goes well."""
    order = (
        TargetStatus.MISSED,
        TargetStatus.OFF_TRACK,
        TargetStatus.UNMEASURED,
        TargetStatus.ON_TRACK,
        TargetStatus.MET,
    )
    return min(statuses, key=order.index)


def _result(target: Target, ledgers: Mapping[str, Ledger], today: dt.date) -> Result:
    verdicts = tuple(judge(target, part, ledgers.get(part.indicator or ""), today) for part in target.parts)
    return Result(target, overall(verdict.status for verdict in verdicts), verdicts)


def _order(target: Target) -> list[str | int]:
    return natural_key(f"{target.plan} {target.number}")


def _trend(direction: Direction, difference: float) -> Trend | None:
    if direction is Direction.NONE:
        return None
    if difference == 0:
        return Trend.UNCHANGED
    return Trend.IMPROVED if (difference > 0) == (direction is Direction.UP) else Trend.WORSENED
