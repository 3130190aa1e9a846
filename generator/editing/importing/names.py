"""What a table from outside calls periods, areas and groups, and what an editor is told of a name that is not known."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Generic, TypeVar

from generator.base.text import folded, joined
from generator.editing.importing.cells import read_period, week
from generator.editing.importing.grids import GridCell, tidy
from generator.editing.importing.headings import suggested, whole
from generator.model import ImportMapping, Indicator
from generator.model.period import Period, PeriodError
from generator.model.vocabulary import ObservationKind

T = TypeVar("T")

ROLES = {
    "period": ("en periode", "perioder", "periods"),
    "area": ("et område", "områder", "areas"),
    "group": ("en gruppe", "grupper", "groups"),
    "kind": ("en slags tal", "slags tal", "kind"),
}
"""What a cell must name, one and many, and the field that explains names of its own."""


class Known(Generic[T]):
    """What names stand for: as they are written, else whatever their capitals, unless that makes two of them one."""

    def __init__(self, names: Mapping[str, T]) -> None:
        self.exact = {tidy(name): meaning for name, meaning in names.items()}
        counts = Counter(map(folded, self.exact))
        self.folded = {folded(name): meaning for name, meaning in self.exact.items() if counts[folded(name)] == 1}

    def get(self, name: str) -> T | None:
        """Give what a name stands for."""
        return self.exact.get(tidy(name), self.folded.get(folded(name)))


class Names:
    """Reads names as an import explains them; None for one that it does not know."""

    def __init__(self, mapping: ImportMapping, indicator: Indicator) -> None:
        self.mapping = mapping
        self.areas = Known(mapping.areas)
        self.groups = Known(mapping.groups)
        self.periods = Known(mapping.periods)
        self.total = {folded(word) for word in mapping.total}
        # A group keeps the spelling that it already has.
        self.spelling = {folded(seen.group): seen.group for seen in indicator.observations if seen.group}

    def period(self, cell: GridCell) -> Period | None:
        """Give the period that a cell names."""
        # The short name first: a label may be in another language.
        for name in reversed(cell.names):
            if period := self.periods.get(name):
                return period
            with contextlib.suppress(PeriodError):
                return read_period(name)
        return None

    def area(self, cell: GridCell) -> str | None:
        """Give the id of the area that a cell names."""
        return next(filter(None, map(self.areas.get, cell.names)), None)

    def group(self, cell: GridCell) -> str | None:
        """Give the group that a cell names, empty for all together."""
        if self.total.intersection(map(folded, cell.names)) or (self.mapping.empty_is_all and not cell.text):
            return ""
        if self.mapping.groups:
            found = next(filter(None, map(self.groups.get, cell.names)), None)
            return tidy(found) if found else None
        return self.spelling.setdefault(folded(cell.text), cell.text)

    def kind(self, cell: GridCell) -> ObservationKind | None:
        """Give the kind of figure that a cell names."""
        return next((kind for kind in ObservationKind if kind.value in map(folded, cell.names)), None)

    def could_be_across(self, cell: GridCell) -> bool:
        """Tell whether a heading could name what stands in the headings."""
        if self.mapping.across == "period":
            return self.period(cell) is not None
        return self.mapping.across == "group" or self.area(cell) is not None

    def not_known(self, role: str, name: str) -> str:
        """Tell of a name that is not known."""
        what, _, field = ROLES[role]
        if role == "kind":
            return f"{whole(name)} er ikke {what}. Skriv {joined(list(ObservationKind), 'eller')} i cellen."
        if role == "period" and (days := week(name)):
            return (
                f"{whole(name)} er en uge. Skriv i »periods« under »import«, hvilke dage den dækker, for eksempel "
                f"»{name}: {days}«, som er ugen i kalenderen."
            )
        way_out = "skriv kolonnen i »ignore«" if role == self.mapping.across else "vælg rækker med »keep«"
        hint = suggested(name, self.mapping.areas) if role == "area" else ""
        return (
            f"{whole(name)} er ikke {what}, som importen kender. Skriv navnet i »{field}« under »import«, "
            f"eller {way_out}.{hint}"
        )

    def none_known(self, role: str, names: Sequence[str]) -> str:
        """Tell of many names at once, which is what a table of every municipality holds."""
        _, what, field = ROLES[role]
        way_out = "skriv kolonnerne i »ignore«" if role == self.mapping.across else "vælg rækker med »keep«"
        if role == "area" and self.mapping.columns.area:
            way_out += f", for eksempel »{self.mapping.columns.area}: [{', '.join(self.mapping.areas)}]«"
        first, second = map(whole, names[:2])
        return (
            f"{first}, {second} og {len(names) - 2} andre er ikke {what}, som importen kender. Skriv "
            f"navnene i »{field}« under »import«, eller {way_out}."
        )
