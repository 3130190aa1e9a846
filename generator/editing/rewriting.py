"""Changes the text of files: cuts at known positions, and leaves every other character as the editor wrote it.

Whatever writes for an editor goes through here. A text is cut and parsed again; what it would say is held against what
was meant, and what the whole folder would say against every rule (`trying`); and files are swapped in whole.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from pydantic import BaseModel

from generator.base.problems import Location, Problem
from generator.base.rule import Rule
from generator.base.text import composed
from generator.editing.formatting import formatted
from generator.model.order import ranks
from generator.model.references import Place
from generator.reading.source import YamlFile, parse

ITEM = re.compile(r" *(?:- +)+\Z")
"""What stands before a list item that begins its line."""
_MARGIN = re.compile(r" *\Z")

Edit: TypeAlias = tuple[int, int, str]
"""A part of a text, and what stands there instead."""


class RewriteError(ValueError):
    """Raised with a Danish sentence where a file is written in a way that cannot be changed safely."""

    def __init__(self, location: Location, message: str, rule: Rule = Rule.FILE) -> None:
        super().__init__(message)
        self.problem = Problem(location, message, rule)


@dataclass(frozen=True)
class Change:
    """A file before and after; without a text before it is new, and without one after it is gone."""

    path: Path
    before: str | None
    after: str | None
    came_from: Path | None = None
    """The file that it was before, where it has moved."""


def edited(file: YamlFile, edits: Iterable[Edit]) -> tuple[YamlFile, list[Problem]]:
    """Give a file with parts of its text replaced, and what is wrong with the new text."""
    text = file.text
    # From the end, so that the places before stay right.
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return parse(text, file.path)


def in_its_form(old: YamlFile, new: YamlFile, model: type[BaseModel] | None) -> YamlFile:
    """Give a changed file in the one form, if it was in it before; one that was not stays as it is written."""
    if formatted(old, model) != old.text:
        return new
    return parse(formatted(new, model), new.path)[0]


def lines_of(file: YamlFile, place: Place) -> tuple[int, int]:
    """Give where the lines of a field or a list item begin and end; what stands below it is not its own.

    Raises:
        RewriteError: it shares its lines with something else.
    """
    text, span = file.text, file.span(place)
    if isinstance(place[-1], int):
        start = text.rfind("\n", 0, span.start) + 1
        is_first = ITEM.match(text[start : span.start]) is not None
    else:
        key = file.locate_key(place)
        start = _offset(text, key.line)
        is_first = _MARGIN.match(text[start : start + key.column - 1]) is not None
    if not is_first:
        raise _unsafe(file, place)
    return start, end_of(file, place)


def end_of(file: YamlFile, place: Place) -> int:
    """Give where the lines of a value end, before any comments and empty lines that follow it."""
    text, stop = file.text, file.span(place).stop
    while (last := text[text.rfind("\n", 0, stop - 1) + 1 : stop].strip()) == "" or last.startswith("#"):
        stop = text.rfind("\n", 0, stop - 1) + 1
    end = text.find("\n", stop - 1)
    return len(text) if end < 0 else end + 1


def place_of_key(file: YamlFile, place: Place, key: str, model: type[BaseModel]) -> int:
    """Give where the lines of a new key go in a mapping: behind the last that is written before it.

    Raises:
        RewriteError: the mapping is written in braces.
    """
    value = file.value
    for step in place:
        value = value[step]
    span, order = file.span(place), ranks(model)
    if file.text[span.start : span.start + 1] == "{":
        raise _unsafe(file, place)
    names = [name for name in value if order.get(name, -1) < order[key]] or list(value)
    return max(end_of(file, (*place, name)) for name in names)


def swap(changes: Sequence[Change]) -> None:
    """Put new texts in the place of files, each whole or not at all.

    Raises:
        RewriteError: somebody has changed a file in the meantime.
    """
    for change in changes:
        now = composed(change.path.read_bytes().decode("utf-8", "replace")) if change.path.exists() else None
        if now != change.before:
            message = "Filen er ændret, mens programmet kørte. Kør det samme igen."
            raise RewriteError(Location(change.path.as_posix()), message)
    for change in changes:
        if change.after is not None:
            _put(change.path, change.after)
    for change in changes:
        if change.after is None:
            remove(change.path)


def remove(path: Path) -> None:
    """Delete a file, and the folder that it stood in where that is empty now."""
    path.unlink()
    if not any(path.parent.iterdir()):
        path.parent.rmdir()


def _put(file: Path, text: str) -> None:
    path = file.resolve()
    path.parent.mkdir(parents=True, exist_ok=True)
    # A name with a point first is no record, should the machine stop before the file is in place.
    handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as fresh:
            fresh.write(text)
            fresh.flush()
            os.fsync(fresh.fileno())
        if path.exists():
            shutil.copymode(path, name)
        else:
            Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _offset(text: str, line: int) -> int:
    """Give where a line begins."""
    offset = 0
    for _ in range(line - 1):
        offset = text.index("\n", offset) + 1
    return offset


def _unsafe(file: YamlFile, place: Place) -> RewriteError:
    message = "Her kan programmet ikke rette, som der er skrevet. Skriv hvert felt og hvert punkt på sin egen linje."
    return RewriteError(file.locate(place), message)
