"""What a table from outside calls periods, areas and groups, and what an editor is told of a name that is not known."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence

from generator.base.text import folded, shown
from generator.editing.importing.cells import read_period
from generator.editing.importing.grids import GridCell
from generator.editing.importing.headings import suggested
from generator.model import ImportMapping, Indicator
from generator.model.period import Period, PeriodError

ROLES = {
    "period": ("en periode", "perioder", "periods"),
    "area": ("et område", "områder", "areas"),
    "group": ("en gruppe", "grupper", "groups"),
}
"""What a cell must name, one and many, and the field that explains names of its own."""


class Names:
    """Reads names as an import explains them; None for one that it does not know."""

    def __init__(self, mapping: ImportMapping, indicator: Indicator) -> None:
        self.mapping = mapping
        self.areas = {folded(name): area for name, area in mapping.areas.items()}
        self.groups = {folded(name): group for name, group in mapping.groups.items()}
        self.periods = {folded(name): period for name, period in mapping.periods.items()}
        self.total = {folded(word) for word in mapping.total}
        # A group keeps the spelling that it already has.
        self.spelling = {folded(seen.group): seen.group for seen in indicator.observations if seen.group}

    def period(self, cell: GridCell) -> Period | None:
        """Give the period that a cell names."""
        # The short name first: a label may be in another language.
        for name in reversed(cell.names):
            if folded(name) in self.periods:
                return self.periods[folded(name)]
            with contextlib.suppress(PeriodError):
                return read_period(name)
        return None

    def area(self, cell: GridCell) -> str | None:
        """Give the id of the area that a cell names."""
        return next((self.areas[folded(name)] for name in cell.names if folded(name) in self.areas), None)

    def group(self, cell: GridCell) -> str | None:
        """Give the group that a cell names, empty for all together."""
        names = [folded(name) for name in cell.names]
        if self.total.intersection(names):
            return ""
        if self.groups:
            return next((self.groups[name] for name in names if name in self.groups), None)
        return self.spelling.setdefault(folded(cell.text), cell.text)

    def could_be_across(self, cell: GridCell) -> bool:
        """Tell whether a heading could name what stands in the headings."""
        if self.mapping.across == "period":
            return self.period(cell) is not None
        return self.mapping.across == "group" or self.area(cell) is not None

    def not_known(self, role: str, name: str) -> str:
        """Tell of a name that is not known."""
        what, _, field = ROLES[role]
        way_out = "skriv kolonnen i »ignore«" if role == self.mapping.across else "vælg rækker med »keep«"
        hint = suggested(name, self.mapping.areas) if role == "area" else ""
        return (
            f"{shown(name)} er ikke {what}, som importen kender. Skriv navnet i »{field}« under »import«, "
            f"eller {way_out}.{hint}"
        )

    def none_known(self, role: str, names: Sequence[str]) -> str:
        """Tell of many names at once, which is what a table of every municipality holds."""
        _, what, field = ROLES[role]
        way_out = "skriv kolonnerne i »ignore«" if role == self.mapping.across else "vælg rækker med »keep«"
        if role == "area" and self.mapping.columns.area:
            way_out += f", for eksempel »{self.mapping.columns.area}: [{', '.join(self.mapping.areas)}]«"
        first, second = map(shown, names[:2])
        return (
            f"{first}, {second} og {len(names) - 2} andre er ikke {what}, som importen kender. Skriv "
            f"navnene i »{field}« under »import«, eller {way_out}."
        )
