"""A subject through time: everything that carries a theme, in order of the year it speaks of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from operator import attrgetter

from generator.model import Document, Mention, Plan, Point


@dataclass(frozen=True)
class Subjects:
    """What the records of a plan say about each theme."""

    plan: Plan

    def mentions(self, theme: str) -> Sequence[Mention]:
        """List everything that carries a theme, the oldest first; within a year in the order of the record types."""
        return self._by_theme.get(theme, ())

    def besides_points(self, theme: str) -> Sequence[Mention]:
        """List the same without the points, which are seen by how they stand."""
        return [mention for mention in self.mentions(theme) if mention.key[0] != Point.type]

    @cached_property
    def _by_theme(self) -> Mapping[str, Sequence[Mention]]:
        found: dict[str, list[Mention]] = {}
        for mention in sorted(self._all(), key=attrgetter("year")):
            for theme in dict.fromkeys(mention.themes):
                found.setdefault(theme, []).append(mention)
        return found

    def _all(self) -> Iterator[Mention]:
        documents = self.plan.of(Document)
        for record in self.plan.every():
            for mention in record.mentions():
                years = [documents[name].date.start.year for name in mention.documents]
                yield mention if mention.year or not years else replace(mention, year=min(years))
