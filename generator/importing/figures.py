"""The figures in a table, read as an indicator's import says, and everything in it that cannot be read so."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, TypeAlias

from generator.importing.cells import CellError, bounded, read_number, read_period
from generator.importing.files import Export
from generator.importing.headings import Layout, folded, lay_out
from generator.importing.tables import Cell, Table, TableError
from generator.model import ImportMapping, Indicator
from generator.period import Period, PeriodError
from generator.problems import Location, Problem
from generator.text import did_you_mean, joined, shown
from generator.vocabulary import COUNTED_UNITS, ObservationKind, Unit

Key: TypeAlias = tuple[object, ...]
"""What makes a figure the same figure: the days it covers, its area and its group."""

_MOST_NAMED = 12


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
        self.unit = indicator.unit
        self.mapping = mapping
        self.titles = areas
        self.result = Reading()
        self.said: dict[str, set[Location]] = {}
        self.areas = {folded(name): area for name, area in mapping.areas.items()}
        self.groups = {folded(name): group for name, group in mapping.groups.items()}
        self.periods = {folded(name): period for name, period in mapping.periods.items()}
        self.total, self.missing, self.zero = (
            {folded(word) for word in words} for words in (mapping.total, mapping.missing, mapping.zero)
        )
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
        wanted = self.mapping.sheet
        named = list(tables)
        chosen = [table for table in named if wanted is None or folded(table.title) == folded(wanted)]
        if not chosen:
            raise TableError(
                f"Filen har ikke et ark, der hedder {shown(wanted)}. "
                f"{did_you_mean(str(wanted), {table.title for table in named})}"
                if named and wanted
                else "Filen har ingen tabel. Hent den igen."
            )
        if len(chosen) > 1:
            names = joined([shown(table.title) for table in chosen[:_MOST_NAMED]])
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
        last = filled[-1] if filled else -1
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
                    message = f"Kolonnen {shown(name)} har ingen celler med {shown(word)}."
                    fix = did_you_mean(word, list(words[name])[:_MOST_NAMED])
                    self.report(self._at(layout.headings.get(column, Cell(1, column + 1))), f"{message} {fix}".strip())

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
            parts = [self._checked(said["period"], self._period, "en periode")]
            if self.mapping.area is None:
                parts.append(self._checked(said["area"], self._area, "et område"))
            if "group" in said:
                parts.append(self._checked(said["group"], self._group, "en gruppe"))
            number = self._number(cell)
            if number and None not in parts:
                period, area, group = parts[0], self.mapping.area or parts[1], parts[-1] if "group" in said else ""
                yield Figure(self._at(cell), period, area, group or None, *number), cell

    def _checked(self, cell: Cell, find: Callable[[Cell], Any], what: str) -> Any:  # noqa: ANN401  as `find` gives
        """Give what a cell names, or report why it names nothing."""
        if cell.fault or not cell.text:
            message = cell.fault or f"Her mangler {what}. Udfyld cellen, eller skriv »fill_down: true« under »import«."
            self.report(self._at(cell), message)
            return None
        found = find(cell)
        if found is None:
            fixes = {
                "en periode": "Skriv den i »periods« under »import«.",
                "et område": f"Skriv det i »areas« under »import«, eller vælg rækker med »keep«.{self._meant(cell)}",
                "en gruppe": "Skriv den i »groups« under »import«, eller vælg rækker med »keep«.",
            }
            self.report(self._at(cell), f"{shown(cell.text)} er ikke {what}, som importen kender. {fixes[what]}")
        return found

    def _meant(self, cell: Cell) -> str:
        meant = did_you_mean(cell.text, self.mapping.areas)
        return f" {meant}" if meant.startswith("Mente") else ""

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
        text, kind = cell.text, self.mapping.kind
        if cell.merged or (folded(text) in self.missing and folded(text) not in self.zero) or not text:
            self.result.empty += 1
            return None
        try:
            if cell.fault:
                raise CellError(cell.fault)  # noqa: TRY301  told in one place
            mark = cell.mark or next((mark for mark in self._marks() if text.endswith(mark)), "")
            if mark:
                kind = self._kind(mark)
                text = text.removesuffix(mark).rstrip()
            return self._scaled(cell, text), kind
        except CellError as error:
            self.report(self._at(cell), str(error))
            return None

    def _marks(self) -> list[str]:
        return sorted(self.mapping.marks, key=len, reverse=True)

    def _kind(self, mark: str) -> ObservationKind:
        if mark not in self.mapping.marks:
            message = f"Tallet har mærket {shown(mark)}. Skriv i »marks« under »import«, hvilken slags tal det betyder."
            raise CellError(message)
        return self.mapping.marks[mark]

    def _scaled(self, cell: Cell, text: str) -> Decimal:
        if folded(text) in self.zero:
            number = Decimal(0)
        elif cell.number is not None:
            number = bounded(cell.number)
        else:
            percent = text.removesuffix("%").rstrip() if self.unit is Unit.PERCENT else text
            number = read_number(percent, self.mapping.numbers)
        number *= Decimal(str(self.mapping.factor))
        if self.mapping.decimals is not None:
            number = number.quantize(Decimal(1).scaleb(-self.mapping.decimals), ROUND_HALF_UP)
        if self.unit in COUNTED_UNITS and number != number.to_integral_value():
            message = (
                f"{shown(f'{number.normalize():f}'.replace('.', ','))} er ikke et helt tal, men {self.unit} tælles i "
                "hele tal. Ret cellen, eller skriv »decimals: 0« under »import«, hvis tallet skal afrundes."
            )
            raise CellError(message)
        return number + 0  # minus zero is zero


def _has(row: list[Cell], column: int) -> bool:
    return column < len(row) and bool(row[column].text) and not row[column].merged
