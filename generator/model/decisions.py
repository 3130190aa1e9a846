"""Meetings at which something was decided."""

from typing import Annotated, ClassVar

from pydantic import Field

from generator.model.fields import BenchmarkId, Date, Id, Ref, Text
from generator.model.parts import Correction, Part, Record, SourceRef


class AgendaItem(Part):
    """An item of a meeting's agenda: what it was about, and what was decided."""

    number: Text = Field(title="Nummer", description="Punktets nummer på dagsordenen.")
    title: Text = Field(title="Titel")
    decided: Text | None = Field(None, title="Beslutning", description="Referatets egne ord, ordret.")
    url: Text | None = Field(None, title="Webadresse", description="Hvor punktet kan læses på nettet.")
    benchmarks: list[BenchmarkId] = Field(
        default_factory=list, title="{Many}", description="Id på de {many}, punktet nævner."
    )
    initiatives: list[Annotated[Id, Ref("initiative")]] = Field(
        default_factory=list, title="Indsatser", description="De indsatser, punktet nævner."
    )
    source: SourceRef | None = Field(None, title="Kilde", description="Kun hvis den er en anden end mødets.")


class Decision(Record):
    """A meeting at which something was decided."""

    type: ClassVar = "decision"
    place: ClassVar = "decisions"
    section: ClassVar = "beslutninger"
    noun: ClassVar = "et møde"
    label: ClassVar = "Møde"
    plural: ClassVar = "Beslutninger"
    dated: ClassVar = {"date": "decision"}

    body: Text = Field(title="Hvem", description="Udvalg, råd eller forvaltning, der holdt mødet.")
    date: Date = Field(title="Dato", description="Mødets dato.")
    items: list[AgendaItem] = Field(title="Dagsorden", min_length=1, description="De punkter, siden bruger.")
    corrections: list[Correction] = Field(default_factory=list, title="Rettelser af vores afskrift")
    source: SourceRef = Field(title="Kilde", description="Referatet.")

    def item(self, number: str) -> AgendaItem | None:
        """Give an item of the agenda by its number, where there is one."""
        return next((item for item in self.items if item.number == number), None)
