"""The field types of records: text, ids, dates, numbers, periods and references, with Danish messages."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, GetJsonSchemaHandler, StringConstraints
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from generator.base.rule import Rule
from generator.base.text import shown
from generator.model.period import PERIOD_SCHEMA, Period, PeriodError

REFERENCE = "x-reference"
"""The key of a field's schema that says of which type the id is that the field holds."""

_DATE = re.compile(r"(?:19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}\Z")
_DATE_SCHEMA = r"^(?:19|20|21)[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$"
_ADDRESS = re.compile(r"(?:[a-z0-9-]+/)+(?:#[a-z0-9-]+)?\Z")
_ADDRESS_SCHEMA = r"^(?:[a-z0-9-]+/)+(?:#[a-z0-9-]+)?$"
_COLOUR = re.compile(r"#[0-9a-f]{6}\Z")
_DANISH_DATE = re.compile(r"([0-3]?[0-9])[-./]([01]?[0-9])[-./]((?:19|20|21)[0-9]{2})\Z")
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?\Z")
_DANISH_NUMBER = re.compile(r"-?(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+),[0-9]+\Z")
_THOUSANDS = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]{3}){2,}\Z")
_THOUSANDS_OR_DECIMALS = re.compile(r"(-?[1-9][0-9]{0,2})\.([0-9]{3})\Z")
_WRITE_DATE = "Skriv den som 2025-11-21 (år-måned-dag)."
_WRITE_ADDRESS = "Skriv den uden domæne: emner/unge/ eller hoeringer/sag/raad/#id."
_WRITE_COLOUR = 'Skriv den i anførselstegn og med seks tegn efter #, for eksempel "#12436d".'
_WRITE_PERIOD = (
    "Skriv 2020, 2020-05, 2020-05-31, 2020-K2 (kvartal), 2020-H1 (halvår), 2020-ultimo eller et spænd som "
    "2021-K3/2022-K2."
)
_WRITE_NUMBER = "Skriv kun cifre, for eksempel 72.3."
_MOST_DIGITS = 18  # what is longer is read as text, and no count is so large
_AROUND_NUMBER = re.compile(r"[\s\u202f]|%\Z|pct\.?\Z|procent\Z|\A\+")


def _read_date(value: object) -> object:
    if isinstance(value, str):
        found = _DANISH_DATE.match(value)
        try:
            if _DATE.match(value):
                return dt.date.fromisoformat(value)
            meant = dt.date(int(found[3]), int(found[2]), int(found[1])) if found else None
        except ValueError:
            message = "{value} er en dag, der ikke findes. Ret dagen eller måneden."
            raise PydanticCustomError(Rule.DATE, message, {"value": shown(value)}) from None
        if meant:
            message = "{value} er ikke en dato. Skriv {fix} (år-måned-dag)."
            raise PydanticCustomError(Rule.DATE, message, {"value": shown(value), "fix": meant.isoformat()})
    message = f"{{value}} er ikke en dato. {_WRITE_DATE}"
    raise PydanticCustomError(Rule.DATE, message, {"value": shown(value)})


def _read_address(value: object) -> object:
    text = str(value).strip()
    if _ADDRESS.match(text):
        return text
    message = f"{{value}} er ikke en adresse på siden. {_WRITE_ADDRESS}"
    raise PydanticCustomError(Rule.ADDRESS, message, {"value": shown(value)})


def _read_colour(value: object) -> object:
    text = str(value).strip().lower()
    if _COLOUR.match(text):
        return text
    raise PydanticCustomError(Rule.COLOUR, f"{{value}} er ikke en farve. {_WRITE_COLOUR}", {"value": shown(value)})


def _read_period(value: object) -> object:
    try:
        return Period.parse(str(value))
    except PeriodError:
        message = f"{{value}} er ikke en periode. {_WRITE_PERIOD}"
        raise PydanticCustomError(Rule.PERIOD, message, {"value": shown(value)}) from None


