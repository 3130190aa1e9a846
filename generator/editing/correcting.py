"""A mistake that a reader has seen: found in the data by the words that stand on the site, and mended there.

A reader sees »72,3« and »3. marts 2025« where a file holds 72.3 and 2025-03-03, so a value is compared with what the
site shows of it. What is a copy of somebody's words also gets a line in `corrections`, so that nothing is written over.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from generator.base.text import MONTHS, composed, danish_date, danish_number, folded, shown
from generator.editing.composing import with_item, with_value
from generator.editing.filling import FillingError
from generator.editing.formatting.kinds import Kind
from generator.editing.formatting.scalars import word
from generator.editing.rewriting import Change, RewriteError, edited, in_its_form
from generator.model import Filing, Record
from generator.model.corrections import NotOnceError, undone
from generator.model.fields import Ref
from generator.model.parts import Correction
from generator.model.references import Place, inside
from generator.reading.loaded import Loaded, Origin
from generator.reading.source import YamlFile

WISH = Kind(Correction)
ANYWHERE = "Ved ikke"
"""What a reader chooses who cannot say which field is wrong."""
NUMBER = "Tal"
"""What a reader chooses for any number, whatever its field is called."""

_UNIT = re.compile(r"\s*(?:%|kr\.|[a-zæøå. ]+)\Z", re.IGNORECASE)
_DAY = re.compile(r"([0-9]{1,2})\. ([a-z]+) ([0-9]{4})\Z")
_NUMBER = re.compile(r"[-−]?(?:[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]+)?\Z")
_NOT_READ = ("id", "seen", "url", "corrections", "import", "revised")
"""Keys whose values no reader sees, or that programs write."""
_MOST_NAMED = 5


@dataclass(frozen=True)
class Mistake:
    """What a reader says is wrong: on which page, in which field, what stands there and what should."""

    page: str
    field: str
    before: str
    after: str
    why: str


@dataclass(frozen=True)
class _Found:
    """A value that shows the words of a mistake."""

    origin: Origin
    record: Record
    place: Place
    value: Any
    model: Any
    """The model of the mapping that the value's key stands in."""


def corrected(loaded: Loaded, mistake: Mistake, today: dt.date) -> Change:
    """Give the file in which a mistake is mended.

    Raises:
        FillingError: the words cannot be found, or stand in several places; it says what a person must do.
        RewriteError: the file is written in a way that cannot be changed safely.
    """
    if folded(mistake.before) == folded(mistake.after):
        raise FillingError("Det rigtige er det samme som det, der står. Skriv, hvad der skal stå i stedet.")
    every = [record for known in loaded.records.values() for record in known.values()]
    there = [record for record in every if _is_on(record, mistake.page)]
    # A page also shows what stands in other records: the figures and letters of a benchmark, for one.
    for records in (there, every):
        found = list(_places(loaded, records, mistake))
        if len(found) == 1:
            return _mended(found[0], mistake, today)
        if found:
            raise FillingError(_several(found, mistake))
    raise FillingError(_nowhere(there, mistake))


def _is_on(record: Record, page: str) -> bool:
    """Tell whether a page, by its address or by an id, is where a record is shown."""
    parts = urlsplit(composed(unquote(page.strip())))
    path = parts.path.removesuffix("index.html").strip("/")
    names = {path, parts.fragment} if "/" not in path else {parts.fragment}
    own = record.address.partition("#")[0].strip("/")
    inner = {record.id, *(part.id for part in record.within())}
    if record.filing is Filing.LIST:
        return not inner.isdisjoint(names)
    return record.has_place and (f"/{path}".endswith(f"/{own}") or not inner.isdisjoint(names))


def _places(loaded: Loaded, records: list[Record], mistake: Mistake) -> Iterator[_Found]:
    for record in records:
        origin = loaded.origin(record)
        value = origin.file.value
        for step in origin.place:
            value = value[step]
        for place, inner, title, model in _scalars(value, Kind(type(record)), (), ""):
            if _is_meant(mistake.field, title, inner) and _new(inner, mistake) is not None:
                yield _Found(origin, record, place, inner, model)


def _is_meant(field: str, title: str, value: Any) -> bool:  # noqa: ANN401
    """Tell whether a field of a title is the one that a reader has chosen."""
    if field == NUMBER:
        return not isinstance(value, str)
    return field in ("", ANYWHERE) or folded(field) == folded(title)


