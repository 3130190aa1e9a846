"""Excel workbooks as tables: what stands in the cells, never what formulas would make of it."""

from __future__ import annotations

import datetime as dt
import io
import re
import warnings
import zipfile
from collections.abc import Container, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.worksheet.cell_range import CellRange

from generator.base.text import digits, shown
from generator.editing.importing import forms
from generator.editing.importing.grids import MOST_TABLES, TOO_MANY_TABLES, Grid, GridCell, GridError, bound, cleaned

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell as ExcelCell
    from openpyxl.cell.cell import MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

_MOST_BYTES = 30_000_000
_MOST_PARTS = 1_000
_MOST_STYLES = 2_000_000
_TOO_LARGE = "Projektmappen fylder for meget, når den pakkes ud. Gem kun arket med tabellen i en ny projektmappe."
_DAMAGED = "Filen er ikke en Excel-projektmappe, eller den er beskadiget. Hent den igen, eller gem den som .xlsx."
_OTHERS = {
    "xl/workbook.bin": "Filen er en binær Excel-projektmappe (.xlsb). Åbn den i Excel, og gem den som .xlsx.",
    "content.xml": "Filen er et OpenDocument-regneark (.ods). Åbn det, og gem det som .xlsx.",
}
_STRING = re.compile(rb"<(?:\w+:)?si[\s>]")
_CELL = re.compile(rb"<(?:\w+:)?(?:c|row)[\s>]")
"""Cells and rows; a program may write a prefix before each name, as Statistics Denmark's does."""
_STYLES = "xl/styles.xml"
_MERGED = re.compile(rb"""<(?:\w+:)?mergeCell\s[^>]*?ref=["']([A-Z]+[0-9]+:[A-Z]+[0-9]+)["']""")
_MOST_MERGED = 20_000
_MERGED_FAR = (
    "Projektmappen har flettede celler, der dækker over 20.000 celler, måske en hel kolonne. "
    "Ophæv fletningen i Excel, gem, og prøv igen."
)
_EMPTY_CELL = re.compile(rb"<(?:\w+:)?c\s(?=[^<>]*\br=)[^<>]*/>")
_EMPTY_ROW = re.compile(rb"<(?:\w+:)?row\s(?=[^<>]*\br=)(?![^<>]*\bhidden=)[^<>]*(?:/>|>\s*</(?:\w+:)?row>)")
_QUOTED = re.compile(r'"[^"]*"|\[[^]]*\]|\\.')
_RAISED = "Cellen har hævede tegn, måske en henvisning til en note. Slet dem, så de ikke bliver læst som cifre."
_HIDDEN = "Cellen er skjult i Excel. Vis den, hvis tallet skal med, eller slet rækken eller kolonnen."


def grids(raw: bytes) -> Iterator[Grid]:
    """Yield the visible sheets of a workbook that hold anything.

    Raises:
        GridError: the workbook cannot be read, or is too large.
    """
    _refuse_traps(raw)
    raw = _without_empty_cells(raw)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # styles that openpyxl does not know say nothing about the figures
            book = openpyxl.load_workbook(io.BytesIO(raw), keep_links=False, rich_text=True)
            sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
            bound(
                sum(sheet.max_row * sheet.max_column for sheet in sheets),
                max((sheet.max_column for sheet in sheets), default=0),
            )
            found = [Grid(cleaned(1, 1, sheet.title).text, _rows(sheet)) for sheet in sheets]
    except GridError:
        raise
    except Exception as error:  # and so can a damaged workbook in openpyxl, also when a cell is looked at
        raise GridError(_DAMAGED) from error
    yield from (grid for grid in found if any(cell.text for row in grid.rows for cell in row))


