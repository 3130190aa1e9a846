"""Everything that an indicator's place on a page shows: headline, drawings, words, table, sources."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from generator.base.measures import amount
from generator.base.text import danish_number
from generator.charts import choosing, parts
from generator.charts.forms import draw
from generator.charts.parts import Shown, TargetLine
from generator.figures import missing
from generator.figures.figure import Figure
from generator.figures.ledger import Ledger
from generator.model import Document, Indicator
from generator.model.vocabulary import ChartForm, Unit

MOST_KEY_FIGURES = 4


@dataclass(frozen=True)
class Addresses:
    """The addresses that a chart on a page points to."""

    sources: Mapping[str, str]
    """The address of each document's page, by the document's id."""
    csv: str
    page: str | None = None
    """The indicator's own page, where the chart stands on another one."""
    figure: Callable[[Mapping[str, Any]], str] = lambda figure: ""  # noqa: ARG005  nobody reads it there
    """Gives the address of a figure as a file, which the interactive chart reads."""


@dataclass(frozen=True)
class TableRow:
    """A row of the table behind a chart; one without a figure stands for the periods that have none."""

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
    is_outdated: bool
    """Whether headline or description is an editor's, and older than the figures."""
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
    lacks: tuple[tuple[str, tuple[str, ...]], ...]
    """The periods without figures, and which series where not all lack them."""
    sources: tuple[Source, ...]
    original_source: str | None
    csv_url: str
    page_url: str | None
    figure_url: str

    @property
    def counted(self) -> int:
        """How many figures the table has."""
        return sum(bool(row.number) for row in self.rows)

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


def view(
    ledger: Ledger,
    documents: Mapping[str, Document],
    addresses: Addresses,
    *,
    ids: str,
    targets: Sequence[TargetLine] = (),
) -> ChartView:
    """Gather what a page shows of an indicator; `ids` starts the ids of its elements and is unique on the page."""
    indicator = ledger.indicator
    shown = choosing.shown_of(ledger, targets)
    form, drawing = choosing.choose(shown)
    aims = tuple(_aim(indicator, target) for target in shown.targets)
    aims_in_words = str(parts.words().aims(aims))
    description = choosing.description(ledger, form)
    wide = narrow = Markup()
    figure = None
    if drawing is not None:
        # Plotly takes ten times as long to check a figure as we to draw it; the tests check the same parts.
        figure = choosing.figure_parts(shown, form, drawing, f"{description} {aims_in_words}".strip())
        wide, narrow = draw(figure, width="wide", ids=ids), draw(figure, width="narrow", ids=ids)
    figures = drawing.figures if drawing else shown.ledger.figures
    own_words = indicator.chart.headline
    return ChartView(
        ids=ids,
        title=indicator.title,
        unit=parts.words().unit(indicator.unit),
        headline=own_words or parts.words().headline(ledger.facts, form),
        sub=_sub(ledger, figures, is_drawn=drawing is not None),
        description=description,
        is_outdated=indicator.is_outdated and bool(own_words or indicator.chart.description),
        form=form,
        wide=wide,
        narrow=narrow,
        figure=figure,
        key_figures=() if drawing else tuple(_key_figures(shown)),
        aims=aims,
        aims_in_words=aims_in_words,
        rows=tuple(_table_rows(ledger, figures, documents)),
        breaks=tuple((one.period.label, one.note) for one in sorted(indicator.breaks, key=lambda one: one.period)),
        is_uneven=form in (ChartForm.LINE, ChartForm.SMALL_MULTIPLES) and shown.is_uneven,
        lacks=tuple(missing.lacks(ledger.shown.series, ledger.shown.gaps)),
        sources=tuple(_sources(ledger, documents, addresses)),
        original_source=indicator.original_source,
        csv_url=addresses.csv,
        page_url=addresses.page,
        figure_url=addresses.figure(figure) if figure else "",
    )


def _aim(indicator: Indicator, target: TargetLine) -> Aim:
    demand = parts.words().demand(target.comparator.value, amount(target.value, indicator.unit))
    return Aim(target.label or target.group, demand, target.url)


def _sub(ledger: Ledger, figures: Sequence[Figure], *, is_drawn: bool) -> str:
    """Say what is measured and when, and whose figures they are where the table has those of more areas."""
    periods = [figure.period for figure in figures]
    said = parts.words().sub(ledger.facts, min(periods), max(periods), bool(ledger.indicator.chart.headline))
    areas = {figure.area.title for figure in figures}
    has_more = len(areas) == 1 < len({figure.area.id for figure in ledger.figures})
    return f"{said}, {areas.pop()}" if is_drawn and has_more else str(said)


def _key_figures(shown: Shown) -> Iterator[KeyFigure]:
    """The figures of the newest period, the home area's and then the largest first; of one series the newest ones."""
    compared = shown.ledger.compared
    lines = shown.lines
    if compared:
        figures = sorted(compared, key=lambda figure: not figure.area.home)
    elif len(lines) > 1:
        figures = [line.figures[-1] for line in lines]
    else:
        figures = [*reversed(lines[0].figures)]
    names = parts.names(figures) if len(lines) > 1 else [""] * len(figures)
    for name, figure in list(zip(names, figures, strict=True))[:MOST_KEY_FIGURES]:
        about = filter(None, (name, figure.period.label, parts.uncertain(figure)))
        # The unit stands above; only the short ones are repeated.
        unit = figure.unit if figure.unit in (Unit.PERCENT, Unit.RANK) else Unit.COUNT
        yield KeyFigure(", ".join(about), amount(figure.value, unit, shown.decimals))


def _table_rows(ledger: Ledger, first: Sequence[Figure], documents: Mapping[str, Document]) -> Iterator[TableRow]:
    """The rows of the whole table; those that are drawn come first, in the drawing's order."""
    usual = (ledger.indicator.source.document, ledger.indicator.source.section)
    drawn = {id(figure) for figure in first}
    figures = [*first, *(one for one in ledger.figures if id(one) not in drawn)]
    # Of several figures for one period the last has the gap below it.
    last = {(figure.place, figure.period.code): figure for figure in figures}
    begins = {(gap.place, gap.after): gap.label for gap in ledger.gaps if not gap.before}
    goes_on = {(gap.place, gap.before): gap.label for gap in ledger.gaps}
    for figure in figures:
        key = (figure.place, figure.period.code)
        if label := begins.pop(key, ""):
            yield _without(figure, label)
        is_usual = (figure.document, figure.section) == usual
        source = "" if is_usual else parts.words().cited(documents[figure.document].title, [figure.section])
        yield TableRow(
            area=figure.area.title,
            group=figure.group,
            period=figure.period.label,
            number=danish_number(figure.value, ledger.decimals),
            kind=parts.kind_of(figure.kind, is_calculated=bool(figure.calculation)),
            notes=tuple(filter(None, (figure.calculation, figure.note, source))),
        )
        if last[key] is figure and key in goes_on:
            yield _without(figure, goes_on[key])


def _without(figure: Figure, label: str) -> TableRow:
    return TableRow(figure.area.title, figure.group, label, number="", kind="", notes=())


def _sources(ledger: Ledger, documents: Mapping[str, Document], addresses: Addresses) -> Iterator[Source]:
    """The documents that the figures stand in, the indicator's own first."""
    own = ledger.indicator.source
    sections: dict[str, dict[str, None]] = {own.document: {own.section: None}}
    for figure in ledger.figures:
        sections.setdefault(figure.document, {})[figure.section] = None
    for name, found in sections.items():
        yield Source(documents[name].title, not documents[name].final, tuple(found), addresses.sources[name])
