"""What a file with a case's table becomes before it is understood: rows of texts, each with where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


class TableError(ValueError):
    """Raised with a Danish sentence where a file cannot be read as a table at all."""


@dataclass(frozen=True)
class Row:
    """A row of a table."""

    place: str
    """Where it stands: `tabel 2, række 5`."""
    cells: Sequence[str]
    troubles: Sequence[str] = ()
    """What in it cannot be read safely, in Danish sentences."""


@dataclass(frozen=True)
class Grid:
    """A table as it stands in a file: the row of headings, and the rows below it."""

    head: Row
    rows: Sequence[Row]
