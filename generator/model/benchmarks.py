"""What the effort steers by: the benchmarks, and the goals that others set for it."""

from collections.abc import Callable, Iterator, Mapping
from typing import Annotated, ClassVar

from pydantic import Field

from generator.base.local import Noun, benchmark
from generator.base.text import capitalised
from generator.model.fields import BenchmarkId, Date, Id, Ref, Text, ThemeId
from generator.model.parts import (
    Correction,
    Dated,
    DecisionRef,
    DeliveryEntry,
    Linking,
    Mention,
    Part,
    Quotation,
    Record,
    SourceRef,
    Step,
)
from generator.model.vocabulary import GoalKind


class Version(Dated):
    """The adopted text of a benchmark as it was from a day on; the newest holds."""

    date: Date = Field(title="Dato", description="Dagen, hvor teksten blev vedtaget.")
    text: Text = Field(title="Tekst", description="Den vedtagne tekst, ordret.")
    decision: DecisionRef | None = Field(None, title="Beslutning", description="Mødet og punktet på dagsordenen.")
    because: list[Annotated[Id, Ref("point")]] = Field(
        default_factory=list,
        title="På grund af",
        description="De høringspunkter, som kilden siger, at teksten blev ændret for.",
    )
    note: Text | None = Field(None, title="Bemærkning")
    source: SourceRef = Field(title="Kilde")


class Withdrawal(Dated):
    """That a benchmark no longer holds, and why."""

    date: Date = Field(title="Dato")
    reason: Text = Field(title="Begrundelse")
    replaced_by: BenchmarkId | None = Field(None, title="Afløst af", description="Id på {the}, der gælder i stedet.")
    decision: DecisionRef | None = Field(None, title="Beslutning", description="Mødet og punktet på dagsordenen.")
    source: SourceRef = Field(title="Kilde")


class _Local:
    """What a benchmark is called: the municipality's own word, asked for when it is needed."""

    def __init__(self, ask: Callable[[Noun], str]) -> None:
        self.ask = ask

    def __get__(self, record: object, model: type) -> str:
        return self.ask(benchmark())


class Benchmark(Linking, Record):
    """A political landmark that the municipality says it steers by."""

    type: ClassVar = "benchmark"
    place: ClassVar = "benchmarks"
    section: ClassVar = _Local(lambda word: word.section)
    noun: ClassVar = _Local(lambda word: word.with_article)
    label: ClassVar = _Local(Noun.label)
    plural: ClassVar = _Local(lambda word: capitalised(word.many))
    dated: ClassVar = {"history": "delivery"}
    behind: ClassVar = {**Linking.behind, "title": "number"}

    number: int = Field(title="Nummer", gt=0, strict=True)
    title_note: Text | None = Field(None, title="Bemærkning om titlen")
    adopted_text: Quotation | None = Field(
        None, title="Den vedtagne tekst", description="Når teksten er ændret, står alle udgaver i »versions« i stedet."
    )
    versions: list[Version] = Field(
        default_factory=list,
        title="Udgaver af den vedtagne tekst",
        description="Den ældste øverst. Den nederste gælder.",
    )
    withdrawn: Withdrawal | None = Field(None, title="Trukket tilbage")
    adopted_text_missing: Text | None = Field(
        None, title="Teksten mangler", description="Hvorfor den vedtagne tekst ikke står her."
    )
    quotes: list[Quotation] = Field(default_factory=list, title="Kendte citater")
    summary: Text = Field(title="Kort fortalt", description="To-tre korte sætninger i vores egne ord.")
    themes: list[ThemeId] = Field(default_factory=list, title="Emner")
    no_metric: Text | None = Field(None, title="Ingen måling", description="Hvorfor ingen indikator måler {the}.")
    corrections: list[Correction] = Field(default_factory=list, title="Rettelser af vores afskrift")
    history: list[DeliveryEntry] = Field(
        default_factory=list, title="Gennemførelse", description="Tom liste betyder »ikke vurderet«."
    )
    source: SourceRef = Field(title="Kilde")

    def steps(self) -> Iterator[Step]:
        """Yield the delivery, the versions of the text, and the end."""
        yield from super().steps()
        for number, version in enumerate(self.versions):
            yield Step("version", version, str(number))
        if self.withdrawn:
            yield Step("withdrawn", self.withdrawn, "0")

    @property
    def adopted(self) -> Quotation | None:
        """The adopted text as it is now, where it is known."""
        if not self.versions:
            return self.adopted_text
        newest = self.versions[-1]
        return Quotation(text=newest.text, source=newest.source)

    @property
    def words(self) -> tuple[str, ...]:
        """The benchmark's own words, as far as they are known."""
        adopted = (self.adopted.text,) if self.adopted else ()
        return (self.title, *adopted, *(quotation.text for quotation in self.quotes))


class GoalYear(Part):
    """A goal as it stood in one year's plan."""

    year: int = Field(title="År", strict=True, ge=1990, le=2100)
    wording: Text = Field(title="Ordlyd", description="Målets ordlyd i årets plan.")
    comment: Text | None = Field(None, title="Ministerens kommentar", description="Vores resumé.")
    effort: Text = Field(title="Det gør kommunen", description="Vores resumé af, hvad planen siger.")
    source: SourceRef = Field(title="Kilde")
    effort_source: SourceRef | None = Field(
        None, title="Kilde til indsatsen", description="Hvis den står et andet sted."
    )


class Goal(Linking, Record):
    """A goal that somebody set for the effort."""

    type: ClassVar = "goal"
    place: ClassVar = "goals"
    noun: ClassVar = "et mål"
    label: ClassVar = "Mål"
    plural: ClassVar = "Mål"
    kinds: ClassVar = {
        GoalKind.MINISTERIAL: ("Ministermål", "ministermaal"),
        GoalKind.FOCUS: ("Fokuspunkt", "fokuspunkter"),
        GoalKind.SDG: ("Verdensmål", "verdensmaal"),
        GoalKind.VISION: ("Vision", "fokuspunkter"),
    }
    """What readers call a goal of each kind, and the section where it is shown."""

    kind: GoalKind = Field(title="Slags")
    corrections: list[Correction] = Field(default_factory=list, title="Rettelser af vores afskrift")
    number: Text = Field(title="Nummer")
    summary: Text = Field(title="Kort fortalt")
    years: list[GoalYear] = Field(title="År", min_length=1)
    themes: list[ThemeId] = Field(default_factory=list, title="Emner")

    @property
    def words(self) -> tuple[str, ...]:
        """The goal as it is worded in every plan."""
        return (self.title, *(year.wording for year in self.years))

    @property
    def address(self) -> str:
        """The goal's address; each kind of goal has a section of its own."""
        return f"{self.kinds[self.kind][1]}/{self.id}/"

    @property
    def called(self) -> str:
        """What readers call a goal of this kind."""
        return self.kinds[self.kind][0]

    @classmethod
    def lists(cls) -> Mapping[str, str]:
        """Give the sections of the kinds of goals."""
        return {"ministermaal": "Ministermål", "fokuspunkter": "Vision og fokuspunkter", "verdensmaal": "Verdensmål"}

    def mentions(self) -> Iterator[Mention]:
        """Yield what each year's plan says is done for the goal."""
        for year in self.years:
            address = f"{self.address}#aar-{year.year}"
            yield Mention((self.type, self.id), self.themes, self.title, address, year.effort, year=year.year)
