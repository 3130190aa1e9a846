"""What records are made of: sources, quotations, links with their reasons, and steps in a history."""

from __future__ import annotations

import functools
import hashlib
from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from generator.model.fields import BenchmarkId, Date, DocumentId, Fingerprint, Id, Ref, Text
from generator.model.vocabulary import AnswerState, ConsultationState, DeliveryState


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

    @property
    def end(self) -> tuple[str, str] | None:
        """The type and id of the record that is linked to; None for a link that names none."""
        return next(((name, value) for name in self.target_types() if (value := getattr(self, name))), None)

    @classmethod
    @functools.cache
    def target_types(cls) -> tuple[str, ...]:
        """The record types that a link can point to."""
        return tuple(name for name in cls.model_fields if name not in ("why", "seen"))


class Linking(Part):
    """Anything that editors may link from."""

    links: list[Link] = Field([], title="Redaktionelle koblinger")


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
    reference: Text | None = Field(
        None, title="Henvisning", description="Hvor ændringen kan læses, hvis før og efter ikke kan vises."
    )


class AnswerEntry(StatusEntry):
    """A step in the answering of a point."""

    status: AnswerState = Field(title="Tilstand")
    answer: Text | None = Field(None, title="Svar")
    reason: Text | None = Field(None, title="Begrundelse")
    decided_by: Text | None = Field(
        None, title="Besluttet af", description="Udvalg, råd eller forvaltning, ikke en persons navn."
    )
    change: TextChange | None = Field(None, title="Det ændrede sig i teksten")
    seen: Fingerprint | None = Field(
        None, title="Set", description="Fingeraftryk af punktets tekst, da svaret blev givet. Skrives af pejl confirm."
    )


class Identified(Part):
    """Anything that a link can point to."""

    type: ClassVar[str]
    noun: ClassVar[str]
    """The Danish name of one such record, with article: "et pejlemærke"."""

    id: str = Field(title="Id", description="Kort og fast. Ændres og genbruges aldrig.")

    @property
    def words(self) -> tuple[str, ...]:
        """The words that a link or an answer to this record is made for; when they change, it must be read again."""
        raise NotImplementedError


class Record(Identified):
    """Anything with a title that an editor writes in a file."""

    place: ClassVar[str]
    """The folder of such records, or the file that holds them all."""
    section: ClassVar[str]
    """The part of the site where they are shown."""

    id: Id = Field(title="Id", description="Kort og fast. Ændres og genbruges aldrig.")
    title: Text = Field(title="Titel")

    @property
    def words(self) -> tuple[str, ...]:
        """The record's title, where nothing else says what it is."""
        return (self.title,)

    @property
    def address(self) -> str:
        """The record's address on the site, from its root; it never changes."""
        return f"{self.section}/{self.id}/"


class Entry(Record):
    """A record that shares its file and its page with the others of its type."""

    @property
    def address(self) -> str:
        """The record's place on the page of its type."""
        return f"{self.section}/#{self.id}"


def fingerprint(*records: Identified) -> str:
    """Condense the words of records into eight characters; white space does not count."""
    words = "\n".join(" ".join(text.split()) for record in records for text in record.words)
    return hashlib.sha256(words.encode()).hexdigest()[:8]
