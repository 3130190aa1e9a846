"""The API of jobindsats.dk, version 2: a table, an area, periods and what else divides the figures; with a key.

The key comes from the environment and stands in no file and no message.
"""

from __future__ import annotations

import fnmatch
import json
from collections.abc import Mapping
from urllib.parse import quote

from generator.editing.fetching.asking import Answer, Asker, FetchError
from generator.editing.importing.headings import whole
from generator.model import ImportFrom

SETTING, KEY = "PEJL_JOBINDSATS_URL", "JOBINDSATS_API_KEY"
_ADDRESS = "https://api.jobindsats.dk/v2"
_ALL = ["*"]


def ask(asker: Asker, wanted: ImportFrom, environment: Mapping[str, str]) -> bytes:
    """Fetch a table as JSON.

    Raises:
        FetchError: there is no key, no answer, or a refusal.
    """
    key = environment.get(KEY, "").strip()
    if not key:
        raise FetchError(f"Nøglen til jobindsats.dk mangler. Skriv den i miljøvariablen {KEY}.")
    address, table = environment.get(SETTING) or _ADDRESS, quote(wanted.table.lower(), safe="")
    body: dict[str, object] = {
        name: "*" if values == _ALL else values for name, values in wanted.variables.items() if name != "period"
    }
    if periods := wanted.variables.get("period"):
        body["period"] = periods
        if any("*" in period for period in periods):
            body["period"] = _periods(
                _fine(asker.ask(address, f"tables/{table}/json/", key=key, setting=SETTING)), periods
            )
    return _fine(asker.ask(address, f"data/{table}/json", body, key=key, setting=SETTING)).content


def _fine(answer: Answer) -> Answer:
    """Give an answer back that is one.

    Raises:
        FetchError: it is a refusal.
    """
    if answer.status in (401, 403):
        raise FetchError(f"jobindsats.dk afviser nøglen. Se efter, om den i {KEY} er rigtig og stadig gælder.")
    if answer.status in (404, 410):
        raise FetchError("jobindsats.dk har ikke tabellen. Den kan være lukket eller have fået et nyt navn.", "table")
    if answer.status >= 500:  # noqa: PLR2004  the service's own faults
        raise FetchError(f"jobindsats.dk svarer med fejl {answer.status}. Prøv igen senere.")
    if not answer.is_fine:
        message = (
            f"jobindsats.dk kan ikke bruge det, der bliver spurgt om (fejl {answer.status}). Se efter, om variablerne "
            "i »from« og deres værdier stadig findes i tabellen."
        )
        raise FetchError(message, "variables")
    return answer


def _periods(answer: Answer, wanted: list[str]) -> list[str]:
    """Give the table's periods that are wanted: *QMAT* is every period with QMAT in its code.

    Raises:
        FetchError: the table has none, or does not say which it has.
    """
    try:
        (described,) = json.loads(answer.content.decode("utf-8-sig"))
        there = [str(period) for period in described["Period"]]
    except (ValueError, TypeError, KeyError, RecursionError):
        message = "jobindsats.dk siger ikke, hvilke perioder tabellen har. Skriv dem selv, for eksempel »2024QMAT02«."
        raise FetchError(message, "variables", "period") from None
    found = [period for period in there if any(fnmatch.fnmatchcase(period, pattern) for pattern in wanted)]
    if not found:
        newest = whole(max(there)) if there else "ingen"
        message = f"Tabellen har ingen perioder som {whole(', '.join(wanted))}. Den nyeste er {newest}."
        raise FetchError(message, "variables", "period")
    return found
