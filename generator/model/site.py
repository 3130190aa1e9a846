"""What the site is and who runs it."""

import re
from typing import Literal

from pydantic import Field

from generator.base.local import BENCHMARK, Noun
from generator.base.measures import Measure
from generator.model.fields import Colour, Date, Flag, Text
from generator.model.parts import Part
from generator.model.vocabulary import PaperKind


class Contact(Part):
    """How to reach those who run the site, by role."""

    role: Text = Field(title="Rolle")
    url: Text | None = Field(None, title="Webadresse")
    phone: Text | None = Field(None, title="Hovednummer", description="Kommunens hovednummer, aldrig et privat nummer.")
    email: Text | None = Field(None, title="Officiel e-mail", description="En officiel postkasse, aldrig en persons.")
    missing: Text | None = Field(None, title="Mangler", description="Hvad der mangler, og hvorfor.")

    @property
    def call(self) -> str:
        """The address that a telephone calls: eight digits are a Danish number."""
        digits = re.sub(r"[^0-9+]", "", self.phone or "")
        return f"tel:{'' if digits.startswith('+') else '+45'}{digits}"


class Accessibility(Part):
    """The facts of the accessibility statement."""

    compliance: Literal["fuldt", "delvist", "ikke"] = Field(title="Overholdelse")
    method: Text = Field(title="Metode", description="Hvordan siden er undersøgt.")
    assessed: Date = Field(title="Undersøgt den")
    failings: list[Text] = Field(default_factory=list, title="Kendte mangler: tilgængelighedskravene er ikke overholdt")
    burden: list[Text] = Field(default_factory=list, title="Kendte mangler: uforholdsmæssigt stor byrde")
    exempt: list[Text] = Field(default_factory=list, title="Indhold, som loven ikke gælder for")
    statement_url: Text | None = Field(
        None,
        title="Den officielle erklæring",
        description="Adressen på erklæringen i Digitaliseringsstyrelsens værktøj. Siden /was/ fører dertil.",
    )
    enforcement: Text = Field(title="Klagevej")


class Word(Part):
    """A word of the municipality's own, in the forms that sentences need."""

    article: Literal["et", "en"] = Field(title="Kendeord", description="»et« eller »en«.")
    one: Text = Field(title="Én", description="Uden kendeord og med lille: »pejlemærke«.")
    the: Text = Field(title="Den ene", description="Bestemt form: »pejlemærket«.")
    many: Text = Field(title="Flere", description="»pejlemærker«. Sidernes adresser begynder med det.")
    the_many: Text = Field(title="Alle sammen", description="Bestemt form af flere: »pejlemærkerne«.")
    meaning: Text | None = Field(None, title="Hvad det er", description="En eller to sætninger til læserne.")

    @property
    def noun(self) -> Noun:
        """The word as it is used everywhere."""
        return Noun(self.article, self.one, self.the, self.many, self.the_many, self.meaning or "")


class OwnUnit(Part):
    """Something that only this municipality counts in."""

    many: Text = Field(title="Enheden", description="Som den står efter et tal: »plejedage«.")
    one: Text = Field(title="Én", description="Som den står efter tallet 1: »plejedag«.")
    whole: Flag = Field(
        default=False,
        title="Hele tal",
        description="true, hvis det, der tælles, ikke kan deles, og der er flest i store byer.",
    )
    more: Text | None = Field(None, title="Ordet for mere", description="For eksempel »længere« eller »flere«.")
    less: Text | None = Field(None, title="Ordet for mindre", description="For eksempel »kortere« eller »færre«.")

    @property
    def measure(self) -> Measure:
        """The unit as sentences use it."""
        more, less = ("flere", "færre") if self.whole else ("højere", "lavere")
        return Measure(
            self.many,
            self.one,
            is_whole=self.whole,
            more=self.more or more,
            less=self.less or less,
            is_level=not self.whole,
        )


class Words(Part):
    """What the municipality calls things."""

    benchmark: Word | None = Field(
        None, title="Ordet for det, der styres efter", description="Står der intet, skriver siden »pejlemærke«."
    )


class FormEditor(Part):
    """Where the form editor under `/rediger/` proposes changes: on a branch of the site's repository."""

    branch: Text = Field(title="Gren", description="Den gren, som siden bygges af, for eksempel main.")


class Site(Part):
    """What the site is and who runs it."""

    title: Text = Field(title="Sidens navn")
    tagline: Text = Field(title="Siden i én sætning")
    municipality: Text = Field(title="Kommune")
    unit: Text = Field(title="Område", description="Den del af kommunen, siden handler om.")
    summary: list[Text] = Field(title="Kort fortalt", min_length=1, description="Korte afsnit til forsiden.")
    respond: Text = Field(title="Sådan svarer du uden computer")
    words: Words = Field(Words(), title="Egne ord", description="Hvad kommunen selv kalder tingene.")
    units: list[OwnUnit] = Field(
        default_factory=list, title="Egne enheder", description="Det, kun denne kommune tæller i."
    )
    colour: Colour | None = Field(
        None, title="Farve", description="Farven øverst på siderne, for eksempel »#12436d«. Teksten på den er hvid."
    )
    contact: Contact = Field(title="Kontakt")
    security: Text | None = Field(
        None,
        title="Sikkerhedskontakt",
        description="Hvor man melder et sikkerhedshul: en fælles e-mail eller en side, der begynder med https://.",
    )
    repository: Text | None = Field(None, title="Kodelager", description="Adressen på GitHub, hvis den er offentlig.")
    form_editor: FormEditor | None = Field(
        None,
        title="Formularredaktør",
        description="Skrives kun, hvis siden skal have en formularredaktør under /rediger/. Kræver »repository«.",
    )
    papers: list[PaperKind] = Field(
        default_factory=list,
        title="Bilag på siderne",
        description="Mapperne med det, der skal ligge bilag om, for eksempel benchmarks. Hele planen er: plan.",
    )
    address: Text | None = Field(None, title="Webadresse", description="Sidens egen adresse, når den er kendt.")
    published: Date | None = Field(
        None,
        title="Udgivet den",
        description="Fra den dag fortæller siden om sine ændringer.",
    )
    licence: Text = Field(title="Licens", description="Hvad der må bruges hvordan, i hele sætninger.")
    licence_url: Text | None = Field(
        None, title="Licensens adresse", description="For eksempel https://creativecommons.org/licenses/by/4.0/."
    )
    accessibility: Accessibility = Field(title="Tilgængelighed")

    @property
    def benchmark(self) -> Noun:
        """The word for a benchmark."""
        return self.words.benchmark.noun if self.words.benchmark else BENCHMARK

    @property
    def root(self) -> str:
        """The site's own address without a slash at its end; empty where it is not known."""
        return (self.address or "").rstrip("/")