def _scalars(value: Any, kind: Kind, place: Place, title: str) -> Iterator[tuple[Place, Any, str, Any]]:  # noqa: ANN401
    """Yield every value that a reader sees, with its field's title and the model around it."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            field = kind.fields.get(key)
            if field is None or key in _NOT_READ or any(isinstance(part, Ref) for part in field.metadata):
                continue
            for found in _scalars(inner, kind.of(key), (*place, key), field.title or ""):
                yield (*found[:3], kind.model) if found[3] is None else found
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _scalars(inner, kind, (*place, index), title)
    elif value is not None and not any(isinstance(part, Ref) for part in inside(kind.annotation)):
        yield place, value, title, None


def _new(value: Any, mistake: Mistake) -> Any:  # noqa: ANN401  a text, a number or a day
    """Give a value as it should be; None where it does not show the words."""
    before, after = " ".join(mistake.before.split()), mistake.after.strip()
    if isinstance(value, bool):
        return None
    if not isinstance(value, str):
        same = _UNIT.sub("", before) in (danish_number(float(value)), str(value).replace(".", ","))
        return _number(_UNIT.sub("", after)) if same else None
    if (day := _as_day(value)) and before in (value, danish_date(day)):
        match = _DAY.match(after)
        if match and match[2] in MONTHS:
            return f"{match[3]}-{MONTHS.index(match[2]) + 1:02}-{int(match[1]):02}"
        return after
    pattern = r"\s+".join(map(re.escape, before.split()))
    pattern = rf"\b{pattern}" if before[:1].isalnum() else pattern
    pattern = rf"{pattern}\b" if before[-1:].isalnum() else pattern
    if len(re.findall(pattern, value)) != 1:
        return None
    return re.sub(pattern, lambda _: after, value)


def _as_day(value: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        return None


def _number(text: str) -> float | int | str:
    """Read a number as the site writes it: a point parts the thousands."""
    if not _NUMBER.match(text):
        return text
    plain = text.replace("−", "-").replace(".", "").replace(",", ".")
    return float(plain) if "." in plain else int(plain)


def _mended(found: _Found, mistake: Mistake, today: dt.date) -> Change:
    origin, file = found.origin, found.origin.file
    place = (*origin.place, *found.place)
    new = _new(found.value, mistake)
    fresh, _ = edited(file, [_edit(file, place, new, found.model)])
    model = type(found.record)
    if "corrections" in model.model_fields and isinstance(found.value, str):
        fresh = _with_correction(file, fresh, found, mistake, today)
    return Change(Path(file.path), file.text, in_its_form(file, fresh, model).text)


def _edit(file: YamlFile, place: Place, new: Any, model: Any) -> tuple[int, int, str]:  # noqa: ANN401
    try:
        if isinstance(place[-1], str):
            return with_value(file, place, new, model)
    except RewriteError:
        pass  # it shares its line with others: then only the value itself is cut out
    span = file.span(place)
    if "\n" in file.text[span.start : span.stop].strip():
        message = "Teksten går over flere linjer og kan ikke rettes af programmet. Ret den i filen."
        raise RewriteError(file.locate(place), message)
    return span.start, span.stop, word(new) if isinstance(new, str) else str(new)


def _with_correction(old: YamlFile, fresh: YamlFile, found: _Found, mistake: Mistake, today: dt.date) -> YamlFile:
    """Give a file with a line on what was mended, where that is a copy of somebody's words."""
    model = type(found.record)
    short = {"before": " ".join(mistake.before.split()), "after": mistake.after.strip()}
    whole = {"before": str(found.value), "after": str(_new(found.value, mistake))}
    for words in (short, whole):
        item = {"date": today.isoformat(), **words, "why": mistake.why}
        edit = with_item(fresh, found.origin.place, "corrections", item, model)
        tried, _ = edited(fresh, [edit])
        try:
            if undone(tried.value, len(old.value.get("corrections", []))) == old.value:
                return tried
        except NotOnceError:
            continue
    return fresh  # words of our own, which may be changed


def _several(found: list[_Found], mistake: Mistake) -> str:
    places = [
        f"  {one.origin.file.path}:{one.origin.file.locate((*one.origin.place, *one.place)).line}" for one in found
    ]
    more = [f"  og {len(places) - _MOST_NAMED} andre steder"] if len(places) > _MOST_NAMED else []
    head = (
        f"{shown(mistake.before)} står {len(found)} steder i data. Skriv mere af sætningen, vælg feltet, eller skriv "
        "adressen på den side, hvor posten selv står. En redaktør kan rette her:"
    )
    return "\n".join([head, *places[:_MOST_NAMED], *more])


def _nowhere(there: list[Record], mistake: Mistake) -> str:
    head = f"{shown(mistake.before)} står ikke i data"
    if there:
        names = ", ".join(shown(record.title) for record in there[:_MOST_NAMED])
        head += f", hverken på siden om {names} eller et andet sted"
    return (
        f"{head}. Ordene er måske regnet ud af tal, eller de står i programmet eller i en side i content/. En redaktør "
        "må finde dem og rette dem. Kopiér ellers ordene fra siden, og opret en ny formular."
    )
