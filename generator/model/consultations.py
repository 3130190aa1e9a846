"""Cases that somebody is heard about, and what they wrote, word for word."""

from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import Field

from generator.model.answers import AnswerEntry, Reply
from generator.model.fields import BenchmarkId, Date, Flag, Id, OrganisationId, Ref, Text, ThemeId
from generator.model.parts import (
    ConsultationEntry,
    Correction,
    Filing,
    Identified,
    Linking,
    Mention,
    Part,
    Record,
    SourceRef,
    Step,
)
from generator.model.vocabulary import AnswerState, PointKind


class Invitation(Part):
    """Who was asked; that they did not reply is worked out."""

    organisations: list[OrganisationId] = Field(title="Organisationer", min_length=1)
    source: SourceRef = Field(title="Kilde", description="Hvor det står, hvem der blev spurgt.")


class Deadline(Part):
    """A day before which something has to be done, with the source that says so; it may lie ahead."""

    date: Date = Field(title="Dato", description="Må ligge i fremtiden.")
    note: Text | None = Field(None, title="Bemærkning")
    source: SourceRef = Field(title="Kilde", description="Hvor fristen står. Uden kilde er der ingen frist.")


class Coming(Part):
    """Something that is to happen in a case, such as a meeting; it may lie ahead."""

    date: Date = Field(title="Dato", description="Må ligge i fremtiden.")
    body: Text = Field(title="Hvem", description="Udvalg, råd eller forvaltning, der har sagen.")
    text: Text = Field(title="Hvad", description="Hvad der skal ske, i én sætning.")
    source: SourceRef = Field(title="Kilde", description="Hvor det står.")


class Consultation(Record):
    """A case that somebody is heard about."""

    type: ClassVar = "consultation"
    place: ClassVar = "consultations"
    section: ClassVar = "hoeringer"
    noun: ClassVar = "en høring"
    label: ClassVar = "Høring"
    plural: ClassVar = "Høringer"
    filing: ClassVar = Filing.CASE
    dated: ClassVar = {"history": "consultation"}

    case_number: Text | None = Field(None, title="Journalnummer")
    subject: Text = Field(title="Hvad der blev hørt om")
    summary: Text = Field(title="Kort fortalt")
    invited: Invitation | None = Field(None, title="Spurgt", description="Udelades, hvis kilderne ikke siger det.")
    closes: Deadline | None = Field(None, title="Frist for høringssvar")
    answer_by: Deadline | None = Field(None, title="Frist for kommunens svar")
    next: list[Coming] = Field(
        default_factory=list, title="Næste skridt", description="Det, kilderne siger, der skal ske."
    )
    corrections: list[Correction] = Field(default_factory=list, title="Rettelser af vores afskrift")
    history: list[ConsultationEntry] = Field(
        default_factory=list, title="Forløb", description="Tom liste betyder, at kilderne ikke oplyser det."
    )
    source: SourceRef = Field(title="Kilde")


class Point(Linking, Identified):
    """The smallest part of a response that can be answered by itself, in its own words."""

    type: ClassVar = "point"
    noun: ClassVar = "et punkt"
    label: ClassVar = "Høringspunkt"
    plural: ClassVar = "Høringspunkter"
    dated: ClassVar = {"history": "answer", "replies": "reply"}

    summary: Text = Field(title="Resumé", description="Én sætning i vores egne ord.")
    text: Text = Field(title="Ordlyd", description="Ordret fra brevet. En tom linje er et nyt afsnit.")
    continues: Flag = Field(
        default=False, title="Fortsætter", description="true, når punktet står i samme afsnit som det forrige."
    )
    kind: PointKind = Field(title="Slags")
    benchmarks: list[BenchmarkId] | None = Field(
        None, title="{Many}", description="Kun hvis punktet gælder færre {many}, end overskriften nævner."
    )
    themes: list[ThemeId] = Field(title="Emner", min_length=1)
    answered_with: Annotated[Id, Ref("point")] | None = Field(
        None, title="Besvaret sammen med", description="Punktet, hvor det fælles svar står, når flere har fået ét svar."
    )
    split_from: Annotated[Id, Ref("point")] | None = Field(
        None, title="Delt ud af", description="Det gamle punkt, som er delt. Det bliver stående med sine egne ord."
    )
    history: list[AnswerEntry] = Field(
        default_factory=list, title="Svar", description="Tom liste betyder, at kilderne intet svar har."
    )
    replies: list[Reply] = Field(
        default_factory=list, title="Reaktioner på svaret", description="Det, organisationen siger til svaret, ordret."
    )

    @property
    def words(self) -> tuple[str, ...]:
        """The point's own words."""
        return (self.text,)

    @property
    def state(self) -> AnswerState:
        """The newest answer state; a point that nobody has answered is unanswered."""
        return self.history[-1].status if self.history else AnswerState.UNANSWERED

    def steps(self) -> Iterator[Step]:
        """Yield the answers, what is said to them, and what became of what they promise."""
        yield from super().steps()
        for first, entry in enumerate(self.history):
            for second, promise in enumerate(entry.promised):
                for third, step in enumerate(promise.history):
                    yield Step("promise", step, f"{first}-{second}-{third}")


