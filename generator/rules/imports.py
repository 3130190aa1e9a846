"""Rules on how figures are imported."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.base.problems import Problem
from generator.base.rule import Rule
from generator.base.text import shown
from generator.model import Indicator
from generator.rules.scope import Scope

_NUMERIC = re.compile(r"[0-9.,%−-]")


def import_mapping(scope: Scope) -> Iterator[Problem]:
    """An import says once where period and area stand, at most once the rest; its marks are no digits."""
    for indicator, origin in scope.each(Indicator):
        mapping = indicator.import_
        if mapping is None:
            continue
        columns, across = mapping.columns, mapping.across
        if bool(columns.period) == (across == "period"):
            message = "Skriv ét sted, hvor perioden står: »period« i »columns« eller »across: period«."
            yield Problem(origin.locate_key("import", "columns"), message, Rule.IMPORT)
        if sum(map(bool, (columns.area, across == "area", mapping.area))) != 1:
            message = "Skriv ét sted, hvor området står: »area« i »columns«, »across: area« eller et fast id i »area«."
            yield Problem(origin.locate_key("import", "columns"), message, Rule.IMPORT)
        for mark in mapping.marks:
            if _NUMERIC.search(mark):
                message = f"Mærket {shown(mark)} kan være en del af et tal. Brug mærker uden cifre, punktum og komma."
                yield Problem(origin.locate_key("import", "marks"), message, Rule.IMPORT)
        if columns.group and across == "group":
            message = "Skriv ét sted, hvor gruppen står: »group« i »columns« eller »across: group«."
            yield Problem(origin.locate_key("import", "columns"), message, Rule.IMPORT)
        if columns.kind and "kind" in mapping.model_fields_set:
            message = "Skriv ét sted, hvilken slags tal det er: »kind« i »columns« eller »kind« for hele tabellen."
            yield Problem(origin.locate_key("import", "kind"), message, Rule.IMPORT)
        if mapping.fill_down and mapping.empty_is_all:
            message = "En tom celle kan ikke både betyde alle og det samme som cellen over. Slet det ene felt."
            yield Problem(origin.locate_key("import", "empty_is_all"), message, Rule.IMPORT)
