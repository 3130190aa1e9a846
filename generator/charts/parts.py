"""What the forms of chart are made of: points, strokes, marks for targets, and the words on them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import jinja2

from generator.base.compiled import compiled
from generator.base.hyphenation import hyphenated
from generator.base.measures import amount, measure
from generator.base.text import capitalised, danish_number, unbroken
from generator.figures.comparing import Edge, Series
from generator.figures.figure import Figure
from generator.figures.ledger import Ledger
from generator.model import Indicator
from generator.model.period import Period
from generator.model.vocabulary import Comparator, Unit

DASHES = ("solid", "dash", "dot", "dashdot")
SYMBOLS = ("circle", "square", "triangle-up", "diamond")
COLOURS = ("#12436D", "#28A197", "#801650", "#F46A25")


@dataclass(frozen=True)
class TargetLine:
    """A value that an indicator's figures are held against."""

    value: float
    label: str
    """Whom or what the target is about."""
    comparator: Comparator
    group: str = ""
    """The group in the indicator that it is about; empty for all together."""
    url: str | None = None
    """The address of the target's page."""


@dataclass(frozen=True)
class Shown:
    """What a chart is about: the figures that are drawn, and the targets for them."""

    ledger: Ledger
    targets: Sequence[TargetLine]

    @property
    def indicator(self) -> Indicator:
        """The indicator whose figures they are."""
        return self.ledger.indicator

    @property
    def lines(self) -> tuple[Series, ...]:
        """The series, each with its figures in order of time."""
        return self.ledger.series

    @property
    def decimals(self) -> int:
        """The decimals that every figure is written with."""
        return self.ledger.decimals

    @cached_property
    def periods(self) -> int:
        """How many periods there are."""
        return len({figure.period.code for figure in self.ledger.surest})

    @property
    def is_uneven(self) -> bool:
        """Whether a series has periods of different lengths, which a line must not join."""
        return any(len({figure.months for figure in line.figures}) > 1 for line in self.lines)


@dataclass(frozen=True)
class Drawing:
    """What a form makes of an indicator: the parts of a Plotly figure, and the figures that it shows."""

    traces: list[dict[str, Any]]
    layout: dict[str, Any]
    figures: Sequence[Figure]
    targets: Sequence[dict[str, Any]] = ()
    """The targets that are drawn: `value`, `text`, and the `row` of a bar chart that they belong to (None: all)."""
    note: str = ""
    """What a reader of the drawing must know."""


@cache
def words() -> Any:  # noqa: ANN401 - the macros of a template
    """Give the sentences and words of charts; plain text, to be escaped by whoever shows it."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=False,  # noqa: S701 - plain text
        undefined=jinja2.StrictUndefined,
        bytecode_cache=compiled(),
    )
    environment.globals.update(amount=amount, measure=measure, unbroken=unbroken)
    return environment.get_template("sentences.j2").module


def stroke(number: int, look: int, name: str, figures: Sequence[Figure], edge: Edge) -> dict[str, Any]:
    """Join the points of a series; `look` says which colour and dash it has."""
    return {
        "type": "scatter",
        "mode": "lines",
        "name": name,
        "legendgroup": str(number),
        "x": [middle(figure) for figure in figures],
        "y": [figure.value for figure in figures],
        "line": {"color": COLOURS[look], "dash": DASHES[look] if edge == "solid" else "2px,4px", "width": 3},
        "meta": {"series": number, "look": look, "edge": edge},
        "hoverinfo": "skip",
    }


def points(number: int, look: int, name: str, figures: Sequence[Figure], decimals: int) -> dict[str, Any]:
    """Mark the figures of a series; those that were not counted are open."""
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "legendgroup": str(number),
        "x": [middle(figure) for figure in figures],
        "y": [figure.value for figure in figures],
        "text": [danish_number(figure.value, decimals) for figure in figures],
        "hovertext": [hover(name, figure, decimals) for figure in figures],
        "hoverinfo": "text",
        "customdata": [[uncertain(figure), figure.period.label] for figure in figures],
        "marker": {"color": COLOURS[look], "size": 12, "symbol": [symbol(look, figure) for figure in figures]},
        "meta": {"series": number, "look": look},
    }


def symbol(look: int, figure: Figure) -> str:
    """Choose the mark of a figure."""
    return SYMBOLS[look] if figure.is_counted else f"{SYMBOLS[look]}-open"


def hover(name: str, figure: Figure, decimals: int) -> str:
    """Say what a point shows, for the interactive chart."""
    kind = uncertain(figure)
    value = amount(figure.value, figure.unit, decimals)
    period = figure.period.label
    lead = capitalised(period) if name == capitalised(period) else f"{name}<br>{period}"
    return unbroken(f"{lead}: {value}{f' ({kind})' if kind else ''}")


def middle(figure: Figure) -> str:
    """Give the day in the middle of a period: a line's points stand at distances as in time."""
    return _middle(figure.period.start, figure.period.end)


