"""Rules on how figures are imported."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Indicator
from generator.problems import Problem
from generator.rules.scope import Scope


def import_mapping(scope: Scope) -> Iterator[Problem]:
    """An import says exactly once where period and area stand, and at most once where the group stands."""
    for indicator, origin in scope.each(Indicator):
        mapping = indicator.import_
        if mapping is None:
            continue
        columns, across = mapping.columns, mapping.across
        if bool(columns.period) == (across == "period"):
            message = "Skriv ét sted, hvor perioden står: »period« i »columns« eller »across: period«."
            yield Problem(origin.locate_key("import", "columns"), message, "import")
        if [bool(columns.area), across == "area", bool(mapping.area)].count(True) != 1:
            message = "Skriv ét sted, hvor området står: »area« i »columns«, »across: area« eller et fast id i »area«."
            yield Problem(origin.locate_key("import", "columns"), message, "import")
        if columns.group and across == "group":
            message = "Skriv ét sted, hvor gruppen står: »group« i »columns« eller »across: group«."
            yield Problem(origin.locate_key("import", "columns"), message, "import")
