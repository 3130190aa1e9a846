"""The field types of records: text, ids, dates, numbers, periods and references, with Danish messages."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated

from pydantic import BeforeValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from generator.period import Period, PeriodError


def _read_date(value: object) -> object:
    if isinstance(value, str):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            pass
    message = "»{value}« er ikke en dato. Skriv den som 2025-11-21 (år-måned-dag), og brug en dag, der findes."
    raise PydanticCustomError("dato", message, {"value": value})


def _read_period(value: object) -> object:
    try:
        return Period.parse(str(value))
    except PeriodError:
        message = (
            "»{value}« er ikke en periode. Skriv 2020, 2020-05, 2020-05-31, 2020-K2 (kvartal), 2020-H1 (halvår), "
            "2020-ultimo eller et spænd som 2021-K3/2022-K2."
        )
        raise PydanticCustomError("periode", message, {"value": str(value)}) from None


def _read_number(value: object) -> object:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    text = str(value)
    candidate = text.replace(".", "").replace(",", ".") if "," in text else text.replace(" ", "").replace("\u00a0", "")
    try:
        number = float(candidate)
    except ValueError:
        raise PydanticCustomError("tal", "»{value}« er ikke et tal. Skriv kun cifre, for eksempel 72.3.", {"value": text}) from None
    message = "»{value}« er ikke et tal. Skriv {fix} {how}."
    how = "med punktum" if "," in text else "uden anførselstegn og mellemrum"
    raise PydanticCustomError("tal", message, {"value": text, "fix": f"{number:.10g}", "how": how})


def _read_text(value: object) -> object:
    """A text that looks like a number is still a text: a group may be called 30."""
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


Text = Annotated[str, BeforeValidator(_read_text), StringConstraints(strip_whitespace=True, min_length=1)]
Id = Annotated[str, BeforeValidator(_read_text), StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$")]
Date = Annotated[dt.date, BeforeValidator(_read_date, json_schema_input_type=str)]
Number = Annotated[float, BeforeValidator(_read_number, json_schema_input_type=float), Field(allow_inf_nan=False)]
PeriodText = Annotated[Period, BeforeValidator(_read_period, json_schema_input_type=str | int)]


@dataclass(frozen=True)
class Ref:
    """Marks a field that holds the id of another record, and says of which type."""

    type: str


DocumentId = Annotated[Id, Ref("document")]
BenchmarkId = Annotated[Id, Ref("benchmark")]
OrganisationId = Annotated[Id, Ref("organisation")]
AreaId = Annotated[Id, Ref("area")]
