"""Values as the text of a file, and where such text goes in a file that is there."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Mapping

from pydantic import BaseModel

from generator.editing.formatting import layout
from generator.editing.formatting.entries import outline
from generator.editing.rewriting import Edit, end_of, lines_of, place_of_key
from generator.model.references import Place
from generator.reading.source import YamlFile


def text_of(value: object, annotation: object) -> str:
    """Write a value in the one form of what it is; what is None has an empty place, for an editor to fill."""
    return layout.text(outline(json.dumps(value, ensure_ascii=False)), annotation)


def with_key(file: YamlFile, place: Place, key: str, value: object, model: type[BaseModel]) -> Edit:
    """Give what writes a new key into the mapping at a place.

    Raises:
        RewriteError: the mapping is written in braces.
    """
    at = place_of_key(file, place, key, model)
    return _at(file, at, _indented(text_of({key: value}, model), file.locate(place).column - 1))


def with_value(file: YamlFile, place: Place, value: object, model: type[BaseModel]) -> Edit:
    """Give what writes another value in the place of a key's.

    Raises:
        RewriteError: the key shares its line with another.
    """
    start, end = lines_of(file, place)
    text = _indented(text_of({str(place[-1]): value}, model), file.locate(place[:-1]).column - 1)
    return start, end, text if file.text[:end].endswith("\n") else text.removesuffix("\n")


def with_item(file: YamlFile, place: Place, key: str, item: Mapping[str, object], model: type[BaseModel]) -> Edit:
    """Give what puts an item at the end of the list under a key of the mapping at a place.

    Raises:
        RewriteError: the list is written in brackets.
    """
    value = file.value
    for step in place:
        value = value[step]
    there = value.get(key)
    if there is None:
        return with_key(file, place, key, [item], model)
    if not there:
        return with_value(file, (*place, key), [item], model)
    first, last = (*place, key, 0), (*place, key, len(there) - 1)
    start, _ = lines_of(file, first)
    margin = len(file.text[start:]) - len(file.text[start:].lstrip(" "))
    text = textwrap.dedent(text_of({key: [item]}, model).partition("\n")[2])
    return _at(file, end_of(file, last), _indented(text, margin))


def _indented(text: str, margin: int) -> str:
    return "".join(" " * margin + line if line.strip() else line for line in text.splitlines(keepends=True))


def _at(file: YamlFile, offset: int, text: str) -> Edit:
    is_open = offset and not file.text[:offset].endswith("\n")
    return offset, offset, f"\n{text.removesuffix(chr(10))}" if is_open else text
