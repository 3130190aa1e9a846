"""The figures in a grid, read as an indicator's import says, and everything in it that cannot be read so."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TypeVar

from generator.base.problems import Location, Problem
from generator.base.text import folded, joined, shown
from generator.editing.importing.accounting import (
    account_for_columns,
    account_for_kept_words,
    ask_for_rounding,
    cut_in_two,
    of_another_scale,
    of_another_unit,
    told_of_cut,
    too_many,
)
from generator.editing.importing.cells import CellError
from generator.editing.importing.complaints import Complaints
from generator.editing.importing.files import TableFile
from generator.editing.importing.grids import Grid, GridCell, GridError
from generator.editing.importing.headings import lay_out, suggested
from generator.editing.importing.names import ROLES, Names
from generator.editing.importing.values import Values
from generator.model import Area, ImportMapping, Indicator, Observation, SourceRef
from generator.model.vocabulary import ObservationKind

T = TypeVar("T")

_MOST_TABLES = 12
_NUMERIC = re.compile(r"[-−]?[0-9][0-9., ]*\Z")


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
    rounded: list[GridCell] = field(default_factory=list)
    """Cells that hold more decimals than they show."""
    scaled: list[GridCell] = field(default_factory=list)
    """Cells that show thousands or millions of what they hold."""
    signed: int = 0
    """Figures with the sign for per cent behind them in the table's own text."""


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
        self.grid = grid
        self.mapping = mapping
        self.areas = areas
        self.names = Names(mapping, indicator)
        self.layout = lay_out(grid, mapping, self.names.could_be_across, self._is_figure_row)
        self.values = Values(mapping, indicator.unit)
        own = is_same(mapping.source, indicator.source)
        self.source = None if own else mapping.source.model_copy(update={"quote": None})
        self.kept = {name: {folded(word) for word in words} for name, words in mapping.keep.items()}
        self.result = Harvest()
        self.complaints = Complaints(path, self.names)
        self.unsettled: list[GridCell] = []
        """Cells of which the import does not say whether what they show counts, or what they hold."""
        self.first: dict[object, GridCell] = {}
        """The cell of each figure."""
        self.above: dict[int, GridCell] = {}
        """The last label of each column."""
        self.words: dict[str, dict[str, None]] = {name: {} for name in mapping.keep}
        """What stands in the columns that choose rows."""

    def read(self) -> Harvest:
        """Read every row below the headings."""
        rows = self.grid.rows[self.layout.start :]
        filled = [index for index, row in enumerate(rows) if self._has_figures(row)]
        # Notes stand below tables that were made to be read; in a format with fixed columns there are none.
        last = len(rows) - 1 if self.grid.headed else filled[-1] if filled else -1
        self.result.notes = sum(any(cell.text for cell in row) for row in rows[last + 1 :])
        if not filled:
            heading = next(iter(self.layout.headings.values()), GridCell(1, 1))
            message = "Under overskrifterne står ingen tal. Hent filen igen, eller ret »import«."
            if not self.layout.figures:
                message = "Importen ved ikke, hvor tallene står. Skriv overskriften over dem i »columns« som »value«."
            self.complaints.report(heading, message)
        rows = self._uncut([row for row in rows[: last + 1] if any(cell.text for cell in row)])
        account_for_columns(self.layout, rows, self.complaints)
        for row in rows:
            self._take(row)
            if told := too_many(len(self.result.figures), len(self.complaints.said)):
                self.complaints.report_alone(row[0], told)
                break
        account_for_kept_words(self.mapping, self.layout, self.words, self.complaints)
        odd = of_another_scale(self.result.scaled)
        if not odd and self.mapping.factor == 1 and self.mapping.rounding != "shown":
            odd = of_another_unit(self.result.scaled, self.values.unit)
        if odd:
            self.complaints.report_alone(*odd)
        if self.unsettled:
            self.complaints.report_alone(self.unsettled[0], ask_for_rounding(self.unsettled))
        self.result.problems += self.complaints.problems()
        return self.result

    def _is_figure_row(self, period: GridCell | None, value: GridCell | None) -> bool:
        """Tell whether a row has a period or a number where they should stand: then it is no title and no heading."""
        is_number = value is not None and (value.number is not None or bool(_NUMERIC.match(value.text)))
        return is_number or (period is not None and self.names.period(period) is not None)

    def _uncut(self, rows: Sequence[list[GridCell]]) -> list[list[GridCell]]:
        """Leave out the rows where a decimal comma has cut a number in two, and report them."""
        left = []
        for row in rows:
            if pair := cut_in_two(self.grid, self.layout, row):
                self.complaints.report(pair[0], told_of_cut(*pair), "cut")
            else:
                left.append(row)
        return left

    def _take(self, row: list[GridCell]) -> None:
        """Take the figures of a row, or count why there are none; the same figure twice is a problem."""
        labels = self._labels(row)
        wanted = self._is_wanted(labels)
        if not self._has_figures(row):  # a heading over the rows below, or figures that are not there
            if wanted and all(cell.text or self._means_all(column) for column, cell in labels.items()):
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
                self.complaints.report(cell, message, "twice")
            self.result.figures.append(PlacedObservation(self.complaints.place(cell), seen))

    def _means_all(self, column: int) -> bool:
        return self.mapping.empty_is_all and column == self.layout.roles.get("group")

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
            kind = self._checked("kind", said["kind"], self.names.kind) if "kind" in said else self.mapping.kind
            cell = _cell(row, column)
            number = self._number(cell)
            if (
                period is not None
                and area is not None
                and group is not None
                and kind is not None
                and number is not None
            ):
                value, marked = number
                kind = marked or kind
                yield (
                    cell,
                    Observation(
                        period=period, area=area, group=group or None, value=float(value), kind=kind, source=self.source
                    ),
                )

    def _checked(self, role: str, cell: GridCell, find: Callable[[GridCell], T | None]) -> T | None:
        """Give what a cell names, or report why it names nothing."""
        if not cell.fault and not cell.text and role == "group" and self.mapping.empty_is_all:
            return find(cell)
        if cell.fault or not cell.text:
            self.complaints.report(cell, cell.fault or self._missing(role))
            return None
        if cell.is_date and role != "period":
            message = "Cellen er en dato. Excel kan have lavet en tekst som 5-9 om: skriv den igen som tekst."
            self.complaints.report(cell, message)
            return None
        found = find(cell)
        if found is None:
            self.complaints.report_name(role, cell)
        return found

    def _missing(self, role: str) -> str:
        """Say what is missing in an empty cell, and what it may mean."""
        missing = f"Her mangler {ROLES[role][0]}. Udfyld cellen"
        if self.mapping.fill_down:
            return f"{missing}."
        if role == "group":
            return (
                f"{missing}, eller skriv under »import«, hvad den betyder: »empty_is_all: true« (alle) eller "
                "»fill_down: true« (det samme som cellen over)."
            )
        return f"{missing}, eller skriv »fill_down: true« under »import«."

    def _number(self, cell: GridCell) -> tuple[Decimal, ObservationKind | None] | None:
        """Read a figure and its kind; report what is none, and count what says that there is none."""
        if cell.merged_with - 1 in self.layout.figures:
            message = "Et tal er flettet over flere celler. Ophæv fletningen i Excel, og skriv hver celles tal."
            cell = replace(cell, merged_with=0, fault=message)
        try:
            number = self.values.read(cell)
        except CellError as error:
            self.complaints.report(cell, str(error), error.alike)
            return None
        self.result.empty += number is None
        if number is not None:
            self.result.signed += cell.text.endswith("%")
            self.result.scaled += [cell] if cell.held is not None else []
            self.result.rounded += [cell] if cell.rounded is not None else []
            self.unsettled += [] if self.values.is_settled(cell) else [cell]
        return number

    def _has_figures(self, row: Sequence[GridCell]) -> bool:
        """Tell whether a row has anything where figures stand, apart from a heading that is merged across them."""
        columns = self.layout.figures
        cells: Iterable[GridCell] = (row[column] for column in columns if column < len(row))
        return any(cell.text and (not cell.merged or cell.merged_with - 1 in columns) for cell in cells)


def _cell(row: Sequence[GridCell], column: int) -> GridCell:
    """Give a cell of a row, an empty one where the row ends before it."""
    return row[column] if column < len(row) else GridCell(row[0].row, column + 1)
