"""The figures in a table, read as an indicator's import says, and everything in it that cannot be read so."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, TypeAlias

from generator.importing.cells import CellError, read_period
from generator.importing.files import Export
from generator.importing.headings import Layout, lay_out, suggested
from generator.importing.tables import Cell, Table, TableError, folded
from generator.importing.values import Values
from generator.model import ImportMapping, Indicator
from generator.period import Period, PeriodError
from generator.problems import Location, Problem
from generator.text import joined, shown
from generator.vocabulary import ObservationKind

Key: TypeAlias = tuple[object, ...]
"""What makes a figure the same figure: the days it covers, its area and its group."""


_ROLES = {"period": ("en periode", "periods"), "area": ("et område", "areas"), "group": ("en gruppe", "groups")}
"""What a cell must name, and the field that explains names of its own."""


@dataclass(frozen=True)
class Figure:
    """One figure of a table, and the cell that it stands in."""

    location: Location
    period: Period
    area: str
    group: str | None
    value: Decimal
    kind: ObservationKind

    @property
    def key(self) -> Key:
        """What makes it the same figure as another."""
        return key_of(self.period, self.area, self.group)


@dataclass
class Reading:
    """What came out of a table."""

    figures: list[Figure] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    left_out: int = 0
    """Rows that the import does not want."""
    empty: int = 0
    """Cells that say that there is no figure."""
    notes: int = 0
    """Rows below the last figure."""


def key_of(period: Period, area: str, group: str | None) -> Key:
    """Give what makes a figure the same figure: a period may be written in several ways, and so may a group."""
    return (period.start, period.end, area, None if group is None else folded(group))


def read(export: Export, indicator: Indicator, mapping: ImportMapping, areas: Mapping[str, str]) -> Reading:
    """Read the figures of an export; `areas` gives the titles of the areas that figures can be for."""
    if export.problems:
        return Reading(problems=export.problems)
    reader = _Reader(export.path, indicator, mapping, areas)
    try:
        table, layout = reader.choose(export.tables)
    except TableError as error:
        reader.report(Location(export.path, error.row, error.column), str(error))
    else:
        reader.read(table, layout)
    return reader.finished()


class _Reader:
    """Reads a table; holds what has been found on the way."""

    def __init__(self, path: str, indicator: Indicator, mapping: ImportMapping, areas: Mapping[str, str]) -> None:
        self.path = path
        self.mapping = mapping
        self.titles = areas
        self.values = Values(mapping, indicator.unit)
        self.result = Reading()
        self.said: dict[str, set[Location]] = {}
        self.areas = {folded(name): area for name, area in mapping.areas.items()}
        self.groups = {folded(name): group for name, group in mapping.groups.items()}
        self.periods = {folded(name): period for name, period in mapping.periods.items()}
        self.total = {folded(word) for word in mapping.total}
        self.kept = {name: {folded(word) for word in words} for name, words in mapping.keep.items()}
        # A group keeps the spelling that it already has.
        self.spelling = {folded(seen.group): seen.group for seen in indicator.observations if seen.group}

    def report(self, location: Location, message: str) -> None:
        """Remember a problem; the same one in many cells is told once, at the first."""
        self.said.setdefault(message, set()).add(location)

    def finished(self) -> Reading:
        """Give what was found, the problems with the number of cells that they hold for."""
        for message, places in self.said.items():
            more = f" Det gælder {len(places)} celler." if len(places) > 1 else ""
            self.result.problems.append(Problem(min(places), message + more, "import"))
        return self.result

    def choose(self, tables: Iterable[Table]) -> tuple[Table, Layout]:
        """Choose the one table with the headings of the import.

        Raises:
            TableError: there is none, or there are several.
        """
        named, wanted = list(tables), self.mapping.sheet
        chosen = [table for table in named if wanted is None or folded(table.title) == folded(wanted)]
        if not chosen:
            hint = suggested(str(wanted), [table.title for table in named])
            raise TableError(f"Filen har ikke et ark, der hedder {shown(wanted)}.{hint}")
        if len(chosen) > 1:
            names = joined([shown(table.title) for table in chosen[:12]])
            raise TableError(f"Filen har flere tabeller: {names}. Skriv i »sheet« under »import«, hvilken det er.")
        return chosen[0], lay_out(chosen[0], self.mapping, self._could_be_across)

    def _could_be_across(self, cell: Cell) -> bool:
        across = self.mapping.across
        if across == "period":
            return self._period(cell) is not None
        return across == "group" or any(folded(name) in self.areas for name in cell.names)

    def read(self, table: Table, layout: Layout) -> None:
        """Read every row below the headings."""
        rows = table.rows[layout.start :]
        filled = [index for index, row in enumerate(rows) if any(_has(row, column) for column in layout.figures)]
        # Notes stand below tables that were made to be read; in a format with fixed columns there are none.
        last = len(rows) - 1 if table.valued else filled[-1] if filled else -1
        self.result.notes = sum(any(cell.text for cell in row) for row in rows[last + 1 :])
        if not filled:
            first = next(iter(layout.headings.values()))
            self.report(self._at(first), "Under overskrifterne står ingen tal. Hent filen igen, eller ret »import«.")
        self._account(rows[: last + 1], layout)
        above: dict[int, Cell] = {}
        seen: dict[Key, Cell] = {}
        words: dict[str, dict[str, None]] = {name: {} for name in layout.keep}
        for row in rows[: last + 1]:
            if not any(cell.text for cell in row):
                continue
            cells = self._filled_down(row, layout, above)
            if not self._wanted(cells, layout, words):
                self.result.left_out += 1
                continue
            for figure, cell in self._figures(row, cells, layout):
                first = seen.setdefault(figure.key, cell)
                if first is not cell:
                    message = (
                        f"Tallet for {self.name(figure)} står også i række {first.row}, kolonne {first.column}. "
                        "Slet det ene, eller vælg rækker med »keep« under »import«."
                    )
                    self.report(self._at(cell), message)
                self.result.figures.append(figure)
        for name, column in layout.keep.items():
            for word in self.mapping.keep[name]:
                if folded(word) not in map(folded, words[name]):
                    message = (
                        f"Kolonnen {shown(name)} har ingen celler med {shown(word)}.{suggested(word, words[name])}"
                    )
                    self.report(self._at(layout.headings.get(column, Cell(1, column + 1))), message)

    def name(self, figure: Figure) -> str:
        """Name a figure as a reader would."""
        area = self.titles.get(figure.area, figure.area)
        return ", ".join(filter(None, (figure.period.label, area, figure.group)))

    def _at(self, cell: Cell) -> Location:
        return Location(self.path, cell.row, cell.column)

    def _account(self, rows: list[list[Cell]], layout: Layout) -> None:
        """Report columns that the import says nothing about: they may divide the figures, or be other figures."""
        for column, heading in layout.headings.items():
            if not layout.is_named(column):
                message = (
                    f"Kolonnen {shown(heading.text)} er ikke nævnt. Skriv den i »columns«, »keep« eller »ignore« under "
                    "»import«."
                )
                self.report(Location(self.path, heading.row, column + 1), message)
        stray = {
            cell.column: cell
            for row in reversed(rows)
            for column, cell in enumerate(row)
            if cell.text and not cell.merged and column not in layout.headings and not layout.is_named(column)
        }
        for column, cell in stray.items():
            message = (
                f"Cellen står i en kolonne uden overskrift. Ret rækken, eller skriv »kolonne {column}« i »columns«, "
                "»keep« eller »ignore« under »import«."
            )
            self.report(self._at(cell), message)

    def _filled_down(self, row: list[Cell], layout: Layout, above: dict[int, Cell]) -> dict[int, Cell]:
        """Give the cells that say what a row's figures are, an empty one filled from above if the import says so."""
        cells: dict[int, Cell] = {}
        for column in {*(index for role, index in layout.roles.items() if role != "value"), *layout.keep.values()}:
            cell = row[column] if column < len(row) else Cell(row[0].row, column + 1)
            if self.mapping.fill_down and not cell.text and column in above:
                cell = above[column]
            cells[column] = above[column] = cell
        return cells

    def _wanted(self, cells: Mapping[int, Cell], layout: Layout, words: Mapping[str, dict[str, None]]) -> bool:
        wanted = True
        for name, column in layout.keep.items():
            names = cells[column].names
            words[name].update(dict.fromkeys(names))
            if not self.kept[name] & set(map(folded, names)):
                wanted = False
        return wanted

    def _figures(self, row: list[Cell], cells: Mapping[int, Cell], layout: Layout) -> Iterator[tuple[Figure, Cell]]:
        """Yield the figures of a row with their cells, or report why there are none."""
        said = {role: cells[index] for role, index in layout.roles.items() if role != "value"}
        for column in layout.figures:
            cell = row[column] if column < len(row) else Cell(row[0].row, column + 1)
            if self.mapping.across:
                said[self.mapping.across] = layout.spread[column]
            parts = [self._checked("period", said["period"], self._period)]
            if self.mapping.area is None:
                parts.append(self._checked("area", said["area"], self._area))
            if "group" in said:
                parts.append(self._checked("group", said["group"], self._group))
            number = self._number(cell)
            if number and None not in parts:
                period, area, group = parts[0], self.mapping.area or parts[1], parts[-1] if "group" in said else ""
                yield Figure(self._at(cell), period, area, group or None, *number), cell

    def _checked(self, role: str, cell: Cell, find: Callable[[Cell], Any]) -> Any:  # noqa: ANN401  as `find` gives
        """Give what a cell names, or report why it names nothing."""
        what, field = _ROLES[role]
        if cell.fault or not cell.text:
            message = cell.fault or f"Her mangler {what}. Udfyld cellen, eller skriv »fill_down: true« under »import«."
            self.report(self._at(cell), message)
            return None
        found = find(cell)
        if found is None:
            way_out = "skriv kolonnen i »ignore«" if role == self.mapping.across else "vælg rækker med »keep«"
            hint = suggested(cell.text, self.mapping.areas) if role == "area" else ""
            message = (
                f"{shown(cell.text)} er ikke {what}, som importen kender. Skriv navnet i »{field}« under »import«, "
                f"eller {way_out}.{hint}"
            )
            self.report(self._at(cell), message)
        return found

    def _period(self, cell: Cell) -> Period | None:
        # The short name first: a label may be in another language.
        for name in reversed(cell.names):
            if folded(name) in self.periods:
                return self.periods[folded(name)]
            with contextlib.suppress(PeriodError):
                return read_period(name)
        return None

    def _area(self, cell: Cell) -> str | None:
        return next((self.areas[folded(name)] for name in cell.names if folded(name) in self.areas), None)

    def _group(self, cell: Cell) -> str | None:
        """Give the group that a cell names: nothing for all together, None for one that is not known."""
        names = [folded(name) for name in cell.names]
        if self.total.intersection(names):
            return ""
        if self.groups:
            return next((self.groups[name] for name in names if name in self.groups), None)
        return self.spelling.setdefault(folded(cell.text), cell.text)

    def _number(self, cell: Cell) -> tuple[Decimal, ObservationKind] | None:
        """Read a figure and its kind; report what is none, and count what says that there is none."""
        try:
            number = self.values.read(cell)
        except CellError as error:
            self.report(self._at(cell), str(error))
            return None
        self.result.empty += number is None
        return number


def _has(row: list[Cell], column: int) -> bool:
    return column < len(row) and bool(row[column].text) and not row[column].merged
