"""The figures in a grid, read as an indicator's import says, and everything in it that cannot be read so."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TypeVar

from generator.base.problems import Location, Problem
from generator.base.text import folded, joined, shown
from generator.editing.importing.cells import CellError
from generator.editing.importing.files import TableFile
from generator.editing.importing.grids import Grid, GridCell, GridError
from generator.editing.importing.headings import lay_out, suggested
from generator.editing.importing.names import ROLES, Names
from generator.editing.importing.values import Values
from generator.model import Area, ImportMapping, Indicator, Observation, SourceRef
from generator.model.vocabulary import ObservationKind

T = TypeVar("T")

_MOST_ALIKE = 5
"""More messages that say the same hide the others."""

_QUOTED_FIRST = re.compile(r"\A»[^«]*«")

_MOST_TABLES = 12


@dataclass(frozen=True)
class PlacedObservation:
    """One figure of a grid, and the cell that it stands in."""

    location: Location
    seen: Observation


@dataclass
class Harvest:
    """What came out of a table."""

    figures: list[PlacedObservation] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    left_out: int = 0
    """Rows that the import does not want."""
    empty: int = 0
    """Cells that say that there is no figure."""
    notes: int = 0
    """Rows below the last figure."""


def read(export: TableFile, indicator: Indicator, mapping: ImportMapping, areas: Mapping[str, Area]) -> Harvest:
    """Read the figures of an export; `areas` are those that figures can be for."""
    if export.problems:
        return Harvest(problems=export.problems)
    try:
        reader = _Reader(export.path, _chosen(export.grids, mapping.sheet), indicator, mapping, areas)
    except GridError as error:
        return Harvest(problems=[error.problem(export.path)])
    return reader.read()


def named(seen: Observation, areas: Mapping[str, Area]) -> str:
    """Name a figure as a reader would: by its period, its area and its group."""
    return ", ".join(filter(None, (seen.period.label, areas[seen.area].title, seen.group)))


def is_same(one: SourceRef, other: SourceRef) -> bool:
    """Tell whether two references are to the same section of the same source, whatever they quote."""
    return (one.document, one.section) == (other.document, other.section)


def _chosen(grids: Sequence[Grid], sheet: str | None) -> Grid:
    """Choose the one grid, or the one that the import names.

    Raises:
        GridError: there is none, or there are several.
    """
    chosen = [grid for grid in grids if sheet is None or folded(grid.title) == folded(sheet)]
    if not chosen:
        hint = suggested(str(sheet), [grid.title for grid in grids])
        raise GridError(f"Filen har ikke et ark, der hedder {shown(sheet)}.{hint}")
    if len(chosen) > 1:
        names = joined([shown(grid.title) for grid in chosen[:_MOST_TABLES]])
        raise GridError(f"Filen har flere tabeller: {names}. Skriv i »sheet« under »import«, hvilken det er.")
    return chosen[0]


class _Reader:
    """Reads a table; holds what has been found on the way.

    Raises:
        GridError: the table does not have the headings of the import.
    """

    def __init__(
        self, path: str, grid: Grid, indicator: Indicator, mapping: ImportMapping, areas: Mapping[str, Area]
    ) -> None:
        self.path = path
        self.grid = grid
        self.mapping = mapping
        self.areas = areas
        self.names = Names(mapping, indicator)
        self.layout = lay_out(grid, mapping, self.names.could_be_across)
        self.values = Values(mapping, indicator.unit)
        own = is_same(mapping.source, indicator.source)
        self.source = None if own else mapping.source.model_copy(update={"quote": None})
        self.kept = {name: {folded(word) for word in words} for name, words in mapping.keep.items()}
        self.result = Harvest()
        self.said: dict[str, set[Location]] = {}
        self.first: dict[object, GridCell] = {}
        """The cell of each figure."""
        self.above: dict[int, GridCell] = {}
        """The last label of each column."""
        self.words: dict[str, dict[str, None]] = {name: {} for name in mapping.keep}
        """What stands in the columns that choose rows."""
        self.unknown: dict[str, dict[str, None]] = {role: {} for role in ROLES}
        """The names that the import does not know, by what they should name."""

    def read(self) -> Harvest:
        """Read every row below the headings."""
        rows = self.grid.rows[self.layout.start :]
        filled = [index for index, row in enumerate(rows) if self._has_figures(row)]
        # Notes stand below tables that were made to be read; in a format with fixed columns there are none.
        last = len(rows) - 1 if self.grid.valued else filled[-1] if filled else -1
        self.result.notes = sum(any(cell.text for cell in row) for row in rows[last + 1 :])
        if not filled:
            heading = next(iter(self.layout.headings.values()))
            message = "Under overskrifterne står ingen tal. Hent filen igen, eller ret »import«."
            if not self.layout.figures:
                message = "Importen ved ikke, hvor tallene står. Skriv overskriften over dem i »columns« som »value«."
            self._report(heading, message)
        rows = [row for row in rows[: last + 1] if any(cell.text for cell in row)]
        self._account_for_columns(rows)
        for row in rows:
            self._take(row)
        self._account_for_kept_words()
        self._finish()
        return self.result

    def _report(self, cell: GridCell, message: str) -> None:
        """Remember a problem; the same one in many cells is told once, at the first."""
        self.said.setdefault(message, set()).add(self._place(cell))

    def _place(self, cell: GridCell) -> Location:
        return Location(self.path, cell.row, cell.column)

    def _finish(self) -> None:
        """Turn what was reported into problems, with the number of cells that each holds for."""
        for role, names in self.unknown.items():
            if len(names) > _MOST_ALIKE:
                places = set().union(*(self.said.pop(self.names.not_known(role, name), ()) for name in names))
                self.said[self.names.none_known(role, list(names))] = places
        alike: dict[str, list[str]] = {}
        for message in self.said:
            alike.setdefault(_QUOTED_FIRST.sub("", message), []).append(message)
        for messages in alike.values():
            if len(messages) > _MOST_ALIKE:
                places = set().union(*(self.said[message] for message in messages))
                first = min(messages, key=lambda message: min(self.said[message]))
                self._problem(places, f"{first} Det samme gælder {len(places) - 1} andre celler.")
                continue
            for message in messages:
                places = self.said[message]
                self._problem(places, f"{message} Det gælder {len(places)} celler." if len(places) > 1 else message)

    def _problem(self, places: Collection[Location], message: str) -> None:
        self.result.problems.append(Problem(min(places), message, "import"))

    def _account_for_columns(self, rows: Sequence[list[GridCell]]) -> None:
        """Report columns that the import says nothing about: they may divide the figures, or be other figures."""
        headings = self.layout.headings
        for column, heading in headings.items():
            if not self.layout.is_named(column):
                message = (
                    f"Kolonnen {shown(heading.text)} er ikke nævnt. Skriv den i »columns«, »keep« eller »ignore« under "
                    "»import«."
                )
                self._report(replace(heading, column=column + 1), message)
        stray = {
            cell.column: cell
            for row in reversed(rows)
            for column, cell in enumerate(row)
            if cell.text and not cell.merged and column not in headings and not self.layout.is_named(column)
        }
        for column, cell in stray.items():
            message = (
                f"Cellen står i en kolonne uden overskrift. Ret rækken, eller skriv »kolonne {column}« i »columns«, "
                "»keep« eller »ignore« under »import«."
            )
            self._report(cell, message)

    def _account_for_kept_words(self) -> None:
        """Report words that should choose rows and choose none."""
        for name, column in self.layout.keep.items():
            heading = self.layout.headings.get(column, GridCell(1, column + 1))
            words = self.words[name]
            for word in self.mapping.keep[name]:
                if folded(word) not in map(folded, words):
                    message = f"Kolonnen {shown(name)} har ingen celler med {shown(word)}.{suggested(word, words)}"
                    self._report(heading, message)

    def _take(self, row: list[GridCell]) -> None:
        """Take the figures of a row, or count why there are none; the same figure twice is a problem."""
        labels = self._labels(row)
        wanted = self._is_wanted(labels)
        if not self._has_figures(row):  # a heading over the rows below, or figures that are not there
            if wanted and all(cell.text for cell in labels.values()):
                self.result.empty += len(self.layout.figures)
            return
        if not wanted:
            self.result.left_out += 1
            return
        for cell, seen in self._figures(row, labels):
            first = self.first.setdefault(seen.identity, cell)
            if first is not cell:
                message = (
                    f"Tallet for {named(seen, self.areas)} står to gange: her {shown(cell.text)}, og "
                    f"{shown(first.text)} i række {first.row}, kolonne {first.column}. Slet det ene, eller vælg rækker "
                    "med »keep« under »import«."
                )
                self._report(cell, message)
            self.result.figures.append(PlacedObservation(self._place(cell), seen))

    def _labels(self, row: list[GridCell]) -> dict[int, GridCell]:
        """Give the cells that say what a row's figures are, an empty one filled from above if the import says so.

        Where a label to the left is new, those above belong to another: women in the last area say nothing of this one.
        """
        labels: dict[int, GridCell] = {}
        columns = {*(index for role, index in self.layout.roles.items() if role != "value"), *self.layout.keep.values()}
        is_new = False
        for column in sorted(columns):
            cell, last = _cell(row, column), self.above.get(column)
            if self.mapping.fill_down and not cell.text and last and not is_new:
                cell = last
            is_new = is_new or (last is not None and folded(last.text) != folded(cell.text))
            labels[column] = self.above[column] = cell
        return labels

    def _is_wanted(self, labels: Mapping[int, GridCell]) -> bool:
        """Tell whether a row has the words that choose rows, and remember the words that it has."""
        wanted = True
        for name, column in self.layout.keep.items():
            names = labels[column].names
            self.words[name].update(dict.fromkeys(names))
            wanted = wanted and not self.kept[name].isdisjoint(map(folded, names))
        return wanted

    def _figures(self, row: list[GridCell], labels: Mapping[int, GridCell]) -> Iterator[tuple[GridCell, Observation]]:
        """Yield the figures of a row with their cells, or report why there are none."""
        said = {role: labels[index] for role, index in self.layout.roles.items() if role != "value"}
        for column in self.layout.figures:
            if self.mapping.across:
                said[self.mapping.across] = self.layout.spread[column]
            period = self._checked("period", said["period"], self.names.period)
            area = self.mapping.area or self._checked("area", said["area"], self.names.area)
            group = self._checked("group", said["group"], self.names.group) if "group" in said else ""
            cell = _cell(row, column)
            number = self._number(cell)
            if period is not None and area is not None and group is not None and number is not None:
                value, kind = number
                yield (
                    cell,
                    Observation(
                        period=period, area=area, group=group or None, value=float(value), kind=kind, source=self.source
                    ),
                )

    def _checked(self, role: str, cell: GridCell, find: Callable[[GridCell], T | None]) -> T | None:
        """Give what a cell names, or report why it names nothing."""
        if cell.fault or not cell.text:
            way_out = "." if self.mapping.fill_down else ", eller skriv »fill_down: true« under »import«."
            self._report(cell, cell.fault or f"Her mangler {ROLES[role][0]}. Udfyld cellen{way_out}")
            return None
        found = find(cell)
        if found is None:
            self.unknown[role][cell.text] = None
            self._report(cell, self.names.not_known(role, cell.text))
        return found

    def _number(self, cell: GridCell) -> tuple[Decimal, ObservationKind] | None:
        """Read a figure and its kind; report what is none, and count what says that there is none."""
        if cell.merged_with - 1 in self.layout.figures:
            message = "Et tal er flettet over flere celler. Ophæv fletningen i Excel, og skriv hver celles tal."
            cell = replace(cell, merged_with=0, fault=message)
        try:
            number = self.values.read(cell)
        except CellError as error:
            self._report(cell, str(error))
            return None
        self.result.empty += number is None
        return number

    def _has_figures(self, row: Sequence[GridCell]) -> bool:
        """Tell whether a row has anything where figures stand, apart from a heading that is merged across them."""
        columns = self.layout.figures
        cells: Iterable[GridCell] = (row[column] for column in columns if column < len(row))
        return any(cell.text and (not cell.merged or cell.merged_with - 1 in columns) for cell in cells)


def _cell(row: Sequence[GridCell], column: int) -> GridCell:
    """Give a cell of a row, an empty one where the row ends before it."""
    return row[column] if column < len(row) else GridCell(row[0].row, column + 1)
