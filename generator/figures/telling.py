"""What sentences need of figures: each ready to be said, its way from an earlier one, and what stands beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.base.measures import amount, distance
from generator.base.text import decimals_of
from generator.figures.comparing import Series, steps
from generator.figures.figure import Figure, added, of_surest_kind
from generator.model.period import Period
from generator.model.vocabulary import ObservationKind


@dataclass(frozen=True, slots=True)
class Told:
    """One figure, ready to be put into a sentence."""

    value: float
    text: str
    """The value with its unit: `72,3 %`."""
    unit: str
    period: Period
    area: str
    """The short name of the area."""
    place: str
    """The same inside a sentence: `hele landet`."""
    group: str
    kind: ObservationKind
    calculated: bool
    """Whether we worked the figure out ourselves."""
    note: str
    document: str
    section: str
    """Where the figure stands in the sources."""


@dataclass(frozen=True, slots=True)
class Change:
    """The way from one figure to a later one of the same series."""

    before: Told
    now: Told
    difference: float
    text: str
    """The size of the difference with its unit and without a sign: `3,1 procentpoint`."""


@dataclass(frozen=True, slots=True)
class Story:
    """What one series says."""

    newest: Told
    change: Change | None
    """Since the previous comparable figure."""
    since_first: Change | None
    """Since the first comparable figure, where that is not the previous one."""
    ahead: Told | None
    """The last estimate or projection for a time after the newest figure."""

    @property
    def way(self) -> Change | None:
        """The longest change up to the newest figure."""
        return self.since_first or self.change


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that a sentence about an indicator needs, worked out."""

    title: str
    subject: str
    """What the figure of the first story is called in a sentence, where the editor says it; empty otherwise."""
    unit: str
    stories: tuple[Story, ...]
    """One for each series of the home area; of the first area, where the home area has no figures."""
    others: tuple[Told, ...]
    """The other areas in the period of the first story."""
    ranking: tuple[Told, ...]
    """The groups of one area in one period, the largest first; for placings the best first. They are of one kind."""
    total: Told | None
    """The figure for all groups together, in the period of the ranking."""


def told(figure: Figure, decimals: int) -> Told:
    """Make a figure ready for a sentence."""
    return Told(
        value=figure.value,
        text=amount(figure.value, figure.unit, decimals),
        unit=figure.unit.value,
        period=figure.period,
        area=figure.area.short,
        place=figure.area.in_text or figure.area.short,
        group=figure.group,
        kind=figure.kind,
        calculated=bool(figure.calculation),
        note=figure.note,
        document=figure.document,
        section=figure.section,
    )


def newest_of(series: Series) -> Figure:
    """Give the newest counted figure of a series, or else the newest estimate, or else the newest projection."""
    return of_surest_kind(series.figures)[-1]


def story(series: Series, decimals: int) -> Story:
    """Tell what a series says."""
    newest = newest_of(series)
    found = steps(series.figures)
    ahead = [figure for figure in series.figures if _is_ahead(figure, newest)]
    return Story(
        newest=told(newest, decimals),
        change=_change(found.previous, found.now, decimals) if found and found.previous else None,
        since_first=_change(found.first, found.now, decimals) if found and found.first else None,
        ahead=told(ahead[-1], decimals) if ahead else None,
    )


def others(figures: Sequence[Figure], newest: Told) -> list[Figure]:
    """Give the figures of other areas than the first for the period and group of a figure."""
    place = (newest.period.code, newest.group)
    return [one for one in figures if one.area.id != figures[0].area.id and (one.period.code, one.group) == place]


def total(figures: Iterable[Figure], beside: Figure) -> Told | None:
    """Give the figure for all groups, of the same kind and in the same area and period as one of them."""
    place = (beside.area.id, "", beside.period.code, beside.kind)
    found = [one for one in figures if (*one.place, one.period.code, one.kind) == place]
    return told(found[0], decimals_of([found[0].value])) if len(found) == 1 else None


def _is_ahead(figure: Figure, newest: Figure) -> bool:
    """Tell whether a figure is an estimate or a projection for later, with no break since the newest one."""
    is_later = not figure.is_counted and figure.period.start > newest.period.start
    return is_later and figure.stretch == newest.stretch


def _change(before: Figure, now: Figure, decimals: int) -> Change:
    difference = added(now.value, -before.value)
    return Change(told(before, decimals), told(now, decimals), difference, distance(difference, now.unit, decimals))
