"""What the rules look at."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from generator.model import (
    RECORD_TYPES,
    LetterSection,
    Link,
    Point,
    Record,
    Response,
    StatusEntry,
)
from generator.reading.loaded import Loaded, Origin

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Scope:
    """The records as loaded, and the day that counts as today."""

    loaded: Loaded
    today: dt.date

    def each(self, model: type[R]) -> Iterator[tuple[R, Origin]]:
        """Yield the records of a type with their places."""
        for record in self.loaded.of(model).values():
            yield record, self.loaded.origin(record)

    def points(self) -> Iterator[tuple[Response, LetterSection, Point, Origin]]:
        """Yield every point with its letter, its section and its place."""
        for response, origin in self.each(Response):
            for s, section in enumerate(response.sections):
                for p, point in enumerate(section.points):
                    yield response, section, point, Origin(origin.file, ("sections", s, "points", p))

    def linked(self) -> Iterator[tuple[Record | Point, Sequence[Link], Origin]]:
        """Yield everything that editors may link from, with its links and its place."""
        yield from self._field("links")
        for _, _, point, origin in self.points():
            yield point, point.links, origin

    def histories(self) -> Iterator[tuple[Sequence[StatusEntry], Origin]]:
        """Yield every status history with the place of its record."""
        for _, history, origin in self._field("history"):
            yield history, origin
        for _, _, point, origin in self.points():
            yield point.history, origin

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
