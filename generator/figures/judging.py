"""A sub-target held against its figures: met or missed, on track or off it, or unmeasured and why.

The rule, step by step; the site says the same in Danish (`publish/templates/verdicts.html.j2`):

1.  Only counted figures decide: those of the home area, for the sub-target's group, in its unit. Where the sources
    give several figures for one period, none of them decides.
2.  A figure belongs to the year in which its period ends.
3.  The demand is a value or another area's figure, with an offset in percentage points. The other area's figure must
    be counted too, for the same period and group; without it the home area's figure decides nothing.
4.  `at_least` and `at_most` are met by a figure on the demand, `above` and `below` are not. `at_level` is met by a
    figure as good as the demand or better, in the indicator's direction. There is no tolerance, because no source
    gives one. Without a direction the same figure meets it, and nobody can say what another figure means.
5.  The demand holds in the target's year. Where plans up to that year state it, it holds from the first of them on:
    the first of the target's wordings, or the one that the sub-target says it stands in.
6.  The last figure in that time decides: *met* or *missed*. A figure from after the target's year measures another
    year and decides nothing. A demand for one year only is not decided before that year is over.
7.  Before that, the newest figure since the first plan's year says *on track* where it meets the demand already, or
    is nearer to it than the previous comparable figure was; otherwise *off track*. Comparable are figures for
    periods of the same length with no break between them.
8.  Everything else is *unmeasured*, with the reason. A figure from before the first plan measures where the work
    began, and not what came of it.

Why `at_level` is read as »as good or better«: plans write »på niveau med landsgennemsnittet« and »skal være 30 %«
where they want to come up to a level, and give no margin. Read as exactly the same number, a share with a decimal
would hardly ever be met, and a municipality that does better would be said to have failed. Read with a margin, the
margin would be ours. The plan may have meant something else, so every page that uses the reading says so.

Numbers are only ever subtracted.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from generator.figures.comparing import comparable
from generator.figures.figure import Figure
from generator.figures.holding import Case, Held, cases, is_same_unit
from generator.figures.ledger import Ledger
from generator.figures.telling import Told, told
from generator.model import SubTarget, Target
from generator.model.vocabulary import TargetStatus


class Ruling(StrEnum):
    """The part of the rule that a verdict comes from."""

    DUE = "kravet gælder"
    BEFORE = "før målåret"
    NONE = "ingen måling"


class Reason(StrEnum):
    """Why a sub-target has no verdict."""

    NO_DEMAND = "intet tal i målet"
    NO_INDICATOR = "ingen indikator"
    OTHER_UNIT = "anden enhed"
    NO_FIGURE = "intet tal"
    NOT_COUNTED = "ikke opgjort"
    DISPUTED = "flere tal"
    NO_REFERENCE = "intet tal for det andet område"
    BEFORE_PLAN = "fra før planen"
    YEAR_OVER = "målåret er gået"
    NO_EARLIER = "intet tidligere tal"
    NO_DIRECTION = "ingen retning"


@dataclass(frozen=True)
class Verdict:
    """What a sub-target's figures say, with everything that the judgement was made from."""

    target: Target
    part: SubTarget
    status: TargetStatus
    rule: Ruling
    begins: int
    """The first year that a figure must be from to say anything about the target."""
    due: int
    """The first year in which the demand holds."""
    reason: Reason | None = None
    held: tuple[Held, ...] = ()
    """Every counted figure that could be held against its demand, the oldest first."""
    deciding: Held | None = None
    before: Held | None = None
    """The figure that the deciding one was compared with, before the demand holds."""
    newest: Told | None = None
    """The newest figure, where none decides."""
    breaks: tuple[str, ...] = ()
    """Why figures from the first plan's year on cannot all be compared with the deciding one."""

    @property
    def figures(self) -> tuple[Told, ...]:
        """Every figure that went into the verdict, or the newest one where none did."""
        held = [one for one in (self.deciding, self.before) if one]
        used = [figure for one in held for figure in (one.figure, one.reference) if figure]
        return tuple(used) or ((self.newest,) if self.newest else ())

    @property
    def sources(self) -> tuple[tuple[str, str], ...]:
        """Where those figures stand: documents and sections, each once."""
        return tuple(dict.fromkeys((figure.document, figure.section) for figure in self.figures))


