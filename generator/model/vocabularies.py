"""Small records that stand together in one file for each type."""

from collections.abc import Mapping
from typing import ClassVar

from pydantic import Field

from generator.model.fields import Flag, Language, Text
from generator.model.parts import Entry, Filing, Record, SourceRef


class Area(Entry):
    """A place that figures are about; exactly one is the site's own."""

    type: ClassVar = "area"
    place: ClassVar = "areas.yml"
    section: ClassVar = "indikatorer"
    noun: ClassVar = "et område"
    label: ClassVar = "Område"
    plural: ClassVar = "Områder"
    has_list: ClassVar = False
    has_place: ClassVar = False

    short: Text = Field(title="Kort navn", description="Navnet i diagrammer.")
    in_text: Text | None = Field(
        None, title="I en sætning", description="Navnet midt i en sætning, hvis det er et andet: »hele landet«."
    )
    home: Flag = Field(default=False, title="Vores eget", description="true for det ene område, siden handler om.")

    @property
    def inline(self) -> str:
        """The area's name inside a sentence."""
        return self.in_text or self.title


class Department(Entry):
    """A part of the administration."""

    type: ClassVar = "department"
    place: ClassVar = "departments.yml"
    section: ClassVar = "afdelinger-og-maalgrupper"
    noun: ClassVar = "en afdeling"
    label: ClassVar = "Afdeling"
    plural: ClassVar = "Afdelinger"

    description: Text = Field(title="Opgaver")
    source: SourceRef = Field(title="Kilde")

    @classmethod
    def lists(cls) -> Mapping[str, str]:
        """Give the section of the departments, which lists the groups of people as well."""
        return {cls.section: "Afdelinger og målgrupper"}


class TargetGroup(Entry):
    """The people that an effort is for."""

    type: ClassVar = "target_group"
    place: ClassVar = "target_groups.yml"
    section: ClassVar = "afdelinger-og-maalgrupper"
    noun: ClassVar = "en målgruppe"
    label: ClassVar = "Målgruppe"
    plural: ClassVar = "Målgrupper"
    has_list: ClassVar = False

    description: Text = Field(title="Hvem", description="Hvem gruppen er, i én eller to sætninger.")
    source: SourceRef = Field(title="Kilde")


class Term(Entry):
    """A word that a citizen may stumble over, explained."""

    type: ClassVar = "term"
    place: ClassVar = "glossary.yml"
    section: ClassVar = "ordliste"
    noun: ClassVar = "et ord"
    label: ClassVar = "Ord"
    plural: ClassVar = "Ordliste"

    explanation: Text = Field(title="Forklaring", description="Én sætning i hverdagssprog.")
    synonyms: list[Text] = Field(default_factory=list, title="Andre ord for det samme")
    translations: dict[Language, list[Text]] = Field(
        default_factory=dict,
        title="På andre sprog",
        description="Ord for det samme på andre sprog, under sprogets kode: en, de, uk, ar.",
    )
    source: SourceRef | None = Field(None, title="Kilde")


class Theme(Record):
    """A subject that can be followed across records and years."""

    type: ClassVar = "theme"
    place: ClassVar = "themes.yml"
    section: ClassVar = "emner"
    noun: ClassVar = "et emne"
    label: ClassVar = "Emne"
    plural: ClassVar = "Emner"
    filing: ClassVar = Filing.LIST
    in_name: ClassVar = ()

    summary: Text = Field(title="Kort fortalt", description="Hvad emnet handler om.")
