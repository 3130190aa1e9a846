"""What happened when: every dated step that the records hold, newest first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.chain.graph import Graph, Key, Raised
from generator.model import Benchmark, Consultation, Dated, Identified, Initiative, Point, Response

_SHARED = frozenset({"answer", "promise"})
"""The kinds of step that points answered together have in common; what is said to the answer is each one's own."""


@dataclass(frozen=True, eq=False)
class Event:
    """One dated step of a record, such as a letter that came, an answer, or a new state of delivery; only itself."""

    date: dt.date
    kind: str
    """What happened, by the name that the record's type gives it; the templates put it in words."""
    subject: Key
    status: str = ""
    entry: Dated | None = None
    number: str = ""
    """Its number among the steps of its kind in the record."""


@dataclass(frozen=True)
class Timeline:
    """Every dated step in a plan, the newest first and steps of one day in a fixed order; sorted once."""

    graph: Graph

    @cached_property
    def events(self) -> Sequence[Event]:
        """Every step."""
        found = (event for item in self.graph.plan.identified() for event in events_of(item))
        return sorted(found, key=lambda event: (-event.date.toordinal(), event.kind, event.subject))

    def of(self, *subjects: Key) -> list[Event]:
        """List the steps of some records."""
        places = sorted(place for subject in subjects for place in self._places.get(subject, ()))
        return [self.events[place] for place in places]

    def of_benchmark(self, benchmark: str) -> list[Event]:
        """List the steps that concern a benchmark: its letters, the answers to its points and its delivery."""
        return self._around(self.graph.points_of(benchmark), (Benchmark.type, benchmark))

    def of_consultation(self, consultation: str) -> list[Event]:
        """List the steps that concern a consultation: its own, its letters and the answers to their points."""
        return self._sent(self.graph.letters_in(consultation), (Consultation.type, consultation))

    def of_initiative(self, initiative: str) -> list[Event]:
        """List the steps of an initiative."""
        return self.of((Initiative.type, initiative))

    def of_organisation(self, organisation: str) -> list[Event]:
        """List the steps that concern an organisation: the letters it sent and the answers it got."""
        return self._sent(self.graph.letters_by(organisation))

    def _sent(self, letters: Sequence[Response], *others: Key) -> list[Event]:
        """List the steps around some letters; one that raises nothing was sent all the same."""
        points = [item for letter in letters for item in self.graph.points_in(letter.id)]
        return self._around(points, *others, *((Response.type, letter.id) for letter in letters))

    def _around(self, points: Iterable[Raised], *others: Key) -> list[Event]:
        """List the steps of points, of their letters and of others; a joint answer is a step of all that it answers."""
        points = list(points)
        own = [(Point.type, raised.point.id) for raised in points]
        letters = dict.fromkeys((Response.type, raised.response.id) for raised in points)
        places = {place for key in (*others, *own, *letters) for place in self._places.get(key, ())}
        for raised in points:
            shared = self._places.get((Point.type, raised.joint), ())
            places.update(place for place in shared if self.events[place].kind in _SHARED)
            places.update(self._set_going(raised))
        return [self.events[place] for place in sorted(places)]

    def _set_going(self, raised: Raised) -> Iterator[int]:
        """Yield the steps of what the answers to a point set going, from the day of the answer on."""
        for entry in raised.history:
            for change in entry.changes:
                for place in self._places.get((Initiative.type, change.initiative or ""), ()):
                    if self.events[place].date >= entry.date:
                        yield place

    @cached_property
    def _places(self) -> Mapping[Key, Sequence[int]]:
        """Where in the list the steps of each record stand."""
        places: dict[Key, list[int]] = {}
        for place, event in enumerate(self.events):
            places.setdefault(event.subject, []).append(place)
        return places


def events_of(item: Identified) -> Iterator[Event]:
    """Yield the steps of one record."""
    key = (item.type, item.id)
    for kind, what, number in item.steps():
        if isinstance(what, dt.date):
            yield Event(what, kind, key, number=number)
        else:
            yield Event(what.date, kind, key, str(getattr(what, "status", "")), what, number)
