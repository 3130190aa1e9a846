"""A case's table from a spreadsheet: CSV with whatever a Danish or an English program puts between the cells."""

from __future__ import annotations

import codecs
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
_ENCODINGS = ("utf-8-sig", "cp1252", "cp850", "mac_roman")
"""What spreadsheets save text in, the likeliest first."""
_OUR_WORD = "Ændring"
_SEPARATED = re.compile(r"\Asep=.\n")
"""The line by which Excel is told what stands between cells."""
_MOST_CELL = 1_000_000


def grids(raw: bytes) -> list[Grid]:
    """Read a table.

    Raises:
        TableError: it is no table.
    """
    rows = [_ended(cells) for cells in _rows(_decoded(raw))]
    if not any(rows):
        raise TableError("Filen er tom. Gem skemaet som CSV (UTF-8).")
    # As many cells as the table has, or should have.
    width = min(max(map(len, rows)), len(HEADINGS))
    padded = [[*cells, *[""] * (width - len(cells))] for cells in rows]
    found = [Row(f"række {number}", cells) for number, cells in enumerate(padded, 1) if any(cells)]
    return [Grid(found[0], found[1:])]


def _ended(cells: list[str]) -> list[str]:
    """Leave out the empty cells at the end of a row: programs put more of them there, or fewer."""
    while cells and not cells[-1].strip():
        cells.pop()
    return [_bare(cell) for cell in cells]


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
    """Read bytes as text: of the ways in which they can be read, the one that gives our own words."""
    encodings = ("utf-16",) if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else _ENCODINGS
    found = [text for encoding in encodings if (text := _as(raw, encoding))]
    for text in (*(text for text in found if _OUR_WORD in text), *found):
        lines = _SEPARATED.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
        return lines.lstrip("\n")
    raise TableError(f"Filen er ikke et skema som CSV. Det første i den skal være »{HEADINGS[0]}«.")


def _as(raw: bytes, encoding: str) -> str:
    try:
        text = raw.decode(encoding)
    except UnicodeError:
        return ""
    return "" if "\x00" in text else text
