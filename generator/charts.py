"""An indicator's table as a Plotly figure, and everything that its place on a page shows.

A new form of chart is one function here, named in `_FORMS`, and one of the same name in `generator.svg`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby, pairwise
from typing import Any

import jinja2
import pandas as pd
import plotly.graph_objects as go
from markupsafe import Markup

from generator import indicators, svg
from generator.indicators import Facts, Row
from generator.model import Document, Indicator
from generator.period import Period
from generator.text import amount, danish_number, decimals_of
from generator.vocabulary import ChartForm, ObservationKind, Unit

MOST_LINES = 4
"""More lines than this cannot be told apart."""
MOST_BARS = 12
"""More bars than this are a table."""

_DASHES = ("solid", "dash", "dot", "dashdot")
_SYMBOLS = ("circle", "square", "triangle-up", "diamond")
_COLOURS = ("#12436D", "#28A197", "#801650", "#F46A25")


@dataclass(frozen=True)
class Links:
    """The addresses that a chart on a page points to."""

    sources: Mapping[str, str]
    """The address of each document's page, by the document's id."""
    csv: str
    page: str | None = None
    """The indicator's own page, where the chart stands on another one."""


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
    rows: tuple[TableRow, ...]
    breaks: tuple[tuple[str, str], ...]
    """The first period after each break, and why."""
    sources: tuple[Source, ...]
    original_source: str | None
    csv_url: str
    page_url: str | None

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


@dataclass(frozen=True)
class _Drawing:
    """What a form makes of a table: the parts of a Plotly figure."""

    traces: list[dict[str, Any]]
    layout: dict[str, Any]
    decimals: int


def choose_form(indicator: Indicator, df: pd.DataFrame) -> ChartForm:
    """Choose how an indicator is drawn.

    Several periods make a line, at most four of them. One period, or more than four lines, makes horizontal bars of
    the groups or areas in the newest period, at most twelve. One value, or more bars, makes no chart but a table.
    The indicator's own `chart.form` comes before this rule wherever the figures can be drawn in that form, and
    `chart.groups` says which groups are drawn.
    """
    return _choose(indicator, indicators.drawn(indicator, df))[0]


def figure(indicator: Indicator, df: pd.DataFrame) -> go.Figure | None:
    """Draw an indicator as a Plotly figure, which holds all that the static drawing needs; None without a chart."""
    form, drawing = _choose(indicator, indicators.drawn(indicator, df))
    if drawing is None:
        return None
    parts = _parts(indicator, form, drawing, _description(indicator, indicators.facts(indicator, df), form))
    # Plotly's own template is twelve times as large as a figure, and its colours and grid are not ours.
    return go.Figure(data=parts["data"], layout=parts["layout"] | {"template": go.layout.Template()})


def view(
    indicator: Indicator, df: pd.DataFrame, documents: Mapping[str, Document], links: Links, *, ids: str
) -> ChartView:
    """Gather what a page shows of an indicator; `ids` starts the ids of its elements and is unique on the page."""
    shown = indicators.drawn(indicator, df)
    facts = indicators.facts(indicator, df)
    form, drawing = _choose(indicator, shown)
    description = _description(indicator, facts, form)
    wide = narrow = Markup()
    if drawing is not None:
        # Plotly takes ten times as long to check a figure as we to draw it; the tests check the same parts.
        drawn = _parts(indicator, form, drawing, description)
        wide, narrow = svg.draw(drawn, width="wide", ids=ids), svg.draw(drawn, width="narrow", ids=ids)
    compared = indicators.comparison(shown) if form is ChartForm.BAR else shown
    first, last = _span(compared)
    own_words = indicator.chart.headline
    return ChartView(
        ids=ids,
        title=indicator.title,
        unit=_words().unit(indicator.unit),
        headline=own_words or _words().headline(facts, form),
        sub=_words().sub(facts, first, last, bool(own_words)),
        description=description,
        form=form,
        wide=wide,
        narrow=narrow,
        rows=tuple(_table_rows(indicator, df, compared, documents)),
        breaks=tuple((one.period.label, one.note) for one in sorted(indicator.breaks, key=lambda one: one.period)),
        sources=tuple(_sources(indicator, df, documents, links)),
        original_source=indicator.original_source,
        csv_url=links.csv,
        page_url=links.page,
    )