def _read_number(value: object) -> object:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    text = _AROUND_NUMBER.sub("", str(value).replace("−", "-"))
    fix, how = "", ""
    if either := _THOUSANDS_OR_DECIMALS.match(text):
        message = "{value} kan være {whole} eller {decimal}. Skriv {whole} eller {fix} uden anførselstegn."
        whole, decimals = either.groups()
        choice = {"whole": whole + decimals, "decimal": f"{whole},{decimals}", "fix": f"{whole}.{decimals}"}
        raise PydanticCustomError("tal", message, {"value": shown(value), **choice})
    if _DANISH_NUMBER.match(text):
        fix, how = text.replace(".", "").replace(",", "."), "med punktum"
    elif _THOUSANDS.match(text):
        fix, how = text.replace(".", ""), "uden punktum"
    elif _NUMBER.match(text):
        fix, how = re.sub(r"^(-?)0+(?=[0-9])", r"\1", text), "uden anførselstegn, mellemrum og enhed"
    if len(fix) > _MOST_DIGITS:
        raise PydanticCustomError(
            Rule.NUMBER, "{value} er for langt til at være et tal. Se efter.", {"value": shown(value)}
        )
    if not fix:
        message = f"{{value}} er ikke et tal. {_WRITE_NUMBER}"
        raise PydanticCustomError(Rule.NUMBER, message, {"value": shown(value)})
    message = "{value} er ikke et tal. Skriv {fix} {how}."
    raise PydanticCustomError(Rule.NUMBER, message, {"value": shown(value), "fix": fix, "how": how})


def _told(message: str, **others: Any) -> JsonSchemaValue:  # noqa: ANN401  whatever a schema may say
    """Give what a field's schema says besides: first of all what an editor is told who writes something else."""
    return {"errorMessage": message, **others}


# A text that looks like a number is still a text: a group may be called 30, and a section 2.10.
_NUMBERS_TOO = ["string", "number"]

Text = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1),
    Field(coerce_numbers_to_str=True, json_schema_extra=_told("Skriv en tekst.", type=_NUMBERS_TOO, pattern=r"\S")),
]
Id = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=80),
    Field(
        coerce_numbers_to_str=True,
        json_schema_extra=_told(
            "Det er ikke et id. Brug kun små bogstaver a-z, cifre og bindestreg, højst 80 tegn.", type=_NUMBERS_TOO
        ),
    ),
]
Language = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z]{2,3}$"),
    Field(json_schema_extra=_told("Skriv sproget med to eller tre små bogstaver, for eksempel en.")),
]
"""A language as HTML names it: `en`, `uk`."""
Flag = Annotated[bool, Field(strict=True)]
"""True or false and nothing like it: `yes` and `no` are text in YAML 1.2."""
Fingerprint = Annotated[
    str,
    StringConstraints(pattern=r"^[0-9a-f]{8}$"),
    Field(
        coerce_numbers_to_str=True,
        json_schema_extra=_told(
            "Det er ikke et fingeraftryk i anførselstegn. Slet linjen, eller skriv de otte tegn, som pejl confirm "
            'skriver, for eksempel "5e570912".'
        ),
    ),
]
Date = Annotated[
    dt.date,
    BeforeValidator(_read_date, json_schema_input_type=str),
    Field(json_schema_extra=_told(f"Det er ikke en dato. {_WRITE_DATE}", pattern=_DATE_SCHEMA)),
]
Address = Annotated[
    str,
    BeforeValidator(_read_address, json_schema_input_type=str),
    Field(json_schema_extra=_told(f"Det er ikke en adresse på siden. {_WRITE_ADDRESS}", pattern=_ADDRESS_SCHEMA)),
]
"""An address on the site from its root, with an anchor or without."""
Colour = Annotated[
    str,
    BeforeValidator(_read_colour, json_schema_input_type=str),
    Field(json_schema_extra=_told(f"Det er ikke en farve. {_WRITE_COLOUR}", pattern="^#[0-9A-Fa-f]{6}$")),
]
"""A colour as style sheets write it: `#12436d`."""
Number = Annotated[
    float,
    BeforeValidator(_read_number, json_schema_input_type=float),
    Field(allow_inf_nan=False, json_schema_extra=_told(f"Det er ikke et tal. {_WRITE_NUMBER}")),
]
PeriodText = Annotated[
    Period,
    BeforeValidator(_read_period, json_schema_input_type=str),
    Field(
        json_schema_extra=_told(
            f"Det er ikke en periode. {_WRITE_PERIOD}", type=["string", "integer"], pattern=PERIOD_SCHEMA
        )
    ),
]


@dataclass(frozen=True)
class Ref:
    """Marks a field that holds the id of another record, and says of which type."""

    type: str

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Say in the field's schema which type it is, so that the ids that there are can be offered."""
        return {**handler(core), REFERENCE: self.type}


DocumentId = Annotated[Id, Ref("document")]
BenchmarkId = Annotated[Id, Ref("benchmark")]
OrganisationId = Annotated[Id, Ref("organisation")]
AreaId = Annotated[Id, Ref("area")]
DepartmentId = Annotated[Id, Ref("department")]
TargetGroupId = Annotated[Id, Ref("target_group")]
ThemeId = Annotated[Id, Ref("theme")]
