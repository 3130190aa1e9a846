"""Rules on the form of files: what says the same is written the same, so that a change shows as what it is."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from generator.base.problems import Problem, Severity
from generator.base.rule import Rule
from generator.model import RECORD_TYPES, Site
from generator.model.order import ranks
from generator.model.references import Place, inside
from generator.reading.loaded import Origin
from generator.rules.scope import Scope


def fields_in_order(scope: Scope) -> Iterator[Problem]:
    """The fields of a record stand in the same order in every file; how it is folded is for `pejl format --check`."""
    told: set[str] = set()
    for model, origin in _records(scope):
        value: Any = origin.file.value
        for step in origin.place:
            value = value[step]
        found = None if _is_in_order(model, value) else next(_misplaced(model, value, origin.place), None)
        if found and origin.file.path not in told:
            told.add(origin.file.path)
            place, before = found
            message = (
                f"»{place[-1]}« skal stå før »{before}«, som i de andre filer. Flyt det, eller kør "
                f"»pejl format {origin.file.path} --write«."
            )
            yield Problem(origin.file.locate_key(place), message, Rule.FIELD_ORDER, Severity.WARNING)


def _records(scope: Scope) -> Iterator[tuple[type[BaseModel], Origin]]:
    site = scope.loaded.site
    if site:
        yield Site, scope.loaded.origin(site)
    for model in RECORD_TYPES:
        for _, origin in scope.each(model):
            yield model, origin


def _misplaced(model: type[BaseModel], value: Any, place: Place) -> Iterator[tuple[Place, str]]:  # noqa: ANN401
    """Yield each key that stands after one that it should stand before, with that one."""
    if value.__class__ is list:
        for index, item in enumerate(value):
            yield from _misplaced(model, item, (*place, index))
        return
    if value.__class__ is not dict:
        return
    order = ranks(model)
    if not _is_ordered(model, tuple(value)):
        for before, name in itertools.pairwise(value):
            if order[name] < order[before]:
                first = next(other for other in value if order[other] > order[name])
                yield (*place, name), first
    for name, inner in _parts(model):
        if name in value:
            yield from _misplaced(inner, value[name], (*place, name))


def _is_in_order(model: type[BaseModel], value: Any) -> bool:  # noqa: ANN401  whatever YAML makes
    """Tell whether no key stands after one that it should stand before; nearly none does, so this must be quick."""
    if value.__class__ is list:
        for item in value:
            if not _is_in_order(model, item):
                return False
    elif value.__class__ is dict:  # a record may be in a form that the model makes another of
        names = tuple(value)
        if not _is_ordered(model, names):
            return False
        for name, inner in _parts_of(model, names):
            if not _is_in_order(inner, value[name]):
                return False
    return True


@functools.lru_cache(maxsize=4096)
def _is_ordered(model: type[BaseModel], names: tuple[str, ...]) -> bool:
    """Tell whether keys stand in order; files are many, and the ways to fill them few."""
    order = ranks(model)
    return all(order[before] < order[name] for before, name in itertools.pairwise(names))


@functools.lru_cache(maxsize=4096)
def _parts_of(model: type[BaseModel], names: tuple[str, ...]) -> tuple[tuple[str, type[BaseModel]], ...]:
    """Give those of some keys that hold parts with keys of their own, and what those are."""
    return tuple((name, part) for name, part in _parts(model) if name in names)


@functools.cache
def _parts(model: type[BaseModel]) -> tuple[tuple[str, type[BaseModel]], ...]:
    """Give the keys of a model that hold parts with keys of their own, and what those are."""
    found = []
    for name, field in model.model_fields.items():
        models = [item for item in inside(field.annotation) if isinstance(item, type) and issubclass(item, BaseModel)]
        found += [(field.alias or name, part) for part in models[:1]]
    return tuple(found)
