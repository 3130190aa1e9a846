"""What comes of a point: the steps of its answer, what it changed and promised, and what is said to it."""

import datetime as dt
from typing import Annotated

from pydantic import Field

from generator.model.fields import BenchmarkId, Date, Fingerprint, Id, Ref, Text
from generator.model.parts import DecisionRef, Part, StatusEntry
from generator.model.vocabulary import AnswerState, PromiseState, ReplyState


class Change(Part):
    """What an answer changed: a benchmark's text, something that is done, or words before and after."""

    benchmark: BenchmarkId | None = Field(None, title="{One}", description="{The}, der fik en ny tekst.")
    version: int | None = Field(
        None,
        title="Udgave",
        description="Nummeret på udgaven under {its} »versions«. Den øverste er 1.",
        strict=True,
        gt=0,
    )
    initiative: Annotated[Id, Ref("initiative")] | None = Field(
        None, title="Indsats", description="Indsatsen, hvis svaret er, at noget bliver gjort."
    )
    before: Text | None = Field(None, title="Før", description="Ordene før, hvis det er en anden tekst.")
    after: Text | None = Field(None, title="Efter")
    reference: Text | None = Field(
        None, title="Henvisning", description="Hvor ændringen kan læses, hvis før og efter ikke kan vises."
    )


class PromiseEntry(StatusEntry):
    """A step in what became of a promise."""

    status: PromiseState = Field(title="Tilstand")
    due: Date | None = Field(None, title="Ny frist", description="Den nye frist, hvis løftet er udskudt.")


class Promise(Part):
    """Something that an answer promises, word for word: who does it, and by when."""

    text: Text = Field(title="Løfte", description="Svarets egne ord, ordret.")
    who: Text = Field(title="Hvem", description="Udvalg, råd eller forvaltning, ikke en persons navn.")
    due: Date | None = Field(None, title="Frist", description="Kun hvis kilden siger det. Må ligge i fremtiden.")
    history: list[PromiseEntry] = Field(
        default_factory=list, title="Hvad der blev af det", description="Tom liste: intet er oplyst."
    )

    @property
    def is_open(self) -> bool:
        """Tell whether something is still to be done."""
        return not self.history or self.history[-1].status in (PromiseState.POSTPONED, PromiseState.PARTLY)

    @property
    def deadline(self) -> dt.date | None:
        """The deadline as it is now: the one given when the promise was last postponed, or else the first."""
        return next((entry.due for entry in reversed(self.history) if entry.due), self.due)


class AnswerEntry(StatusEntry):
    """A step in the answering of a point."""

    status: AnswerState = Field(title="Tilstand")
    answer: Text | None = Field(None, title="Svar")
    accepted: Text | None = Field(
        None, title="Det er imødekommet", description="Den del, der er sagt ja til. Kun ved »delvist imødekommet«."
    )
    not_accepted: Text | None = Field(
        None,
        title="Det er ikke imødekommet",
        description="Den del, der er sagt nej til, ligeledes.",
    )
    reason: Text | None = Field(None, title="Begrundelse")
    remarks: Text | None = Field(None, title="Forvaltningens bemærkninger", description="Forvaltningens egne ord.")
    recommendation: Text | None = Field(
        None, title="Forvaltningens indstilling", description="Hvad forvaltningen anbefalede dem, der besluttede."
    )
    decided_by: Text | None = Field(
        None, title="Besluttet af", description="Udvalg, råd eller forvaltning, ikke en persons navn."
    )
    decision: DecisionRef | None = Field(None, title="Beslutning", description="Mødet og punktet på dagsordenen.")
    changes: list[Change] = Field(default_factory=list, title="Det ændrede sig")
    promised: list[Promise] = Field(default_factory=list, title="Det er lovet")
    seen: Fingerprint | None = Field(
        None, title="Set", description="Fingeraftryk af punktets tekst, da svaret blev givet. Skrives af pejl confirm."
    )


class Reply(StatusEntry):
    """What the one who raised a point says to the answer, word for word; it is theirs, and no state of ours."""

    status: ReplyState = Field(title="Reaktion")
    text: Text = Field(title="Ordlyd", description="Organisationens egne ord, ordret.")
