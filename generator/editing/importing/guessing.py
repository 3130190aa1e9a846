"""Takes a table that no import explains for what it most likely is: a guess that is only ever shown and asked about."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.base.text import folded
from generator.editing.importing.cells import CellError, read_number, read_period
from generator.editing.importing.grids import Grid, GridCell
from generator.model.period import PeriodError
from generator.model.vocabulary import NumberStyle

_MOST_ROWS = 2000
"""The rows that are looked at; a table repeats itself."""
_FURTHEST = 20
_MOSTLY = 0.9
"""The part of a column's cells that must be periods or numbers for it to be taken for a column of those."""
_TOTAL = re.compile(r"(?:.*\b)?(?:i alt|alle|total|tot|ialt)\b.*\Z", re.IGNORECASE)
_AREA_WORDS = ("område", "area", "region", "kommune", "municipality", "geo", "kommunedk", "sted")
_PERIOD_WORDS = ("periode", "tid", "år", "måned", "kvartal", "uge", "dato", "period", "time", "year", "month")
_MISSING = ("..", "...", "…", ".", "-")
_NUMERIC = re.compile(r"[-−]?[0-9][0-9., ]*%?\Z")


@dataclass(frozen=True)
class Candidate:
    """One column of a table: its heading, the different values in it, and how many of its cells can be read as what."""

    number: int
    name: str
    values: list[GridCell] = field(default_factory=list)
    filled: int = 0
    empty: int = 0
    periods: int = 0
    areas: int = 0
    numbers: int = 0

    @property
    def is_of_numbers(self) -> bool:
        """Tell whether it mostly holds numbers."""
        return self.filled > 0 and self.numbers >= _MOSTLY * self.filled

    @property
    def is_a_period(self) -> bool:
        """Tell whether its heading names a period."""
        return _is_period(self.name)

    @property
    def is_called_area(self) -> bool:
        """Tell whether its heading is a word for areas."""
        return folded(self.name) in _AREA_WORDS

    @property
    def is_called_period(self) -> bool:
        """Tell whether its heading is a word for periods."""
        return folded(self.name) in _PERIOD_WORDS

    @property
    def kept(self) -> GridCell | None:
        """The value that most likely stands for all, or the only one there is."""
        total = next((cell for cell in self.values if any(map(_TOTAL.match, cell.names))), None)
        return total or (self.values[0] if len(self.values) == 1 else None)


@dataclass(frozen=True)
class Guess:
    """What a table is taken for: the columns by their part, and whether the periods stand in the headings."""

    grid: Grid
    top: int
    """The row of the headings, by index from 0; the last, where there are several."""
    depth: int
    """How many rows the headings take."""
    columns: list[Candidate]
    across: bool
    roles: dict[str, Candidate]
    """The columns for `period`, `area`, `group` and `value`, as far as they are found."""
    style: NumberStyle | None

    @property
    def rest(self) -> list[Candidate]:
        """The columns that are taken for none of these."""
        taken = [*self.roles.values(), *(column for column in self.columns if self.across and column.is_a_period)]
        return [column for column in self.columns if column not in taken and column.values]


def guess(grid: Grid, areas: Mapping[str, str]) -> Guess:
    """Take each column of a table for what its cells look like; `areas` are names that areas may go by."""
    top, depth = (0, 1) if grid.headed else _heading_rows(grid)
    columns = _looked_at(grid, top, depth, areas)
    across = sum(column.is_a_period for column in columns) > 1
    free = [column for column in columns if column.values and not (across and column.is_a_period)]
    roles: dict[str, Candidate] = {}
    find: dict[str, Callable[[], Candidate | None]] = {
        "period": lambda: None if across else _best(free, "periods", _MOSTLY),
        "area": lambda: _best(free, "areas", 0) or next((column for column in free if column.is_called_area), None),
        # Statistics offices place the figures last.
        "value": lambda: None if across else next((column for column in reversed(free) if column.is_of_numbers), None),
        "group": lambda: next((column for column in free if len(column.values) > 1 and not column.is_of_numbers), None),
    }
    for role, found in find.items():
        if column := found():
            roles[role] = column
            free.remove(column)
    figures = [column for column in columns if across and column.is_a_period]
    cells = [cell for column in [*figures, *filter(None, [roles.get("value")])] for cell in column.values]
    return Guess(grid, top, depth, columns, across, roles, _style(cells))


