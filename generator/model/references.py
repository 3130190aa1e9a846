"""The ids of other records that a record holds, however deep they stand in it."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias, get_args

from pydantic import BaseModel

from generator.model.fields import Ref
from generator.model.parts import Link, Part

Place: TypeAlias = tuple[str | int, ...]
"""The way to a value: keys of mappings and indexes of lists."""


@dataclass(frozen=True, slots=True)
class Reference:
    """The id of another record: where it stands, and the type that the record must have."""

    place: Place
    type: str
    id: str
    in_link: bool
    """Whether an editor's link holds it."""


def references(part: Part, place: Place = ()) -> Iterator[Reference]:
    """Yield every id of another record inside a part."""
    for name, key, wanted in _ways(type(part)):
        value = getattr(part, name)
        if value is None:
            continue
        for step, item in _items(value):
            where = (*place, key, *step)
            if wanted:
                yield Reference(where, wanted, item, isinstance(part, Link))
            else:
                yield from references(item, where)


def _items(value: object) -> Iterable[tuple[Place, Any]]:
    """Give what a field holds, each with the way to it inside the field."""
    if isinstance(value, list):
        return (((index,), item) for index, item in enumerate(value))
    if isinstance(value, dict):
        return (((name,), item) for name, item in value.items())
    return [((), value)]


@functools.cache
def _ways(model: type[BaseModel]) -> tuple[tuple[str, str, str | None], ...]:
    """Give the fields of a model that hold ids, with key and type, and those that lead on to ids, without a type."""
    ways: list[tuple[str, str, str | None]] = []
    for name, field in model.model_fields.items():
        inside = [*field.metadata, *_inside(field.annotation)]
        wanted = next((item.type for item in inside if isinstance(item, Ref)), None)
        parts = [item for item in inside if isinstance(item, type) and issubclass(item, BaseModel)]
        if wanted or any(_ways(part) for part in parts):
            ways.append((name, field.alias or name, wanted))
    return tuple(ways)


def _inside(annotation: object) -> Iterator[object]:
    """Yield a type, the types that it is made of, and what marks them."""
    yield annotation
    yield from getattr(annotation, "__metadata__", ())
    for argument in get_args(annotation):
        yield from _inside(argument)
