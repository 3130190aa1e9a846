"""What is measured."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import ClassVar

from pydantic import Field

from generator.base.text import folded
from generator.model.fields import AreaId, Date, Fingerprint, Number, PeriodText, Text, ThemeId
from generator.model.imports import ImportMapping
from generator.model.parts import Mention, Part, Record, SourceRef, condensed
from generator.model.vocabulary import ChartForm, Direction, ObservationKind, Unit


class FigureRevision(Part):
    """What a figure was before it was changed."""

    date: Date = Field(title="Ændret den")
    value: Number = Field(title="Tallet før")
    why: Text = Field(title="Hvorfor", description="For eksempel: Kilden har rettet tallet.")


class Observation(Part):
    """One figure: what was seen, when, where and for whom."""

    one_line: ClassVar = True

    period: PeriodText = Field(title="Periode")
    area: AreaId = Field(title="Område", description="Områdets id fra data/areas.yml.")
    group: Text | None = Field(None, title="Gruppe", description="Undergruppe, for eksempel en branche.")
    value: Number = Field(title="Værdi", description="Tallet med punktum som decimaltegn.")
    kind: ObservationKind = Field(title="Slags tal")
    calculation: Text | None = Field(None, title="Udregning", description="Hvis tallet er regnet ud af os: hvordan.")
    source: SourceRef | None = Field(None, title="Kilde", description="Kun hvis den er en anden end indikatorens.")
    note: Text | None = Field(None, title="Bemærkning")
    revised: list[FigureRevision] = Field(
        default_factory=list, title="Rettet", description="Hvad tallet var før. Den nyeste nederst."
    )

    @property
    def identity(self) -> tuple[dt.date, dt.date, str, str]:
        """What makes it the same figure as another: a period may be written in several ways, and so may a group."""
        return self.period.start, self.period.end, self.area, folded(self.group or "")


class Chart(Part):
    """How an indicator is drawn, where the rule's own choice is not the best."""

    form: ChartForm | None = Field(None, title="Form")
    headline: Text | None = Field(None, title="Overskrift", description="En sætning, der siger, hvad tallene viser.")
    description: Text | None = Field(None, title="Beskrivelse", description="En eller to sætninger i ord.")
    subject: Text | None = Field(
        None,
        title="Hvad tallet hedder i en sætning",
        description="Med lille bogstav: »andelen i job i Byen«. Står der intet, skriver siden »tallet for Byen«.",
    )
    groups: list[Text] = Field(
        default_factory=list, title="Grupper", description="De grupper, der tegnes. Alle står i tabellen."
    )


class Break(Part):
    """A point in time where figures before and after cannot be compared."""

    period: PeriodText = Field(title="Periode", description="Den første periode efter bruddet.")
    note: Text = Field(title="Hvorfor")


class Indicator(Record):
    """Something that is measured, with every figure the sources give."""

    type: ClassVar = "indicator"
    place: ClassVar = "indicators"
    section: ClassVar = "indikatorer"
    noun: ClassVar = "en indikator"
    label: ClassVar = "Tal"
    plural: ClassVar = "Tal"
    about_figures: ClassVar[Sequence[tuple[str, ...]]] = (
        ("summary",),
        ("chart", "headline"),
        ("chart", "description"),
    )
    """The fields in which an editor says what the figures say; when they change, the words must be read again."""

    summary: Text = Field(title="Kort fortalt", description="Hvad tallene siger, i hverdagssprog.")
    definition: Text = Field(title="Definition")
    unit: Unit = Field(title="Enhed")
    direction: Direction = Field(
        title="Retning", description="up: højere er bedre, down: lavere er bedre, none: ingen af delene."
    )
    unbounded: Text | None = Field(
        None,
        title="Uden grænser",
        description="Hvorfor et tal kan være under 0 eller over 100 procent, for eksempel fordi det er en ændring.",
    )
    source: SourceRef = Field(title="Kilde")
    original_source: Text | None = Field(
        None, title="Oprindelig kilde", description="Hvor kilden selv har tallene fra."
    )
    update_rhythm: Text | None = Field(
        None, title="Opdatering", description="Hvor ofte tallene opdateres, hvis kilden siger det."
    )
    breaks: list[Break] = Field(default_factory=list, title="Databrud")
    discrepancies: list[Text] = Field(default_factory=list, title="Uoverensstemmelser")
    seen: Fingerprint | None = Field(
        None,
        title="Set",
        description="Fingeraftryk af tallene, da ordene om dem sidst blev læst. Skrives af pejl confirm.",
    )
    # That there is one is a rule, so that a new indicator can be read and an import can fetch its figures.
    observations: list[Observation] = Field(default_factory=list, title="Tal", json_schema_extra={"minItems": 1})
    chart: Chart = Field(Chart(), title="Diagram")
    themes: list[ThemeId] = Field(default_factory=list, title="Emner")
    # How figures are fetched is no part of what is published.
    import_: ImportMapping | None = Field(
        None,
        alias="import",
        exclude=True,
        title="Import",
        description="Hvordan pejl import læser tallene fra en tabel.",
    )

    @property
    def words(self) -> tuple[str, ...]:
        """What is measured."""
        return (self.title, self.definition)

    @property
    def figures(self) -> str:
        """The figures in the form that a fingerprint is made of: neither their order nor their notes count."""
        rows = [
            f"{one.period.start} {one.period.end} {one.area} {folded(one.group or '')} {one.kind} {one.value!r}"
            for one in self.observations
        ]
        return "\n".join([self.unit, *sorted(rows)])

    @property
    def is_outdated(self) -> bool:
        """Tell whether the figures have changed since somebody last read the words about them."""
        return self.seen is not None and self.seen != condensed(self.figures)

    def told(self) -> Iterator[str]:
        """Yield the fields in which the editor has written about the figures."""
        for *within, name in self.about_figures:
            part = getattr(self, within[0]) if within else self
            if getattr(part, name):
                yield name

    def mentions(self) -> Iterator[Mention]:
        """Yield what is measured, in the year of the newest figure."""
        newest = max((observation.period for observation in self.observations), default=None)
        for mention in super().mentions():
            yield replace(mention, year=newest.end.year if newest else 0)

    def source_of(self, observation: Observation) -> SourceRef:
        """Give the source of one figure: its own, or else the indicator's."""
        return observation.source or self.source
