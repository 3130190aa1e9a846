"""YAML files as plain values that remember where they stand."""

from __future__ import annotations

import errno
import functools
import hashlib
import os
import stat
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from generator.base.problems import Location, Problem, limited
from generator.base.rule import Rule
from generator.reading import positions, syntax
from generator.reading.decoding import decode
from generator.reading.folder import written
from generator.reading.positions import Marks, Places, Spot
from generator.reading.refusals import refused, too_deep
from generator.reading.values import plain

if TYPE_CHECKING:
    from generator.model.references import Place

MOST_BYTES = 600_000
"""Forty times the longest letter; a larger file is not read."""

# Why a file cannot be read, by the system's number for it.
_UNREADABLE = {
    errno.EISDIR: "Det er en mappe",
    errno.ENOENT: "Den er en genvej til en fil, der ikke findes",
    errno.ELOOP: "Den er en genvej til sig selv",
    errno.EACCES: "Der mangler adgang til den",
}


@dataclass(frozen=True)
class YamlFile:
    """The plain value of a YAML file, with the means to find where any part of it stands."""

    path: str
    value: Any = None
    text: str = field(default="", repr=False)
    marks: Marks = field(default_factory=Marks.none, repr=False)

    def locate(self, place: Place = ()) -> Location:
        """Find where a value begins; of a place that is not there, the nearest thing around it."""
        return self._begun(self._follow(place)[0].start) if self.marks.starts else Location(self.path)

    def locate_key(self, place: Place) -> Location:
        """Find where the key of a value stands; of a list item, where the item begins."""
        if not self.marks.starts:
            return Location(self.path)
        spot, _ = self._follow(place)
        return self._begun(spot.start if spot.key is None else spot.key)

    def locate_offset(self, offset: int) -> Location:
        """Find the line and column of a character in the text."""
        return positions.at(self.text, offset, self.path)

    def span(self, place: Place) -> range:
        """Give the part of the text that holds a value; nothing where the value is not there."""
        if not self.marks.starts:
            return range(0)
        spot, is_there = self._follow(place)
        return range(spot.start, spot.end) if is_there else range(0)

    def written(self, place: Place) -> str:
        """Give a scalar as the editor wrote it, before it became a number: `2.550` rather than 2.55."""
        value = self.value
        for step in place:
            value = value[step]
        return str(value)

    @functools.cached_property
    def _places(self) -> Places:
        return Places(self.value, self.marks)

    def _begun(self, offset: int) -> Location:
        return positions.begun(self.text, offset, self.path)

    def _follow(self, place: Place) -> tuple[Spot, bool]:
        return self._places.follow(place)


class Memory:
    """What files were made of before: the same bytes are neither read nor tested again, nor positions looked up."""

    def __init__(self, passed: frozenset[bytes] = frozenset(), read: Callable[[str], bytes] = written) -> None:
        self.read = read
        self._known: dict[str, tuple[bytes, tuple[YamlFile, list[Problem]]]] = {}
        self._passed = passed
        self.passed: set[bytes] = set()

    def made(self, raw: bytes, name: str) -> tuple[YamlFile, list[Problem]]:
        """Read the bytes of a file, unless the file of that name had the same the last time."""
        before, file = self._known.get(name, (b"", None))
        if file is None or before != raw:
            file = made(raw, name)
            self._known[name] = (raw, file)
        return file

    def passes(self, test: Callable[[str], bool], text: str) -> bool:
        """Tell whether a text passes a test of nothing but the text, unless it is known to have passed it before."""
        mark = f"{test.__module__}.{test.__qualname__}".encode() + self.digest(text)
        passes = mark in self.passed or mark in self._passed or test(text)
        if passes:
            self.passed.add(mark)
        return passes

    def digest(self, text: str) -> bytes:
        """Condense a text."""
        return digest_of(text.encode())


def read(path: Path | str, name: str, memory: Memory | None = None) -> tuple[YamlFile, list[Problem]]:
    """Read a YAML file and say what is wrong with it; its `value` is None where nothing can be read.

    `name` is how the file is called in messages, seen from the folder where the command was given.
    """
    try:
        found = os.stat(path)  # noqa: PTH116  a Path for each of thousands of files is slow
        if not (stat.S_ISREG(found.st_mode) or stat.S_ISDIR(found.st_mode)):  # to read a pipe could last for ever
            return YamlFile(name), [unreadable("Den er ikke en almindelig fil", name)]
        if found.st_size > MOST_BYTES and stat.S_ISREG(found.st_mode):
            message = "Filen fylder over 600 kB, og ingen post er så lang. Slet det, der ikke hører til i den."
            return YamlFile(name), [Problem(Location(name), message, Rule.FILE)]
        raw = memory.read(os.fspath(path)) if memory else written(os.fspath(path))
    except OSError as error:
        return YamlFile(name), [unreadable(_UNREADABLE.get(error.errno or 0, "Den er ikke en almindelig fil"), name)]
    return memory.made(raw, name) if memory else made(raw, name)


def made(raw: bytes, name: str) -> tuple[YamlFile, list[Problem]]:
    """Read the bytes of a file; see `read`."""
    text, problems = decode(raw, name)
    return (YamlFile(name), problems) if problems else parse(text, name)


def parse(text: str, name: str) -> tuple[YamlFile, list[Problem]]:
    """Read YAML text; see `read`."""
    empty = YamlFile(name, text=text)
    try:
        problems = limited(refused(text, name))
        if problems:
            return empty, problems
        value, marks, problems = plain(text, name)
    except yaml.MarkedYAMLError as error:
        return empty, [syntax.problem(error, text, name)]
    except RecursionError:
        return empty, [too_deep(name)]
    if value is None or value == "":
        return empty, [Problem(Location(name), "Filen er tom. Udfyld den, eller slet den.", Rule.EMPTY_FILE)]
    return YamlFile(name, value, text, marks), limited(problems)


def digest_of(raw: bytes) -> bytes:
    """Condense bytes into 16 that no others have."""
    return hashlib.blake2b(raw, digest_size=16).digest()


def unreadable(why: str, name: str) -> Problem:
    """Say why a file cannot be read."""
    return Problem(
        Location(name), f"Filen kan ikke læses. {why}. Læg en almindelig fil her, eller slet den.", Rule.FILE
    )
