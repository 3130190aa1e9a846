"""Everything that an indicator's place on a page shows: headline, drawings, words, table, sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
from markupsafe import Markup

from generator.base.text import amount, danish_number, decimals_of
from generator.charts import forms, parts
from generator.charts.drawing import draw
from generator.charts.parts import Shown, TargetLine
from generator.figures import indicators
from generator.model import Document, Indicator
from generator.model.period import Period
from generator.model.vocabulary import ChartForm, Unit

MOST_KEY_FIGURES = 4


@dataclass(frozen=True)
class Links:
    """The addresses that a chart on a page points to."""

    sources: Mapping[str, str]
    """The address of each document's page, by the document's id."""
    csv: str
    page: str | None = None
    """The indicator's own page, where the chart stands on another one."""
    figure: str = ""
    """The figure as a file, which the interactive chart reads."""


@dataclass(frozen=True)
class TableRow:
    """A row of the table behind a chart."""

    area: str
    group: str
    period: str
    number: str
    kind: str
    notes: tuple[str, ...]


@dataclass(frozen=True)
class KeyFigure:
    """A figure that is written large where there is no chart."""

    label: str
    number: str


@dataclass(frozen=True)
class Aim:
    """A target beside the figures."""

    label: str
    demand: str
    """What it asks: `over 80 %`."""
    url: str | None


@dataclass(frozen=True)
class Source:
    """A document that the figures stand in."""

    title: str
    is_draft: bool
    sections: tuple[str, ...]
    url: str


@dataclass(frozen=True)
class ChartView:
    """What a chart's place on a page shows; all texts are plain and not yet escaped."""

    ids: str
    title: str
    unit: str
    headline: str
    sub: str
    description: str
    form: ChartForm
    wide: Markup
    narrow: Markup
    """The two drawings; empty where there is no chart."""
    figure: Mapping[str, Any] | None
    """The parts of the Plotly figure that the drawings show; None where there is no chart."""
    key_figures: tuple[KeyFigure, ...]
    aims: tuple[Aim, ...]
    aims_in_words: str
    rows: tuple[TableRow, ...]
    breaks: tuple[tuple[str, str], ...]
    """The first period after each break, and why."""
    is_uneven: bool
    """Whether points on a line are not joined because their periods differ in length."""
    sources: tuple[Source, ...]
    original_source: str | None
    csv_url: str
    page_url: str | None
    figure_url: str

    @property
    def has_areas(self) -> bool:
        """Whether the table needs a column of areas."""
        return len({row.area for row in self.rows}) > 1

    @property
    def has_groups(self) -> bool:
        """Whether the table needs a column of groups."""
        return any(row.group for row in self.rows)

    @property
    def has_notes(self) -> bool:
        """Whether the table needs a column of notes."""
        return any(row.notes for row in self.rows)


def view(  # noqa: PLR0913 - the parts of a page's place, each from somewhere else
    indicator: Indicator,
    df: pd.DataFrame,
    documents: Mapping[str, Document],
    links: Links,
    *,
    ids: str,
    targets: Sequence[TargetLine] = (),
) -> ChartView:
    """Gather what a page shows of an indicator; `ids` starts the ids of its elements and is unique on the page."""
    shown = forms.shown_of(indicator, df, targets)
    facts = indicators.facts(indicator, df)
    form, drawing = forms.choose(shown)
    aims = tuple(_aim(indicator, target) for target in shown.targets)
    aims_in_words = str(parts.words().aims(aims))
    description = forms.description(indicator, facts, form)
    wide = narrow = Markup()
    figure = None
    if drawing is not None:
        # Plotly takes ten times as long to check a figure as we to draw it; the tests check the same parts.
        figure = forms.figure_parts(shown, form, drawing, f"{description} {aims_in_words}".strip())
        wide, narrow = draw(figure, width="wide", ids=ids), draw(figure, width="narrow", ids=ids)
    rows = drawing.rows if drawing else shown.df
    first, last = _span(rows)
    own_words = indicator.chart.headline
    areas = set(rows["area_title"])
    # Groups are compared in one area; whose figures they are must be said where the table has more.
    whose = f", {areas.pop()}" if drawing and len(areas) == 1 < len(set(df["area"])) else ""
    return ChartView(
        ids=ids,
        title=indicator.title,
        unit=parts.words().unit(indicator.unit),
        headline=own_words or parts.words().headline(facts, form),
        sub=f"{parts.words().sub(facts, first, last, bool(own_words))}{whose}",
        description=description,
        form=form,
        wide=wide,
        narrow=narrow,
        figure=figure,
        key_figures=() if drawing else tuple(_key_figures(shown)),
        aims=aims,
        aims_in_words=aims_in_words,
        rows=tuple(_table_rows(indicator, df, rows, documents)),
        breaks=tuple((one.period.label, one.note) for one in sorted(indicator.breaks, key=lambda one: one.period)),
        is_uneven=form in (ChartForm.LINE, ChartForm.SMALL_MULTIPLES) and shown.is_uneven,
        sources=tuple(_sources(indicator, df, documents, links)),
        original_source=indicator.original_source,
        csv_url=links.csv,
        page_url=links.page,
        figure_url=links.figure,
    )


