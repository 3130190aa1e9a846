"""What the columns of the open data hold, in words for people and as a Table Schema for programs.

The names of columns are promises to those who read them: none is renamed or removed, and a new one comes last.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from generator.links import LINKED_TYPES
from generator.vocabulary import AnswerState, Comparator, Direction, ObservationKind, PointKind, Unit

TYPES = {"string": "tekst", "number": "tal", "integer": "helt tal", "date": "dato", "boolean": "true eller false"}
"""The types of columns, as a Dane reads them."""

_ID = "[a-z0-9]+(-[a-z0-9]+)*"


@dataclass(frozen=True)
class Column:
    """A column: its name and type never change; a file may get more columns, at the end."""

    name: str
    description: str
    type: Literal["string", "number", "integer", "date", "boolean"] = "string"
    required: bool = False
    values: Iterable[str] = ()
    """The only texts that it can hold; empty where it can hold any."""
    ids: Literal["", "one", "many"] = ""
    """Whether it holds an id, or several with a space between."""

    def schema(self, *, unique: bool = False) -> dict[str, Any]:
        """Describe the column as a field of a Table Schema."""
        constraints: dict[str, Any] = {}
        if self.required:
            constraints["required"] = True
        if unique:
            constraints["unique"] = True
        if values := [str(value) for value in self.values]:
            constraints["enum"] = values
        if self.ids:
            constraints["pattern"] = _ID if self.ids == "one" else f"{_ID}( {_ID})*"
        field: dict[str, Any] = {"name": self.name, "type": self.type, "description": self.description}
        return field | ({"constraints": constraints} if constraints else {})


@dataclass(frozen=True)
class Reference:
    """A column that holds the ids of another table."""

    column: str
    table: str
    field: str


def schema(columns: Iterable[Column], key: tuple[str, ...], references: Iterable[Reference]) -> dict[str, Any]:
    """Describe the columns of a table as a Table Schema."""
    described: dict[str, Any] = {"fields": [column.schema(unique=(column.name,) == key) for column in columns]}
    if key:
        described["primaryKey"] = list(key)
    links = [
        {"fields": [link.column], "reference": {"resource": link.table, "fields": [link.field]}} for link in references
    ]
    return described | ({"foreignKeys": links} if links else {})


_SOURCE = (
    Column("source", "Titlen på kilden.", required=True),
    Column("source_id", "Kildens id.", required=True, ids="one"),
    Column("section", "Afsnittet i kilden.", required=True),
)

OBSERVATIONS = (
    Column(
        "period", "Perioden, som den er kendt: 2020, 2020-05, 2020-K2, 2020-ultimo, 2021-K3/2022-K2.", required=True
    ),
    Column("start", "Periodens første dag.", "date", required=True),
    Column("end", "Periodens sidste dag.", "date", required=True),
    Column("area", "Området, tallet gælder.", required=True),
    Column("area_id", "Områdets id.", required=True, ids="one"),
    Column("group", "Undergruppen, tallet gælder. Tom, når tallet gælder alle."),
    Column("value", "Tallet.", "number", required=True),
    Column(
        "kind",
        "Slags tal: actual er opgjort, estimate er et skøn, forecast er en fremskrivning.",
        required=True,
        values=ObservationKind,
    ),
    Column("unit", "Det, tallet tælles i.", required=True, values=Unit),
    Column("calculation", "Udregningen, hvis redaktionen selv har regnet tallet ud."),
    Column("note", "Bemærkning til tallet."),
    *_SOURCE,
)

INDICATORS = (
    Column("indicator", "Tallenes id.", required=True, ids="one"),
    Column("title", "Hvad der måles.", required=True),
    Column("definition", "Sådan er tallene afgrænset.", required=True),
    Column("unit", "Det, tallene tælles i.", required=True, values=Unit),
    Column(
        "direction",
        "Retning: up betyder, at højere er bedre, down, at lavere er bedre, none, at ingen af delene er.",
        required=True,
        values=Direction,
    ),
    Column("observations", "Hvor mange tal der er.", "integer", required=True),
    Column("start", "Første dag i den tidligste periode.", "date", required=True),
    Column("end", "Sidste dag i den seneste periode.", "date", required=True),
    Column("breaks", "Perioder, hvor en ny måde at tælle på begynder, med mellemrum imellem."),
    Column("original_source", "Hvor kilden selv har tallene fra."),
    *_SOURCE,
    Column("file", "Filen med tallene, regnet fra mappen data.", required=True),
)

OVERVIEW = (
    Column("benchmark", "Pejlemærkets id.", required=True, ids="one"),
    Column("title", "Pejlemærkets titel.", required=True),
    Column("points", "Id på de høringspunkter, der gælder pejlemærket, med mellemrum imellem.", ids="many"),
    Column("unanswered", "Id på dem af punkterne, der ikke er besvaret.", ids="many"),
    Column("goals", "Id på de mål, der er koblet til pejlemærket.", ids="many"),
    Column("indicators", "Id på de tal, der er koblet til pejlemærket.", ids="many"),
    Column("targets", "Id på de resultatmål, der er koblet til pejlemærket.", ids="many"),
    Column("initiatives", "Id på de indsatser, der er koblet til pejlemærket.", ids="many"),
    Column("recommendations", "Id på de barrierer og anbefalinger, der er koblet til pejlemærket.", ids="many"),
)

POINTS = (
    Column("point", "Punktets id.", required=True, ids="one"),
    Column("organisation", "Den organisation, der rejste punktet.", required=True),
    Column("received", "Datoen på brevet.", "date", required=True),
    Column("benchmarks", "Id på de pejlemærker, punktet gælder, med mellemrum imellem.", ids="many"),
    Column("kind", "Hvad punktet er.", required=True, values=PointKind),
    Column("state", "Svarets tilstand nu.", required=True, values=AnswerState),
    Column("summary", "Redaktionens resumé.", required=True),
    Column("text", "Punktets ordlyd, ordret fra brevet.", required=True),
    Column("goals", "Id på de mål, redaktionen har koblet til punktet.", ids="many"),
    Column("indicators", "Id på de tal, redaktionen har koblet til punktet.", ids="many"),
    Column("targets", "Id på de resultatmål, redaktionen har koblet til punktet.", ids="many"),
    Column("initiatives", "Id på de indsatser, redaktionen har koblet til punktet.", ids="many"),
    Column("recommendations", "Id på de barrierer og anbefalinger, redaktionen har koblet til punktet.", ids="many"),
    Column("response", "Brevets id: høringens id, en skråstreg og organisationens id.", required=True),
    Column("heading", "Brevets overskrift over punktet, ordret.", required=True),
)

ANSWERS = (
    Column("point", "Id på det punkt, der svares på.", required=True, ids="one"),
    Column("date", "Dagen, hvor tilstanden begyndte.", "date", required=True),
    Column("state", "Svarets tilstand fra den dag.", required=True, values=AnswerState),
    Column("answer", "Svaret."),
    Column("reason", "Begrundelsen."),
    Column("decided_by", "Hvem der besluttede svaret."),
    Column("before", "Teksten før, hvis svaret ændrede den."),
    Column("after", "Teksten efter."),
    Column("reference", "Hvor ændringen kan læses, hvis teksten ikke kan vises."),
    Column("note", "Bemærkning."),
    *_SOURCE,
)

TARGETS = (
    Column("target", "Målets id.", required=True, ids="one"),
    Column("part", "Delmålets id. Det er kun ét inden for samme mål.", required=True, ids="one"),
    Column("number", "Målets nummer i planen.", required=True),
    Column("title", "Målets titel.", required=True),
    Column("plan", "Id på den plan, målet står i.", required=True, ids="one"),
    Column("year", "Året, hvor målet skal være nået.", "integer", required=True),
    Column("department", "Afdelingen."),
    Column("target_group", "Målgruppen."),
    Column("label", "Hvad delmålet gælder, hvis det ikke er en målgruppe."),
    Column(
        "comparator",
        "Kravet: at_least er mindst, at_most er højst, at_level er på niveau med, above er over, below er under.",
        values=Comparator,
    ),
    Column("value", "Tallet, der skal nås, hvis målet har et.", "number"),
    Column("unit", "Det, tallet tælles i.", values=Unit),
    Column("reference", "Id på det område, målet holdes op mod.", ids="one"),
    Column("offset", "Procentpoint over (plus) eller under (minus) det område.", "number", required=True),
    Column("indicator", "Id på de tal, delmålet måles med. Tom, når intet måler det.", ids="one"),
    Column("group", "Gruppen i de tal."),
    Column("unmeasured", "Hvorfor kilderne ikke har et tal for målet."),
)

LINKS = (
    Column("source_type", "Slags post, koblingen står på.", required=True, values=LINKED_TYPES),
    Column("source_id", "Id på posten, koblingen står på.", required=True, ids="one"),
    Column("target_type", "Slags post, der kobles til.", required=True, values=LINKED_TYPES),
    Column("target_id", "Id på posten, der kobles til.", required=True, ids="one"),
    Column("why", "Redaktionens begrundelse. Tom, når det er brevets egen overskrift, der kobler."),
    Column("stale", "Om en af de to tekster er ændret, siden redaktionen læste dem sammen.", "boolean", required=True),
)
