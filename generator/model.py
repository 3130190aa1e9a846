"""The records of a plan, as frozen models: what an editor may write, and what every other module reads.

Field names are the keys of the YAML files. Titles and descriptions are Danish, because the editor's own
editor shows them (they become the JSON Schema). Nothing here reads files.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from generator.fields import (
    AreaId,
    BenchmarkId,
    Date,
    DocumentId,
    Id,
    Number,
    OrganisationId,
    PeriodText,
    Ref,
    Text,
)
from generator.vocabulary import (
    AnswerState,
    ChartForm,
    ConsultationState,
    DeliveryState,
    Direction,
    DocumentKind,
    GoalKind,
    ObservationKind,
    PointKind,
    Unit,
)


class Part(BaseModel):
    """A piece of a record; frozen, and closed to keys that it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class SourceRef(Part):
    """Where a record's words or figures stand in the sources."""

    document: DocumentId = Field(title="Kilde", description="Kildens id, som er filens navn i data/sources/.")
    section: Text = Field(title="Afsnit", description="Afsnittet i kilden, for eksempel »2.1 Rammevilkår«.")
    quote: Text | None = Field(None, title="Citat", description="Kildens egne ord, ordret.")


class Quotation(Part):
    """Words that stand in a source."""

    text: Text = Field(title="Citat", description="Kildens egne ord, ordret.")
    source: SourceRef = Field(title="Kilde")


class Link(Part):
    """An editorial judgement that something addresses this record: exactly one target, and why."""

    benchmark: BenchmarkId | None = Field(None, title="Pejlemærke", description="Id på det pejlemærke, der kobles til.")
    goal: Annotated[Id, Ref("goal")] | None = Field(None, title="Mål", description="Id på det mål, der kobles til.")
    indicator: Annotated[Id, Ref("indicator")] | None = Field(
        None, title="Indikator", description="Id på den indikator, der kobles til."
    )
    why: Text = Field(title="Hvorfor", description="Én sætning om, hvorfor de to hører sammen.")

    @property
    def target(self) -> tuple[str, str]:
        """The type and id of the record that is linked to."""
        return next((name, value) for name in self.target_types() if (value := getattr(self, name)))

    @classmethod
    def target_types(cls) -> list[str]:
        """The record types that a link can point to."""
        return [name for name in cls.model_fields if name != "why"]


class StatusEntry(Part):
    """One step of a status history; old entries are never edited or removed."""

    date: Date = Field(title="Dato", description="Dagen, hvor tilstanden begyndte, for eksempel 2025-11-21.")
    note: Text | None = Field(None, title="Bemærkning")
    source: SourceRef = Field(title="Kilde", description="Hvor tilstanden kan efterprøves.")


class DeliveryEntry(StatusEntry):
    """A step in the delivery of a benchmark or an initiative."""

    status: DeliveryState = Field(title="Tilstand")


class ConsultationEntry(StatusEntry):
    """A step in a consultation."""

    status: ConsultationState = Field(title="Tilstand")


class TextChange(Part):
    """What an answer changed in the text: before and after, or a reference."""

    before: Text | None = Field(None, title="Før")
    after: Text | None = Field(None, title="Efter")
    reference: Text | None = Field(None, title="Henvisning", description="Hvor ændringen kan læses, hvis før og efter ikke kan vises.")


class AnswerEntry(StatusEntry):
    """A step in the answering of a point."""

    status: AnswerState = Field(title="Tilstand")
    answer: Text | None = Field(None, title="Svar")
    reason: Text | None = Field(None, title="Begrundelse")
    decided_by: Text | None = Field(None, title="Besluttet af", description="Udvalg, råd eller forvaltning, ikke en persons navn.")
    change: TextChange | None = Field(None, title="Det ændrede sig i teksten")


class Identified(Part):
    """Anything that a link can point to."""

    type: ClassVar[str]
    noun: ClassVar[str]
    """The Danish name of one such record, with article: "et pejlemærke"."""

    id: str = Field(title="Id", description="Kort og fast. Ændres og genbruges aldrig.")


class Record(Identified):
    """Anything with a title that an editor writes in a file."""

    place: ClassVar[str]
    """The folder of such records, or the file that holds them all."""

    id: Id = Field(title="Id", description="Kort og fast. Ændres og genbruges aldrig.")
    title: Text = Field(title="Titel")


class Discrepancy(Part):
    """An error or contradiction in a source, shown instead of silently chosen away."""

    section: Text = Field(title="Afsnit")
    text: Text = Field(title="Hvad er galt", description="Fejlen og hvordan siden behandler den.")
    quotes: list[Text] = Field([], title="Citater", description="Kildens egne ord, ordret.")


