"""What records are made of: sources, quotations, links with their reasons, and steps in a history."""

import datetime as dt
import functools
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Annotated, ClassVar, NamedTuple, Self

from pydantic import BaseModel, ConfigDict, Field

from generator.model.fields import BenchmarkId, Date, DocumentId, Fingerprint, Id, Ref, Text
from generator.model.vocabulary import ConsultationState, DeliveryState


class Part(BaseModel):
    """A piece of a record; frozen, and closed to keys that it does not know."""

    # A part is built into the records that hold it; to build it by itself as well is for whoever asks for it alone.
    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True)

    behind: ClassVar[Mapping[str, str]] = {}
    """The fields that are written right behind another one and not where they are declared; behind none is last."""
    one_line: ClassVar[bool] = False
    """Whether such a part is written in braces on one line, where it fits."""

    def __copy__(self) -> Self:
        """Copy the fields and nothing that was worked out from them, since a copy is often given others."""
        copied = super().__copy__()
        for name in copied.__dict__.keys() - type(self).model_fields.keys():
            del copied.__dict__[name]
        return copied


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

    behind: ClassVar = {"why": ""}

    benchmark: BenchmarkId | None = Field(None, title="{One}", description="Id på {the}, der kobles til.")
    goal: Annotated[Id, Ref("goal")] | None = Field(None, title="Mål", description="Id på det mål, der kobles til.")
    indicator: Annotated[Id, Ref("indicator")] | None = Field(
        None, title="Indikator", description="Id på den indikator, der kobles til."
    )
    target: Annotated[Id, Ref("target")] | None = Field(
        None, title="Resultatmål", description="Id på det resultatmål, der kobles til."
    )
    initiative: Annotated[Id, Ref("initiative")] | None = Field(
        None, title="Indsats", description="Id på den indsats, der kobles til."
    )
    recommendation: Annotated[Id, Ref("recommendation")] | None = Field(
        None, title="Anbefaling", description="Id på den anbefaling eller barriere, der kobles til."
    )
    why: Text = Field(title="Hvorfor", description="Én sætning om, hvorfor de to hører sammen.")
    seen: Fingerprint | None = Field(
        None,
        title="Set",
        description="Fingeraftryk af de to tekster, da koblingen sidst blev læst. Skrives af pejl confirm.",
    )

    @functools.cached_property
    def ends(self) -> Sequence[tuple[str, str]]:
        """The type and id of every record that the link names: one, if the link is right."""
        fields = vars(self)
        return [(name, fields[name]) for name in self.target_types() if fields[name]]

    @property
    def end(self) -> tuple[str, str] | None:
        """The type and id of the record that is linked to; None for a link that names none."""
        return next(iter(self.ends), None)

    @classmethod
    @functools.cache
    def target_types(cls) -> tuple[str, ...]:
        """The record types that a link can point to."""
        return tuple(name for name in cls.model_fields if name not in ("why", "seen"))


class Dated(Part):
    """Something that happened on a day."""

    date: Date


class Step(NamedTuple):
    """Something that happened to a record."""

    kind: str
    """What it was, by the name that the record's type gives it."""
    what: Dated | dt.date
    number: str
    """Its number among those of its kind; steps are only ever added at the end, so it stays."""


class StatusEntry(Dated):
    """One step of a status history; old entries are never edited or removed."""

    behind: ClassVar = {"note": "", "source": ""}

    date: Date = Field(title="Dato", description="Dagen, hvor tilstanden begyndte, for eksempel 2025-11-21.")
    status: StrEnum = Field(title="Tilstand")
    note: Text | None = Field(None, title="Bemærkning")
    source: SourceRef = Field(title="Kilde", description="Hvor tilstanden kan efterprøves.")


class DeliveryEntry(StatusEntry):
    """A step in the delivery of a benchmark or an initiative."""

    status: DeliveryState = Field(title="Tilstand")


class ConsultationEntry(StatusEntry):
    """A step in a consultation."""

    status: ConsultationState = Field(title="Tilstand")


class DecisionRef(Part):
    """Where something was decided: a meeting, and an item of its agenda."""

    meeting: Annotated[Id, Ref("decision")] = Field(title="Møde", description="Mødets id fra data/decisions/.")
    item: Text = Field(title="Punkt", description="Punktets nummer på dagsordenen.")


class Correction(Part):
    """A mistake in our copy of somebody's words; undone, it gives them back as they were, letter for letter."""

    date: Date = Field(title="Rettet den")
    before: Text = Field(title="Før", description="Det, der stod, med nok af sætningen til at passe ét sted.")
    after: Text = Field(title="Efter", description="Det, der står nu.")
    why: Text = Field(title="Hvorfor")


