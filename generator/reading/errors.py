"""What pydantic finds wrong in a record, in sentences that an editor can act on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from generator.base.local import said
from generator.base.problems import Problem
from generator.base.rule import Rule
from generator.base.text import as_id, closest, did_you_mean, shown
from generator.model.references import Place
from generator.model.vocabulary import Unit
from generator.reading.source import YamlFile
from generator.reading.syntax import long_dash

EXPECTED = {
    "string_too_long": "Skriv højst {max_length} tegn.",
    "string": "Skriv en tekst.",
    "int": "Skriv et helt tal uden anførselstegn.",
    "finite": "Skriv et tal, der kan tælles.",
    "bool": "Skriv true eller false.",
    "list": "Skriv en liste, hvor hvert punkt begynder med »- «.",
    "model": "Skriv felter på formen »navn: værdi« på linjerne under.",
    "greater_than_equal": "Skriv {ge} eller et større tal.",
    "greater_than": "Skriv et tal over {gt}.",
    "less_than_equal": "Skriv {le} eller et mindre tal.",
}
"""What is expected, by how pydantic's name of the error begins."""

_OWN = {rule.value: rule for rule in (Rule.DATE, Rule.PERIOD, Rule.NUMBER, Rule.ADDRESS, Rule.COLOUR)}
"""Rules that a field type states itself, in a message of its own, by pydantic's name of the error."""

_HARD_SPACE = re.compile("[\u00a0\u2007\u202f]")
_OTHERWISE = "Se, hvad vejledningen skriver om feltet."


def explained_all(
    errors: Sequence[ErrorDetails], model: type[BaseModel], file: YamlFile, place: Place
) -> Iterator[Problem]:
    """Turn pydantic's errors into problems, one for a cause: a misspelt field is not missed as well."""
    meant = {
        (*details["loc"][:-1], _meant(details, model, place))
        for details in errors
        if details["type"] == "extra_forbidden"
    }
    for details in errors:
        if details["type"] != "missing" or details["loc"] not in meant:
            yield explained(details, model, file, place)


def _meant(details: ErrorDetails, model: type[BaseModel], place: Place) -> str | None:
    """Give the field that an unknown one stands for, by its name or by its Danish title."""
    name, fields = str(details["loc"][-1]), _writable(model, details["loc"][:-1], place)
    titles = {said(str(field.title)).casefold(): key for key, field in fields.items()}
    return titles.get(name.casefold()) or closest(name, fields)


def _writable(model: type[BaseModel], steps: Sequence[str | int], place: Place) -> dict[str, FieldInfo]:
    """Give the fields that an editor may write at a place inside a record."""
    fields = _fields_at(model, steps)
    in_name = () if steps or place else getattr(model, "in_name", ())
    return {name: field for name, field in fields.items() if name not in in_name}


def explained(details: ErrorDetails, model: type[BaseModel], file: YamlFile, place: Place) -> Problem:
    """Turn one of pydantic's errors in a record at a place of a file into a problem."""
    steps = tuple(details["loc"])
    full = (*place, *steps)
    kind, context = details["type"], details.get("ctx", {})
    name = next((str(step) for step in reversed(steps) if isinstance(step, str)), "")
    location, rule = file.locate(full), Rule.TYPE
    given = shown(details["input"])
    dash = long_dash(name if kind == "extra_forbidden" else str(details["input"]))
    if dash:
        location, message, rule = (file.locate_key(full) if kind == "extra_forbidden" else location), dash, Rule.YAML
    elif kind == "extra_forbidden":
        location, rule = file.locate_key(full), Rule.UNKNOWN_FIELD
        meant = _meant(details, model, place)
        fix = f"Mente du »{meant}«?" if meant else did_you_mean(name, _writable(model, steps[:-1], place))
        message = f"Feltet {shown(name)} kendes ikke. {fix}"
    elif kind == "missing":
        # Point at the part that lacks the field: at its key where it has one.
        location, rule = file.locate_key(full[:-1]), Rule.MISSING_FIELD
        message = f"Feltet »{name}« mangler.{_hint(model, steps)}"
    elif kind in _OWN:
        message, rule = details["msg"], _OWN[kind]
    elif kind in ("enum", "literal_error"):
        rule = Rule.UNKNOWN_VALUE
        message = f"{given} kan ikke stå i {shown(name)}. {did_you_mean(str(details['input']), _allowed(model, steps))}"
    elif kind == "string_pattern_mismatch" and name == "seen":
        message = f"{given} er ikke et fingeraftryk. Slet linjen, eller skriv de otte tegn, som pejl confirm skriver."
    elif kind == "string_pattern_mismatch" and _HARD_SPACE.search(str(details["input"])):
        message = f"Der står et hårdt mellemrum i {given}. Slet det, eller skriv et almindeligt mellemrum i stedet."
        rule = Rule.CHARACTERS
    elif kind == "string_pattern_mismatch":
        wanted = as_id(str(details["input"]))
        message = f"{given} er ikke et id. Brug kun små bogstaver a-z, cifre og bindestreg, for eksempel »{wanted}«."
        rule = Rule.ID
    elif kind == "too_short":
        message, rule = f"Listen »{name}« er tom. Skriv mindst ét punkt.", Rule.TOO_SHORT
    else:
        expected = next((words for start, words in EXPECTED.items() if kind.startswith(start)), _OTHERWISE)
        message = f"{given} passer ikke i {shown(name)}. {expected.format(**context)}"
    return Problem(location, message, rule)


def _fields_at(model: type[BaseModel], steps: Sequence[str | int]) -> dict[str, FieldInfo]:
    """Give the fields of the model that stands at a place inside a record."""
    for step in steps:
        if isinstance(step, str):
            field = _by_key(model).get(step)
            found = _model_in(field.annotation) if field else None
            if found is None:
                return {}
            model = found
    return _by_key(model)


def _by_key(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """Give the fields of a model by the keys that editors write."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def _model_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for argument in get_args(annotation) if (found := _model_in(argument))), None)


def _hint(model: type[BaseModel], steps: Sequence[str | int]) -> str:
    """Say what a missing field is for, in the words that describe it."""
    field = _fields_at(model, steps[:-1])[str(steps[-1])]
    title = f" Tilføj det: {field.title}." if field.title else ""
    return said(f"{title} {field.description}" if field.description else title)


def _allowed(model: type[BaseModel], steps: Sequence[str | int]) -> list[str]:
    # The innermost step that is a field: after it may follow the index of a list or an editor's own key.
    for index in reversed(range(len(steps))):
        field = _fields_at(model, steps[:index]).get(str(steps[index]))
        if field:
            return list(choices(field.annotation))
    return []


def choices(annotation: object) -> Iterator[str]:
    """Give the words of the enumeration or literal that a field takes."""
    if annotation is Unit:
        yield from Unit.known()
    elif isinstance(annotation, type):
        yield from map(str, getattr(annotation, "__members__", {}).values())
    for argument in get_args(annotation):
        if isinstance(argument, str):
            yield argument
        else:
            yield from choices(argument)