class Document(Record):
    """A source."""

    type: ClassVar = "document"
    place: ClassVar = "sources"
    noun: ClassVar = "en kilde"

    publisher: Text = Field(title="Udgiver")
    kind: DocumentKind = Field(title="Slags")
    date: PeriodText = Field(title="Dato", description="Dato, måned eller år, så nøjagtigt som kilden selv siger.")
    final: bool = Field(title="Endelig", description="true for et endeligt dokument, false for et udkast.")
    case_number: Text | None = Field(None, title="Journalnummer")
    rights: Text = Field(title="Rettigheder", description="Hvem der har ophavsretten, og hvordan vi bruger teksten.")
    used_for: Text = Field(title="Brugt til", description="Hvad siden bruger kilden til.")
    discrepancies: list[Discrepancy] = Field([], title="Uoverensstemmelser", description="Fejl og modsigelser i kilden.")


class Organisation(Record):
    """Somebody who is heard, or who publishes."""

    type: ClassVar = "organisation"
    place: ClassVar = "organisations"
    noun: ClassVar = "en organisation"

    legal_role: Text = Field(title="Rolle", description="Hvad organisationen er, og hvilken rolle den har.")
    expects: Text | None = Field(None, title="Kan forvente", description="Hvad organisationen kan forvente af kommunen.")
    source: SourceRef | None = Field(None, title="Kilde")


class Benchmark(Record):
    """A political landmark that the municipality says it steers by."""

    type: ClassVar = "benchmark"
    place: ClassVar = "benchmarks"
    noun: ClassVar = "et pejlemærke"

    number: int = Field(title="Nummer", gt=0, strict=True)
    title_note: Text | None = Field(None, title="Bemærkning om titlen")
    adopted_text: Quotation | None = Field(None, title="Den vedtagne tekst")
    adopted_text_missing: Text | None = Field(
        None, title="Teksten mangler", description="Hvorfor den vedtagne tekst ikke står her."
    )
    quotes: list[Quotation] = Field([], title="Kendte citater")
    summary: Text = Field(title="Kort fortalt", description="To-tre korte sætninger i vores egne ord.")
    themes: list[Text] = Field([], title="Emner")
    links: list[Link] = Field([], title="Redaktionelle koblinger")
    no_metric: Text | None = Field(None, title="Ingen måling", description="Hvorfor ingen indikator måler pejlemærket.")
    history: list[DeliveryEntry] = Field([], title="Gennemførelse", description="Tom liste betyder »ikke vurderet«.")
    source: SourceRef = Field(title="Kilde")


class GoalYear(Part):
    """A goal as it stood in one year's plan."""

    year: int = Field(title="År", strict=True, ge=1900, le=2200)
    wording: Text = Field(title="Ordlyd", description="Målets ordlyd i årets plan.")
    comment: Text | None = Field(None, title="Ministerens kommentar", description="Vores resumé.")
    effort: Text = Field(title="Det gør kommunen", description="Vores resumé af, hvad planen siger.")
    source: SourceRef = Field(title="Kilde")
    effort_source: SourceRef | None = Field(None, title="Kilde til indsatsen", description="Hvis den står et andet sted.")


class Goal(Record):
    """A goal that somebody set for the effort."""

    type: ClassVar = "goal"
    place: ClassVar = "goals"
    noun: ClassVar = "et mål"

    kind: GoalKind = Field(title="Slags")
    number: Text = Field(title="Nummer")
    summary: Text = Field(title="Kort fortalt")
    years: list[GoalYear] = Field(title="År", min_length=1)
    themes: list[Text] = Field([], title="Emner")
    links: list[Link] = Field([], title="Redaktionelle koblinger")


class Observation(Part):
    """One figure: what was seen, when, where and for whom."""

    period: PeriodText = Field(title="Periode")
    area: AreaId = Field(title="Område", description="Områdets id fra data/areas.yml.")
    group: Text | None = Field(None, title="Gruppe", description="Undergruppe, for eksempel en branche.")
    value: Number = Field(title="Værdi", description="Tallet med punktum som decimaltegn.")
    kind: ObservationKind = Field(title="Slags tal")
    calculation: Text | None = Field(None, title="Udregning", description="Hvis tallet er regnet ud af os: hvordan.")
    source: SourceRef | None = Field(None, title="Kilde", description="Kun hvis den er en anden end indikatorens.")
    note: Text | None = Field(None, title="Bemærkning")


class Chart(Part):
    """How an indicator is drawn, where the rule's own choice is not the best."""

    form: ChartForm | None = Field(None, title="Form")
    headline: Text | None = Field(None, title="Overskrift", description="En sætning, der siger, hvad tallene viser.")
    description: Text | None = Field(None, title="Beskrivelse", description="En eller to sætninger i ord.")
    groups: list[Text] = Field([], title="Grupper", description="De grupper, der tegnes. Alle står i tabellen.")


