"""Statistics Denmark's StatBank API: a table, its variables and their values; no key.

The figures are asked for as CSV in Danish, which an editor gets too by hand, so that one import reads both. Only where
the bank refuses is the table's description asked for, to say what has changed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from generator.base.text import folded, printable
from generator.editing.fetching.asking import Answer, Asker, FetchError
from generator.editing.importing.headings import suggested, whole
from generator.model import ImportFrom

SETTING = "PEJL_STATBANK_URL"
_ADDRESS = "https://api.statbank.dk/v1"
_CHOICE = re.compile(r"[*?()<>]")
"""What the bank reads as a choice of values, such as * or (1), and not as a value."""


def ask(asker: Asker, wanted: ImportFrom, environment: Mapping[str, str]) -> bytes:
    """Fetch a table as CSV.

    Raises:
        FetchError: there is no answer, or the bank refuses, with what it does not know.
    """
    address = environment.get(SETTING) or _ADDRESS
    body = {
        "table": wanted.table,
        "format": "CSV",
        "lang": "da",
        "delimiter": "Semicolon",
        "variables": [{"code": code, "values": values} for code, values in wanted.variables.items()],
    }
    answer = asker.ask(address, "data", body, setting=SETTING)
    # A refusal may come with a status that says all is well.
    if answer.is_fine and not answer.content.lstrip().startswith(b'{"errorTypeCode"'):
        return answer.content
    if answer.status in (401, 403):
        raise FetchError("Statistikbanken afviser os. Prøv igen senere, eller spørg jeres it-afdeling.")
    if answer.status >= 500:  # noqa: PLR2004  the service's own faults
        raise FetchError(f"Statistikbanken svarer med fejl {answer.status}. Prøv igen senere.")
    described = asker.ask(
        address, "tableinfo", {"table": wanted.table, "format": "JSON", "lang": "da"}, setting=SETTING
    )
    raise _explained(wanted, answer, described)


def _explained(wanted: ImportFrom, answer: Answer, described: Answer) -> FetchError:
    """Say what the bank does not know of what it was asked, as its own description of the table has it."""
    table = _fields(described)
    if not described.is_fine or "variables" not in table:
        return FetchError(
            f"Statistikbanken har ingen tabel, der hedder {whole(wanted.table)}. Den kan være lukket eller have fået "
            "et nyt navn. Find den på statistikbanken.dk, og ret »table«.",
            "table",
        )
    known = {folded(str(variable["id"])): variable for variable in table["variables"]}
    for code, values in wanted.variables.items():
        variable = known.get(folded(code))
        if variable is None:
            names = [str(variable["id"]) for variable in table["variables"]]
            message = f"Tabellen {wanted.table} har ikke variablen {whole(code)}.{suggested(code, names)}"
            return FetchError(message, "variables", code)
        there = {folded(str(value["id"])) for value in variable["values"]}
        for value in values:
            if folded(value) not in there and not _CHOICE.search(value):
                return _no_value(wanted.table, code, value, variable)
    asked = set(map(folded, wanted.variables))
    for name, variable in known.items():
        if name not in asked and not variable.get("elimination"):
            code = variable["id"]
            message = (
                f"Tabellen {wanted.table} skal vide, hvilke værdier af {whole(code)} du vil have. Skriv dem i "
                f'»variables«, for eksempel »{code}: ["*"]«, som er alle.'
            )
            return FetchError(message, "variables")
    said = str(_fields(answer).get("message") or f"fejl {answer.status}")
    return FetchError(f"Statistikbanken svarer: {whole(printable(said))}. Ret »from«.")


def _no_value(table: str, code: str, value: str, variable: Mapping[str, Any]) -> FetchError:
    """Say that a value is gone, and which it could be: by its name, or by what it is like."""
    names = {folded(str(known["text"])): str(known["id"]) for known in variable["values"]}
    ids = [str(known["id"]) for known in variable["values"]]
    hint = f" Skriv koden {whole(names[folded(value)])}." if folded(value) in names else suggested(value, ids)
    return FetchError(
        f"Variablen {whole(code)} i tabellen {table} har ikke værdien {whole(value)}.{hint}", "variables", code
    )


def _fields(answer: Answer) -> dict[str, Any]:
    try:
        found = json.loads(answer.content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
