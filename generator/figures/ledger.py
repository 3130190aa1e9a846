"""Everything that follows from the figures of one indicator, each worked out once and passed along.

What is drawn or put into words uses the surest figure of each period. How it is found stands in `figure`, `comparing`
and `telling`, as functions of rows; a ledger keeps the answers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from generator.base.text import decimals_of
from generator.figures import comparing, missing, telling
from generator.figures.comparing import Series
from generator.figures.figure import Figure, laid_out, surest
from generator.figures.missing import Gap
from generator.figures.telling import Change, Facts, Told
from generator.model import Area, Indicator


@dataclass(frozen=True)
class Ledger:
    """An indicator with its figures: every one that the sources give, in the order of `figure.laid_out`."""

    indicator: Indicator
    figures: tuple[Figure, ...]

    @classmethod
    def of(cls, indicator: Indicator, areas: Mapping[str, Area]) -> Ledger:
        """Lay out an indicator's figures."""
        return cls(indicator, laid_out(indicator, areas))

    @cached_property
    def shown(self) -> Ledger:
        """What the chart is about: the figures of the groups that it names, or all where it names none."""
        groups = self.indicator.chart.groups
        named = tuple(figure for figure in self.figures if figure.group in groups)
        return replace(self, figures=named) if 0 < len(named) < len(self.figures) else self

    @cached_property
    def decimals(self) -> int:
        """The decimals that every figure is written with."""
        return decimals_of(figure.value for figure in self.figures)

    @cached_property
    def surest(self) -> tuple[Figure, ...]:
        """The surest figures of each area, group and period."""
        return surest(self.figures)

    @cached_property
    def series(self) -> tuple[Series, ...]:
        """The surest figures in series, which no gap joins."""
        return missing.broken(self._parted, self.gaps)

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """The periods in which a series has no figure."""
        return missing.gaps(self._parted, self.indicator.update_rhythm or "")

    @cached_property
    def _parted(self) -> tuple[Series, ...]:
        return comparing.in_series(self.surest)

    @cached_property
    def subject(self) -> tuple[Series, ...]:
        """The series that the indicator is about: the home area's, or the first area's where it has none."""
        return tuple(one for one in self.series if one.figures[0].area.id == self.surest[0].area.id)

    @cached_property
    def compared(self) -> tuple[Figure, ...]:
        """The figures of one period that can stand side by side."""
        return comparing.side_by_side(self.surest)

    @cached_property
    def newest(self) -> Told | None:
        """The newest figure of the first series that the indicator is about."""
        return telling.told(telling.newest_of(self.subject[0]), self.decimals) if self.subject else None

    @cached_property
    def facts(self) -> Facts:
        """What the sentences about the indicator need."""
        shown = self.shown
        stories = tuple(telling.story(one, shown.decimals) for one in shown.subject)
        others = telling.others(shown.surest, stories[0].newest) if stories else []
        ranking = comparing.ranked(shown.compared)
        return Facts(
            title=self.indicator.title,
            subject=self.indicator.chart.subject or "",
            unit=self.indicator.unit.value,
            stories=stories,
            others=tuple(telling.told(figure, shown.decimals) for figure in others),
            ranking=tuple(telling.told(figure, shown.decimals) for figure in ranking),
            total=telling.total(self.surest, ranking[0]) if ranking else None,
        )

    @property
    def changes(self) -> tuple[Change, ...]:
        """The change up to the newest counted figure since the previous comparable one, for each series with one.

        Comparable are counted figures for periods of the same length with no break between them. Where the sources
        give several figures for one of the two periods, nobody can say what the change was.
        """
        return tuple(one.change for one in self.facts.stories if one.change)