class Break(Part):
    """A point in time where figures before and after cannot be compared."""

    period: PeriodText = Field(title="Periode", description="Den første periode efter bruddet.")
    note: Text = Field(title="Hvorfor")


class Indicator(Record):
    """Something that is measured, with every figure the sources give."""

    type: ClassVar = "indicator"
    place: ClassVar = "indicators"
    noun: ClassVar = "en indikator"

    summary: Text = Field(title="Kort fortalt", description="Hvad tallene siger, i hverdagssprog.")
    definition: Text = Field(title="Definition")
    unit: Unit = Field(title="Enhed")
    direction: Direction = Field(title="Retning", description="up: højere er bedre, down: lavere er bedre, none: ingen af delene.")
    source: SourceRef = Field(title="Kilde")
    original_source: Text | None = Field(None, title="Oprindelig kilde", description="Hvor kilden selv har tallene fra.")
    update_rhythm: Text | None = Field(None, title="Opdatering", description="Hvor ofte tallene opdateres, hvis kilden siger det.")
    breaks: list[Break] = Field([], title="Databrud")
    discrepancies: list[Text] = Field([], title="Uoverensstemmelser")
    observations: list[Observation] = Field(title="Tal", min_length=1)
    chart: Chart = Field(Chart(), title="Diagram")
    themes: list[Text] = Field([], title="Emner")

    def source_of(self, observation: Observation) -> SourceRef:
        """Give the source of one figure: its own, or else the indicator's."""
        return observation.source or self.source


class Consultation(Record):
    """A case that somebody is heard about."""

    type: ClassVar = "consultation"
    place: ClassVar = "consultations"
    noun: ClassVar = "en høring"

    case_number: Text | None = Field(None, title="Journalnummer")
    subject: Text = Field(title="Hvad der blev hørt om")
    summary: Text = Field(title="Kort fortalt")
    history: list[ConsultationEntry] = Field([], title="Forløb", description="Tom liste betyder, at kilderne ikke oplyser det.")
    source: SourceRef = Field(title="Kilde")


class Point(Identified):
    """The smallest part of a response that can be answered by itself, in its own words."""

    type: ClassVar = "point"
    noun: ClassVar = "et punkt"

    id: Id = Field(title="Id", description="Kort og fast. Ændres og genbruges aldrig.")
    summary: Text = Field(title="Resumé", description="Én sætning i vores egne ord.")
    text: Text = Field(title="Ordlyd", description="Ordret fra brevet. En tom linje er et nyt afsnit.")
    continues: bool = Field(False, title="Fortsætter", description="true, når punktet står i samme afsnit som det forrige.")
    kind: PointKind = Field(title="Slags")
    benchmarks: list[BenchmarkId] | None = Field(
        None, title="Pejlemærker", description="Kun hvis punktet gælder færre pejlemærker, end overskriften nævner."
    )
    themes: list[Text] = Field(title="Emner", min_length=1)
    links: list[Link] = Field([], title="Redaktionelle koblinger")
    history: list[AnswerEntry] = Field([], title="Svar", description="Tom liste betyder »ikke besvaret«.")

    @property
    def state(self) -> AnswerState:
        """The newest answer state; a point that nobody has answered is unanswered."""
        return self.history[-1].status if self.history else AnswerState.UNANSWERED


class LetterSection(Part):
    """A heading of a letter with its points, in the letter's order."""

    heading: Text = Field(title="Overskrift", description="Ordret fra brevet, også stavefejl.")
    benchmarks: list[BenchmarkId] = Field([], title="Pejlemærker", description="De pejlemærker, overskriften nævner.")
    points: list[Point] = Field(title="Punkter", min_length=1)


class Response(Record):
    """A letter that somebody who is heard sent."""

    type: ClassVar = "response"
    place: ClassVar = "consultations"
    noun: ClassVar = "et høringssvar"

    id: Text = Field(title="Id", description="Høringens og organisationens id: hoering/organisation.")
    consultation: Annotated[Id, Ref("consultation")] = Field(title="Høring")
    organisation: OrganisationId = Field(title="Organisation")
    date: Date = Field(title="Dato", description="Brevets dato.")
    sent_by: Text = Field(title="Sådan blev det behandlet eller sendt")
    signatory_role: Text = Field(title="Underskrivers rolle", description="Rolle, ikke navn.")
    summary: Text = Field(title="Kort fortalt")
    opening: list[Text] = Field([], title="Indledning", description="Brevets afsnit før den første overskrift, ordret.")
    sections: list[LetterSection] = Field(title="Brevet", min_length=1)
    closing: list[Text] = Field([], title="Afslutning", description="Brevets afsnit efter det sidste punkt, ordret.")
    source: SourceRef = Field(title="Kilde")

    def points(self) -> Iterator[tuple[LetterSection, Point]]:
        """Yield every point with its section, in the letter's order."""
        for section in self.sections:
            for point in section.points:
                yield section, point


