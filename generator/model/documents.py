"""Sources, and those who are heard or who publish."""

from typing import ClassVar

from pydantic import Field

from generator.model.fields import Flag, PeriodText, Text
from generator.model.parts import Part, Record, SourceRef
from generator.model.vocabulary import DocumentKind


class Discrepancy(Part):
    """An error or contradiction in a source, shown instead of silently chosen away."""

    section: Text = Field(title="Afsnit")
    text: Text = Field(title="Hvad er galt", description="Fejlen og hvordan siden behandler den.")
    quotes: list[Text] = Field(default_factory=list, title="Citater", description="Kildens egne ord, ordret.")


class Document(Record):
    """A source."""

    type: ClassVar = "document"
    place: ClassVar = "sources"
    section: ClassVar = "kilder"
    noun: ClassVar = "en kilde"
    label: ClassVar = "Kilde"
    plural: ClassVar = "Kilder"

    publisher: Text = Field(title="Udgiver")
    kind: DocumentKind = Field(title="Slags")
    date: PeriodText = Field(title="Dato", description="Dato, måned eller år, så nøjagtigt som kilden selv siger.")
    final: Flag = Field(title="Endelig", description="true for et endeligt dokument, false for et udkast.")
    case_number: Text | None = Field(None, title="Journalnummer")
    rights: Text = Field(title="Rettigheder", description="Hvem der har ophavsretten, og hvordan vi bruger teksten.")
    used_for: Text = Field(title="Brugt til", description="Hvad siden bruger kilden til.")
    discrepancies: list[Discrepancy] = Field(
        default_factory=list, title="Uoverensstemmelser", description="Fejl og modsigelser i kilden."
    )


class Organisation(Record):
    """Somebody who is heard, or who publishes."""

    type: ClassVar = "organisation"
    place: ClassVar = "organisations"
    section: ClassVar = "organisationer"
    noun: ClassVar = "en organisation"
    label: ClassVar = "Organisation"
    plural: ClassVar = "Organisationer"

    legal_role: Text = Field(title="Rolle", description="Hvad organisationen er, og hvilken rolle den har.")
    expects: Text | None = Field(
        None, title="Kan forvente", description="Hvad organisationen kan forvente af kommunen."
    )
    source: SourceRef | None = Field(None, title="Kilde")
