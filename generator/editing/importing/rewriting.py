"""Changes the observations in an indicator's file, and leaves every other character as the editor wrote it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from generator.base.rule import Rule
from generator.base.text import digits
from generator.editing.formatting.scalars import WIDEST, word
from generator.editing.rewriting import ITEM, Edit, RewriteError, edited, end_of, lines_of, place_of_key
from generator.model import Indicator, Observation
from generator.model.references import Place
from generator.reading.source import MOST_BYTES, YamlFile

_OBSERVATIONS = "observations"
_REVISED = "revised"
_WHY = "Tabellen hos kilden har fået et andet tal."


def rewritten(
    file: YamlFile,
    values: Mapping[int, float],
    removed: Collection[int],
    added: Sequence[Observation],
    today: dt.date,
) -> YamlFile:
    """Give a file with some values changed, some observations gone and some new ones at the end.

    A value that is changed keeps what it was, and the day of the change, in its `revised`.

    Raises:
        RewriteError: the file cannot be changed safely, or would not say what it should.
    """
    if not added and len(removed) == len(file.value[_OBSERVATIONS]):
        message = "Alle tal ville være væk, og så er filen ikke længere en indikator. Behold mindst ét."
        raise RewriteError(file.locate_key((_OBSERVATIONS,)), message, Rule.IMPORT)
    edits: list[Edit] = []
    for index, value in values.items():
        span = file.span((_OBSERVATIONS, index, "value"))
        edits += [(span.start, span.stop, digits(value)), _revision(file, index, today)]
    edits += [(*_lines(file, index), "") for index in removed]
    if added:
        edits += _addition(file, added)
    found, problems = edited(file, edits)
    if len(found.text.encode()) > MOST_BYTES:
        message = (
            "Filen ville fylde over 600 kB, og så kan den ikke læses. Vælg færre rækker med »keep« under »import«."
        )
        raise RewriteError(file.locate_key((_OBSERVATIONS,)), message, Rule.IMPORT)
    if problems or not _as_meant(file.value, found.value, _revised(file.value, values, today), removed, added):
        raise _unsafe(file, 0)
    return found


def _revision(file: YamlFile, index: int, today: dt.date) -> Edit:
    """Give what writes down the value that a figure had, behind those that it had before."""
    place: Place = (_OBSERVATIONS, index)
    item, span = file.value[_OBSERVATIONS][index], file.span(place)
    line = f"{{date: {today}, value: {file.written((*place, 'value'))}, why: {word(_WHY)}}}"
    older = file.span((*place, _REVISED)) if _REVISED in item else None
    if older and file.text[older.stop - 1] == "]":
        return older.stop - 1, older.stop - 1, f", {line}"
    if older:
        last = (*place, _REVISED, len(item[_REVISED]) - 1)
        start, end = lines_of(file, last)
        return end, end, f"{file.text[start : file.text.index('-', start)]}- {line}\n"
    if file.text[span.start] == "{":
        return span.stop - 1, span.stop - 1, f", {_REVISED}: [{line}]"
    end = end_of(file, place)
    start_of_line = file.text.rfind("\n", 0, span.start) + 1
    before = "" if file.text[:end].endswith("\n") else "\n"
    return end, end, f"{before}{' ' * (span.start - start_of_line)}{_REVISED}: [{line}]\n"


def _revised(before: Mapping[str, Any], values: Mapping[int, float], today: dt.date) -> Mapping[int, Any]:
    """Give the observations that are changed as they are to be."""
    made = {}
    for index, value in values.items():
        item = before[_OBSERVATIONS][index]
        revision = {"date": today.isoformat(), "value": item["value"], "why": _WHY}
        made[index] = {**item, "value": value, _REVISED: [*item.get(_REVISED, []), revision]}
    return made


def _lines(file: YamlFile, index: int) -> tuple[int, int]:
    """Give where an observation's lines begin and end."""
    try:
        return lines_of(file, (_OBSERVATIONS, index))
    except RewriteError:
        raise _unsafe(file, index) from None


def _addition(file: YamlFile, added: Sequence[Observation]) -> Iterator[Edit]:
    """Yield what puts observations behind the last one, or where there is none, behind their key."""
    text, key = file.text, ""
    items = file.value.get(_OBSERVATIONS)
    if items:
        end = _lines(file, len(items) - 1)[1]
    elif items is None:
        key = f"{_OBSERVATIONS}:\n"
        end = place_of_key(file, (), _OBSERVATIONS, Indicator)
    else:
        empty = file.span((_OBSERVATIONS,))
        yield len(text[: empty.start].rstrip()), empty.stop, ""
        end = text.find("\n", empty.stop) + 1 or len(text)
    before = "" if text[:end].endswith("\n") else "\n"
    dash, is_flow = _form(file)
    yield end, end, before + key + "".join(_written(observation, dash, is_flow=is_flow) for observation in added)


def _form(file: YamlFile) -> tuple[str, bool]:
    """Give what stands before the last observation on its line, and whether it is one line of its own."""
    last = len(file.value.get(_OBSERVATIONS, [])) - 1
    if last < 0:
        return "  - ", True
    start = file.span((_OBSERVATIONS, last)).start
    dash = file.text[file.text.rfind("\n", 0, start) + 1 : start]
    if not ITEM.match(dash):
        raise _unsafe(file, last)
    return dash, file.text[start] == "{"


def _written(observation: Observation, dash: str, *, is_flow: bool) -> str:
    """Write an observation on one line or on several."""
    fields = {
        "period": observation.period.code,
        "area": observation.area,
        **({"group": word(observation.group)} if observation.group else {}),
        "value": digits(observation.value),
        "kind": observation.kind.value,
    }
    source = observation.source
    origin = {"document": source.document, "section": word(source.section)} if source else {}
    if is_flow:
        line = dash + _flow({**fields, "source": _flow(origin)} if origin else fields)
        if len(line) <= WIDEST:
            return f"{line}\n"
    lines = [f"{name}: {value}" for name, value in fields.items()]
    if origin:
        lines += ["source:", *(f"  {name}: {value}" for name, value in origin.items())]
    return dash + f"\n{' ' * len(dash)}".join(lines) + "\n"


def _flow(fields: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{name}: {value}" for name, value in fields.items()) + "}"


def _as_meant(
    before: Mapping[str, Any],
    after: Any,  # noqa: ANN401  it is what the new text happens to say
    changed: Mapping[int, Any],
    removed: Collection[int],
    added: Sequence[Observation],
) -> bool:
    """Tell whether a new file says the same as the old one but for the changes."""
    rest = {**before, _OBSERVATIONS: None}
    if not isinstance(after, dict) or after.keys() != rest.keys() or {**after, _OBSERVATIONS: None} != rest:
        return False
    kept = [
        changed.get(index, item) for index, item in enumerate(before.get(_OBSERVATIONS, [])) if index not in removed
    ]
    found = after.get(_OBSERVATIONS) or []
    try:
        new = [Observation.model_validate(item) for item in found[len(kept) :]]
    except ValidationError:
        return False
    same_new = [item.model_dump() for item in new] == [item.model_dump() for item in added]
    return found[: len(kept)] == kept and same_new


def _unsafe(file: YamlFile, index: int) -> RewriteError:
    message = (
        "Tallene er skrevet på en måde, som importen ikke kan rette i. Skriv »observations«, så hvert tal begynder med "
        "»- « på sin egen linje."
    )
    return RewriteError(file.locate((_OBSERVATIONS, index)), message, Rule.IMPORT)
