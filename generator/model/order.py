"""The order in which the fields of a record are written, so that every file of a type reads alike."""

from __future__ import annotations

import functools

from pydantic import BaseModel

from generator.model.parts import Part


@functools.cache
def keys(model: type[BaseModel]) -> tuple[str, ...]:
    """Give the keys of a model in the order in which they are written: as they are declared, but for `behind`."""
    names = {name: field.alias or name for name, field in model.model_fields.items()}
    order = list(names)
    for name, before in model.behind.items() if issubclass(model, Part) else ():
        order.remove(name)
        order.insert(order.index(before) + 1 if before in order else len(order), name)
    return tuple(names[name] for name in order)


@functools.cache
def ranks(model: type[BaseModel]) -> dict[str, int]:
    """Give the place of each key in the order in which they are written."""
    return {name: rank for rank, name in enumerate(keys(model))}
