"""What is wrong with a table, gathered while it is read, so that a mistake in a thousand cells is told once."""

from __future__ import annotations

import re
from collections.abc import Collection

from generator.base.problems import Location, Problem
from generator.base.rule import Rule
from generator.editing.importing.grids import GridCell
from generator.editing.importing.names import ROLES, Names

_MOST_ALIKE = 5
"""More messages that say the same hide the others."""

_QUOTED_FIRST = re.compile(r"\A»[^«]*«")


class Complaints:
    """Gathers what is wrong, by what it says and by cell."""

    def __init__(self, path: str, names: Names) -> None:
        self.path = path
        self.names = names
        self.said: dict[str, set[Location]] = {}
        self.kinds: dict[str, str] = {}
        """What messages that say the same of different cells have in common."""
        self.unknown: dict[str, dict[str, None]] = {role: {} for role in ROLES}
        """The names that the import does not know, by what they should name."""
        self.told: list[Problem] = []

    def report(self, cell: GridCell, message: str, alike: str = "") -> None:
        """Remember what is wrong with a cell; the same of many cells is told once, at the first."""
        self.said.setdefault(message, set()).add(self.place(cell))
        self.kinds[message] = alike or _QUOTED_FIRST.sub("", message)

    def report_alone(self, cell: GridCell, message: str) -> None:
        """Remember what is wrong with a cell and is told by itself, whatever others say."""
        self.told.append(Problem(self.place(cell), message, Rule.IMPORT))

    def report_name(self, role: str, cell: GridCell) -> None:
        """Remember a name that the import does not know."""
        self.unknown[role][cell.text] = None
        self.report(cell, self.names.not_known(role, cell.text))

    def place(self, cell: GridCell) -> Location:
        """Say where a cell stands."""
        return Location(self.path, cell.row, cell.column)

    def problems(self) -> list[Problem]:
        """Turn what was remembered into problems, with the number of cells that each holds for."""
        found = list(self.told)
        for role, names in self.unknown.items():
            if len(names) > _MOST_ALIKE:
                places = set().union(*(self.said.pop(self.names.not_known(role, name), ()) for name in names))
                self.said[self.names.none_known(role, list(names))] = places
        alike: dict[str, list[str]] = {}
        for message in self.said:
            alike.setdefault(self.kinds.get(message, message), []).append(message)
        for messages in alike.values():
            if len(messages) > _MOST_ALIKE:
                places = set().union(*(self.said[message] for message in messages))
                first = min(messages, key=lambda message: min(self.said[message]))
                found.append(_problem(places, f"{first} Det samme gælder {len(places) - 1} andre celler."))
                continue
            for message in messages:
                places = self.said[message]
                several = f"{message} Det gælder {len(places)} celler."
                found.append(_problem(places, several if len(places) > 1 else message))
        return found


def _problem(places: Collection[Location], message: str) -> Problem:
    return Problem(min(places), message, Rule.IMPORT)
