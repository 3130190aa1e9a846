"""A new record: its id, which nothing has or had, and the file that it stands in."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path, PurePath
from typing import Any

from generator.base.problems import Problem
from generator.base.rule import Rule
from generator.base.text import as_id, shown
from generator.editing.filling import FillingError, Named
from generator.editing.formatting.kinds import Kind
from generator.editing.rewriting import Change, edited, end_of
from generator.editing.schema import FOLDER
from generator.editing.skeletons import item, skeleton
from generator.model import LINKED_TYPES, RECORD_TYPES, Consultation, Filing, Organisation, Record, Response
from generator.reading.folder import CONSULTATION, can_be_named
from generator.reading.loaded import Loaded
from generator.reading.misplaced import misnamed, proposed
from generator.reading.source import read

_NUMBERED = re.compile(r"([a-z][a-z-]*)([1-9][0-9]{0,2})\Z")
_LONGEST = 80


def types() -> dict[str, type[Record]]:
    """Give the types that a new record can be of, by what the editors of the plan that was read last call them."""
    return {model.noun.partition(" ")[2]: model for model in RECORD_TYPES}


def type_of(word: str) -> type[Record] | None:
    """Give the type that an editor names, with Danish letters or without, or by the name of its class."""
    named = {as_id(name): model for name, model in types().items()}
    return {**named, **{as_id(model.type): model for model in RECORD_TYPES}}.get(as_id(word))


def taken(loaded: Loaded, model: type[Record]) -> set[str]:
    """Give every id that something has or had among what editors name by the id alone: an id is never used again."""
    gone = loaded.gone
    left = [*(line.from_ for line in gone.moved), *(line.address for line in gone.deleted)]
    old = {PurePath(address.partition("#")[0]).name for address in left} | {
        address.partition("#")[2] for address in left
    }
    kinds = {kind.type for kind in LINKED_TYPES} if model in LINKED_TYPES else {model.type}
    return old | {name for kind, name in (*loaded.origins, *loaded.unread) if kind in kinds}


def next_id(loaded: Loaded, model: type[Record], title: str) -> str:
    """Give the next free id: the next number where most ids of the type are numbered, else one made of the title.

    Raises:
        FillingError: there is no title to make it of.
    """
    known, used = loaded.of(model), taken(loaded, model)
    numbers = [(found[1], int(found[2])) for found in map(_NUMBERED.match, known) if found]
    prefix, count = next(iter(Counter(prefix for prefix, _ in numbers).most_common(1)), ("", 0))
    if count > 1 and count * 2 > len(known):
        start, step = prefix, max(number for other, number in numbers if other == prefix) + 1
    elif title:
        start, step = proposed(as_id(title)[: _LONGEST - 4].strip("-")), 2
        if start not in used:
            return start
        start += "-"
    else:
        raise FillingError(f"Der mangler et id. Skriv et med --set id=…, eller skriv en titel til {model.noun}.")
    while f"{start}{step}" in used:
        step += 1
    return f"{start}{step}"


def named(loaded: Loaded, model: type[Record], fields: dict[str, Any]) -> str:
    """Take the id of a new record out of what is given of it, or find the next; a letter has its case's and sender's.

    Raises:
        FillingError: the id cannot be used.
    """
    if model is Response:
        return _named_letter(loaded, fields)
    name = str(fields.pop("id", "")) or next_id(loaded, model, str(fields.get("title", "")))
    free(loaded, model, name)
    return name


def free(loaded: Loaded, model: type[Record], name: str) -> None:
    """Say what keeps a name from being the id of another record of a type.

    Raises:
        FillingError: it cannot be an id, or it is or was one.
    """
    if not can_be_named(name) or len(name) > _LONGEST:
        raise FillingError(misnamed(name, _LONGEST if len(name) > _LONGEST else None, ()))
    if name in taken(loaded, model):
        raise FillingError(f"{shown(name)} er brugt, og et id bruges aldrig igen. Vælg et andet id.")


def asked_for(model: type[Record]) -> Named:
    """Leave out what nobody needs be asked about: what may be left out, lists of parts, and what programs make."""
    kind = Kind(model)
    by_name = () if model is Response or model.filing is Filing.LIST else model.in_name
    names = [
        key
        for key, field in kind.fields.items()
        if not field.is_required() or (kind.of(key).is_list and kind.of(key).model) or key in ("id", *by_name)
    ]
    return lambda _: names


def path_of(model: type[Record], name: str, data: Path) -> Path:
    """Give the file in which a record of a type stands."""
    if model.filing is Filing.LIST:
        return data / model.place
    return data / model.place / (f"{name}/{CONSULTATION}" if model is Consultation else f"{name}.yml")


def created(model: type[Record], name: str, known: Mapping[str, Any], data: Path, notes: Sequence[str] = ()) -> Change:
    """Give the file with a new record in it: what is known of it, and every other field explained.

    Raises:
        FillingError: there is something where the file would stand.
    """
    path = path_of(model, name, data)
    if not path.resolve().is_relative_to(data.resolve()):
        raise FillingError(f"{path} fører ud af {data}. Ret genvejen, eller slet den.")
    schema = Path(os.path.relpath(data / FOLDER / f"{model.type}.json", path.parent)).as_posix()
    if model.filing is not Filing.LIST:
        if os.path.lexists(path):
            raise FillingError(f"{path} er der allerede. Vælg et andet id.")
        return Change(path, None, skeleton(model, known, schema, notes))
    whole = {"id": name, **known}
    if not os.path.lexists(path):
        return Change(path, None, skeleton(model, whole, schema))
    file, problems = read(path, path.as_posix())
    if problems or not isinstance(file.value, list) or file.text[file.span(()).start] == "[":
        raise FillingError(f"{path} kan ikke rettes af programmet. Kør pejl check, og ret den først.")
    at = end_of(file, (len(file.value) - 1,))
    start = "" if file.text[:at].endswith("\n") else "\n"
    return Change(path, file.text, edited(file, [(at, at, start + item(model, whole))])[0].text)


def empty(found: Collection[Problem]) -> list[Problem]:
    """Give the problems that are nothing but fields to be filled in."""
    return [problem for problem in found if problem.rule == Rule.EMPTY_VALUE]


def _named_letter(loaded: Loaded, fields: dict[str, Any]) -> str:
    case, sender = str(fields.pop("consultation", "")), str(fields.pop("organisation", ""))
    fields.pop("id", None)
    if not (case and sender):
        raise FillingError("Skriv både consultation (høringens id) og organisation (id på den, der har skrevet).")
    for kind, name in ((Consultation, case), (Organisation, sender)):
        if name not in loaded.of(kind):
            raise FillingError(f"Der er ikke {kind.noun} med id'et {shown(name)}. Opret posten først.")
    return f"{case}/{sender}"
