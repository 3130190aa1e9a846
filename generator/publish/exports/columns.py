"""What the columns of the open data hold, in words for people and as a Table Schema for programs.

The names of columns are promises to those who read them: none is renamed or removed, and a new one comes last.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from generator.base.local import said
from generator.figures.judging import Reason, Ruling
from generator.model import LINKED_TYPES
from generator.model.vocabulary import (
    AnswerState,
    Comparator,
    Direction,
    ObservationKind,
    PointKind,
    PromiseState,
    ReplyState,
    TargetStatus,
    Unit,
)

TYPES = {"string": "tekst", "number": "tal", "integer": "helt tal", "date": "dato", "boolean": "true eller false"}
"""The types of columns, as a Dane reads them."""

_ID = "[a-z0-9]+(-[a-z0-9]+)*"
_LINKED = [model.type for model in LINKED_TYPES]


class _Units:
    """What figures may be counted in; the municipality's own units are known once its plan has been read."""

    def __iter__(self) -> Iterator[str]:
        return iter(Unit.known())


@dataclass(frozen=True)
class Column:
    """A column: its name and type never change; a file may get more columns, at the end."""

    name: str
    heading: str
    """What a Dane calls it, with room for the municipality's own word for a benchmark."""
    meaning: str
    """What it holds, with the same room."""
    type: Literal["string", "number", "integer", "date", "boolean"] = "string"
    required: bool = False
    values: Iterable[str] = ()
    """The only texts that it can hold; empty where it can hold any."""
    ids: Literal["", "one", "many"] = ""
    """Whether it holds an id, or several with a space between."""

    @property
    def title(self) -> str:
        """What a Dane of this municipality calls it."""
        return said(self.heading)

    @property
    def description(self) -> str:
        """What it holds, in this municipality's words."""
        return said(self.meaning)

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
        field: dict[str, Any] = {
            "name": self.name,
            "title": self.title,
            "type": self.type,
            "description": self.description,
        }
        return field | ({"constraints": constraints} if constraints else {})


@dataclass(frozen=True)
class ForeignKey:
    """A column that holds the ids of another table."""

    column: str
    table: str
    field: str


def schema(columns: Iterable[Column], key: tuple[str, ...], references: Iterable[ForeignKey]) -> dict[str, Any]:
    """Describe the columns of a table as a Table Schema."""
    described: dict[str, Any] = {"fields": [column.schema(unique=(column.name,) == key) for column in columns]}
    described["missingValues"] = [""]
    if key:
        described["primaryKey"] = list(key)
    links = [
        {"fields": [link.column], "reference": {"resource": link.table, "fields": [link.field]}} for link in references
    ]
    return described | ({"foreignKeys": links} if links else {})


_SOURCE = (
    Column("source", "Kilde", "Titlen på kilden.", required=True),
    Column("source_id", "Kildens id", "Kildens id.", required=True, ids="one"),
    Column("section", "Afsnit", "Afsnittet i kilden.", required=True),
)

_PAGE = Column("page", "Side", "Adressen på siden om den, regnet fra sidens rod.", required=True)


def _linked(how: str) -> tuple[Column, ...]:
    """Describe the columns with what is linked to a record; `how` says by whom."""
    return (
        Column("goals", "Mål", f"Id på de mål, {how}.", ids="many"),
        Column("indicators", "Tal", f"Id på de tal, {how}.", ids="many"),
        Column("targets", "Resultatmål", f"Id på de resultatmål, {how}.", ids="many"),
        Column("initiatives", "Indsatser", f"Id på de indsatser, {how}.", ids="many"),
        Column("recommendations", "Anbefalinger", f"Id på de barrierer og anbefalinger, {how}.", ids="many"),
    )


_DETAILED = (
    Column("accepted", "Det er imødekommet", "Den del, der er sagt ja til, hvis det ikke er det hele."),
    Column("not_accepted", "Det er ikke imødekommet", "Den del, der er sagt nej til."),
    Column("remarks", "Forvaltningens bemærkninger", "Forvaltningens bemærkninger til punktet."),
    Column("recommendation", "Forvaltningens indstilling", "Hvad forvaltningen anbefalede dem, der besluttede."),
    Column("meeting", "Møde", "Id på det møde, hvor det blev besluttet.", ids="one"),
    Column("item", "Punkt på dagsordenen", "Punktets nummer på mødets dagsorden."),
)

