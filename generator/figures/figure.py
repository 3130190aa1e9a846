"""One figure of an indicator as everything inside sees it: a frozen row, laid out from an observation and put in order.

Inside, figures have this one form and no other. An indicator has tens of them, and with so few every call of a library
of frames costs more than going through rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from generator.model import Area, Indicator, Observation
from generator.model.period import Period
from generator.model.vocabulary import ObservationKind, Unit

_FINEST = 12
"""Decimals; no source counts more finely, and a spreadsheet's last digits are noise."""

_SURENESS = {kind: number for number, kind in enumerate(ObservationKind)}


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure that the sources give; a text that is absent is empty."""

    period: Period
    area: Area
    group: str
    value: float
    unit: Unit
    kind: ObservationKind
    calculation: str
    """How we have worked it out, where the sources do not give it."""
    note: str
    document: str
    section: str
    """Where the figure stands in the sources."""
    stretch: int
    """How many breaks come before the figure."""

    @property
    def place(self) -> tuple[str, str]:
        """What the figure is about: its area's id and its group. Figures of one place are a series."""
        return self.area.id, self.group

    @property
    def is_counted(self) -> bool:
        """Whether it was counted, and neither estimated nor projected."""
        return self.kind is ObservationKind.ACTUAL

    @property
    def months(self) -> int:
        """The length of its period in months; of a day it is 0."""
        start, end = self.period.start, self.period.end
        return 0 if start == end else (end.year - start.year) * 12 + end.month - start.month + 1


def added(value: float, other: float) -> float:
    """Add two numbers as they are written: 73.1 and 0.2 are 73.3, and 0.0000004 less 0.0000003 is not nought."""
    return float(round(Decimal(str(value)) + Decimal(str(other)), _FINEST))


def laid_out(indicator: Indicator, areas: Mapping[str, Area]) -> tuple[Figure, ...]:
    """Lay out an indicator's observations as figures, series by series.

    The home area comes first and then the areas in their own order, in each area the groups as the chart names them
    and then as the file has them (5-9 years before 10-14), and in each series the figures by period.
    """
    places = {name: number for number, name in enumerate(areas)}
    written = (observation.group for observation in indicator.observations if observation.group)
    groups = {name: number for number, name in enumerate(dict.fromkeys([*indicator.chart.groups, *written]))}

    def order(figure: Figure) -> tuple[Any, ...]:
        area, group, period = figure.area, figure.group, figure.period
        series = (not area.home, places[area.id], group != "", groups.get(group, -1))
        time = (period.start, period.end, period.code, _SURENESS[figure.kind], figure.value)
        return *series, *time, figure.calculation, figure.note, figure.document, figure.section

    made = (_figure(indicator, observation, areas[observation.area]) for observation in indicator.observations)
    return tuple(sorted(made, key=order))


def surest(figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """Keep the surest kind of figure for each area, group and period: counted before estimated before projected."""
    if len({figure.kind for figure in figures}) < 2:  # noqa: PLR2004  nothing to choose between
        return figures
    best: dict[tuple[str, str, str], int] = {}
    keys = [(*figure.place, figure.period.code) for figure in figures]
    for key, figure in zip(keys, figures, strict=True):
        rank = _SURENESS[figure.kind]
        best[key] = min(rank, best.get(key, rank))
    return tuple(figure for key, figure in zip(keys, figures, strict=True) if best[key] == _SURENESS[figure.kind])


def of_surest_kind(figures: Iterable[Figure]) -> list[Figure]:
    """Keep the figures of the surest kind that there is among them."""
    found = list(figures)
    kind = min((figure.kind for figure in found), key=_SURENESS.__getitem__, default=None)
    return [figure for figure in found if figure.kind is kind]


def _figure(indicator: Indicator, observation: Observation, area: Area) -> Figure:
    source = indicator.source_of(observation)
    return Figure(
        period=observation.period,
        area=area,
        group=observation.group or "",
        value=observation.value,
        unit=indicator.unit,
        kind=observation.kind,
        calculation=observation.calculation or "",
        note=observation.note or "",
        document=source.document,
        section=source.section,
        stretch=sum(one.period.start <= observation.period.start for one in indicator.breaks),
    )
