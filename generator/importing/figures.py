"""The figures in a table, read as an indicator's import says, and everything in it that cannot be read so."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
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


_ROLES = {
    "period": ("en periode", "perioder", "periods"),
    "area": ("et område", "områder", "areas"),
    "group": ("en gruppe", "grupper", "groups"),
}
"""What a cell must name, one and many, and the field that explains names of its own."""

_MOST_UNKNOWN = 5
"""More messages that say the same hide the others."""


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
        self.unknown: dict[str, dict[str, Cell]] = {role: {} for role in _ROLES}
        """The names that the import does not know, by what they should name, with the first cell of each."""
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
        for role, names in self.unknown.items():
            if len(names) > _MOST_UNKNOWN:
                places = set().union(*(self.said.pop(self._not_known(role, cell), ()) for cell in names.values()))
                self.said[self._none_known(role, list(names.values()))] = places
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
        filled = [index for index, row in enumerate(rows) if _has_figures(row, layout)]
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
            if any(cell.text for cell in row):
                cells = self._filled_down(row, layout, above)
                self._take(row, cells, layout, seen, wanted=self._wanted(cells, layout, words))
        for name, column in layout.keep.items():
            for word in self.mapping.keep[name]:
                if folded(word) not in map(folded, words[name]):
                    message = (
                        f"Kolonnen {shown(name)} har ingen celler med {shown(word)}.{suggested(word, words[name])}"
                    )
                    self.report(self._at(layout.headings.get(column, Cell(1, column + 1))), message)

    def _take(
        self, row: list[Cell], cells: Mapping[int, Cell], layout: Layout, seen: dict[Key, Cell], *, wanted: bool
    ) -> None:
        """Take the figures of a row, or count why there are none; the same figure twice is a problem."""
        if not _has_figures(row, layout):  # a heading over the rows below, or figures that are not there
            if wanted and all(cell.text for cell in cells.values()):
                self.result.empty += len(layout.figures)
            return
        if not wanted:
            self.result.left_out += 1
            return
        for figure, cell in self._figures(row, cells, layout):
            first = seen.setdefault(figure.key, cell)
            if first is not cell:
                message = (
                    f"Tallet for {self.name(figure)} står to gange: her {shown(cell.text)}, og {shown(first.text)} "
                    f"i række {first.row}, kolonne {first.column}. Slet det ene, eller vælg rækker med »keep« "
                    "under »import«."
                )
                self.report(self._at(cell), message)
            self.result.figures.append(figure)

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
        """Give the cells that say what a row's figures are, an empty one filled from above if the import says so.

        Where a label to the left is new, those above belong to another: women in the last area say nothing of this one.
        """
        cells: dict[int, Cell] = {}
        labels = {*(index for role, index in layout.roles.items() if role != "value"), *layout.keep.values()}
        is_new = False
        for column in sorted(labels):
            cell = row[column] if column < len(row) else Cell(row[0].row, column + 1)
            last = above.get(column)
            if self.mapping.fill_down and not cell.text and last and not is_new:
                cell = last
            is_new = is_new or (last is not None and folded(last.text) != folded(cell.text))
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
            number = self._number(cell, layout)
            if number and None not in parts:
                period, area, group = parts[0], self.mapping.area or parts[1], parts[-1] if "group" in said else ""
                yield Figure(self._at(cell), period, area, group or None, *number), cell

    def _checked(self, role: str, cell: Cell, find: Callable[[Cell], Any]) -> Any:  # noqa: ANN401  as `find` gives
        """Give what a cell names, or report why it names nothing."""
        what, at = _ROLES[role][0], self._at(cell)
        if cell.fault or not cell.text:
            way_out = "." if self.mapping.fill_down else ", eller skriv »fill_down: true« under »import«."
            message = cell.fault or f"Her mangler {what}. Udfyld cellen{way_out}"
            self.report(at, message)
            return None
        found = find(cell)
        if found is None:
            cell = self.unknown[role].setdefault(cell.text, cell)
            self.report(at, self._not_known(role, cell))
        return found

    def _not_known(self, role: str, cell: Cell) -> str:
        what, _, field = _ROLES[role]
        way_out = "skriv kolonnen i »ignore«" if role == self.mapping.across else "vælg rækker med »keep«"
        hint = suggested(cell.text, self.mapping.areas) if role == "area" else ""
        return (
            f"{shown(cell.text)} er ikke {what}, som importen kender. Skriv navnet i »{field}« under »import«, "
            f"eller {way_out}.{hint}"
        )

    def _none_known(self, role: str, cells: Sequence[Cell]) -> str:
        """Tell of many names at once, which is what a table of every municipality holds."""
        _, what, field = _ROLES[role]
        way_out = "skriv kolonnerne i »ignore«" if role == self.mapping.across else "vælg rækker med »keep«"
        heading = getattr(self.mapping.columns, role)
        if role == "area" and heading:
            way_out += f", for eksempel »{heading}: [{', '.join(self.mapping.areas)}]«"
        first, second = (shown(cell.text) for cell in cells[:2])
        return (
            f"{first}, {second} og {len(cells) - 2} andre er ikke {what}, som importen kender. Skriv "
            f"navnene i »{field}« under »import«, eller {way_out}."
        )

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

    def _number(self, cell: Cell, layout: Layout) -> tuple[Decimal, ObservationKind] | None:
        """Read a figure and its kind; report what is none, and count what says that there is none."""
        if cell.merged_with - 1 in layout.figures:
            message = "Et tal er flettet over flere celler. Ophæv fletningen i Excel, og skriv hver celles tal."
            cell = replace(cell, merged_with=0, fault=message)
        try:
            number = self.values.read(cell)
        except CellError as error:
            self.report(self._at(cell), str(error))
            return None
        self.result.empty += number is None
        return number


def _has_figures(row: list[Cell], layout: Layout) -> bool:
    """Tell whether a row has anything where figures stand, apart from a heading that is merged across them."""
    cells = [row[column] for column in layout.figures if column < len(row)]
    return any(cell.text and (not cell.merged or cell.merged_with - 1 in layout.figures) for cell in cells)
