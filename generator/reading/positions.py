"""Where things stand in the text of a YAML file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import yaml

from generator.base.problems import Location
from generator.model.references import Place
from generator.reading.parser import compose

if TYPE_CHECKING:
    from yaml._yaml import Mark as CMark
    from yaml.error import Mark


class Spot(NamedTuple):
    """Where a value of a file begins and ends, where its key stands, and the spots inside it."""

    start: int
    end: int
    line: int
    column: int
    key: tuple[int, int] | None
    """Line and column of the key; a list item has none."""
    inside: dict[str | int, Spot]


def spots(text: str) -> Spot | None:
    """Compose a text that can be composed, and keep of its nodes only where they stand."""
    node = compose(text)
    return _spot(node, None, text) if node else None


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


def _spot(node: yaml.Node, key: tuple[int, int] | None, text: str) -> Spot:
    inside: dict[str | int, Spot] = {}
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            # A name that stands twice is where it stands first.
            if isinstance(name, yaml.ScalarNode) and name.value not in inside:
                inside[name.value] = _spot(value, _line_and_column(name.start_mark, text), text)
    elif isinstance(node, yaml.SequenceNode):
        inside = {index: _spot(item, None, text) for index, item in enumerate(node.value)}
    start, end = node.start_mark, node.end_mark
    return Spot(start.index, end.index, *_line_and_column(start, text), key, inside)


def _line_and_column(mark: Mark | CMark, text: str) -> tuple[int, int]:
    if mark.index >= len(text):
        place = marked(mark, text, "")
        return place.line, place.column
    return mark.line + 1, mark.column + 1