OBSERVATIONS = (
    Column(
        "period",
        "Periode",
        "Perioden, som den er kendt: 2020, 2020-05, 2020-K2, 2020-ultimo, 2021-K3/2022-K2.",
        required=True,
    ),
    Column("start", "Første dag", "Periodens første dag.", "date", required=True),
    Column("end", "Sidste dag", "Periodens sidste dag.", "date", required=True),
    Column("area", "Område", "Området, tallet gælder.", required=True),
    Column("area_id", "Områdets id", "Områdets id.", required=True, ids="one"),
    Column("group", "Gruppe", "Undergruppen, tallet gælder. Tom, når tallet gælder alle."),
    Column("value", "Tal", "Tallet.", "number", required=True),
    Column(
        "kind",
        "Slags tal",
        "Slags tal: actual er opgjort, estimate er et skøn, forecast er en fremskrivning.",
        required=True,
        values=ObservationKind,
    ),
    Column("unit", "Enhed", "Det, tallet tælles i.", required=True, values=_Units()),
    Column("calculation", "Udregning", "Udregningen, hvis redaktionen selv har regnet tallet ud."),
    Column("note", "Bemærkning", "Bemærkning til tallet."),
    *_SOURCE,
)

INDICATORS = (
    Column("indicator", "Id", "Tallenes id.", required=True, ids="one"),
    Column("title", "Titel", "Hvad der måles.", required=True),
    Column("definition", "Definition", "Sådan er tallene afgrænset.", required=True),
    Column("unit", "Enhed", "Det, tallene tælles i.", required=True, values=_Units()),
    Column(
        "direction",
        "Retning",
        "Retning: up betyder, at højere er bedre, down, at lavere er bedre, none, at ingen af delene er.",
        required=True,
        values=Direction,
    ),
    Column("observations", "Antal tal", "Hvor mange tal der er.", "integer", required=True),
    Column("start", "Første dag", "Første dag i den tidligste periode.", "date", required=True),
    Column("end", "Sidste dag", "Sidste dag i den seneste periode.", "date", required=True),
    Column("breaks", "Databrud", "Perioder, hvor en ny måde at tælle på begynder, med mellemrum imellem."),
    Column("original_source", "Oprindelig kilde", "Hvor kilden selv har tallene fra."),
    *_SOURCE,
    Column("file", "Fil", "Filen med tallene, regnet fra mappen data.", required=True),
    _PAGE,
)

OVERVIEW = (
    Column("benchmark", "Id", "Id på {the}.", required=True, ids="one"),
    Column("title", "Titel", "{Its} titel.", required=True),
    Column(
        "points",
        "Høringspunkter",
        "Id på de høringspunkter, der gælder {the}, med mellemrum imellem.",
        ids="many",
    ),
    Column("unanswered", "Punkter uden svar", "Id på dem af punkterne, der ikke er besvaret.", ids="many"),
    *_linked("der er koblet til {the}"),
    _PAGE,
)

POINTS = (
    Column("point", "Id", "Punktets id.", required=True, ids="one"),
    Column("organisation", "Organisation", "Den organisation, der rejste punktet.", required=True),
    Column("received", "Brevets dato", "Datoen på brevet.", "date", required=True),
    Column("benchmarks", "{Many}", "Id på de {many}, punktet gælder, med mellemrum imellem.", ids="many"),
    Column("kind", "Slags punkt", "Hvad punktet er.", required=True, values=PointKind),
    Column("state", "Svarets tilstand", "Svarets tilstand nu.", required=True, values=AnswerState),
    Column("summary", "Resumé", "Redaktionens resumé.", required=True),
    Column("text", "Ordlyd", "Punktets ordlyd, ordret fra brevet.", required=True),
    *_linked("redaktionen har koblet til punktet"),
    Column("response", "Brev", "Brevets id, som i tabellen hoeringssvar.", required=True),
    Column("heading", "Overskrift", "Brevets overskrift over punktet, ordret.", required=True),
    Column("themes", "Emner", "Id på punktets emner, med mellemrum imellem.", ids="many"),
    Column(
        "state_since", "Tilstand siden", "Dagen, hvor tilstanden begyndte. Tom, når der ikke er noget svar.", "date"
    ),
    Column("answer", "Svar", "Svaret, der gælder nu. Alle tidligere svar står i tabellen svar."),
    Column("reason", "Begrundelse", "Begrundelsen for det svar."),
    Column("decided_by", "Besluttet af", "Hvem der besluttede det svar."),
    Column("before", "Før", "Teksten før, hvis det svar ændrede den."),
    Column("after", "Efter", "Teksten efter."),
    Column("reference", "Henvisning", "Hvor ændringen kan læses, eller den indsats, der er svaret."),
    _PAGE,
    *_DETAILED,
    Column("answered_with", "Besvaret sammen med", "Id på det punkt, hvor det fælles svar står.", ids="one"),
    Column("split_into", "Delt i", "Id på de punkter, som punktet er delt i. De tæller i stedet for det.", ids="many"),
)

