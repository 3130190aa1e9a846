"""Excel workbooks as tables: what stands in the cells, never what formulas would make of it."""

from __future__ import annotations

import datetime as dt
import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import openpyxl

from generator.importing.tables import MOST_CELLS, Cell, Table, TableError, cleaned

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell as ExcelCell
    from openpyxl.cell.cell import MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

_MOST_BYTES = 100_000_000
_DAMAGED = "Filen er ikke en Excel-projektmappe, eller den er beskadiget. Hent den igen, eller gem den som .xlsx."
_QUOTED = re.compile(r'"[^"]*"|\[[^]]*\]|\\.')


def tables(raw: bytes) -> Iterator[Table]:
    """Yield the visible sheets of a workbook that hold anything.

    Raises:
        TableError: the workbook cannot be read, or is too large.
    """
    _refuse_traps(raw)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # styles that openpyxl does not know say nothing about the figures
            book = openpyxl.load_workbook(io.BytesIO(raw), keep_links=False)
    except Exception as error:  # and so can a damaged workbook in openpyxl
        raise TableError(_DAMAGED) from error
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    if sum(sheet.max_row * sheet.max_column for sheet in sheets) > MOST_CELLS:
        raise TableError(f"Projektmappen har over {MOST_CELLS} celler. Vælg færre, og hent den igen.")
    for sheet in sheets:
        rows = _rows(sheet)
        if any(cell.text for row in rows for cell in row):
            yield Table(cleaned(1, 1, sheet.title).text, rows)


def _refuse_traps(raw: bytes) -> None:
    """Refuse archives that grow huge when they are unpacked, and XML that defines entities, which Excel never writes.

    Raises:
        TableError: the archive is one of those, or none at all.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            parts = archive.infolist()
            large = sum(part.file_size for part in parts) > _MOST_BYTES
            texts = [] if large else [part for part in parts if part.filename.endswith((".xml", ".rels"))]
            defining = any(b"<!DOCTYPE" in archive.read(part) for part in texts)
    except Exception as error:  # a damaged archive can fail anywhere in zipfile, and in any way
        raise TableError(_DAMAGED) from error
    if large:
        raise TableError("Projektmappen fylder for meget, når den pakkes ud. Vælg færre, og hent den igen.")
    if defining:
        raise TableError(_DAMAGED)


def _rows(sheet: Worksheet) -> list[list[Cell]]:
    rows = [
        [_cell(row, column, cell) for column, cell in enumerate(cells, start=1)]
        for row, cells in enumerate(sheet.iter_rows(), start=1)
    ]
    for area in sheet.merged_cells.ranges:
        first = rows[area.min_row - 1][area.min_col - 1]
        for row in range(area.min_row, min(area.max_row, len(rows)) + 1):
            for column in range(area.min_col, min(area.max_col, len(rows[row - 1])) + 1):
                if (row, column) != (area.min_row, area.min_col):
                    rows[row - 1][column - 1] = replace(first, row=row, column=column, merged=True)
    return rows


def _cell(row: int, column: int, cell: ExcelCell | MergedCell) -> Cell:
    value, kind = cell.value, cell.data_type
    if value is None:
        return Cell(row, column)
    if kind == "f":
        return Cell(row, column, "=", fault="Cellen er en formel. Gem tabellen som værdier.")
    if kind == "e":
        return Cell(row, column, str(value), fault=f"Cellen viser fejlen {value}. Ret den i Excel.")
    if kind == "n" and isinstance(value, int | float):
        number = Decimal(str(value))
        # The number that a reader sees: 72.3 %, where the file holds 0.723.
        seen = number * 100 if "%" in _QUOTED.sub("", cell.number_format) else number
        return Cell(row, column, f"{seen.normalize():f}", number=seen)
    if isinstance(value, dt.date):
        return _date(row, column, value, cell.number_format)
    return cleaned(row, column, str(value))


def _date(row: int, column: int, value: dt.date, form: str) -> Cell:
    """Make a period of a date: the day, the month or the year, as the cell's own form shows it."""
    letters = _QUOTED.sub("", form).casefold()
    if isinstance(value, dt.datetime) and value.time() != dt.time():
        return Cell(row, column, str(value), fault="Cellen er et klokkeslæt. Skriv en periode.")
    if "d" in letters:
        return Cell(row, column, value.strftime("%Y-%m-%d"))
    return Cell(row, column, value.strftime("%Y-%m" if "m" in letters else "%Y"))