def _refuse_traps(raw: bytes) -> None:
    """Refuse archives that grow huge when they are unpacked, XML that defines entities, and what is no workbook.

    Raises:
        GridError: the archive is one of those, or none at all.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            parts = archive.infolist()
            names = {part.filename for part in parts}
            large = len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_BYTES
            large = large or any(part.file_size > _MOST_STYLES for part in parts if part.filename == _STYLES)
            texts = [] if large else [part for part in parts if part.filename.endswith((".xml", ".rels"))]
            defining = any(b"<!DOCTYPE" in archive.read(part) for part in texts)
    except Exception as error:  # a damaged archive can fail anywhere in zipfile, and in any way
        raise GridError(_DAMAGED) from error
    if large:
        raise GridError(_TOO_LARGE)
    if defining:
        raise GridError(_DAMAGED)
    if other := next((message for name, message in _OTHERS.items() if name in names), ""):
        raise GridError(other)
    if names and "[Content_Types].xml" not in names:
        raise GridError("Filen er pakket sammen (zip). Pak den ud, og vælg tabellen i den.")


def _without_empty_cells(raw: bytes) -> bytes:
    """Take formatted cells and rows that hold nothing out of the sheets: openpyxl would make an object of each.

    Raises:
        GridError: merged cells cover so many that a table cannot be meant.
    """
    packed = io.BytesIO()
    cells = sheets = 0
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive, zipfile.ZipFile(packed, "w") as light:
            for part in archive.infolist():
                content = archive.read(part)
                bound(sum(1 for _ in _STRING.finditer(content)))
                if part.filename.startswith("xl/worksheets/") and part.filename.endswith(".xml"):
                    if sum(map(_covered, _MERGED.finditer(content))) > _MOST_MERGED:
                        raise GridError(_MERGED_FAR)  # noqa: TRY301  told in one place
                    content = _EMPTY_ROW.sub(b"", _EMPTY_CELL.sub(b"", content))
                    cells += sum(1 for _ in _CELL.finditer(content))
                    sheets += 1
                    bound(cells)
                    if sheets > MOST_TABLES:
                        raise GridError(TOO_MANY_TABLES)  # noqa: TRY301  likewise
                light.writestr(part.filename, content)
    except GridError:
        raise
    except Exception as error:  # as above
        raise GridError(_DAMAGED) from error
    return packed.getvalue()


def _covered(merged: re.Match[bytes]) -> int:
    """Count the cells of a merged area."""
    area = CellRange(merged[1].decode("ascii"))
    return int(area.size["columns"]) * int(area.size["rows"])


def _rows(sheet: Worksheet) -> list[list[GridCell]]:
    rows = [
        [_cell(row, column, cell) for column, cell in enumerate(cells, start=1)]
        for row, cells in enumerate(sheet.iter_rows(), start=1)
    ]
    for area in sheet.merged_cells.ranges:
        first = rows[area.min_row - 1][area.min_col - 1]
        for row in range(area.min_row, min(area.max_row, len(rows)) + 1):
            for column in range(area.min_col, min(area.max_col, len(rows[row - 1])) + 1):
                if (row, column) != (area.min_row, area.min_col):
                    rows[row - 1][column - 1] = replace(first, row=row, column=column, merged_with=first.column)
    hidden_rows = {row for row, dimension in sheet.row_dimensions.items() if dimension.hidden}
    hidden_columns = {
        column
        for dimension in sheet.column_dimensions.values()
        if dimension.hidden and dimension.min and dimension.max
        for column in range(dimension.min, dimension.max + 1)
    }
    return [[_seen(cell, hidden_rows, hidden_columns) for cell in row] for row in rows]


def _seen(cell: GridCell, hidden_rows: Container[int], hidden_columns: Container[int]) -> GridCell:
    """Mark a cell that a reader does not see: it may have been left out on purpose."""
    hidden = cell.row in hidden_rows or cell.column in hidden_columns
    return replace(cell, fault=_HIDDEN) if hidden and cell.text else cell


def _cell(row: int, column: int, cell: ExcelCell | MergedCell) -> GridCell:
    value, kind = cell.value, cell.data_type
    if value is None:
        return GridCell(row, column)
    if kind == "f":
        return GridCell(row, column, "=", fault="Cellen er en formel. Kopiér den i Excel, og indsæt den som værdi.")
    if kind == "e":
        return GridCell(row, column, str(value), fault=f"Cellen viser fejlen {value}. Ret den i Excel.")
    if kind == "n" and isinstance(value, int | float):
        return _number(row, column, value, cell.number_format)
    if isinstance(value, dt.date | dt.time | dt.timedelta):
        return _date(row, column, value, cell.number_format)
    raised = isinstance(value, CellRichText) and any(map(_is_raised, value))
    text = cleaned(row, column, str(value))
    return replace(text, fault=_RAISED) if raised else text


def _is_raised(part: TextBlock | str) -> bool:
    """Tell whether a part of a text stands higher or lower than the rest: 4 with a raised 1 is not 41."""
    return isinstance(part, TextBlock) and part.font.vertAlign in ("superscript", "subscript") and bool(part.text)


def _number(row: int, column: int, value: float, form: str) -> GridCell:
    """Make a cell of the number that a reader sees: 72.3 %, where the file holds 0.723; 61.2 of 61,200,000."""
    held = Decimal(f"{value:.15g}")  # Excel shows no more digits; those that follow are the computer's own
    seen = forms.seen(held, form)
    fault = ""
    if seen.instead is not None:
        what = shown(seen.instead) if seen.instead else "intet"
        fault = f"Cellen viser {what}, men indeholder {forms.danish(held)}. Vælg en talform i Excel, der viser tallet."
    return GridCell(
        row,
        column,
        digits(seen.number),
        number=seen.number,
        fault=fault,
        percent=seen.percent,
        rounded=seen.rounded if seen.rounded != seen.number else None,
        held=held if seen.scaled else None,
    )


def _date(row: int, column: int, value: dt.date | dt.time | dt.timedelta, form: str) -> GridCell:
    """Make a period of a date: the day, the month or the year, as the cell's own form shows it."""
    letters = _QUOTED.sub("", form).casefold()
    has_time = isinstance(value, dt.datetime) and value.time() != dt.time()
    shows_time = set("hs").intersection(letters) and not set("dy").intersection(letters)
    if not isinstance(value, dt.date) or has_time or shows_time:
        fault = "Cellen er et klokkeslæt. Skriv en periode."
        return GridCell(row, column, str(value), fault=fault, is_date=True)
    pattern = "%Y-%m-%d" if "d" in letters else "%Y-%m" if "m" in letters else "%Y"
    return GridCell(row, column, value.strftime(pattern), is_date=True)