LETTERS = (
    Column("response", "Id", "Brevets id: høringens id, en skråstreg og filens navn.", required=True),
    Column("organisation", "Organisation", "Den organisation, der sendte brevet.", required=True),
    Column("organisation_id", "Organisationens id", "Organisationens id.", required=True, ids="one"),
    Column("consultation", "Høring", "Id på den høring, brevet er svar på.", required=True, ids="one"),
    Column("received", "Brevets dato", "Datoen på brevet.", "date", required=True),
    Column("title", "Titel", "Redaktionens titel.", required=True),
    Column("summary", "Kort fortalt", "Redaktionens resumé.", required=True),
    Column(
        "points",
        "Antal punkter",
        "Hvor mange punkter brevet rejser. 0, når det ikke rejser noget.",
        "integer",
        required=True,
    ),
    Column("opening", "Indledning", "Brevets afsnit før det første punkt, ordret. En tom linje er et nyt afsnit."),
    Column("closing", "Afslutning", "Brevets afsnit efter det sidste punkt, ordret."),
    *_SOURCE,
    _PAGE,
)

ANSWERS = (
    Column("point", "Punkt", "Id på det punkt, der svares på.", required=True, ids="one"),
    Column("date", "Dato", "Dagen, hvor tilstanden begyndte.", "date", required=True),
    Column("state", "Tilstand", "Svarets tilstand fra den dag.", required=True, values=AnswerState),
    Column("answer", "Svar", "Svaret."),
    Column("reason", "Begrundelse", "Begrundelsen."),
    Column("decided_by", "Besluttet af", "Hvem der besluttede svaret."),
    Column("before", "Før", "Teksten før, hvis svaret ændrede den."),
    Column("after", "Efter", "Teksten efter."),
    Column("reference", "Henvisning", "Hvor ændringen kan læses, eller den indsats, der er svaret."),
    Column("note", "Bemærkning", "Bemærkning."),
    *_SOURCE,
    *_DETAILED,
)

PROMISES = (
    Column("point", "Punkt", "Id på det punkt, løftet er givet til.", required=True, ids="one"),
    Column("promised", "Lovet", "Dagen for det svar, løftet står i.", "date", required=True),
    Column("promise", "Løfte", "Løftet, ordret fra svaret.", required=True),
    Column("who", "Hvem", "Den, der har lovet det.", required=True),
    Column("due", "Frist", "Fristen, som den er nu. Tom, når kilderne ingen har.", "date"),
    Column("state", "Tilstand", "Hvad der blev af løftet. Tom, når kilderne ikke siger det.", values=PromiseState),
    Column("state_since", "Tilstand siden", "Dagen, hvor tilstanden begyndte.", "date"),
    Column("note", "Bemærkning", "Bemærkning til tilstanden."),
    *_SOURCE,
)

REPLIES = (
    Column("point", "Punkt", "Id på det punkt, hvis svar det handler om.", required=True, ids="one"),
    Column("date", "Dato", "Dagen for reaktionen.", "date", required=True),
    Column("organisation", "Organisation", "Den, der rejste punktet.", required=True),
    Column("reply", "Reaktion", "Om afsenderen er tilfreds med svaret.", required=True, values=ReplyState),
    Column("text", "Ordlyd", "Reaktionen, ordret.", required=True),
    Column("note", "Bemærkning", "Bemærkning."),
    *_SOURCE,
)

DECISIONS = (
    Column("meeting", "Møde", "Mødets id.", required=True, ids="one"),
    Column("date", "Dato", "Mødets dato.", "date", required=True),
    Column("body", "Hvem", "Udvalget, rådet eller forvaltningen, der holdt mødet.", required=True),
    Column("item", "Punkt på mødet", "Nummeret på mødets dagsorden.", required=True),
    Column("title", "Titel", "Punktets titel på dagsordenen.", required=True),
    Column("decided", "Beslutning", "Beslutningen, ordret fra referatet."),
    Column("points", "Høringspunkter", "Id på de høringspunkter, der fik svar her.", ids="many"),
    Column("adopted", "Nye tekster", "Id på de {many}, der fik en ny tekst her.", ids="many"),
    Column("withdrawn", "Trukket tilbage", "Id på de {many}, der blev trukket tilbage her.", ids="many"),
    *_SOURCE,
    _PAGE,
)