def _choose(indicator: Indicator, shown: pd.DataFrame) -> tuple[ChartForm, _Drawing | None]:
    preferred = indicator.chart.form
    if preferred is ChartForm.NONE:
        return preferred, None
    for form in [preferred, *_FORMS] if preferred else _FORMS:
        drawing = _FORMS[form](indicator, shown)
        if drawing:
            return form, drawing
    return ChartForm.NONE, None


def _parts(indicator: Indicator, form: ChartForm, drawing: _Drawing, description: str) -> dict[str, Any]:
    layout = {
        "separators": ",.",
        "title": {"text": indicator.title},
        "meta": {
            "form": form.value,
            "description": description,
            "unit": indicator.unit.value,
            "decimals": drawing.decimals,
        },
        "showlegend": False,
    }
    return {"data": drawing.traces, "layout": layout | drawing.layout}


def _line(indicator: Indicator, shown: pd.DataFrame) -> _Drawing | None:
    rows = indicators.records(indicators.series(shown))
    lines = [[row for row in rows if row["series"] == number] for number in sorted({row["series"] for row in rows})]
    has_line = any(len({row["period"] for row in line}) > 1 for line in lines)
    if not has_line or len(lines) > MOST_LINES:
        return None
    names = _names([line[0] for line in lines])
    decimals = decimals_of(shown["value"])
    traces = []
    for number, line in enumerate(lines):
        joined = [pair for pair in pairwise(line) if pair[1]["edge"]]
        # Neighbours with the same edge make one stroke; the rows around a gap do not touch.
        for _, run in groupby(joined, key=lambda pair: (pair[1]["edge"], pair[1]["stretch"])):
            pairs = list(run)
            traces.append(_stroke(number, names[number], [pairs[0][0], *(last for _, last in pairs)]))
        traces.append(_points(number, names[number], line, decimals))
    ticks = sorted({_middle(row): row["period_label"] for row in rows}.items())
    return _Drawing(
        traces,
        {
            "xaxis": {"type": "date", "tickvals": [at for at, _ in ticks], "ticktext": [label for _, label in ticks]},
            # The best placing is the lowest number, and belongs on top.
            "yaxis": {"autorange": "reversed" if indicator.unit is Unit.RANK else True},
            "shapes": [_break_mark(one.period) for one in indicator.breaks],
        },
        decimals,
    )


def _bar(_: Indicator, shown: pd.DataFrame) -> _Drawing | None:
    rows = indicators.records(indicators.comparison(shown))
    if not rows or len(rows) > MOST_BARS:
        return None
    by_group = len({row["group"] for row in rows}) > 1
    decimals = decimals_of(shown["value"])
    trace = {
        "type": "bar",
        "orientation": "h",
        "x": [row["value"] for row in rows],
        "y": [row["group"] if by_group else row["area_short"] for row in rows],
        "text": [_bar_text(row, decimals) for row in rows],
        "customdata": [[_uncertain(row), bool(row["home"])] for row in rows],
        "marker": {"color": _COLOURS[0]},
    }
    layout = {"yaxis": {"type": "category", "autorange": "reversed"}, "xaxis": {"rangemode": "tozero"}}
    return _Drawing([trace], layout, decimals)


_FORMS: dict[ChartForm, Callable[[Indicator, pd.DataFrame], _Drawing | None]] = {
    ChartForm.LINE: _line,
    ChartForm.BAR: _bar,
}
"""The forms in the order in which the rule prefers them; each says None to figures that it cannot draw."""


