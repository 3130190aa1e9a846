"""Where things stand in the text of a YAML file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import yaml

from generator.base.problems import Location
from generator.model.references import Place
from generator.reading.parser import compose

if TYPE_CHECKING:
    from yaml._yaml import Mark as CMark
    from yaml.error import Mark


@dataclass(frozen=True)
class Spot:
    """Where a value of a file begins and ends, where its key stands, and the spots inside it.

    Most files have a spot or two that anybody asks for, so what is inside is looked up only on the way to one.
    """

    node: yaml.Node
    text: str
    key: tuple[int, int] | None = None
    """Line and column of the key; a list item has none."""

    @property
    def start(self) -> int:
        """The first character."""
        return self.node.start_mark.index

    @property
    def end(self) -> int:
        """The character after the last."""
        return self.node.end_mark.index

    @property
    def place(self) -> tuple[int, int]:
        """Line and column of the first character."""
        return _line_and_column(self.node.start_mark, self.text)

    @cached_property
    def inside(self) -> dict[str | int, Spot]:
        """The spots of a mapping's values by their names, and of a list's items by their numbers."""
        if isinstance(self.node, yaml.SequenceNode):
            return {index: Spot(item, self.text) for index, item in enumerate(self.node.value)}
        found: dict[str | int, Spot] = {}
        for name, value in self.node.value if isinstance(self.node, yaml.MappingNode) else ():
            # A name that stands twice is where it stands first.
            if isinstance(name, yaml.ScalarNode) and name.value not in found:
                found[name.value] = Spot(value, self.text, _line_and_column(name.start_mark, self.text))
        return found


def spots(text: str) -> Spot | None:
    """Compose a text that can be composed; its nodes know where they stand."""
    node = compose(text)
    return Spot(node, text) if node else None


def follow(spot: Spot, place: Place) -> tuple[Spot, bool]:
    """Follow a place as far as it goes, and tell whether it goes all the way."""
    for step in place:
        inner = spot.inside.get(step)
        if inner is None:
            return spot, False
        spot = inner
    return spot, True


def at(text: str, offset: int, name: str) -> Location:
    """Give the line and column of a character in a text."""
    return Location(name, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


def marked(mark: Mark | CMark | None, text: str, name: str) -> Location:
    """Give the place of one of libyaml's marks; what it misses on a line after the last is on the last."""
    if mark is None:
        return Location(name)
    if mark.index >= len(text):
        return at(text, len(text) - text.endswith("\n"), name)
    return Location(name, mark.line + 1, mark.column + 1)


def _line_and_column(mark: Mark | CMark, text: str) -> tuple[int, int]:
    if mark.index >= len(text):
        place = marked(mark, text, "")
        return place.line, place.column
    return mark.line + 1, mark.column + 1
