"""The figure in a cell, in the unit of its indicator."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from generator.base.text import digits, folded, shown
from generator.editing.importing.cells import CellError, bounded, read_number
from generator.editing.importing.grids import GridCell
from generator.model import ImportMapping
from generator.model.vocabulary import ObservationKind, Unit

_MARKED = re.compile(r"[-−]?[0-9][0-9., ]*?(\*+|\(?[a-zæøå]{1,2}\)?)\Z", re.IGNORECASE)
"""A number with a mark behind it, such as 4*, 4 a or 4 (p)."""


class Values:
    """Reads figures as an import says that they are written."""

    def __init__(self, mapping: ImportMapping, unit: Unit) -> None:
        self.mapping = mapping
        self.unit = unit
        self.missing, self.zero = ({folded(word) for word in words} for words in (mapping.missing, mapping.zero))
        self.marks = sorted(mapping.marks, key=len, reverse=True)

    def read(self, cell: GridCell) -> tuple[Decimal, ObservationKind | None] | None:
        """Read a figure, and the kind that a mark gives it; None where the cell says that there is no figure.

        Raises:
            CellError: the cell holds no figure, or not exactly one.
        """
        text = cell.text
        if cell.merged or not text or (folded(text) in self.missing and folded(text) not in self.zero):
            return None
        if cell.fault:
            raise CellError(cell.fault)
        if cell.is_date:
            message = (
                f"Cellen er en dato ({text}) og ikke et tal, hvordan Excel end viser den. Skriv tallet, eller vælg en "
                "anden kolonne under »import«."
            )
            raise CellError(message, "date")
        mark = cell.mark or next((mark for mark in self.marks if text.endswith(mark)), "")
        if mark and mark not in self.mapping.marks:
            message = f"Tallet har mærket {shown(mark)}. Skriv i »marks« under »import«, hvilken slags tal det betyder."
            raise CellError(message)
        kind = self.mapping.marks[mark] if mark else None
        number = self._scaled(cell, text.removesuffix(mark).rstrip())
        if self.unit.is_whole and number != number.to_integral_value():
            message = (
                f"{shown(digits(number).replace('.', ','))} er ikke et helt tal, men {self.unit} tælles i "
                "hele tal. Ret cellen, eller skriv »decimals: 0« under »import«, hvis tallet skal afrundes."
            )
            raise CellError(message)
        return number + 0, kind  # minus zero is zero

    def is_settled(self, cell: GridCell) -> bool:
        """Tell whether the import says what counts of a number with more decimals than are shown, if this is one."""
        return cell.rounded is None or self.mapping.decimals is not None or self.mapping.rounding is not None

    def _scaled(self, cell: GridCell, text: str) -> Decimal:
        if (cell.percent or text.endswith("%")) and self.unit not in (Unit.PERCENT, Unit.PERCENTAGE_POINTS):
            unit = shown(self.unit)
            message = f"Tallet er i procent, men indikatorens enhed er {unit}. Vælg en anden kolonne under »import«."
            raise CellError(message)
        if folded(text) in self.zero:
            number = Decimal(0)
        elif cell.number is not None:
            number = bounded(cell.number)
            if cell.rounded is not None and self.mapping.rounding == "shown":
                number = cell.rounded
        else:
            if marked := _MARKED.match(text):
                message = (
                    f"{shown(text)} er et tal med mærket {shown(marked[1])}. Skriv i »marks« under »import«, hvilken "
                    "slags tal det betyder, eller slet mærket."
                )
                raise CellError(message)
            number = read_number(text.removesuffix("%").rstrip(), self.mapping.numbers)
        number *= Decimal(str(self.mapping.factor))
        if self.mapping.decimals is not None:
            number = number.quantize(Decimal(1).scaleb(-self.mapping.decimals), ROUND_HALF_UP)
        return number