WHITEBOOK = (
    Column("benchmark", "{One}", "Id på {the}, som punktet står under. Tom, når det ikke gælder noget."),
    Column("point", "Nr.", "Punktets id.", required=True, ids="one"),
    Column("organisation", "Hvem", "Den, der rejste punktet.", required=True),
    Column("text", "Det skrev de", "Punktets ordlyd, ordret fra brevet.", required=True),
    Column("state", "Svarets tilstand", "Svarets tilstand nu.", required=True, values=AnswerState),
    Column("answer", "Svar", "Svaret, der gælder nu."),
    Column("reason", "Begrundelse", "Begrundelsen for det svar."),
    Column("accepted", "Imødekommet", "Den del, der er sagt ja til, når punktet er delvist imødekommet."),
    Column("not_accepted", "Ikke imødekommet", "Den del, der er sagt nej til."),
    Column("before", "Før", "Teksten før, hvis svaret ændrede den."),
    Column("after", "Efter", "Teksten efter."),
    Column("reference", "Henvisning", "Hvor ændringen kan læses, eller den indsats, der er svaret."),
    Column("decided_by", "Besluttet af", "Hvem der besluttede svaret."),
    Column("meeting", "Møde", "Id på mødet."),
    Column("item", "Punkt på mødet", "Nummeret på mødets dagsorden."),
    Column("carried_out", "Gennemført", "Hvor langt det er, som svaret sætter i gang."),
    _PAGE,
)

STANDING = (
    Column("status", "Tilstand", "Hvordan delmålet står. Regnet ud af tallene.", required=True, values=TargetStatus),
    Column("rule", "Regel", "Den del af reglen, der er brugt.", required=True, values=Ruling),
    Column("reason", "Grund", "Hvorfor der ikke er en måling. Tom, når der er en.", values=Reason),
    Column(
        "status_value",
        "Målt tal",
        "Tallet, der er holdt op mod kravet. Uden måling: det nyeste tal, der er. Det afgør ikke noget.",
        "number",
    ),
    Column("status_unit", "Tallenes enhed", "Det, alle tal om tilstanden tælles i.", values=_Units()),
    Column("status_period", "Tallets periode", "Perioden for det tal."),
    Column(
        "status_kind", "Slags tal", "Om det tal er opgjort, et skøn eller en fremskrivning.", values=ObservationKind
    ),
    Column(
        "threshold",
        "Kravet i tal",
        "Det tal, status_value er holdt op mod: kravets eget tal, eller det andet områdes tal lagt sammen med offset.",
        "number",
    ),
    Column("reference_value", "Det andet områdes tal", "Det andet områdes tal for samme periode.", "number"),
    Column("previous_value", "Forrige tal", "Tallet, der er sammenlignet med, før kravet gælder.", "number"),
    Column("previous_period", "Forrige periode", "Perioden for det tal."),
)
"""How a sub-target stands, which is computed."""

TARGETS = (
    Column("target", "Målets id", "Målets id.", required=True, ids="one"),
    Column("part", "Delmålets id", "Delmålets id. Det er kun ét inden for samme mål.", required=True, ids="one"),
    Column("number", "Nummer", "Målets nummer i planen.", required=True),
    Column("title", "Titel", "Målets titel.", required=True),
    Column("plan", "Plan", "Id på den plan, målet står i.", required=True, ids="one"),
    Column("year", "Målår", "Året, hvor målet skal være nået.", "integer", required=True),
    Column("department", "Afdeling", "Afdelingen."),
    Column("target_group", "Målgruppe", "Målgruppen."),
    Column("label", "Betegnelse", "Hvad delmålet gælder, hvis det ikke er en målgruppe."),
    Column(
        "comparator",
        "Krav",
        "Kravet: at_least er mindst, at_most er højst, at_level er på niveau med, above er over, below er under.",
        values=Comparator,
    ),
    Column("value", "Tal i kravet", "Tallet, der skal nås, hvis målet har et.", "number"),
    Column("unit", "Enhed", "Det, tallet tælles i.", values=_Units()),
    Column("reference", "Sammenlignes med", "Id på det område, målet holdes op mod.", ids="one"),
    Column(
        "offset",
        "Procentpoint fra",
        "Procentpoint over (plus) eller under (minus) det område.",
        "number",
        required=True,
    ),
    Column("indicator", "Måles med", "Id på de tal, delmålet måles med. Tom, når intet måler det.", ids="one"),
    Column("group", "Gruppe", "Gruppen i de tal."),
    Column("unmeasured", "Hvorfor det ikke måles", "Hvorfor kilderne ikke har et tal for målet."),
    Column("target_status", "Målets tilstand", "Hvordan hele målet står.", required=True, values=TargetStatus),
    *STANDING,
    _PAGE,
)

LINKS = (
    Column("source_type", "Slags post, fra", "Slags post, koblingen står på.", required=True, values=_LINKED),
    Column("source_id", "Id, fra", "Id på posten, koblingen står på.", required=True, ids="one"),
    Column("target_type", "Slags post, til", "Slags post, der kobles til.", required=True, values=_LINKED),
    Column("target_id", "Id, til", "Id på posten, der kobles til.", required=True, ids="one"),
    Column("why", "Begrundelse", "Redaktionens begrundelse. Tom, når det er brevets egen overskrift, der kobler."),
    Column(
        "stale",
        "Skal ses efter igen",
        "Om en af de to tekster er ændret, siden redaktionen læste dem sammen.",
        "boolean",
        required=True,
    ),
)