def judge(target: Target, part: SubTarget, ledger: Ledger | None, today: dt.date) -> Verdict:
    """Judge a sub-target by the figures of its indicator, as the rule of this module says."""
    due, begins = _years(target, part)
    blank = Verdict(target, part, TargetStatus.UNMEASURED, Ruling.NONE, begins, due)
    if part.comparator is None or (part.value is None and part.reference is None):
        return replace(blank, reason=Reason.NO_DEMAND)
    if ledger is None:
        return replace(blank, reason=Reason.NO_INDICATOR)
    indicator = ledger.indicator
    figures = [figure for figure in ledger.figures if figure.group == (part.group or "")]
    ours = [figure for figure in figures if figure.area.home]
    counted = _counted(ours)
    if not counted:
        return _silent(blank, Reason.NOT_COUNTED if ours else Reason.NO_FIGURE, ours, ledger.decimals)
    if not is_same_unit(part, indicator):
        return _silent(blank, Reason.OTHER_UNIT, counted, ledger.decimals)
    theirs = _counted(figure for figure in figures if figure.area.id == part.reference)
    held = cases(part, part.comparator, indicator, counted, theirs)
    found = _Court(replace(blank, held=tuple(case.held for case in held)), counted, held, ledger.decimals).decide(today)
    if found.deciding is None:
        return found
    last = found.deciding.figure.period.start
    breaks = (one for one in indicator.breaks if one.period.start <= last and one.period.start.year >= begins)
    return replace(found, breaks=tuple(one.note for one in breaks))


@dataclass(frozen=True)
class _Court:
    """What the last steps of the rule need to know about a sub-target."""

    blank: Verdict
    """The verdict with everything but its outcome."""
    counted: list[Figure]
    cases: list[Case]
    decimals: int
    """The decimals of every figure of the indicator, as they are written on its own page."""

    def decide(self, today: dt.date) -> Verdict:
        begins, due, year = self.blank.begins, self.blank.due, self.blank.target.year
        is_over = today.year > year
        in_force = self._from(due)
        if in_force and (is_over or due < year):
            return self._final(in_force[-1])
        if self._lacks_reference():
            return self._silent(Reason.NO_REFERENCE)
        since = self._from(begins)
        if since and not is_over:
            return self._moving(since[-1])
        is_early = _year(self.counted[-1]) < begins
        return self._silent(Reason.YEAR_OVER if is_over and not is_early else Reason.BEFORE_PLAN)

    def _from(self, first: int) -> list[Case]:
        """The cases from a year to the target's."""
        return [case for case in self.cases if first <= case.year <= self.blank.target.year]

    def _lacks_reference(self) -> bool:
        """Tell whether only the other area's figure is missing where ours could decide or say which way it goes."""
        begins, due, year = self.blank.begins, self.blank.due, self.blank.target.year
        years = [_year(figure) for figure in self.counted if begins <= _year(figure) <= year]
        return bool(years) and not self._from(due if years[-1] >= due else begins)

    def _final(self, deciding: Case) -> Verdict:
        if reason := _doubt(deciding):
            return self._silent(reason)
        status = TargetStatus.MET if deciding.held.is_met else TargetStatus.MISSED
        return replace(self.blank, status=status, rule=Ruling.DUE, deciding=deciding.held)

    def _moving(self, now: Case) -> Verdict:
        if reason := _doubt(now):
            return self._silent(reason)
        before = self._before(now)
        if before is None and not now.held.is_met:
            return self._silent(Reason.NO_EARLIER)
        is_nearer = before is not None and now.held.lacking < before.lacking
        status = TargetStatus.ON_TRACK if now.held.is_met or is_nearer else TargetStatus.OFF_TRACK
        return replace(self.blank, status=status, rule=Ruling.BEFORE, deciding=now.held, before=before)

    def _before(self, now: Case) -> Held | None:
        """The previous comparable figure, unless the sources disagree about it."""
        earlier = comparable(now.figure, [case.figure for case in self.cases])
        last = max(earlier, key=_time, default=None)
        return next((case.held for case in self.cases if case.figure is last and not case.is_disputed), None)

    def _silent(self, reason: Reason) -> Verdict:
        return _silent(self.blank, reason, self.counted, self.decimals)


def _doubt(case: Case) -> Reason | None:
    """Why a case decides nothing, if it does not."""
    if case.is_disputed:
        return Reason.DISPUTED
    return Reason.NO_DIRECTION if case.held.is_open else None


def _silent(blank: Verdict, reason: Reason, figures: Sequence[Figure], decimals: int) -> Verdict:
    """Give no verdict, but the reason and the newest of the figures that there are."""
    newest = max(figures, key=_time, default=None)
    return replace(blank, reason=reason, newest=told(newest, decimals) if newest else None)


def _years(target: Target, part: SubTarget) -> tuple[int, int]:
    """Give the first year in which the demand holds, and the first plan's that states it."""
    stated = [wording.year for wording in target.wordings if wording.year >= (part.since or wording.year)]
    due = target.year if target.year > max(stated) else min(target.year, *stated)
    return due, min(target.year, *stated)


def _counted(figures: Iterable[Figure]) -> list[Figure]:
    return sorted((figure for figure in figures if figure.is_counted), key=_time)


def _time(figure: Figure) -> tuple[int, int]:
    """The order in time: by the end of the period; of periods that end together the longest comes last."""
    return figure.period.end.toordinal(), -figure.period.start.toordinal()


def _year(figure: Figure) -> int:
    return figure.period.end.year
