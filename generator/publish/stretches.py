"""Long lists, cut into stretches with a page each: a list that grows with the data must not grow on one page.

The first stretch stands on the list's own page and the others below it, at addresses that stay. A list that is no
longer than its limit is one stretch, and its page is as if nothing could be cut.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import PurePosixPath
from typing import TypeVar

T = TypeVar("T")

NAME = "side"
"""What the addresses of later stretches begin with: `side-2`."""


@dataclass(frozen=True)
class Stretch:
    """The part of a list that stands on one page."""

    home: str
    """The address of the first page, from the site's root."""
    number: int
    """Which page it is, from 1."""
    of: int
    """How many pages the list has."""
    most: int
    """The most items of a page."""

    def cut(self, items: Iterable[T]) -> list[T]:
        """Give the items that stand on this page."""
        start = (self.number - 1) * self.most
        return list(islice(items, start, start + self.most))

    def address(self, number: int) -> str:
        """Give the address of one of the pages, from the site's root."""
        return self.home if number == 1 else f"{self.home}{NAME}-{number}/"

    @property
    def neighbours(self) -> Sequence[int | None]:
        """The pages that the page leads to: the first, the last, those beside it; None for each gap between."""
        near = sorted({1, self.of, *range(max(1, self.number - 2), min(self.of, self.number + 2) + 1)})
        found: list[int | None] = []
        for number in near:
            if found and number != (found[-1] or 0) + 1:
                found.append(None)
            found.append(number)
        return found


WHOLE = Stretch("", 1, 1, 0)
"""The stretch of a page that has no long list."""


def stretches(path: str, count: int, most: int) -> Iterator[tuple[str, Stretch]]:
    """Yield the page of every stretch of a list of so many items: its path, and which part stands there."""
    place = PurePosixPath(path)
    folder = place.parent if place.name == "index.md" else place.with_suffix("")
    home = "" if folder == PurePosixPath() else f"{folder}/"
    of = max(1, -(-count // most))
    for number in range(1, of + 1):
        yield path if number == 1 else f"{folder}/{NAME}-{number}.md", Stretch(home, number, of, most)
