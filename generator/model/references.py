"""The ids of other records inside a record: where they stand, and of which type they must be."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple, TypeAlias, get_args

from pydantic import BaseModel

from generator.model.fields import Ref
from generator.model.parts import Link, Part

Place: TypeAlias = tuple[str | int, ...]
"""The way to a value: keys of mappings and indexes of lists."""


class Reference(NamedTuple):
    """An id of another record: where it stands inside the record, the type it must have, and whether a link has it."""

    place: Place
    wanted: str
    name: str
    is_link: bool


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


def is_sound(part: Part, ids: Mapping[str, set[str]]) -> bool:
    """Tell whether every id in a part is known, and stands once in its list; nearly all are, so this must be quick."""
    fields = vars(part)  # to ask a model which fields were written takes longer than to look into every one
    for name, _, wanted in _ways(type(part)):
        value = fields[name]
        if not value:
            continue
        items = value if isinstance(value, list) else value.values() if isinstance(value, dict) else (value,)
        if wanted is None:
            for item in items:
                if not is_sound(item, ids):
                    return False
        elif not ids[wanted].issuperset(items) or (isinstance(value, list) and len(set(value)) < len(value)):
            return False
    return True


def under_new_ids(value: Any, model: type[BaseModel], names: Mapping[str, Mapping[str, str]]) -> Any:  # noqa: ANN401
    """Give the plain value of a part with the new ids of other records, by type, in place of those that they had."""
    if not isinstance(value, dict):
        return value
    found = dict(value)
    for name, key, wanted in _ways(model):
        part = None if wanted else _part(model, name)
        if key in found and (part or wanted in names):
            found[key] = _each(found[key], part, names, wanted or "")
    return found


def _each(value: Any, part: type[BaseModel] | None, names: Mapping[str, Mapping[str, str]], wanted: str) -> Any:  # noqa: ANN401
    if isinstance(value, list):
        return [_each(item, part, names, wanted) for item in value]
    if part:
        return under_new_ids(value, part, names)
    if isinstance(value, dict):
        return {key: _each(item, None, names, wanted) for key, item in value.items()}
    return names[wanted].get(str(value), value)


def _part(model: type[BaseModel], name: str) -> type[BaseModel] | None:
    """Give the model of what a field holds."""
    found = inside(model.model_fields[name].annotation)
    return next((item for item in found if isinstance(item, type) and issubclass(item, BaseModel)), None)


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
        found = [*field.metadata, *inside(field.annotation)]
        wanted = next((item.type for item in found if isinstance(item, Ref)), None)
        parts = [item for item in found if isinstance(item, type) and issubclass(item, BaseModel)]
        if wanted or any(_ways(part) for part in parts):
            ways.append((name, field.alias or name, wanted))
    return tuple(ways)


def inside(annotation: object) -> Iterator[object]:
    """Yield a type, the types that it is made of, and what marks them."""
    yield annotation
    yield from getattr(annotation, "__metadata__", ())
    for argument in get_args(annotation):
        yield from inside(argument)
