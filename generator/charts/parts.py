"""What the forms of chart are made of: points, strokes, marks for targets, and the words on them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

import jinja2
import pandas as pd

from generator.base.text import amount, capitalised, danish_number, decimals_of, unbroken
from generator.figures import indicators
from generator.figures.indicators import Row
from generator.model import Indicator
from generator.model.period import Period
from generator.model.vocabulary import Comparator, ObservationKind, Unit

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
    """What a chart is about: the rows that are drawn, and the targets for them."""

    indicator: Indicator
    df: pd.DataFrame
    targets: Sequence[TargetLine]

    @cached_property
    def lines(self) -> list[list[Row]]:
        """The series, each with its figures in order of time."""
        found: dict[int, list[Row]] = {}
        for row in indicators.records(indicators.series(self.df)):
            found.setdefault(row["series"], []).append(row)
        return list(found.values())

    @cached_property
    def periods(self) -> int:
        """How many periods there are."""
        return len({row["period"] for rows in self.lines for row in rows})

    @property
    def is_uneven(self) -> bool:
        """Whether a series has periods of different lengths, which a line must not join."""
        return any(len({indicators.months(row) for row in rows}) > 1 for rows in self.lines)

    @cached_property
    def decimals(self) -> int:
        """The decimals that every figure is written with."""
        return decimals_of(self.df["value"])


@dataclass(frozen=True)
class Drawing:
    """What a form makes of a table: the parts of a Plotly figure, and the rows that it shows."""

    traces: list[dict[str, Any]]
    layout: dict[str, Any]
    rows: pd.DataFrame
    targets: Sequence[dict[str, Any]] = ()
    """The targets that are drawn: `value`, `text`, and the `row` of a bar chart that they belong to (None: all)."""
    note: str = ""
    """What a reader of the drawing must know."""


@cache
def words() -> Any:  # noqa: ANN401 - the macros of a template
    """Give the sentences and words of charts; plain text, to be escaped by whoever shows it."""
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("generator.charts"),
        autoescape=False,  # noqa: S701 - plain text
        undefined=jinja2.StrictUndefined,
    )
    environment.globals.update(amount=amount, unbroken=unbroken)
    return environment.get_template("sentences.j2").module


def stroke(number: int, look: int, name: str, rows: list[Row]) -> dict[str, Any]:
    """Join the points of a series; `look` says which colour and dash it has."""
    edge = rows[-1]["edge"]
    return {
        "type": "scatter",
        "mode": "lines",
        "name": name,
        "legendgroup": str(number),
        "x": [middle(row) for row in rows],
        "y": [row["value"] for row in rows],
        "line": {"color": COLOURS[look], "dash": DASHES[look] if edge == "solid" else "2px,4px", "width": 3},
        "meta": {"series": number, "look": look, "edge": edge},
        "hoverinfo": "skip",
    }


def points(number: int, look: int, name: str, line: list[Row], decimals: int) -> dict[str, Any]:
    """Mark the figures of a series; those that were not counted are open."""
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "legendgroup": str(number),
        "x": [middle(row) for row in line],
        "y": [row["value"] for row in line],
        "text": [danish_number(row["value"], decimals) for row in line],
        "hovertext": [hover(name, row, decimals) for row in line],
        "hoverinfo": "text",
        "customdata": [[uncertain(row), row["period_label"]] for row in line],
        "marker": {"color": COLOURS[look], "size": 12, "symbol": [symbol(look, row) for row in line]},
        "meta": {"series": number, "look": look},
    }


def symbol(look: int, row: Row) -> str:
    """Choose the mark of a figure."""
    return f"{SYMBOLS[look]}-open" if uncertain(row) else SYMBOLS[look]


def hover(name: str, row: Row, decimals: int) -> str:
    """Say what a point shows, for the interactive chart."""
    kind = uncertain(row)
    figure = amount(row["value"], row["unit"], decimals)
    period: str = row["period_label"]
    lead = capitalised(period) if name == capitalised(period) else f"{name}<br>{period}"
    return unbroken(f"{lead}: {figure}{f' ({kind})' if kind else ''}")


def middle(row: Row) -> str:
    """Give the day in the middle of a period: a line's points stand at distances as in time."""
    return _middle(row["start"], row["end"])


def break_mark(period: Period) -> dict[str, Any]:
    """Mark the place on a line where figures before and after cannot be compared."""
    at = period.start.isoformat()
    mark = {"type": "line", "name": "break", "xref": "x", "yref": "paper", "x0": at, "x1": at, "y0": 0, "y1": 1}
    return mark | {"label": {"text": words().break_mark()}}


def names(firsts: list[Row]) -> list[str]:
    """Say what tells the series apart, given the first row of each."""
    several_areas = len({row["area"] for row in firsts}) > 1
    several_groups = len({row["group"] for row in firsts}) > 1
    if not several_groups:
        return [row["area_short"] for row in firsts]
    groups = [row["group"] or words().total() for row in firsts]
    if not several_areas:
        return groups
    return [f"{row['area_short']}, {group}" for row, group in zip(firsts, groups, strict=True)]


def number_text(row: Row, decimals: int) -> str:
    """Write a figure; the unit stands above the chart, and only the percent sign is short enough to be repeated."""
    is_percent = row["unit"] == Unit.PERCENT
    return amount(row["value"], row["unit"], decimals) if is_percent else danish_number(row["value"], decimals)


def aim_text(target: TargetLine, unit: Unit) -> str:
    """Write a target as its mark in a drawing is named: `Mål: over 80 %`."""
    number = amount(target.value, unit) if unit is Unit.PERCENT else danish_number(target.value)
    return unbroken(words().aim(target.comparator.value, number))


def aims(targets: Sequence[TargetLine], unit: Unit, row: int | None = None) -> list[dict[str, Any]]:
    """Write targets for a drawing, in the `row` that they belong to; what two of them ask alike stands there once."""
    found = {(target.value, aim_text(target, unit)): None for target in targets}
    return [{"value": value, "text": text, "row": row} for value, text in found]


def uncertain(row: Row) -> str:
    """Give the word for an estimate or a projection; nothing for a counted figure."""
    return "" if row["kind"] == ObservationKind.ACTUAL else kind_of(row["kind"])


# The same words and days stand in every chart: asking a template or the calendar each time takes far longer.
@cache
def kind_of(kind: str, *, is_calculated: bool = False) -> str:
    """Name a kind of figure: `opgjort`, `skøn`, `fremskrivning`; and say whether we have calculated it."""
    return str(words().kind(kind, is_calculated))


@cache
def _middle(start: dt.date, end: dt.date) -> str:
    return (start + (end - start) / 2).isoformat()