class Area(Record):
    """A place that figures are about; exactly one is the site's own."""

    type: ClassVar = "area"
    place: ClassVar = "areas.yml"
    noun: ClassVar = "et område"

    short: Text = Field(title="Kort navn", description="Navnet i diagrammer.")
    home: bool = Field(False, title="Vores eget", description="true for det ene område, siden handler om.")


class Department(Record):
    """A part of the administration."""

    type: ClassVar = "department"
    place: ClassVar = "departments.yml"
    noun: ClassVar = "en afdeling"

    description: Text = Field(title="Opgaver")
    source: SourceRef = Field(title="Kilde")


class TargetGroup(Record):
    """The people that an effort is for."""

    type: ClassVar = "target_group"
    place: ClassVar = "target_groups.yml"
    noun: ClassVar = "en målgruppe"

    description: Text = Field(title="Hvem", description="Hvem gruppen er, i én eller to sætninger.")
    source: SourceRef = Field(title="Kilde")


class Term(Record):
    """A word that a citizen may stumble over, explained."""

    type: ClassVar = "term"
    place: ClassVar = "glossary.yml"
    noun: ClassVar = "et ord"

    explanation: Text = Field(title="Forklaring", description="Én sætning i hverdagssprog.")
    synonyms: list[Text] = Field([], title="Andre ord for det samme")
    source: SourceRef | None = Field(None, title="Kilde")


class Contact(Part):
    """How to reach those who run the site, by role."""

    role: Text = Field(title="Rolle")
    url: Text | None = Field(None, title="Webadresse")
    phone: Text | None = Field(None, title="Hovednummer", description="Kommunens hovednummer, aldrig et privat nummer.")
    email: Text | None = Field(None, title="Officiel e-mail", description="En officiel postkasse, aldrig en persons.")
    missing: Text | None = Field(None, title="Mangler", description="Hvad der mangler, og hvorfor.")


class Accessibility(Part):
    """The facts of the accessibility statement."""

    compliance: Literal["fuldt", "delvist", "ikke"] = Field(title="Overholdelse")
    method: Text = Field(title="Metode", description="Hvordan siden er undersøgt.")
    assessed: Date = Field(title="Undersøgt den")
    failings: list[Text] = Field([], title="Kendte mangler: tilgængelighedskravene er ikke overholdt")
    burden: list[Text] = Field([], title="Kendte mangler: uforholdsmæssigt stor byrde")
    exempt: list[Text] = Field([], title="Indhold, som loven ikke gælder for")
    enforcement: Text = Field(title="Klagevej")


class Site(Part):
    """What the site is and who runs it."""

    title: Text = Field(title="Sidens navn")
    tagline: Text = Field(title="Siden i én sætning")
    municipality: Text = Field(title="Kommune")
    unit: Text = Field(title="Område", description="Den del af kommunen, siden handler om.")
    summary: list[Text] = Field(title="Kort fortalt", min_length=1, description="Korte afsnit til forsiden.")
    respond: Text = Field(title="Sådan svarer du uden computer")
    contact: Contact = Field(title="Kontakt")
    repository: Text | None = Field(None, title="Kodelager", description="Adressen på GitHub, hvis den er offentlig.")
    address: Text | None = Field(None, title="Webadresse", description="Sidens egen adresse, når den er kendt.")
    licence: Text = Field(title="Licens")
    accessibility: Accessibility = Field(title="Tilgængelighed")


RECORD_FILES: list[type[Record]] = [Document, Organisation, Benchmark, Goal, Indicator]
"""Types with one file per record in a folder of their own."""

VOCABULARIES: list[type[Record]] = [Area, Department, TargetGroup, Term]
"""Types whose records stand together in one file."""


@dataclass(frozen=True)
class Plan:
    """Everything that a municipality's data folder holds, each type by id in order of file name."""

    site: Site
    documents: dict[str, Document]
    organisations: dict[str, Organisation]
    benchmarks: dict[str, Benchmark]
    goals: dict[str, Goal]
    indicators: dict[str, Indicator]
    consultations: dict[str, Consultation]
    responses: dict[str, Response]
    areas: dict[str, Area]
    departments: dict[str, Department]
    target_groups: dict[str, TargetGroup]
    terms: dict[str, Term]
