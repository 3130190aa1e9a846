"""What the rules look at: everything is gathered once, however many rules ask for it."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol, TypeVar

from generator.model import (
    IDENTIFIED_TYPES,
    RECORD_TYPES,
    AnswerEntry,
    Identified,
    LetterSection,
    Link,
    Point,
    Record,
    Response,
)
from generator.model.references import Place, is_sound
from generator.reading.loaded import Loaded, Origin
from generator.reading.source import YamlFile

R = TypeVar("R", bound=Record)


class _Dated(Protocol):
    """A step with its day."""

    @property
    def date(self) -> dt.date: ...


class Linked(NamedTuple):
    """Something that editors have linked from, with its place."""

    record: Identified
    links: Sequence[Link]
    ends: Sequence[Sequence[tuple[str, str]]]
    """Type and id of every record that each of the links names: one, if the link is right."""
    origin: Origin


@dataclass(frozen=True)
class Scope:
    """The records as loaded, and the day that counts as today."""

    loaded: Loaded
    today: dt.date
    _failing: dict[Callable[[str], bool], list[YamlFile]] = field(default_factory=dict, init=False, repr=False)
    _placed: dict[type[Record], list[tuple[Any, Origin]]] = field(default_factory=dict, init=False, repr=False)

    def each(self, model: type[R]) -> Sequence[tuple[R, Origin]]:
        """Give the records of a type with their places."""
        if model not in self._placed:
            self._placed[model] = [(record, self.loaded.origin(record)) for record in self.loaded.of(model).values()]
        return self._placed[model]

    def failing(self, test: Callable[[str], bool]) -> Sequence[YamlFile]:
        """Give the files that do not pass a test of nothing but their text, which is made once for each text."""
        if test not in self._failing:
            passes = self.loaded.memory.passes
            self._failing[test] = [file for file in self.loaded.files if not passes(test, file.text)]
        return self._failing[test]

    @functools.cached_property
    def ids(self) -> dict[str, set[str]]:
        """The ids that exist, by type."""
        found: dict[str, set[str]] = {model.type: set() for model in IDENTIFIED_TYPES}
        for kind, name in self.loaded.origins:
            found.setdefault(kind, set()).add(name)
        return found

    @functools.cached_property
    def doubtful(self) -> Sequence[tuple[Record, Origin]]:
        """The records in which an id may be unknown or named twice."""
        every = (placed for model in RECORD_TYPES for placed in self.each(model))
        return [(record, origin) for record, origin in every if not is_sound(record, self.ids)]

    @functools.cached_property
    def points(self) -> Sequence[tuple[Response, LetterSection, Point, Origin]]:
        """Every point with its letter, its section and its place."""
        return [
            (response, section, point, Origin(origin.file, ("sections", s, "points", p)))
            for response, origin in self.each(Response)
            for s, section in enumerate(response.sections)
            for p, point in enumerate(section.points)
        ]

    @functools.cached_property
    def answers(self) -> Sequence[tuple[AnswerEntry, int, Origin]]:
        """Every step of an answer with its place among those of its point, and the place of the point."""
        return [
            (entry, index, origin) for _, _, point, origin in self.points for index, entry in enumerate(point.history)
        ]

    @functools.cached_property
    def linked(self) -> Sequence[Linked]:
        """Everything that editors have linked from, with its links and its place."""
        everything = [*self._field("links"), *((point, point.links, origin) for _, _, point, origin in self.points)]
        return [
            Linked(record, links, [link.ends for link in links], origin)
            for record, links, origin in everything
            if links
        ]

    @functools.cached_property
    def histories(self) -> Sequence[tuple[Sequence[_Dated], Origin, Place]]:
        """Every list of dated steps that has begun, with the place of its record and the way to it inside that."""
        found: list[tuple[Sequence[_Dated], Origin, Place]] = [
            (steps, origin, (name,))
            for name in ("history", "versions", "corrections")
            for _, steps, origin in self._field(name)
            if steps
        ]
        for _, _, point, origin in self.points:
            found += [(steps, origin, (name,)) for name in ("history", "replies") if (steps := getattr(point, name))]
            for index, entry in enumerate(point.history):
                for number, promise in enumerate(entry.promised):
                    if promise.history:
                        found.append((promise.history, origin, ("history", index, "promised", number, "history")))
        return found

    def summaries(self) -> Iterator[tuple[str, Origin]]:
        """Yield every text called »Kort fortalt« with the place of its record."""
        for _, summary, origin in self._field("summary"):
            yield summary, origin
        site = self.loaded.site
        if site:
            yield "\n".join(site.summary), self.loaded.origin(site)

    def _field(self, name: str) -> Iterator[tuple[Record, Any, Origin]]:
        """Yield a field of every record whose type has it."""
        for model in RECORD_TYPES:
            if name in model.model_fields:
                for record, origin in self.each(model):
                    yield record, getattr(record, name), origin
