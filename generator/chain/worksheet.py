"""A case as a table to be worked on outside: what stands in each column, for whoever writes it and whoever reads it."""

from __future__ import annotations

from typing import NamedTuple

from generator.base.local import said
from generator.base.text import unemphasised
from generator.chain import whitebook
from generator.chain.changes import changed, decider
from generator.chain.graph import Graph, Raised
from generator.model import AnswerEntry, Consultation, Organisation, Plan


class Column(NamedTuple):
    """A column of the table."""

    field: str
    """The field of an answer that it holds; empty where nobody writes in it."""
    heading: str
    width: float
    """Its share of a broad page, in centimetres."""


COLUMNS = (
    Column("", "Nr.", 1.7),
    Column("", "Hvem", 2.5),
    Column("", "Det skrev de", 4.2),
    Column("status", "Tilstand", 2.5),
    Column("answer", "Svar", 3.2),
    Column("accepted", "Imødekommet", 2.5),
    Column("not_accepted", "Ikke imødekommet", 2.5),
    Column("reason", "Begrundelse", 2.6),
    Column("changes", "Ændring", 2.1),
    Column("decided_by", "Besluttet af", 2.1),
    Column("date", "Dato", 1.8),
)
"""The columns in their order; the first tells the rows apart, and the third is the letter, word for word."""
NUMBER, WORDS = 0, 2
"""Which columns those are."""
HEADINGS = tuple(column.heading for column in COLUMNS)


class Line(NamedTuple):
    """A row of the table: the point, and the text of every column."""

    item: Raised
    cells: tuple[str, ...]

    @property
    def number(self) -> str:
        """What the point is called in the table."""
        return self.cells[NUMBER]


class Chapter(NamedTuple):
    """A heading with the rows below it."""

    heading: str
    lines: list[Line]


def chapters(graph: Graph, case: Consultation) -> list[Chapter]:
    """Give the rows of a case's table under its benchmarks; a chapter without points of its own is left out."""
    found = [(one, [_line(graph, item) for item in one.points]) for one in whitebook.chapters(graph, case.id)]
    return [Chapter(_heading(one), lines) for one, lines in found if lines]


def _heading(chapter: whitebook.Chapter) -> str:
    benchmark = chapter.benchmark
    return f"{benchmark.number}. {benchmark.title}" if benchmark else said("Uden for {the_many}")


def _line(graph: Graph, item: Raised) -> Line:
    organisation = graph.plan.of(Organisation)[item.response.organisation]
    start = (item.point.id.upper(), organisation.title, unemphasised(item.point.text), str(item.state))
    if not item.history:
        return Line(item, (*start, *("",) * (len(COLUMNS) - len(start))))
    entry = item.history[-1]
    said = (entry.answer, entry.accepted, entry.not_accepted, entry.reason, _changed(graph.plan, entry))
    return Line(item, (*start, *(text or "" for text in said), decider(graph.plan, entry), entry.date.isoformat()))


def _changed(plan: Plan, entry: AnswerEntry) -> str:
    """Say what an answer changes or promises, in a line each."""
    found = [
        one.reference or (f"Ny tekst i {one.benchmark.upper()}" if one.benchmark else one.initiative or one.after)
        for one in changed(plan, entry)
    ]
    return "\n".join([*found, *(promise.text for promise in entry.promised)])
