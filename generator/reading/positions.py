"""Where things stand in the text of a YAML file."""

from __future__ import annotations

import bisect
from array import array
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.base.problems import Location

if TYPE_CHECKING:
    from yaml._yaml import Mark as CMark
    from yaml.error import Mark

    from generator.model.references import Place


class Marks(NamedTuple):
    """Where the values of a file and the keys of its mappings begin and end, in the order in which they are written.

    Two numbers for each are kept of every file: nodes would fill the memory, and to read again takes long.
    """

    starts: array[int]
    ends: array[int]

    @classmethod
    def none(cls) -> Marks:
        """Begin a file."""
        return cls(array("I"), array("I"))

    @classmethod
    def of(cls, starts: bytes, ends: bytes) -> Marks:
        """Read what `tobytes` has written of both."""
        return cls(array("I", starts), array("I", ends))


class Spot(NamedTuple):
    """Where a value begins and ends, and where its key begins; a list item has no key."""

    start: int
    end: int
    key: int | None


class Places:
    """Finds where the parts of a file's value stand."""

    def __init__(self, value: object, marks: Marks) -> None:
        self._value = value
        self._marks = marks
        self._inside: dict[int, dict[str | int, tuple[int, int | None]]] = {}

    def follow(self, place: Place) -> tuple[Spot, bool]:
        """Follow a place as far as it goes, and tell whether it goes all the way."""
        value: Any = self._value
        index, key, is_there = 0, None, True
        for step in place:
            inner = self._insides(value, index).get(step) if isinstance(value, dict | list) else None
            if inner is None:
                is_there = False
                break
            value, (index, key) = value[step], inner
        starts = self._marks.starts
        return Spot(starts[index], self._marks.ends[index], None if key is None else starts[key]), is_there

    def _insides(self, value: dict[str, Any] | list[Any], index: int) -> dict[str | int, tuple[int, int | None]]:
        """Give the numbers of what is inside a value that has the number `index`, and of the keys."""
        found = self._inside.get(index)
        if found is None:
            found = self._inside[index] = {}
            following = index + 1
            for name, item in value.items() if isinstance(value, dict) else enumerate(value):
                key = following if isinstance(value, dict) else None
                following += isinstance(value, dict)
                found[name] = following, key
                following = self._behind(item, following)
        return found

    def _behind(self, value: object, index: int) -> int:
        """Give the number of what follows a value and all inside it: the first that begins where it has ended."""
        if not isinstance(value, dict | list):
            return index + 1
        return bisect.bisect_left(self._marks.starts, self._marks.ends[index], index + 1)


def at(text: str, offset: int, name: str) -> Location:
    """Give the line and column of a character in a text."""
    return Location(name, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


def marked(mark: Mark | CMark | None, text: str, name: str) -> Location:
    """Give the place of one of libyaml's marks."""
    return begun(text, mark.index, name) if mark else Location(name)


def begun(text: str, offset: int, name: str) -> Location:
    """Give the place where something begins; what is missed on a line after the last is on the last."""
    return at(text, offset if offset < len(text) else len(text) - text.endswith("\n"), name)
