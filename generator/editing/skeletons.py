"""New records as the text of a file in which every field is explained, in the order in which fields are written."""

from __future__ import annotations

import textwrap
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from generator.editing.composing import text_of
from generator.editing.filling import question
from generator.editing.formatting.kinds import Kind
from generator.editing.formatting.scalars import WIDEST
from generator.model import Filing, Record
from generator.model.order import keys

HEAD = "# Udfyld felterne uden #. Slet # foran de felter, du også vil bruge. Slet forklaringerne til sidst."
_STEP = "  "
_UNUSED = "#"
"""Stands right before the lines of a field that may be left out; before an explanation there is a space behind it."""


def skeleton(model: type[Record], known: Mapping[str, Any], schema: str, notes: Sequence[str] = ()) -> str:
    """Give the text of a new file with a record: what is known of it, and every other field explained."""
    left_out = () if model.filing is Filing.LIST else model.in_name
    lines = [f"# yaml-language-server: $schema={schema}", *notes, HEAD]
    fields = list(_fields(Kind(model), known, left_out))
    return _text([*lines, *(_item(fields) if model.filing is Filing.LIST else fields)])


def item(model: type[Record], known: Mapping[str, Any]) -> str:
    """Give the text of a new record in the file that holds all those of its type."""
    return _text(_item(list(_fields(Kind(model), known, ()))))


def _text(lines: list[str]) -> str:
    return "\n".join(lines) + "\n"


def _fields(kind: Kind, known: Mapping[str, Any], left_out: Collection[str]) -> Iterator[str]:
    for key in keys(kind.model) if kind.model else ():
        inner = kind.of(key)
        if key in left_out or inner.is_fingerprint:
            continue
        field, value = kind.fields[key], known.get(key)
        if isinstance(value, dict) and inner.model:
            yield f"{key}:"
            yield from _indented(_inside(inner, value))
        elif value is not None:
            yield from text_of({key: value}, kind.annotation).splitlines()
        else:
            yield from _explained(question(field, inner))
            yield from _block(key, inner) if field.is_required() else (_UNUSED + line for line in _block(key, inner))


def _inside(kind: Kind, known: Mapping[str, Any]) -> Iterator[str]:
    """Yield the lines of a part: what it must have, and only the names of what it may have."""
    fields = kind.fields
    more = [key for key in keys(kind.model) if not fields[key].is_required() and key not in known] if kind.model else []
    yield from _fields(kind, known, more)
    if names := [key for key in more if not kind.of(key).is_fingerprint]:
        yield from _explained(f"Kan også have: {', '.join(names)}.")


def _block(key: str, kind: Kind) -> Iterator[str]:
    """Yield the lines of a field of which nothing is known."""
    yield f"{key}:"
    if kind.model and not kind.is_mapping:
        fields = list(_inside(kind, {}))
        yield from _indented(_item(fields) if kind.is_list else fields)


def _item(fields: list[str]) -> list[str]:
    """Give the lines of a part as an item of a list; what explains its first field stands above the dash."""
    first = next((index for index, line in enumerate(fields) if not line.startswith("#")), None)
    return fields if first is None else [*fields[:first], f"- {fields[first]}", *_indented(fields[first + 1 :])]


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (_STEP + line if line else line for line in lines)


def _explained(words: str) -> list[str]:
    return textwrap.wrap(words, WIDEST - 20, initial_indent="# ", subsequent_indent="# ", break_long_words=False)