def _aim(indicator: Indicator, target: TargetLine) -> Aim:
    demand = parts.words().demand(target.comparator.value, amount(target.value, indicator.unit))
    return Aim(target.label or target.group, demand, target.url)


def _key_figures(shown: Shown) -> Iterator[KeyFigure]:
    """The figures of the newest period, the home area's and then the largest first; of one series the newest ones."""
    compared = indicators.records(indicators.comparison(shown.df))
    series = shown.lines
    if compared:
        rows = sorted(compared, key=lambda row: not row["home"])
    elif len(series) > 1:
        rows = [one[-1] for one in series]
    else:
        rows = series[0][::-1]
    names = parts.names(rows) if len(series) > 1 else [""] * len(rows)
    for name, row in list(zip(names, rows, strict=True))[:MOST_KEY_FIGURES]:
        about = filter(None, (name, row["period_label"], parts.uncertain(row)))
        # The unit stands above; only the short ones are repeated.
        unit = row["unit"] if row["unit"] in (Unit.PERCENT, Unit.RANK) else Unit.COUNT
        yield KeyFigure(", ".join(about), amount(row["value"], unit, shown.decimals))


def _span(df: pd.DataFrame) -> tuple[Period, Period]:
    periods = sorted(Period.parse(code) for code in set(df["period"]))
    return periods[0], periods[-1]


def _table_rows(
    indicator: Indicator, df: pd.DataFrame, first: pd.DataFrame, documents: Mapping[str, Document]
) -> list[TableRow]:
    """The rows of the whole table; those that are drawn come first, in the drawing's order."""
    decimals = decimals_of(df["value"])
    by_index = dict(zip(df.index, indicators.records(df), strict=True))
    drawn = [by_index.pop(index) for index in first.index]
    rows = []
    for row in [*drawn, *by_index.values()]:
        place = (row["source_document"], row["source_section"])
        is_usual = place == (indicator.source.document, indicator.source.section)
        source = "" if is_usual else parts.words().cited(documents[place[0]].title, [place[1]])
        rows.append(
            TableRow(
                area=row["area_title"],
                group=row["group"],
                period=row["period_label"],
                number=danish_number(row["value"], decimals),
                kind=parts.kind_of(row["kind"], is_calculated=bool(row["calculation"])),
                notes=tuple(filter(None, (row["calculation"], row["note"], source))),
            )
        )
    return rows


def _sources(indicator: Indicator, df: pd.DataFrame, documents: Mapping[str, Document], links: Links) -> list[Source]:
    """The documents that the figures stand in, the indicator's own first."""
    sections: dict[str, list[str]] = {indicator.source.document: [indicator.source.section]}
    for document, section in zip(df["source_document"], df["source_section"], strict=True):
        known = sections.setdefault(document, [])
        if section not in known:
            known.append(section)
    return [
        Source(documents[name].title, not documents[name].final, tuple(found), links.sources[name])
        for name, found in sections.items()
    ]
