"""Where the municipality stands beside the area that it measures itself by, mostly the whole country.

Which area that is, nobody has to say: it is the one that most sub-targets name, of those that the newest figures can
be held against; where no target names any, the one with most figures. Only shares are compared, because a town has
always fewer people and less money than a country, and only counted figures for the same period and group.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.base.measures import distance
from generator.figures.figure import added
from generator.figures.ledger import Ledger
from generator.figures.telling import Told
from generator.model import Area, Indicator, Plan, Target
from generator.model.vocabulary import POINT_UNITS, Direction, ObservationKind, Trend


@dataclass(frozen=True)
class Standing:
    """The home area's newest figure beside the other area's for the same period and group."""

    indicator: Indicator
    ours: Told
    theirs: Told
    difference: float
    """Ours less theirs."""
    distance: str
    """The size of the difference with its unit and without a sign: `0,8 procentpoint`."""

    @property
    def trend(self) -> Trend | None:
        """Say whether ours is better, worse or the same; without a direction nobody can say which of two it is."""
        if self.difference == 0:
            return Trend.UNCHANGED
        if self.indicator.direction is Direction.NONE:
            return None
        return Trend.IMPROVED if (self.difference > 0) == (self.indicator.direction is Direction.UP) else Trend.WORSENED

    @property
    def title(self) -> str:
        """What the indicator is called."""
        return self.indicator.title


def standings(plan: Plan, ledgers: Mapping[str, Ledger]) -> Sequence[Standing]:
    """Hold the newest figure of every share against that of the one area that most can be held against."""
    found = [standing for ledger in ledgers.values() for standing in _beside(ledger)]
    named = Counter(part.reference for target in plan.of(Target).values() for part in target.parts if part.reference)
    seen = Counter(standing.theirs.area for standing in found)
    areas = [area for area in plan.of(Area).values() if seen[area.short]]
    chosen = max(areas, key=lambda area: (named[area.id], seen[area.short]), default=None)
    return [standing for standing in found if chosen and standing.theirs.area == chosen.short]


def _beside(ledger: Ledger) -> Iterable[Standing]:
    """Hold the first series of the home area against every other area."""
    if ledger.indicator.unit not in POINT_UNITS or not ledger.subject or not ledger.subject[0].figures[0].area.home:
        return
    ours = ledger.facts.stories[0].newest
    place = (ours.period.code, ours.group)
    given = Counter(one.area.short for one in ledger.surest if (one.period.code, one.group) == place)
    for theirs in ledger.facts.others:
        # Where the sources give several figures for one period, nobody can say which is right.
        if ours.kind == theirs.kind == ObservationKind.ACTUAL and given[ours.area] == given[theirs.area] == 1:
            difference = added(ours.value, -theirs.value)
            far = distance(difference, ledger.indicator.unit, ledger.decimals)
            yield Standing(ledger.indicator, ours, theirs, difference, far)
