"""What was put on the site when, as lines of a page: all of it, and each kind by itself."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, islice
from typing import NamedTuple

from generator.base.text import MONTHS, as_id
from generator.history.log import Log
from generator.history.logged import Logged
from generator.history.sentences import ONLY_COUNTED, Kind, said_of
from generator.model import Plan, Point

ADDRESS = "aendringer/"
"""Where the page stands."""


class Line(NamedTuple):
    """A change as a reader meets it."""

    day: dt.date
    """When it was put on the site."""
    kind: Kind
    sentence: str
    happened: dt.date | None
    """When it happened, where the data say so."""
    address: str
    """Where it can be read, from the site's root; empty where nothing is left of it."""
    identity: tuple[str, ...]
    """What no other line has, and what stays for as long as git keeps the revision."""


@dataclass(frozen=True)
class Changelog:
    """The log of changes as lines, the newest first."""

    log: Log
    plan: Plan
    points: Mapping[str, str]
    """The address of every point by its id."""

    @cached_property
    def lines(self) -> Sequence[Line]:
        """Every change that is told."""
        return list(self._lines())

    @cached_property
    def kinds(self) -> Sequence[Kind]:
        """The kinds of change that there are, in the order in which they are told."""
        found = {line.kind for line in self.lines}
        return [kind for kind in Kind if kind in found]

    def of(self, kind: Kind | None) -> Sequence[Line]:
        """Give the changes of a kind; without one, all."""
        return self.lines if kind is None else [line for line in self.lines if line.kind is kind]

    def latest(self, most: int) -> Sequence[Line]:
        """Give the newest changes but for what the editors linked, which is many lines at a time."""
        return list(islice((line for line in self.lines if line.kind is not Kind.LINK), most))

    @cached_property
    def counted(self) -> Mapping[Kind, int]:
        """How many changes are only counted, by their kind."""
        return Counter(one.kind for entry in self.log.entries for one in entry.changes if one.kind in ONLY_COUNTED)

    def _lines(self) -> Iterator[Line]:
        for entry in self.log.entries:
            alike: Counter[tuple[str, ...]] = Counter()
            for change in entry.news:
                same = (entry.revision, *change.subject, change.point, *change.identity)
                alike[same] += 1
                identity = (*same, str(alike[same]))
                said = said_of(self.plan, change.sentence, change.mentioned)
                yield Line(entry.day, change.kind, said, change.happened, self._address(change), identity)

    def _address(self, change: Logged) -> str:
        if change.point:
            return self.points.get(change.point, "")
        kind, identity = change.subject
        if kind in _WITHOUT_PAGE:
            return ""
        found = self.plan.find(kind, identity) if identity else None
        return found.address if found else ""


_WITHOUT_PAGE = frozenset({"site", "gone", Point.type})
"""What is changed and is no record of the plan."""


def path(kind: Kind) -> str:
    """Give the address of the changes of a kind, from the site's root."""
    return f"{ADDRESS}{as_id(kind)}/"


def by_month(lines: Iterable[Line]) -> Iterator[tuple[str, Sequence[Line]]]:
    """Yield lines by the month in which they were put on the site: `november 2026`."""
    for (year, number), same in groupby(lines, key=lambda line: (line.day.year, line.day.month)):
        yield f"{MONTHS[number - 1]} {year}", list(same)
