"""What a table from outside is made of, whatever format it came in."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from generator.base.problems import Location, Problem
from generator.base.rule import Rule
from generator.base.text import composed, danish_number
from generator.reading.decoding import INVISIBLE

MOST_CELLS = 100_000
"""Far more than one indicator has a use for, and as many as are read in a second."""

_MOST_ZEROS = 30

MOST_TABLES = 100
TOO_MANY_TABLES = "Filen har over 100 tabeller eller ark. Gem den tabel, du skal bruge, i en fil for sig."

MOST_COLUMNS = 2_000
"""More than a month each since 1850."""


class GridError(Exception):
    """Raised with a Danish sentence where a file cannot be read as tables."""

    def __init__(self, message: str, row: int = 1, column: int = 1) -> None:
        super().__init__(message)
        self.row = row
        self.column = column

    def problem(self, path: str) -> Problem:
        """Tell of it at its place in the file."""
        return Problem(Location(path, self.row, self.column), str(self), Rule.IMPORT)


def bound(cells: int, columns: int = 0, row: int = 1) -> None:
    """Refuse a table that it would take long to read.

    Raises:
        GridError: it has more cells or columns than any indicator has a use for.
    """
    for count, most, what in ((cells, MOST_CELLS, "celler"), (columns, MOST_COLUMNS, "kolonner")):
        if count > most:
            message = f"Tabellen har over {danish_number(most)} {what}. Vælg færre områder, perioder eller grupper, "
            raise GridError(f"{message}og hent den igen.", row)


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell, at a row and a column that are counted from 1."""

    row: int
    column: int
    text: str = ""
    """What a reader sees, with white space as single spaces."""
    number: Decimal | None = None
    """The value, where the format itself says that it is a number and which."""
    code: str = ""
    """The short name beside the text, where the format has one."""
    mark: str = ""
    """What the format says about the value: that it is provisional, or withheld."""
    fault: str = ""
    """Why the cell must not be used."""
    merged_with: int = 0
    """The column of the cell that the text belongs to, where this one is merged with another."""
    percent: bool = False
    """Whether the format says that the number is a percentage."""
    rounded: Decimal | None = None
    """The number with the decimals that a reader sees, where the format shows fewer than it holds."""
    held: Decimal | None = None
    """What the format holds, where it shows thousands or millions."""
    is_date: bool = False
    """Whether the format says that it is a date, whatever it shows of it."""

    @property
    def merged(self) -> bool:
        """Tell whether the text belongs to another cell."""
        return self.merged_with > 0

    @property
    def names(self) -> tuple[str, ...]:
        """Every way to name what the cell says."""
        return (self.text, self.code) if self.code else (self.text,)


@dataclass(frozen=True)
class Grid:
    """Rows of cells, which need not be equally long."""

    title: str
    rows: list[list[GridCell]]
    headed: bool = False
    """Whether the format says itself which columns there are: the first row is their headings, and no row is a note."""
    valued: bool = False
    """Whether the format says too that the value stands last."""
    delimiter: str = ""
    """What parts the cells, where the format is text."""


def numeric(row: int, column: int, number: Decimal, mark: str = "") -> GridCell:
    """Make a cell of a number that the format itself says is one; zeros are written out only where they are few."""
    text = f"{number:f}" if abs(number.adjusted()) < _MOST_ZEROS else str(number)
    return GridCell(row, column, text, number=number, mark=mark)


def tidy(text: str) -> str:
    """Give a text with single spaces, and every letter as one sign."""
    return " ".join(composed(text).split())


def cleaned(row: int, column: int, value: str) -> GridCell:
    """Make a cell of text; hidden characters, which could make two equal names differ, are a fault.

    Letters are composed: a machine may write å as a and a ring, which is read as the same letter.
    """
    text = tidy(value)
    if text.isprintable() and (text.isascii() or not INVISIBLE.search(text)):
        return GridCell(row, column, text)
    hidden = next(char for char in text if not char.isprintable() or INVISIBLE.match(char))
    return GridCell(row, column, text, fault=f"Cellen har et usynligt tegn (U+{ord(hidden):04X}). Slet det.")
