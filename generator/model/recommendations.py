"""What organisations say stands in the way, and what they recommend."""

from typing import ClassVar

from pydantic import Field

from generator.base.text import capitalised
from generator.model.fields import DocumentId, Id, OrganisationId, Text, ThemeId
from generator.model.parts import Linking, Part, Record, SourceRef
from generator.model.vocabulary import RecommendationKind


class Measure(Part):
    """One of the ways in which a recommendation can be followed."""

    id: Id = Field(title="Id")
    title: Text = Field(title="Titel")
    summary: Text = Field(title="Resumé", description="Vores egne ord.")
    source: SourceRef = Field(title="Kilde")


class Recommendation(Linking, Record):
    """A barrier or a recommendation, in our own words."""

    type: ClassVar = "recommendation"
    place: ClassVar = "recommendations"
    section: ClassVar = "anbefalinger"
    noun: ClassVar = "en anbefaling"
    label: ClassVar = "Anbefaling"
    plural: ClassVar = "Anbefalinger"

    kind: RecommendationKind = Field(title="Slags")
    number: int = Field(title="Nummer", strict=True, gt=0)
    document: DocumentId = Field(title="Kilde")
    organisations: list[OrganisationId] = Field(title="Afsendere", min_length=1)
    summary: Text = Field(title="Kort fortalt")
    citizens: list[Text] = Field(default_factory=list, title="Set fra borgerne")
    employers: list[Text] = Field(default_factory=list, title="Set fra arbejdsgiverne")
    measures: list[Measure] = Field(default_factory=list, title="Greb")
    themes: list[ThemeId] = Field(default_factory=list, title="Emner")
    source: SourceRef = Field(title="Kilde")

    @property
    def words(self) -> tuple[str, ...]:
        """What is recommended, in our summary."""
        return (self.title, self.summary)

    @property
    def called(self) -> str:
        """What readers call it: a barrier or a recommendation."""
        return capitalised(self.kind)
