"""Where the headings of a table stand, and which column is which."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.base.text import closest, folded, joined, shown
from generator.editing.importing.grids import Grid, GridCell, GridError, tidy
from generator.model import ImportMapping

_FURTHEST = 100
"""Nobody writes so many rows above a table."""

_MOST_NAMED = 12
"""A longer list of names helps nobody."""

_LONGEST_NAME = 200
_BY_NUMBER = re.compile(r"kolonne ([1-9][0-9]{0,3})\Z")


@dataclass(frozen=True)
class Layout:
    """Which column of a table is which, by index from 0, and the row where the figures begin."""

    start: int
    roles: dict[str, int]
    """The columns for `period`, `area` and `group`, and for `value` where one column holds the figures."""
    keep: dict[str, int]
    """The columns that choose rows, by their headings."""
    headings: dict[int, GridCell] = field(default_factory=dict)
    """The heading of each column."""
    spread: dict[int, GridCell] = field(default_factory=dict)
    """What stands over each column of figures, where the figures stand in many columns."""
    ignored: frozenset[int] = frozenset()

    @property
    def figures(self) -> list[int]:
        """The columns that hold figures."""
        return [self.roles["value"]] if "value" in self.roles else list(self.spread)

    def is_named(self, column: int) -> bool:
        """Tell whether the import says what a column is for."""
        used = {*self.roles.values(), *self.keep.values(), *self.spread}
        return column in used or column in self.ignored


def lay_out(
    grid: Grid,
    mapping: ImportMapping,
    understood: Callable[[GridCell], bool],
    is_figure_row: Callable[[GridCell | None, GridCell | None], bool],
) -> Layout:
    """Find the rows that hold every heading which an import names.

    `understood` tells whether a heading could name a period, an area or a group, where those stand in the headings.
    `is_figure_row` tells by what stands for the period and the value whether a row is one of figures; it decides where
    they begin in a table whose columns are given by number, which may have no headings at all.

    Raises:
        GridError: no row holds them all, or a heading stands over several columns.
    """
    search = _Search(grid, mapping, understood)
    if search.is_by_number and not mapping.header_rows:
        return search.without_headings(is_figure_row)
    if mapping.header_rows == 0:
        message = (
            "»header_rows: 0« betyder, at tabellen ingen overskrifter har. Skriv kolonnerne ved nummer under »import«, "
            "for eksempel »kolonne 2«."
        )
        raise GridError(message)
    nearest: tuple[int, list[str]] = (0, [])
    found: Layout | None = None
    for top in range(min(len(grid.rows) - search.depth + 1, 1 if grid.headed else _FURTHEST)):
        missing, layout = search.at(top)
        if layout and search.begins_at(top):
            return layout
        found = found or layout
        if not nearest[1] or len(missing) < len(nearest[1]):
            nearest = (top, missing)
    if found:
        return found
    raise search.nothing_at(*nearest)


def whole(name: str) -> str:
    """Quote a name from a table so that it can be told from others; only a very long one loses its middle."""
    half = _LONGEST_NAME // 2
    return f"»{name if len(name) <= _LONGEST_NAME else f'{name[:half]}…{name[-half:]}'}«"


def suggested(word: str, known: Iterable[str]) -> str:
    """Suggest the name that was meant, whatever its capitals; otherwise name those there are, if they are few."""
    names = {folded(name): name for name in known if name}
    meant = closest(folded(word), names)
    if meant:
        return f" Mente du {whole(names[meant])}?"
    return f" Vælg mellem {joined([whole(name) for name in names.values()])}." if 0 < len(names) <= _MOST_NAMED else ""


class _Search:
    """Tries rows as headings."""

    def __init__(self, grid: Grid, mapping: ImportMapping, understood: Callable[[GridCell], bool]) -> None:
        self.grid = grid
        self.mapping = mapping
        self.understood = understood
        self.depth = 1 if grid.headed else mapping.header_rows or 1
        # Where the figures stand in many columns, the value is a heading over them; a format may say itself where.
        one_column = mapping.across is None and not grid.valued
        self.roles = {role: name for role, name in mapping.columns if name and (role != "value" or one_column)}
        # The last row in which a column has anything: a column of nothing that stands between others has no heading.
        self.last = {column: top for top, row in enumerate(grid.rows) for column, cell in enumerate(row) if cell.text}
        self.width = max(map(len, grid.rows), default=0)
        self.wanted = [*dict.fromkeys([*self.roles.values(), *mapping.keep, *mapping.ignore])]

    @property
    def is_by_number(self) -> bool:
        """Tell whether the import names no heading at all, but gives every column by its number."""
        free = self.mapping.across is None and not self.grid.headed
        return free and bool(self.wanted) and all(_BY_NUMBER.match(folded(name)) for name in self.wanted)

    def without_headings(self, is_figure_row: Callable[[GridCell | None, GridCell | None], bool]) -> Layout:
        """Take every row from the first with figures on; what stands above is a title or headings.

        Raises:
            GridError: the table has fewer columns.
        """
        found = {name: self._numbered(name) for name in self.wanted}
        for name, columns in found.items():
            if not columns:
                raise GridError(f"Tabellen har ikke {shown(name)}: den har {self.width} kolonner. Ret »import«.")
        roles = {role: found[name][0] for role, name in self.roles.items()}
        start = 0
        if self.mapping.header_rows is None:
            rows = enumerate(self.grid.rows[:_FURTHEST])
            start = next((top for top, row in rows if is_figure_row(*_at(row, roles, "period", "value"))), 0)
        headings = {cell.column - 1: cell for cell in self.grid.rows[start - 1] if cell.text} if start else {}
        keep = {name: found[name][0] for name in self.mapping.keep}
        return Layout(start, roles, keep, headings, {}, frozenset(found[name][0] for name in self.mapping.ignore))

    def at(self, top: int) -> tuple[list[str], Layout | None]:
        """Take some rows for the headings; give the headings that are missing, or the layout."""
        paths = list(self._paths(top))
        found = {name: self._columns(paths, name) for name in self.wanted}
        missing = [name for name, columns in found.items() if not columns]
        if missing:
            return missing, None
        for name in [*self.roles.values(), *self.mapping.keep]:
            if len(found[name]) > 1:
                first, second = (paths[column][-1] for column in found[name][:2])
                message = (
                    f"Overskriften {whole(name)} står over flere kolonner: {first.column} og {second.column}. "
                    f"Skriv hele overskriften, eller skriv »kolonne {first.column}«."
                )
                raise GridError(message, second.row, second.column)
        roles = {role: found[name][0] for role, name in self.roles.items()}
        if self.grid.valued:
            roles["value"] = len(self.grid.rows[0]) - 1
        keep = {name: found[name][0] for name in self.mapping.keep}
        ignored = frozenset(column for name in self.mapping.ignore for column in found[name])
        spread = self._spread(paths, {*roles.values(), *keep.values(), *ignored})
        if self.mapping.across and not any(map(self.understood, spread.values())):
            return [self.mapping.across], None
        headings = {column: path[-1] for column, path in enumerate(paths) if path}
        return [], Layout(top + self.depth, roles, keep, headings, spread, ignored)

    def begins_at(self, top: int) -> bool:
        """Tell whether a row is the first with headings, and not a title or an empty row above them."""
        words = {folded(name) for name in [*self.wanted, self.mapping.columns.value or ""]}
        words |= {folded(word.split(": ")[0]) for word in words}
        return any(words.intersection(map(folded, cell.names)) for cell in self.grid.rows[top] if cell.text)

    def nothing_at(self, top: int, missing: Sequence[str]) -> GridError:
        """Say which headings are missing in the row that has most of them."""
        if not missing:  # no row was tried
            return GridError("Tabellen har færre rækker, end »header_rows« under »import« siger. Hent filen igen.")
        if self.mapping.across in missing:
            what = {"period": "perioder", "area": "områder", "group": "grupper"}[str(self.mapping.across)]
            return GridError(f"Overskrifterne er ikke fundet: ingen række har {what}, som »across« siger.")
        names = joined([whole(name) for name in missing])
        if len(missing) == len(self.wanted):
            return GridError(f"Overskrifterne er ikke fundet: ingen række har {names}. Ret »columns« under »import«.")
        cells = [cell for path in self._paths(top) for cell in path]
        message = f"Rækken ligner overskrifterne, men mangler {names}."
        return GridError(message + suggested(missing[0], [cell.text for cell in cells]), self._row(top))

    def _row(self, top: int) -> int:
        """Give the first row with anything from a place on, as a reader counts them."""
        cells = (cell for row in self.grid.rows[top : top + self.depth] for cell in row)
        return next((cell.row for cell in cells if cell.text), top + 1)

    def _paths(self, top: int) -> Iterator[list[GridCell]]:
        """Give the headings over each column from above, without empty ones and without saying one twice."""
        rows = self.grid.rows[top : top + self.depth]
        for column in range(max(map(len, rows), default=0)):
            path: list[GridCell] = []
            for index, row in enumerate(rows):
                cell = row[column] if column < len(row) else None
                if index < len(rows) - 1:  # a heading above others stands at the left of what it covers
                    cell = next((other for other in reversed(row[: column + 1]) if other.text), None)
                if cell and cell.text and not (path and folded(path[-1].text) == folded(cell.text)):
                    path.append(cell)
            yield path if self.last.get(column, -1) >= top + len(rows) - 1 else []

    def _columns(self, paths: Sequence[Sequence[GridCell]], name: str) -> list[int]:
        """Give the columns with a heading: by all of it, else by a part of it, else by the column's number.

        A heading that is written alike comes before one with other capitals.
        """
        for same in (tidy, folded):
            if found := [column for column, path in enumerate(paths) if same(_joined(path)) == same(name)]:
                return found
        for same in (tidy, folded):
            if found := [column for column, path in enumerate(paths) if _says(path, name, same)]:
                return found
        return self._numbered(name) if any(paths) else []  # a row of nothing has no headings

    def _numbered(self, name: str) -> list[int]:
        number = _BY_NUMBER.match(folded(name))
        return [int(number[1]) - 1] if number and int(number[1]) <= self.width else []

    def _spread(self, paths: Sequence[Sequence[GridCell]], taken: set[int]) -> dict[int, GridCell]:
        """Give what stands over each of the columns of figures, apart from the measure that they all are of."""
        if not self.mapping.across:
            return {}
        measure = self.mapping.columns.value
        spread: dict[int, GridCell] = {}
        for column, path in enumerate(paths):
            if column in taken or not path or (measure and not _says(path, measure)):
                continue
            rest = [cell for cell in path if not measure or folded(measure) not in map(folded, cell.names)]
            if rest:
                label = rest[-1]
                spread[column] = GridCell(label.row, column + 1, _joined(rest), code=label.code, fault=label.fault)
        return spread


def _joined(path: Sequence[GridCell]) -> str:
    return ": ".join(cell.text for cell in path)


def _says(path: Sequence[GridCell], name: str, same: Callable[[str], str] = folded) -> bool:
    return any(same(name) in map(same, cell.names) for cell in path)


def _at(row: Sequence[GridCell], roles: Mapping[str, int], *names: str) -> list[GridCell | None]:
    columns = [roles.get(name, len(row)) for name in names]
    return [row[column] if column < len(row) else None for column in columns]
