"""The plans of single years, and what they promise: targets to reach and initiatives to carry out."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Annotated, ClassVar

from pydantic import Field

from generator.model.fields import AreaId, Date, DepartmentId, DocumentId, Id, Number, Ref, TargetGroupId, Text, ThemeId
from generator.model.parts import Correction, DeliveryEntry, Linking, Mention, Part, Record, SourceRef
from generator.model.vocabulary import Comparator, PlanStatus, Unit


class PlanSection(Part):
    """A section of a plan: what it says, in our own words, and what it leaves open."""

    id: Id = Field(title="Id", description="Afsnittets ankerpunkt på planens side, for eksempel 2-2-1.")
    title: Text = Field(title="Overskrift", description="Afsnittets nummer og overskrift, som i planen.")
    summary: Text = Field(title="Resumé", description="Vores egne ord.")
    open: Text | None = Field(
        None, title="Står åbent", description="Hvad udkastet lader stå åbent, for eksempel »indsættes senere«."
    )
    themes: list[ThemeId] = Field(default_factory=list, title="Emner")
    source: SourceRef = Field(title="Kilde")


class YearPlan(Record):
    """The plan of one year, section by section."""

    type: ClassVar = "plan"
    place: ClassVar = "plans"
    section: ClassVar = "planer"
    noun: ClassVar = "en plan"
    label: ClassVar = "Plan"
    plural: ClassVar = "Planer"

    year: int = Field(title="År", strict=True, ge=1990, le=2100)
    status: PlanStatus = Field(title="Status")
    document: DocumentId = Field(title="Kilde")
    summary: Text = Field(title="Kort fortalt")
    sections: list[PlanSection] = Field(title="Afsnit", min_length=1)

    def mentions(self) -> Iterator[Mention]:
        """Yield what each section says about its themes."""
        for part in self.sections:
            address = f"{self.address}#{part.id}"
            yield Mention(
                (self.type, self.id), part.themes, part.title, address, part.summary, self.title, year=self.year
            )


class Wording(Part):
    """How a target was worded in a plan."""

    year: int = Field(title="År", strict=True, ge=1990, le=2100)
    quote: Text = Field(title="Ordlyd", description="Ordret fra planen.")
    source: SourceRef = Field(title="Kilde")


class DemandRevision(Part):
    """What a demand was before it was changed: only the fields that were others are written."""

    date: Date = Field(title="Ændret den")
    comparator: Comparator | None = Field(None, title="Kravet før")
    value: Number | None = Field(None, title="Værdien før")
    unit: Unit | None = Field(None, title="Enheden før")
    reference: AreaId | None = Field(None, title="Sammenlignet med før")
    offset: Number | None = Field(None, title="Afstanden før")
    why: Text = Field(title="Hvorfor")


class SubTarget(Part):
    """The part of a target that can be met or missed by itself: one group, one measure."""

    id: Id = Field(title="Id")
    target_group: TargetGroupId | None = Field(None, title="Målgruppe")
    label: Text | None = Field(
        None, title="Betegnelse", description="Hvad delmålet gælder, hvis det ikke er en målgruppe."
    )
    comparator: Comparator | None = Field(
        None, title="Krav", description="Udelades, hvis målet kun er ord og hverken har et tal eller et område."
    )
    value: Number | None = Field(None, title="Værdi", description="Tallet, der skal nås, hvis målet har et.")
    unit: Unit | None = Field(None, title="Enhed")
    reference: AreaId | None = Field(None, title="Sammenlignes med", description="Området, målet måles op mod.")
    offset: Number = Field(0.0, title="Afstand", description="Procentpoint over (plus) eller under (minus) det område.")
    indicator: Annotated[Id, Ref("indicator")] | None = Field(None, title="Måles med", description="Indikatorens id.")
    group: Text | None = Field(None, title="Gruppe", description="Gruppen i indikatoren, hvis den har flere.")
    since: int | None = Field(
        None,
        title="Står der fra",
        description="Året for den første ordlyd med kravet, hvis det ikke er målets første.",
        strict=True,
    )
    revised: list[DemandRevision] = Field(
        default_factory=list, title="Rettet", description="Hvad kravet var før. Den nyeste nederst."
    )


class Target(Linking, Record):
    """Something measurable that should be reached."""

    type: ClassVar = "target"
    place: ClassVar = "targets"
    section: ClassVar = "maal"
    noun: ClassVar = "et resultatmål"
    label: ClassVar = "Resultatmål"
    plural: ClassVar = "Resultatmål"

    number: Text = Field(title="Nummer")
    plan: Annotated[Id, Ref("plan")] = Field(title="Plan", description="Id på den plan, målet står i.")
    department: DepartmentId | None = Field(None, title="Afdeling")
    year: int = Field(title="Målår", description="Året, hvor målet skal være nået.", strict=True, ge=1990, le=2100)
    summary: Text = Field(title="Kort fortalt")
    wordings: list[Wording] = Field(title="Ordlyd", min_length=1)
    parts: list[SubTarget] = Field(title="Delmål", min_length=1)
    corrections: list[Correction] = Field(default_factory=list, title="Rettelser af vores afskrift")
    unmeasured: Text | None = Field(None, title="Måles ikke", description="Hvorfor kilderne ikke har et tal for målet.")
    comparison: Text | None = Field(None, title="Sådan er årene gjort sammenlignelige")
    themes: list[ThemeId] = Field(default_factory=list, title="Emner")

    @property
    def is_measured(self) -> bool:
        """Tell whether an indicator measures any part of the target."""
        return any(part.indicator for part in self.parts)

    @property
    def words(self) -> tuple[str, ...]:
        """The target as it was worded in every plan."""
        return (self.title, *(wording.quote for wording in self.wordings))

    def mentions(self) -> Iterator[Mention]:
        """Yield what should be reached, in the year when it should be."""
        for mention in super().mentions():
            yield replace(mention, year=self.year)


class InitiativePart(Part):
    """A part of an initiative: a track, a module, a course."""

    title: Text = Field(title="Titel")
    summary: Text | None = Field(None, title="Resumé")


class Initiative(Linking, Record):
    """Something that is done."""

    type: ClassVar = "initiative"
    place: ClassVar = "initiatives"
    section: ClassVar = "indsatser"
    noun: ClassVar = "en indsats"
    label: ClassVar = "Indsats"
    plural: ClassVar = "Indsatser"
    dated: ClassVar = {"history": "delivery"}

    summary: Text = Field(title="Kort fortalt")
    period: Text | None = Field(
        None, title="Periode", description="Som kilden skriver den. Udelades, hvis kilden intet siger."
    )
    departments: list[DepartmentId] = Field(default_factory=list, title="Afdelinger")
    target_groups: list[TargetGroupId] = Field(default_factory=list, title="Målgrupper")
    part_of: Annotated[Id, Ref("initiative")] | None = Field(
        None, title="Del af", description="Den indsats, den hører under."
    )
    parts: list[InitiativePart] = Field(default_factory=list, title="Dele")
    corrections: list[Correction] = Field(default_factory=list, title="Rettelser af vores afskrift")
    status_note: Text | None = Field(None, title="Det siger kilden om, hvor langt den er")
    history: list[DeliveryEntry] = Field(
        default_factory=list, title="Gennemførelse", description="Tom liste betyder »ikke vurderet«."
    )
    themes: list[ThemeId] = Field(default_factory=list, title="Emner")
    sources: list[SourceRef] = Field(title="Kilder", min_length=1)

    @property
    def words(self) -> tuple[str, ...]:
        """What is done, in our summary."""
        return (self.title, self.summary)