class Identified(Part):
    """Anything that a link can point to."""

    type: ClassVar[str]
    noun: ClassVar[str]
    """What editors call one of them, with article: "en indikator"."""
    label: ClassVar[str]
    """What readers call one of them: "Indikator"."""
    plural: ClassVar[str]
    """What readers call several of them: "Indikatorer"."""
    dated: ClassVar[Mapping[str, str]] = {}
    """The fields that hold dated steps (a date, or a history), and what kind of event each of their steps is."""

    id: Id = Field(title="Id", description="Kort og fast. Ændres og genbruges aldrig.")

    @property
    def words(self) -> tuple[str, ...]:
        """The words that a link or an answer to this record is made for; when they change, it must be read again."""
        raise NotImplementedError

    @functools.cached_property
    def wording(self) -> str:
        """The words in the form that a fingerprint is made of; what is much linked is read in every link."""
        return "\n".join(" ".join(text.split()) for text in self.words)

    @property
    def called(self) -> str:
        """What readers call this one."""
        return self.label

    def steps(self) -> Iterator[Step]:
        """Yield every dated step, each with what kind of event it is and its number among them."""
        for field, kind in self.dated.items():
            found = getattr(self, field)
            for number, step in enumerate([found] if isinstance(found, dt.date) else found):
                yield Step(kind, step, str(number))


class Linking(Identified):
    """Anything that editors may link from."""

    behind: ClassVar = {"links": "themes"}

    links: list[Link] = Field(default_factory=list, title="Redaktionelle koblinger")


class Filing(Enum):
    """How the records of a type stand in the data folder."""

    FOLDER = "a file for each, in a folder"
    LIST = "all in one file"
    CASE = "in the folder of the case that they belong to"


@dataclass(frozen=True)
class Mention:
    """Something that a record says about its themes: what it is called, where it stands, and when it was said."""

    key: tuple[str, str]
    """The type and id of what says it."""
    themes: Sequence[str]
    title: str
    address: str
    text: str = ""
    section_of: str = ""
    """The title of the whole, where the mention is a section of it."""
    year: int = 0
    """The year that it speaks of; 0 where it speaks of the time of its documents."""
    documents: Sequence[str] = ()
    """The ids of the documents that it stands in."""


class Record(Identified):
    """Anything with a title that an editor writes in a file.

    A type of record says here, and nowhere else, where it is filed, where it is shown and what happens in it; what
    follows from that (loading, checks, pages, lists, exports, the chain and its timeline) is worked out from
    `RECORD_TYPES`.
    """

    place: ClassVar[str]
    """The folder of such records, or the file that holds them all."""
    filing: ClassVar[Filing] = Filing.FOLDER
    in_name: ClassVar[Sequence[str]] = ("id",)
    """The fields that follow from the name of the file, so that nobody writes them."""
    section: ClassVar[str]
    """The part of the site where they are shown."""
    inner: ClassVar[Sequence[type[Identified]]] = ()
    """The types that stand inside such records and can be linked by themselves."""
    has_place: ClassVar[bool] = True
    """Whether each has a place of its own on the site, which its address leads to."""
    has_page: ClassVar[bool] = True
    """Whether each has a page of its own, made by the template that is named after the type."""
    has_list: ClassVar[bool] = True
    """Whether the section begins with a list of them, made by the template that is named after several of the type."""

    title: Text = Field(title="Titel")

    @property
    def words(self) -> tuple[str, ...]:
        """The record's title, where nothing else says what it is."""
        return (self.title,)

    @property
    def address(self) -> str:
        """The record's address on the site, from its root; it never changes."""
        return f"{self.section}/{self.id}/"

    @classmethod
    def lists(cls) -> Mapping[str, str]:
        """Give the sections where records of the type are listed, and what each list is called."""
        return {cls.section: cls.plural} if cls.has_list else {}

    def within(self) -> Iterator[Identified]:
        """Yield what stands inside the record and can be linked by itself."""
        return iter(())

    def mentions(self) -> Iterator[Mention]:
        """Yield what the record says about its themes; of a type without themes that is nothing."""
        if themes := getattr(self, "themes", ()):
            yield Mention(
                (self.type, self.id),
                themes,
                self.title,
                self.address,
                getattr(self, "summary", ""),
                documents=self._documents(),
            )

    def _documents(self) -> tuple[str, ...]:
        """The documents that the record as a whole stands in."""
        sources = [getattr(self, "source", None), *getattr(self, "sources", ())]
        return tuple(source.document for source in sources if source)


class Entry(Record):
    """A record that shares its file and its page with the others of its type."""

    filing: ClassVar[Filing] = Filing.LIST
    in_name: ClassVar[Sequence[str]] = ()
    has_page: ClassVar[bool] = False

    @property
    def address(self) -> str:
        """The record's place on the page of its type, or that page where it has no place of its own."""
        return f"{self.section}/#{self.id}" if self.has_place else f"{self.section}/"


def fingerprint(*records: Identified) -> str:
    """Condense the words of records into eight characters; white space does not count."""
    return condensed(*(record.wording for record in records))


def condensed(*wordings: str) -> str:
    """Condense the wordings of records into their fingerprint."""
    return hashlib.sha256("\n".join(wordings).encode()).hexdigest()[:8]
