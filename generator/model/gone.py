"""What is no longer where it was: pages that have moved, records that are deleted, words that are taken away."""

from functools import cached_property

from pydantic import Field

from generator.model.fields import Address, Date, Text
from generator.model.parts import Part


class Moved(Part):
    """An address that has become another."""

    from_: Address = Field(
        alias="from", title="Fra", description="Den gamle adresse, regnet fra sidens rod: hoeringer/sag/."
    )
    to: Address = Field(title="Til", description="Adressen, hvor det står nu.")


class Deleted(Part):
    """A record that is deleted: what it was, when it went and why."""

    address: Address = Field(title="Adresse", description="Adressen, hvor det stod: indsatser/jobmesse/.")
    title: Text = Field(title="Titel", description="Hvad posten hed.")
    date: Date = Field(title="Slettet den")
    why: Text = Field(title="Hvorfor", description="Én sætning, som alle kan læse på den gamle adresse.")


class Withheld(Part):
    """Words that are taken away to protect somebody: where they stood and why, and never the words themselves."""

    address: Address = Field(
        title="Adresse", description="Adressen på brevet, punktet eller posten: hoeringer/sag/organisation/#punkt."
    )
    date: Date = Field(title="Fjernet den")
    why: Text = Field(title="Hvorfor", description="Hvad der er fjernet, uden at sige det: »Et navn på en borger.«")


class Gone(Part):
    """Everything that is no longer where readers may look for it."""

    moved: list[Moved] = Field(
        default_factory=list, title="Flyttet", description="Gamle adresser, som fører videre til de nye."
    )
    deleted: list[Deleted] = Field(
        default_factory=list, title="Slettet", description="Poster, der er slettet. Adressen siger hvorfor."
    )
    withheld: list[Withheld] = Field(
        default_factory=list, title="Fjernede ord", description="Ord, der er fjernet for at beskytte en person."
    )

    @cached_property
    def destinations(self) -> dict[str, str]:
        """The address that each moved address has become, the last where it has moved more than once."""
        step = {move.from_: move.to for move in self.moved}
        found = {}
        for start, first in step.items():
            goal, seen = first, {start}
            while goal in step and goal not in seen:
                seen.add(goal)
                goal = step[goal]
            found[start] = goal
        return found