def _heading_rows(grid: Grid) -> tuple[int, int]:
    """Find the first row that is about as wide as the table and mostly words, or that names several periods.

    Where no row is, the headings stand right above the first row with figures, in two rows if one more is there.
    """
    width = max((sum(bool(cell.text) for cell in row) for row in grid.rows), default=0)
    for top, row in enumerate(grid.rows[:_FURTHEST]):
        filled = [cell for cell in row if cell.text and not cell.merged]
        if sum(_is_period(cell.text) for cell in filled) > 1:
            return top, 1
        wide, numbers = len(filled) >= max(2, width - 1), sum(map(is_number, filled))
        if wide and numbers <= len(filled) // 2 and not any(_is_period(cell.text) for cell in filled):
            return top, 1
        if wide and top:
            above = [cell for cell in grid.rows[top - 2] if cell.text] if top > 1 else []
            return top - 1, 2 if len(above) > 1 else 1
    return 0, 1


def _headings(grid: Grid, top: int, depth: int) -> list[str]:
    """Give the headings; a heading above others stands at the left of what it covers."""
    rows = [[cell.text for cell in row] for row in grid.rows[top + 1 - depth : top + 1]]
    headings = []
    for column in range(max(map(len, rows), default=0)):
        own = rows[-1][column] if column < len(rows[-1]) else ""
        above = [next((text for text in reversed(row[: column + 1]) if text), "") for row in rows[:-1]]
        headings.append(": ".join(dict.fromkeys(filter(None, [*above, own]))))
    return headings


def _looked_at(grid: Grid, top: int, depth: int, areas: Mapping[str, str]) -> list[Candidate]:
    headings = _headings(grid, top, depth)
    rows = [row for row in grid.rows[top + 1 : top + 1 + _MOST_ROWS] if any(cell.text for cell in row)]
    columns = []
    for index in range(max(len(headings), *map(len, rows), 0)):
        heading = headings[index] if index < len(headings) else ""
        cells = [row[index] for row in rows if index < len(row) and row[index].text]
        different: dict[str, GridCell] = {}
        for cell in cells:
            different.setdefault(folded(cell.text), cell)
        columns.append(
            Candidate(
                index + 1,
                heading or f"kolonne {index + 1}",
                list(different.values()),
                len(cells),
                len(rows) - len(cells),
                sum(any(map(_is_period, cell.names)) for cell in cells),
                sum(any(folded(name) in areas for name in cell.names) for cell in cells),
                sum(map(is_number, cells)),
            )
        )
    return columns


def _is_period(text: str) -> bool:
    try:
        read_period(text)
    except PeriodError:
        return False
    return True


def is_number(cell: GridCell) -> bool:
    """Tell whether a cell holds a number, or a mark for one that is not there."""
    return cell.number is not None or bool(_NUMERIC.match(cell.text)) or cell.text in _MISSING


def _best(columns: Sequence[Candidate], what: str, least: float) -> Candidate | None:
    """Give the column with the greatest part of its cells of a kind, the first of those that are alike."""
    best = max(columns, key=lambda column: getattr(column, what) / column.filled, default=None)
    part = getattr(best, what) / best.filled if best else 0
    return best if part > 0 and part >= least else None


def _style(cells: Sequence[GridCell]) -> NumberStyle | None:
    """Give the first form that every number in text can have been written in, if any of them needs one."""
    texts = [cell.text.removesuffix("%").strip() for cell in cells if cell.number is None and _NUMERIC.match(cell.text)]
    if not any(re.search("[., ]", text) for text in texts):
        return None
    return next((style for style in NumberStyle if all(_reads(text, style) for text in texts)), None)


def _reads(text: str, style: NumberStyle) -> bool:
    try:
        read_number(text, style)
    except CellError:
        return False
    return True