def _stroke(number: int, name: str, rows: list[Row]) -> dict[str, Any]:
    edge = rows[-1]["edge"]
    return {
        "type": "scatter",
        "mode": "lines",
        "name": name,
        "legendgroup": str(number),
        "x": [_middle(row) for row in rows],
        "y": [row["value"] for row in rows],
        "line": {"color": _COLOURS[number], "dash": _DASHES[number] if edge == "solid" else "2px,4px", "width": 3},
        "meta": {"series": number, "edge": edge},
        "hoverinfo": "skip",
    }


def _points(number: int, name: str, line: list[Row], decimals: int) -> dict[str, Any]:
    symbol = _SYMBOLS[number]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "legendgroup": str(number),
        "x": [_middle(row) for row in line],
        "y": [row["value"] for row in line],
        "text": [danish_number(row["value"], decimals) for row in line],
        "customdata": [[_uncertain(row), row["period_label"]] for row in line],
        "marker": {
            "color": _COLOURS[number],
            "size": 12,
            "symbol": [f"{symbol}-open" if _uncertain(row) else symbol for row in line],
        },
        "meta": {"series": number},
    }


def _break_mark(period: Period) -> dict[str, Any]:
    at = period.start.isoformat()
    mark = {"type": "line", "xref": "x", "yref": "paper", "x0": at, "x1": at, "y0": 0, "y1": 1}
    return mark | {"label": {"text": _words().break_mark()}}


def _middle(row: Row) -> str:
    """The day in the middle of a period: a line's points stand at distances as in time."""
    start: dt.date = row["start"]
    end: dt.date = row["end"]
    return (start + (end - start) / 2).isoformat()


def _names(firsts: list[Row]) -> list[str]:
    """What tells the series apart, given the first row of each."""
    several_areas = len({row["area"] for row in firsts}) > 1
    several_groups = len({row["group"] for row in firsts}) > 1
    if not several_groups:
        return [row["area_short"] for row in firsts]
    groups = [row["group"] or _words().total() for row in firsts]
    if not several_areas:
        return groups
    return [f"{row['area_short']}, {group}" for row, group in zip(firsts, groups, strict=True)]


def _bar_text(row: Row, decimals: int) -> str:
    """The unit stands above the chart; only the percent sign is short enough to be repeated."""
    is_percent = row["unit"] == Unit.PERCENT
    return amount(row["value"], row["unit"], decimals) if is_percent else danish_number(row["value"], decimals)


def _uncertain(row: Row) -> str:
    """The word for an estimate or a projection; empty for a counted figure."""
    return "" if row["kind"] == ObservationKind.ACTUAL else str(_words().kind(row["kind"]))


@cache
def _words() -> Any:  # noqa: ANN401 - the macros of a template
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("generator"),
        autoescape=False,  # noqa: S701 - plain text, escaped by whoever shows it
        undefined=jinja2.StrictUndefined,
    )
    return environment.get_template("sentences.j2").module


def _description(indicator: Indicator, facts: Facts, form: ChartForm) -> str:
    return indicator.chart.description or str(_words().description(facts, form))


def _span(df: pd.DataFrame) -> tuple[Period, Period]:
    periods = sorted(Period.parse(code) for code in set(df["period"]))
    return periods[0], periods[-1]


def _table_rows(
    indicator: Indicator, df: pd.DataFrame, first: pd.DataFrame, documents: Mapping[str, Document]
) -> list[TableRow]:
    """The rows of the whole table; those of a bar chart come first, in its order."""
    decimals = decimals_of(df["value"])
    ordered = df.loc[[*first.index, *df.index.difference(first.index)]]
    rows = []
    for row in indicators.records(ordered):
        place = (row["source_document"], row["source_section"])
        is_usual = place == (indicator.source.document, indicator.source.section)
        source = "" if is_usual else _words().cited(documents[place[0]].title, [place[1]])
        rows.append(
            TableRow(
                area=row["area_title"],
                group=row["group"],
                period=row["period_label"],
                number=danish_number(row["value"], decimals),
                kind=_words().kind(row["kind"], bool(row["calculation"])),
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
