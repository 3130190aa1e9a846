"""A case's table from a spreadsheet: CSV with whatever a Danish or an English program puts between the cells."""

from __future__ import annotations

import csv
import io
import re

from generator.chain.worksheet import HEADINGS
from generator.editing.worksheets.grids import Grid, Row, TableError

_DELIMITERS = ";,\t"
_GUARDED = re.compile(
    r"""([\s"]*)'(?=
        [\s"]*[=+\-@＝＋－＠]                      # a formula
      | [0-9(][0-9.,:/()%€$\- kre]*\Z            # a number, a time, an amount
      | [0-9./ -]*(?:jan|feb|mar|apr|ma[jy]|jun|jul|aug|sep|o[ck]t|nov|dec)[a-z]*\.?[-/ 0-9]*\Z
      | (?:sand|falsk|true|false)\s*\Z
    )""",
    re.VERBOSE | re.IGNORECASE,
)
"""The apostrophe that our files for spreadsheets have before what would become something else."""
_MOST_CELL = 1_000_000


def grids(raw: bytes) -> list[Grid]:
    """Read a table.

    Raises:
        TableError: it is no table.
    """
    rows = _rows(_decoded(raw))
    if not rows:
        raise TableError("Filen er tom. Gem skemaet som CSV (UTF-8).")
    found = [Row(f"række {number}", [_bare(cell) for cell in cells]) for number, cells in enumerate(rows, 1)]
    return [Grid(found[0], [row for row in found[1:] if any(cell.strip() for cell in row.cells)])]


def _bare(cell: str) -> str:
    guard = _GUARDED.match(cell)
    return f"{guard[1]}{cell[guard.end() :]}" if guard else cell


def _rows(text: str) -> list[list[str]]:
    first = text.split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=first.count)
    csv.field_size_limit(_MOST_CELL)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error:
        message = "Filen kan ikke deles i celler. Et anførselstegn mangler, eller filen er i stykker. Gem den igen."
        raise TableError(message) from None


def _decoded(raw: bytes) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" in text:
            break
        return text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\n")
    raise TableError(f"Filen er ikke et skema som CSV. Det første i den skal være »{HEADINGS[0]}«.")
