"""Tables as CSV: word for word for programs, and for a Danish spreadsheet such that no cell becomes a formula.

Excel with Danish settings splits a CSV file at semicolons, reads a decimal comma, and takes a file without a
byte-order mark for Windows-1252. Programs expect the opposite of all three, so there are two files of each table.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from generator.base.text import digits
from generator.publish.exports.columns import Column

Cell: TypeAlias = str | float | int | bool | dt.date | None

_STARTS_A_FORMULA = re.compile(r"""([\s"]*)(?=[=+\-@＝＋－＠])""")
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
    for_spreadsheets: bool

    def path(self, path: str) -> str:
        """Give the path of a table's file, whose path without an ending is given."""
        return f"{path}{self.suffix}"

    @cached_property
    def needs_quotes(self) -> re.Pattern[str]:
        """What a cell must stand in quotation marks for: also a lone return, which Python's csv leaves bare."""
        return re.compile(f'[{self.delimiter}"\r\n]')


PLAIN = Dialect(".csv", "CSV", ",", ".", "\n", "", for_spreadsheets=False)
DANISH = Dialect(
    "-excel.csv", "CSV til Excel med danske indstillinger", ";", ",", "\r\n", "\ufeff", for_spreadsheets=True
)
DIALECTS = (PLAIN, DANISH)


def write(dialect: Dialect, columns: Iterable[Column], rows: Iterable[Sequence[Cell]]) -> str:
    """Write a table with its header."""
    lines = [dialect.delimiter.join(column.name for column in columns)]
    # Most cells stand in many rows; 1, 1.0 and True are the same to a dictionary, and not in a table.
    known: dict[tuple[type, Cell], str] = {}
    for row in rows:
        cells = []
        for value in row:
            key = (type(value), value)
            if (cell := known.get(key)) is None:
                cell = known[key] = _quoted(dialect, _cell(dialect, value))
            cells.append(cell)
        lines.append(dialect.delimiter.join(cells))
    return f"{dialect.start}{dialect.newline.join(lines)}{dialect.newline}"


def _quoted(dialect: Dialect, cell: str) -> str:
    return '"{}"'.format(cell.replace('"', '""')) if dialect.needs_quotes.search(cell) else cell


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
    """Write a text: word for word, but for an apostrophe before what a spreadsheet would turn into something else."""
    if not dialect.for_spreadsheets:
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _LIKE_A_NUMBER.match(text):
        return f"'{text}"
    start = _STARTS_A_FORMULA.match(text)
    return f"{start[0]}'{text[start.end() :]}" if start else text
