"""When what a page tells was last changed, as the log of changes knows it; where nobody knows, nothing is said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.chain.graph import Graph, Key, Raised
from generator.history.log import Log, Missing
from generator.history.logged import Logged
from generator.model import (
    LINKED_TYPES,
    RECORD_TYPES,
    Benchmark,
    Consultation,
    Organisation,
    Point,
    Response,
    Theme,
)

_RECORDS = frozenset(model.type for model in RECORD_TYPES)


@dataclass(frozen=True)
class Dated:
    """The day of the last change to each record, and to what stands on its page."""

    log: Log
    graph: Graph
    today: dt.date

    def of(self, key: Key) -> dt.date | None:
        """Give the day for the page of a record; a type without an id is the list of its records."""
        return self._days.get(key, self._first)

    @cached_property
    def of_all(self) -> dt.date | None:
        """The day for a page about the whole plan."""
        return self.log.entries[0].day if self.log.entries else self._first

    @cached_property
    def _first(self) -> dt.date | None:
        """The day from which the site has been as it is where nothing has changed since: the one it was published."""
        since = self.log.since
        return since if since and since <= self.today and self.log.missing is Missing.NOTHING else None

    @cached_property
    def _days(self) -> dict[Key, dt.date]:
        found: dict[Key, dt.date] = {}
        for entry in self.log.entries:  # the newest first
            for change in entry.changes:
                for kind, identity in self._touched(change):
                    found.setdefault((kind, identity), entry.day)
                    found.setdefault((kind, ""), entry.day)
        return found

    def _touched(self, change: Logged) -> Iterator[Key]:
        """Yield the records that a change is in, and those on whose pages it is told."""
        kind, identity = change.subject
        inside = self.graph.raised.get(change.point)
        if inside is not None:
            points: Sequence[Raised] = [inside]
        else:
            points = self.graph.points_in(identity) if kind == Response.type and not change.point else []
        for item in points:
            yield from _around(item)
        for end in (change.subject, change.mentioned, *((Point.type, item.point.id) for item in points)):
            yield end
            yield from self._near(end)

    def _near(self, end: Key) -> Iterator[Key]:
        """Yield what is linked with a record, and the themes that it is about."""
        kind, identity = end
        for model in LINKED_TYPES:
            yield from (near.key for near in self.graph.neighbours(end, model.type))
        record = self.graph.plan.find(kind, identity) if kind in _RECORDS else None
        yield from ((Theme.type, name) for name in getattr(record, "themes", ()))


def _around(item: Raised) -> Iterator[Key]:
    """Yield the records on whose pages a point stands."""
    yield Response.type, item.response.id
    yield Consultation.type, item.response.consultation
    yield Organisation.type, item.response.organisation
    yield from ((Benchmark.type, name) for name in item.benchmarks)
    yield from ((Theme.type, name) for name in item.point.themes)
