"""Fetches the table that an indicator's `import` names, from Statistics Denmark or jobindsats.dk.

What comes back is read by the import like any file; nothing else of it is kept. `asking` speaks HTTP, `statbank` and
`jobindsats` know what each service is asked and what it answers. Where that is known from is told in
`tests/exports/README.md`.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.base.problems import Problem
from generator.base.rule import Rule
from generator.editing.fetching import jobindsats, statbank
from generator.editing.fetching.asking import Asker, FetchError
from generator.editing.importing import TableFile, read_bytes
from generator.model import Indicator
from generator.reading.loaded import Loaded

__all__ = ["fetch", "fetchable"]

_SERVICES = {"statbank": statbank.ask, "jobindsats": jobindsats.ask}


def fetchable(loaded: Loaded) -> list[Indicator]:
    """Give the indicators whose import says where its table is fetched."""
    indicators = loaded.of(Indicator).values()
    return [indicator for indicator in indicators if indicator.import_ and indicator.import_.from_]


def fetch(loaded: Loaded, indicator: Indicator, environment: Mapping[str, str]) -> TableFile:
    """Fetch an indicator's table, or say at the place in its file why there is none."""
    origin = loaded.origin(indicator)
    wanted = indicator.import_.from_ if indicator.import_ else None
    if wanted is None:
        message = (
            "Indikatoren siger ikke, hvor dens tal hentes. Skriv »from« under »import«. "
            "Se »Tal, der henter sig selv« i vejledningen."
        )
        return TableFile("", problems=[Problem(origin.locate(), message, Rule.IMPORT)])
    try:
        raw = _SERVICES[wanted.service](Asker(), wanted, environment)
    except FetchError as error:
        place = origin.locate("import", "from", *error.place)
        return TableFile("", problems=[Problem(place, str(error), Rule.IMPORT)])
    return read_bytes(f"{wanted.service}/{wanted.table}", raw)
