"""Which tables of a file are the case's own, and where their headings are; what else people put there is left out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from generator.base.text import joined, shown
from generator.chain.worksheet import HEADINGS, NUMBER
from generator.editing.worksheets.grids import Grid, Row, TableError
from generator.editing.worksheets.texts import plain

_ENOUGH = 3
"""So many of our headings make a row one of headings, whatever has been done to the others."""
_OPEN_DATA = {"point", "state", "answer"}
"""Names of columns in the open data's table of the same case."""


def headed(grid: Grid, known: Collection[str]) -> Grid | None:
    """Give a table from its row of headings on, wherever that stands; nothing for a table that is somebody's own.

    Raises:
        TableError: it is the table that is published as open data, which nobody fills in.
    """
    rows = [grid.head, *grid.rows]
    best = max(range(len(rows)), key=lambda place: _headings(rows[place]))
    if _headings(rows[best]) >= _ENOUGH:
        # Whoever sorts a spreadsheet may sort its headings too.
        ours = [*(row for row in rows[:best] if _number(row) in known), *rows[best + 1 :]]
        return Grid(rows[best], [row for row in ours if not _is_empty(row) and not _is_head(row)])
    if {plain(cell) for cell in grid.head.cells} >= _OPEN_DATA:
        raise TableError(
            "Filen er hvidbogen fra de åbne data, og den læses ikke ind. Skriv i det skema, som "
            "pejl hvidbog laver med --out."
        )
    return grid if any(_number(row) in known for row in rows) else None


def wrong(head: Row) -> Iterator[str]:
    """Say what is wrong with a row of headings."""
    names = [plain(cell) for cell in head.cells]
    yield from head.troubles
    if not any(name in HEADINGS for name in names):
        yield f"Tabellen har ingen overskrifter. Sæt dem ind igen som den første række: {', '.join(HEADINGS)}."
        return
    missing = [name for name in HEADINGS if name not in names]
    strange = [name for name in names if name not in HEADINGS]
    doubled = [name for name in dict.fromkeys(names) if name in HEADINGS and names.count(name) > 1]
    if missing:
        yield f"Kolonnen {_quoted(missing)} mangler, eller overskriften er ændret. Skriv den, som den var."
    if strange:
        names_of_them = joined([shown(name) if name else "en uden overskrift" for name in strange])
        yield f"Kolonnen kendes ikke: {names_of_them}. Slet den, eller skriv overskriften, som den var."
    if doubled:
        yield f"Kolonnen {_quoted(doubled)} står der flere gange. Slet den ene."
    if not (missing or strange or doubled) and names != list(HEADINGS):
        yield f"Kolonnerne er byttet om. De skal stå sådan: {', '.join(HEADINGS)}."


def _headings(row: Row) -> int:
    return len({plain(cell) for cell in row.cells} & set(HEADINGS))


def _number(row: Row) -> str:
    return plain(row.cells[NUMBER]).lower() if row.cells else ""


def _is_empty(row: Row) -> bool:
    """Tell whether a row has nothing in it: Word makes one whenever somebody presses Tab in the last cell."""
    return not row.troubles and not any(cell.strip() for cell in row.cells)


def _is_head(row: Row) -> bool:
    """Tell whether a row is the headings again, as where two tables have become one."""
    return [plain(cell) for cell in row.cells] == list(HEADINGS)


def _quoted(names: Sequence[str]) -> str:
    return joined([f"»{name}«" for name in names])