class LetterSection(Part):
    """A heading of a letter with its points, in the letter's order."""

    heading: Text = Field(title="Overskrift", description="Ordret fra brevet, også stavefejl.")
    benchmarks: list[BenchmarkId] = Field(
        default_factory=list,
        title="{Many}",
        description="Id på de {many}, afsnittet handler om. De gælder, hvad overskriften end siger.",
    )
    points: list[Point] = Field(title="Punkter", min_length=1)


class Response(Record):
    """A letter that somebody who is heard sent."""

    type: ClassVar = "response"
    place: ClassVar = "consultations"
    section: ClassVar = "hoeringer"
    noun: ClassVar = "et høringssvar"
    label: ClassVar = "Høringssvar"
    plural: ClassVar = "Høringssvar"
    filing: ClassVar = Filing.CASE
    in_name: ClassVar = ("id", "consultation", "organisation")
    inner: ClassVar = (Point,)
    dated: ClassVar = {"date": "received"}
    has_list: ClassVar = False

    id: Text = Field(title="Id", description="Høringens id og filens navn: hoering/organisation.")
    consultation: Annotated[Id, Ref("consultation")] = Field(title="Høring")
    organisation: OrganisationId = Field(
        title="Organisation", description="Følger af filens navn. Det andet brev fra »raad« hedder raad-2.yml."
    )
    date: Date = Field(title="Dato", description="Brevets dato.")
    sent_by: Text = Field(title="Sådan blev det behandlet eller sendt")
    signatory_role: Text = Field(title="Underskrivers rolle", description="Rolle, ikke navn.")
    summary: Text = Field(title="Kort fortalt")
    opening: list[Text] = Field(
        default_factory=list, title="Indledning", description="Brevets afsnit før den første overskrift, ordret."
    )
    sections: list[LetterSection] = Field(
        default_factory=list,
        title="Brevet",
        description="Udelades, når brevet kun siger »ingen bemærkninger« eller lignende. Ordene står da i »opening«.",
    )
    closing: list[Text] = Field(
        default_factory=list, title="Afslutning", description="Brevets afsnit efter det sidste punkt, ordret."
    )
    corrections: list[Correction] = Field(
        default_factory=list,
        title="Rettelser af vores afskrift",
        description="Slåfejl i vores afskrift af brevet, svarene og reaktionerne. Det nyeste står nederst.",
    )
    source: SourceRef = Field(title="Kilde")

    def points(self) -> Iterator[tuple[LetterSection, Point]]:
        """Yield every point with its section, in the letter's order."""
        for section in self.sections:
            for point in section.points:
                yield section, point

    def within(self) -> Iterator[Point]:
        """Yield the points."""
        for _, point in self.points():
            yield point

    def mentions(self) -> Iterator[Mention]:
        """Yield what each point says about its themes."""
        for point in self.within():
            address = f"{self.address}#{point.id}"
            yield Mention((point.type, point.id), point.themes, point.summary, address, year=self.date.year)