def break_mark(period: Period) -> dict[str, Any]:
    """Mark the place on a line where figures before and after cannot be compared."""
    at = period.start.isoformat()
    mark = {"type": "line", "name": "break", "xref": "x", "yref": "paper", "x0": at, "x1": at, "y0": 0, "y1": 1}
    return mark | {"label": {"text": words().break_mark()}}


def names(firsts: Sequence[Figure]) -> list[str]:
    """Say what tells the series apart, given the first figure of each."""
    several_areas = len({figure.area.id for figure in firsts}) > 1
    several_groups = len({figure.group for figure in firsts}) > 1
    if not several_groups:
        return [figure.area.short for figure in firsts]
    groups = [group_name(figure) for figure in firsts]
    if not several_areas:
        return groups
    return [f"{figure.area.short}, {group}" for figure, group in zip(firsts, groups, strict=True)]


def labels(firsts: Sequence[Figure]) -> list[str]:
    """Name the series in a chart: long words may be broken where they have a sign for it, and nowhere else."""
    return [hyphenated(name) for name in names(firsts)]


def group_name(figure: Figure) -> str:
    """Name the group of a figure, or all together."""
    return figure.group or str(words().total())


def number_text(figure: Figure, decimals: int) -> str:
    """Write a figure; the unit stands above the chart, and only the percent sign is short enough to be repeated."""
    is_percent = figure.unit is Unit.PERCENT
    return amount(figure.value, figure.unit, decimals) if is_percent else danish_number(figure.value, decimals)


def aim_text(target: TargetLine, unit: Unit) -> str:
    """Write a target as its mark in a drawing is named: `Mål: over 80 %`."""
    number = amount(target.value, unit) if unit is Unit.PERCENT else danish_number(target.value)
    return unbroken(words().aim(target.comparator.value, number))


def aims(targets: Sequence[TargetLine], unit: Unit, row: int | None = None) -> list[dict[str, Any]]:
    """Write targets for a drawing, in the `row` that they belong to; what two of them ask alike stands there once."""
    found = {(target.value, aim_text(target, unit)): None for target in targets}
    return [{"value": value, "text": text, "row": row} for value, text in found]


def uncertain(figure: Figure) -> str:
    """Give the word for an estimate or a projection; nothing for a counted figure."""
    return "" if figure.is_counted else kind_of(figure.kind)


# The same words and days stand in every chart: asking a template or the calendar each time takes far longer.
@cache
def kind_of(kind: str, *, is_calculated: bool = False) -> str:
    """Name a kind of figure: `opgjort`, `skøn`, `fremskrivning`; and say whether we have calculated it."""
    return str(words().kind(kind, is_calculated))


@cache
def _middle(start: dt.date, end: dt.date) -> str:
    return (start + (end - start) / 2).isoformat()
