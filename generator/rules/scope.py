"""What the rules look at."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from generator.loading import Loaded, Origin
from generator.model import (
    Benchmark,
    Consultation,
    Goal,
    LetterSection,
    Link,
    Point,
    Record,
    Response,
    StatusEntry,
)

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

    def linked(self) -> Iterator[tuple[Benchmark | Goal | Point, Sequence[Link], Origin]]:
        """Yield everything that editors may link from, with its links and its place."""
        for benchmark, origin in self.each(Benchmark):
            yield benchmark, benchmark.links, origin
        for goal, origin in self.each(Goal):
            yield goal, goal.links, origin
        for _, _, point, origin in self.points():
            yield point, point.links, origin

    def histories(self) -> Iterator[tuple[Sequence[StatusEntry], Origin]]:
        """Yield every status history with the place of its record."""
        for benchmark, origin in self.each(Benchmark):
            yield benchmark.history, origin
        for consultation, origin in self.each(Consultation):
            yield consultation.history, origin
        for _, _, point, origin in self.points():
            yield point.history, origin
