"""A part of a record, filled in by whoever is asked: every question follows from a field of the model."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias, cast

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from generator.base.local import said
from generator.base.text import composed, did_you_mean, shown
from generator.editing.formatting.kinds import Kind
from generator.model.order import keys, ranks
from generator.reading.decoding import INVISIBLE
from generator.reading.errors import explained
from generator.reading.source import YamlFile

Ask: TypeAlias = Callable[[str], str]
"""Puts a question to somebody, and gives what they answer."""

Named: TypeAlias = Callable[[Mapping[str, Any]], Collection[str]]
"""Names fields, by what is known of the others."""


@dataclass(frozen=True)
class Wish:
    """What somebody is asked about of a part, besides what it must have."""

    left_out: Named = lambda _: ()
    """The fields that do not matter."""
    needed: Named = lambda _: ()
    """The fields that must be there as things stand."""
    may_wait: bool = False
    """Whether what must be there can be filled in later."""


_DECIMAL = re.compile(r"-?[0-9]+[.,][0-9]+\Z")
_THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}\Z")
_WHOLE = re.compile(r"-?(?:0|[1-9][0-9]{0,17})\Z")
_SURROGATE = re.compile("[\ud800-\udfff]")
_FLAGS = {"ja": True, "j": True, "true": True, "nej": False, "n": False, "false": False}
_MOST_STEPS = 12
"""No way to a field is longer."""


class FillingError(ValueError):
    """Raised with a Danish sentence where something that is given cannot be a part of the record."""


def given(pairs: Iterable[str], kind: Kind) -> dict[str, Any]:
    """Read fields that are given as `felt=værdi`, with points on the way to a field inside: `source.document=plan`.

    Raises:
        FillingError: there is no such field, or its value cannot be written.
    """
    found: dict[str, Any] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals:
            raise FillingError(f"{shown(pair)} er ikke et felt og en værdi. Skriv felt=værdi.")
        steps = name.strip().split(".")
        if len(steps) > _MOST_STEPS:
            raise FillingError(f"Feltet {shown(name)} kendes ikke.")
        _put(found, steps, _clean(value, name.strip()), kind)
    return {key: _lists(value) for key, value in found.items()}


def read(text: str, kind: Kind) -> Any:  # noqa: ANN401  what the field holds
    """Read what somebody wrote for a field: a list between commas or a line each, a number with a decimal comma."""
    text = text.strip()
    if kind.is_list and kind.model is None:
        return [item.strip() for item in re.split(r"\n" if "\n" in text else ",", text) if item.strip()]
    if kind.is_flag:
        return _FLAGS.get(text.casefold(), text)
    if kind.is_number:
        return _number(text)
    return text


def filled(kind: Kind, ask: Ask, wish: Wish) -> dict[str, Any]:
    """Ask for a part field by field, in the order of the file."""
    found: dict[str, Any] = {}
    for key in keys(kind.model) if kind.model else ():
        if key not in wish.left_out(found) and not kind.of(key).is_fingerprint:
            value = _asked(key, kind, ask, wish, is_needed=key in wish.needed(found))
            if value not in (None, "", [], {}):
                found[key] = value
    return found


def pairs_of(fields: Mapping[str, Any], way: str = "") -> Iterator[str]:
    """Yield fields as they can be given: `felt=værdi`."""
    for key, value in fields.items():
        name = f"{way}{key}"
        if isinstance(value, list) and value:
            yield from pairs_of({str(index): item for index, item in enumerate(value)}, f"{name}.")
        elif isinstance(value, dict):
            yield from pairs_of(value, f"{name}.")
        else:
            yield f"{name}={'ja' if value is True else 'nej' if value is False else value}"


def in_order(fields: Mapping[str, Any], kind: Kind) -> dict[str, Any]:
    """Give fields in the order in which they are written."""
    order = ranks(kind.model) if kind.model else {}
    return dict(sorted(fields.items(), key=lambda item: order.get(item[0], len(order))))


def question(field: FieldInfo, kind: Kind) -> str:
    """Say in Danish what a field asks for."""
    words = said(" ".join(filter(None, (f"{field.title}." if field.title else "", field.description))))
    return f"{words} Vælg mellem: {', '.join(kind.choices)}." if kind.choices else words


def is_yes(said: str) -> bool:
    """Tell whether somebody says yes."""
    return _FLAGS.get(said.strip().casefold()) is True


def _asked(key: str, around: Kind, ask: Ask, wish: Wish, *, is_needed: bool) -> Any:  # noqa: ANN401  likewise
    field, kind = around.fields[key], around.of(key)
    words, must = question(field, kind), (field.is_required() or is_needed) and not wish.may_wait
    more = "kan vente" if field.is_required() else "kan udelades"
    if kind.is_mapping:
        return None
    if kind.model:
        return _asked_parts(words, kind, ask, Wish(may_wait=wish.may_wait), must=must)
    while True:
        said = ask(words if must else f"{words} ({more})").strip()
        if said:
            try:
                return _valid(said, key, around)
            except FillingError as error:
                words = str(error)
        elif not must:
            return None


def _asked_parts(words: str, kind: Kind, ask: Ask, wish: Wish, *, must: bool) -> Any:  # noqa: ANN401  likewise
    part = Kind(kind.model)
    if kind.is_list:
        items: list[dict[str, Any]] = []
        while is_yes(ask(f"{words} Vil du tilføje {'én til' if items else 'noget'}? (j/n)")):
            items.append(filled(part, ask, wish))
        return items
    if must or is_yes(ask(f"{words} Vil du udfylde det? (j/n)")):
        return filled(part, ask, wish)
    return None


def _valid(said: str, key: str, around: Kind) -> Any:  # noqa: ANN401  likewise
    """Read what somebody said of a field.

    Raises:
        FillingError: a check would refuse it, and these are its words.
    """
    kind = around.of(key)
    value, annotation = read(_clean(said, key), kind), cast(Any, kind.annotation)
    try:
        TypeAdapter(annotation, config=ConfigDict(arbitrary_types_allowed=True)).validate_python(value)
    except ValidationError as error:
        details = error.errors()[0]
        details["loc"] = (key, *details["loc"])
        model = around.model
        raise FillingError(explained(details, model, YamlFile(""), ()).message if model else str(error)) from None
    return value


def _clean(value: str, name: str) -> str:
    """Give a value with every letter as one sign and one kind of line end.

    Raises:
        FillingError: it holds what nobody can see.
    """
    text = composed(value.replace("\r\n", "\n"))
    hidden = INVISIBLE.search(text) or _SURROGATE.search(text) or re.search("\r", text)
    if hidden:
        raise FillingError(f"Der står et usynligt tegn (U+{ord(hidden.group()):04X}) i {shown(name)}. Slet det.")
    return text


def _put(found: dict[str, Any], path: list[str], value: str, kind: Kind, *, is_item: bool = False) -> None:
    name, *rest = path
    is_number = name.isascii() and name.isdecimal()
    if not (is_number if is_item else kind.is_mapping or name in kind.fields):
        known = () if is_item else kind.fields
        hint = "Skriv et nummer: 0 er den første." if is_item else did_you_mean(name, known)
        raise FillingError(f"Feltet {shown(name)} kendes ikke. {hint}".rstrip())
    inner = kind if is_item else kind.of(name)
    if rest:
        below = found.setdefault(name, {})
        if not isinstance(below, dict):
            raise FillingError(f"Feltet {shown(name)} er givet to gange. Slet det ene.")
        _put(below, rest, value, inner, is_item=inner.is_list and not is_item)
    elif name in found:
        raise FillingError(f"Feltet {shown(name)} er givet to gange. Slet det ene.")
    else:
        found[name] = value.strip() if is_item else read(value, inner)


def _lists(value: Any) -> Any:  # noqa: ANN401  whatever was given
    """Make lists of what is given by numbers."""
    if not isinstance(value, dict):
        return value
    inner = {key: _lists(item) for key, item in value.items()}
    if inner and all(key.isdecimal() for key in inner):
        return [inner[key] for key in sorted(inner, key=int)]
    return inner


def _number(text: str) -> int | float | str:
    """Read a number where it can only be read in one way; what is left for the reader of the file stays a text."""
    if _WHOLE.match(text):
        return int(text)
    if _DECIMAL.match(text) and not _THOUSANDS.match(text):
        return float(text.replace(",", "."))
    return text
