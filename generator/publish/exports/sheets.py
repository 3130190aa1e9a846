"""Tables as CSV, in one dialect for programs and one for a Danish spreadsheet; no cell becomes a formula.

Excel with Danish settings splits a CSV file at semicolons, reads a decimal comma, and takes a file without a
byte-order mark for Windows-1252. Programs expect the opposite of all three, so there are two files of each table.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from generator.base.text import digits
from generator.publish.exports.columns import Column

Cell: TypeAlias = str | float | int | bool | dt.date | None

_STARTS_A_FORMULA = re.compile("[=+\\-@＝＋－＠]")
_MONTH = (
    r"(?:jan(?:uary?)?|feb(?:ruary?)?|mar(?:ts|ch)?|apr(?:il)?|ma[jy]|jun[ie]?|jul[iy]?|aug(?:ust)?"
    r"|sep(?:t|tember)?|o[ck]t(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_LIKE_A_NUMBER = re.compile(
    rf"""\s*(?:
        (?=.*[-.,:/])[0-9]+(?:[-.,:/ ]+[0-9]+)*\.?     # 2020-05, 2.10, 1/2, 10:30, 1.
      | [0-9.,]+\s*(?:%|kr\.?|€|\$)                   # 50 %, 100 kr.
      | [(][0-9.,]+[)]                                # (5), which accountants write for -5
      | 0[0-9]+ | [0-9]{{12,}}                          # 007, and numbers longer than a spreadsheet keeps
      | [0-9][0-9.,]*e[-+]?[0-9]+                     # 1e5
      | (?:[0-9]+[-./ ]*)?{_MONTH}[-/ ]*[0-9]+ | [0-9]+[-./ ]*{_MONTH}  # maj 2020, 1. maj
      | sand | falsk | true | false
    )\s*\Z""",
    re.VERBOSE | re.IGNORECASE,
)
"""Text such as `2020-05`, `007`, `1. maj` or `50 %`, which a spreadsheet turns into a date or another value."""


MEDIA = "text/csv"


@dataclass(frozen=True)
class Dialect:
    """A way to write CSV."""

    suffix: str
    """What the file's name ends with."""
    title: str
    delimiter: str
    decimal: str
    newline: str
    start: str
    """What the file begins with."""
    splitters: str
    """What a spreadsheet with other settings would split the cells at."""
    for_spreadsheets: bool

    def path(self, path: str) -> str:
        """Give the path of a table's file, whose path without an ending is given."""
        return f"{path}{self.suffix}"

    @cached_property
    def formula(self) -> re.Pattern[str]:
        """What starts a formula: at the beginning of the text, or where another program would begin a new cell."""
        return re.compile(rf"""(\A|[{self.splitters}\t\r\n])([\s"]*)(?={_STARTS_A_FORMULA.pattern})""")


PLAIN = Dialect(".csv", "CSV", ",", ".", "\n", "", ";", for_spreadsheets=False)
DANISH = Dialect(
    "-excel.csv", "CSV til Excel med danske indstillinger", ";", ",", "\r\n", "\ufeff", ",", for_spreadsheets=True
)
DIALECTS = (PLAIN, DANISH)


def write(dialect: Dialect, columns: Iterable[Column], rows: Iterable[Sequence[Cell]]) -> str:
    """Write a table with its header."""
    buffer = io.StringIO()
    buffer.write(dialect.start)
    writer = csv.writer(buffer, delimiter=dialect.delimiter, lineterminator=dialect.newline)
    writer.writerow(column.name for column in columns)
    # Most cells stand in many rows; 1, 1.0 and True are the same to a dictionary, and not in a table.
    known: dict[tuple[type, Cell], str] = {}
    for row in rows:
        cells = []
        for value in row:
            key = (type(value), value)
            if (cell := known.get(key)) is None:
                cell = known[key] = _cell(dialect, value)
            cells.append(cell)
        writer.writerow(cells)
    return buffer.getvalue()


def _cell(dialect: Dialect, value: Cell) -> str:
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case int() | float():
            return digits(value).replace(".", dialect.decimal)
        case dt.date():
            return value.isoformat()
        case _:
            return _text(dialect, value)


def _text(dialect: Dialect, text: str) -> str:
    """Write a text so that it stays one; an apostrophe goes before what would become something else."""
    # Python's csv leaves a lone \r bare, where a reader ends the row.
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if dialect.for_spreadsheets and _LIKE_A_NUMBER.match(text):
        return f"'{text}"
    # Few texts have such a sign at all, and to look for one is far cheaper than to look for its place.
    return dialect.formula.sub(r"\1\2'", text) if _STARTS_A_FORMULA.search(text) else text
