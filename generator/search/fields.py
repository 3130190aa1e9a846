"""What a record says, field by field: its own words and never those of another record.

The role of a field follows from its name where readers meet it as a title, a synonym or a summary, and otherwise from
its type. A record type that is new says what it says without a line here.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable, Iterator, Sequence
from enum import Enum, IntEnum
from typing import Any, get_args

from pydantic import BaseModel

from generator.base.text import danish_date, danish_number, unemphasised
from generator.model import Identified, Link, SourceRef
from generator.model.fields import Ref
from generator.model.parts import Part
from generator.model.period import Period
from generator.model.vocabulary import ChartForm, Comparator, Direction, GoalKind, NumberStyle, ObservationKind


class Role(IntEnum):
    """What a text is to its record, the weightiest first."""

    NAME = 1
    """Its title, or another word for it."""
    FACT = 2
    """Its kind, number, state, organisation or year."""
    SUMMARY = 3
    TEXT = 4
    FIGURE = 5
    """A number, a unit or a date inside it, which no reader sees beside the hit."""
    WHY = 6
    """The reason of a link, which speaks of the record at its other end too."""


_ROLES = {
    "title": Role.NAME,
    "synonyms": Role.NAME,
    "translations": Role.NAME,
    "number": Role.FACT,
    "kind": Role.FACT,
    "year": Role.FACT,
    "period": Role.FACT,
    "signatory_role": Role.FACT,
    "summary": Role.SUMMARY,
    "description": Role.SUMMARY,
    "explanation": Role.SUMMARY,
    "subject": Role.SUMMARY,
}
_INSIDE = {Role.NAME: Role.TEXT, Role.SUMMARY: Role.TEXT, Role.FACT: Role.FIGURE}
"""What a text of a part is to the whole record, whose own name and facts are others."""


def said(part: Part) -> Iterator[tuple[Role, str]]:
    """Yield the texts of a part with their roles; what has a title and an id of its own is another thing."""
    for name, role in _fields(type(part)):
        yield from _texts(getattr(part, name), role)


def is_thing(value: object) -> bool:
    """Tell whether a part can be found by itself: it has an id, which is its place on a page, and a title."""
    return isinstance(value, Identified) or (isinstance(value, Part) and {"id", "title"} <= _names(type(value)))


def _texts(value: object, role: Role | None) -> Iterator[tuple[Role, str]]:
    if isinstance(value, list | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _texts(item, role)
    elif isinstance(value, SourceRef):
        yield from _texts(value.quote, Role.TEXT)
    elif isinstance(value, Link):
        yield Role.WHY, value.why
    elif isinstance(value, Part):
        if not is_thing(value):
            yield from ((_INSIDE.get(inner, inner), text) for inner, text in said(value))
    elif text := _text(value):
        yield role or (Role.TEXT if type(value) is str else Role.FIGURE), text


def spelled(day: dt.date) -> str:
    """Write a date in words, and as the one number that every spelling of it becomes in the browser."""
    return f"{danish_date(day)} {day:%Y%m%d}"


def _text(value: object) -> str:
    """Write a value as readers know it; nothing for one that no reader sees."""
    if value is None or isinstance(value, (bool, *_CODES)):
        return ""
    return next((write(value) for kind, write in _WRITERS if isinstance(value, kind)), "")


_CODES = (ChartForm, Comparator, Direction, GoalKind, NumberStyle, ObservationKind)
"""Vocabularies of programs."""
_WRITERS: Sequence[tuple[type, Callable[[Any], str]]] = (
    (Enum, lambda value: str(value.value)),
    (str, unemphasised),
    (int, str),
    (float, danish_number),
    (dt.date, spelled),
    (Period, lambda value: str(value.end.year)),
)
"""What writes the values of a type; a vocabulary's values are texts too."""


@functools.cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, Role | None], ...]:
    """Give the fields of a model that say something, with the role that their name gives them."""
    return tuple(
        (name, _ROLES.get(name))
        for name, field in model.model_fields.items()
        if name not in ("id", "seen", "corrections")
        and not field.exclude
        and not any(isinstance(item, Ref) for item in (*field.metadata, *_inside(field.annotation)))
    )


@functools.cache
def _names(model: type[BaseModel]) -> frozenset[str]:
    return frozenset(model.model_fields)


def _inside(annotation: object) -> Iterator[object]:
    """Yield what marks the types that a type is made of."""
    yield from getattr(annotation, "__metadata__", ())
    for argument in get_args(annotation):
        yield from _inside(argument)
