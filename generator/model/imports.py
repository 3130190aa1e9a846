"""How figures are found in a table from outside."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from generator.model.fields import AreaId, Number, PeriodText, Text
from generator.model.parts import Part, SourceRef
from generator.model.vocabulary import NumberStyle, ObservationKind

# An example such as 1234.5 is itself a number to YAML.
_Style = Annotated[NumberStyle, BeforeValidator(str, json_schema_input_type=NumberStyle)]


class ImportColumns(Part):
    """The columns that hold what an observation is made of, by their headings."""

    period: Text | None = Field(None, title="Periode", description="Overskriften over perioderne, for eksempel »TID«.")
    area: Text | None = Field(None, title="Område", description="Overskriften over områderne, for eksempel »OMRÅDE«.")
    group: Text | None = Field(None, title="Gruppe", description="Overskriften over undergrupperne, hvis der er nogen.")
    value: Text | None = Field(None, title="Tal", description="Overskriften over tallene, for eksempel »INDHOLD«.")
    kind: Text | None = Field(
        None, title="Slags tal", description="Overskriften over slagsen, hvis tabellen siger den: actual, estimate …"
    )


class ImportFrom(Part):
    """Where a table is fetched, and which part of it."""

    service: Literal["statbank", "jobindsats"] = Field(title="Tjeneste", description="Hvem der har tabellen.")
    table: Text = Field(title="Tabel", description="Tabellens navn hos tjenesten, for eksempel »FOLK1A«.")
    variables: dict[Text, list[Text]] = Field(
        default_factory=dict,
        title="Variabler",
        description="De værdier, der hentes af hver variabel: koder, eller »*« for alle.",
    )


class ImportMapping(Part):
    """How an indicator's figures stand in a table; what it does not say is not guessed."""

    source: SourceRef = Field(title="Kilde", description="Hvor tallene kan efterprøves. Hvert nyt tal får den kilde.")
    from_: ImportFrom | None = Field(
        None, alias="from", title="Hentes fra", description="Hvor pejl fetch henter tabellen, hvis den selv skal hente."
    )
    columns: ImportColumns = Field(title="Kolonner", description="Overskriften over hver slags oplysning i tabellen.")
    across: Literal["period", "area", "group"] | None = Field(
        None, title="På tværs", description="Det, der står i overskrifterne, hvis tallene står i mange kolonner."
    )
    header_rows: int | None = Field(
        None,
        ge=0,
        le=4,
        title="Rækker med overskrifter",
        description="Uden feltet er der én, eller ingen, hvis alle kolonner er givet ved nummer.",
    )
    sheet: Text | None = Field(None, title="Ark", description="Arkets navn, hvis projektmappen har flere tabeller.")
    numbers: _Style | None = Field(
        None, title="Talform", description="Hvordan tabellen skriver tal som tekst, vist med et eksempel."
    )
    area: AreaId | None = Field(None, title="Område", description="Områdets id, hvis hele tabellen gælder ét område.")
    areas: dict[Text, AreaId] = Field(
        default_factory=dict, title="Områder", description="Tabellens navn på hvert område, og dets id."
    )
    groups: dict[Text, Text] = Field(
        default_factory=dict, title="Grupper", description="Tabellens navn på hver gruppe, og vores."
    )
    total: list[Text] = Field(
        default_factory=list, title="I alt", description="De navne, der betyder alle, så tallet ingen gruppe får."
    )
    periods: dict[Text, PeriodText] = Field(
        default_factory=dict,
        title="Perioder",
        description="Perioder, der er skrevet på en særlig måde, og hvad de betyder.",
    )
    keep: dict[Text, list[Text]] = Field(
        default_factory=dict,
        title="Behold",
        description="Kun rækker med disse ord i kolonnen læses, for eksempel »KØN: [I alt]«.",
    )
    ignore: list[Text] = Field(
        default_factory=list, title="Spring over", description="Kolonner, som importen ikke skal bruge."
    )
    missing: list[Text] = Field(
        ["..", "...", "…", ".", "-"], title="Mangler", description="Tegn for, at tallet ikke findes."
    )
    zero: list[Text] = Field(
        default_factory=list, title="Nul", description="Tegn for nul, hvis kilden selv siger, at de betyder nul."
    )
    marks: dict[Text, ObservationKind] = Field(
        default_factory=dict,
        title="Mærker",
        description='Mærker ved tal, og den slags tal de betyder, for eksempel »"*": estimate«.',
    )
    fill_down: bool = Field(default=False, title="Fyld ud", description="En tom celle betyder det samme som den over.")
    empty_is_all: bool = Field(
        default=False, title="Tom gruppe", description="En tom celle under gruppen betyder alle."
    )
    factor: Number = Field(1.0, gt=0, title="Faktor", description="Det, tabellens tal ganges med, for eksempel 0.001.")
    decimals: int | None = Field(
        None, ge=0, le=6, title="Decimaler", description="Så mange decimaler afrundes der til."
    )
    rounding: Literal["shown", "held"] | None = Field(
        None,
        title="Viste decimaler",
        description="Hvad der gælder, når Excel viser færre decimaler, end cellen har: det viste eller det hele.",
    )
    kind: ObservationKind = Field(ObservationKind.ACTUAL, title="Slags tal")
