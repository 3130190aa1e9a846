"""Two versions of a record held against each other: one difference for every change that somebody made."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from enum import StrEnum, auto
from typing import Any, TypeAlias

from generator.history.filed import Filed, point_name, points
from generator.model import (
    Decision,
    Goal,
    Gone,
    Indicator,
    Part,
    Point,
    Recommendation,
    Response,
    Site,
    Target,
    YearPlan,
)
from generator.model.corrections import NotOnceError, undone
from generator.model.parts import Link
from generator.model.references import Place


class What(StrEnum):
    """What was changed."""

    RECORD = auto()
    POINT = auto()
    PART = auto()
    STEP = auto()
    ANSWER = auto()
    REPLY = auto()
    PROMISE = auto()
    VERSION = auto()
    ADOPTED = auto()
    WITHDRAWN = auto()
    WORDS = auto()
    FACT = auto()
    DEADLINE = auto()
    FIGURE = auto()
    DEMAND = auto()
    CORRECTION = auto()
    GONE = auto()
    LINK = auto()
    SEEN = auto()
    FIELD = auto()


class How(StrEnum):
    """How it was changed."""

    ADDED = auto()
    REMOVED = auto()
    CHANGED = auto()
    REORDERED = auto()


@dataclass(frozen=True)
class Delta:
    """One change: what it is in, where it stands now, and what it was and is."""

    what: What
    how: How
    filed: Filed
    """The record as it is now, or as it was where it is gone."""
    name: str
    """What readers call the record or the point that it is in."""
    place: Place
    """The way to it in the record as it is now; of what is gone, to where it was."""
    old: Any = None
    new: Any = None
    key: str = ""
    """The field, or the id of a part."""
    late: bool = False
    """Whether something was put in before what was there already."""
    around: Mapping[str, Any] = field(default_factory=dict)
    """The record or the point that it is in."""


FREE = frozenset({"note", "seen", "why"})
"""What may be written anew in a step."""
_STEPS = {
    "history": What.STEP,
    "replies": What.REPLY,
    "versions": What.VERSION,
    "corrections": What.CORRECTION,
}
_ONE: Mapping[tuple[type[Part], str], What] = {
    (Response, "date"): What.FACT,
    (Decision, "date"): What.FACT,
    (Decision, "body"): What.FACT,
    (Target, "year"): What.FACT,
    (Indicator, "unit"): What.FACT,
    (Site, "published"): What.FACT,
    (Point, "text"): What.WORDS,
    (Point, "answered_with"): What.FACT,
    (Point, "split_from"): What.FACT,
}
"""Single fields that say what somebody wrote, what happened or what is measured, by the record that they are in."""
_ONE_OF_ANY: Mapping[str, What] = {
    "adopted_text": What.ADOPTED,
    "withdrawn": What.WITHDRAWN,
    "opening": What.WORDS,
    "closing": What.WORDS,
    "closes": What.DEADLINE,
    "answer_by": What.DEADLINE,
    "next": What.DEADLINE,
    "invited": What.DEADLINE,
}
_WORDED: Mapping[tuple[type[Part], str], tuple[str, str]] = {
    (Goal, "years"): ("wording", "year"),
    (Target, "wordings"): ("quote", "year"),
    (Decision, "items"): ("decided", "number"),
    (Recommendation, "measures"): ("", "id"),
    (YearPlan, "sections"): ("", "id"),
}
"""Lists of parts: the field that holds somebody's words, if any does, and the one that tells the parts apart."""
_DEMAND = ("comparator", "value", "unit", "reference", "offset", "target_group", "indicator", "group")
_ENDS = Link.target_types()

_Keyed: TypeAlias = Mapping[Any, tuple[int, Any]]


def deltas(old: Filed | None, new: Filed | None) -> Iterator[Delta]:
    """Yield the changes between two versions of a record, either of which may be missing."""
    if old and new:
        yield from _Comparing(new, new.name).record(old.value, new.value)
    elif new:
        yield Delta(What.RECORD, How.ADDED, new, new.name, (), new=new.value)
    elif old:
        yield Delta(What.RECORD, How.REMOVED, old, old.name, (), old=old.value)


@dataclass(frozen=True)
class _Comparing:
    """Compares inside one record, or inside one point of it."""

    filed: Filed
    name: str
    at: Place = ()
    around: Mapping[str, Any] = field(default_factory=dict)

    def record(self, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Delta]:
        model = self.filed.model
        yield from self._steps("corrections", old, new, What.CORRECTION)
        new = _uncorrected(old, new)
        adopted, versions = old.get("adopted_text"), new.get("versions")
        if adopted and versions and _text(versions[0].get("text")) == _text(adopted.get("text")):
            old = {**old, "versions": [versions[0]]}  # the text only moved to where its versions stand
            del old["adopted_text"]
        for key in dict.fromkeys([*old, *new]):
            if key != "corrections":
                yield from self._field(model, key, old, new)

    def _field(self, model: type[Part], key: str, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Delta]:
        before, after = old.get(key), new.get(key)
        if before == after:
            return
        if key in _STEPS:
            what = What.ANSWER if model is Point and key == "history" else _STEPS[key]
            yield from self._steps(key, old, new, what)
        elif model is Response and key == "sections":
            yield from self._letter(old, new)
        elif key in ("links", "observations") or (model is Target and key == "parts"):
            compare = {"links": self._links, "observations": self._figures, "parts": self._demands}[key]
            yield from compare(before, after)
        elif (model, key) in _WORDED:
            words, by = _WORDED[model, key]
            yield from self._worded(key, before, after, words, by)
        elif model is Gone:
            yield from self._listed(What.GONE, key, before, after, lambda line: json.dumps(line, sort_keys=True))
        else:
            yield from self._one(_ONE.get((model, key)) or _ONE_OF_ANY.get(key, What.FIELD), key, before, after)

    def _delta(self, what: What, how: How, place: Place, **values: Any) -> Delta:  # noqa: ANN401  as Delta holds them
        return Delta(what, how, self.filed, self.name, (*self.at, *place), around=self.around, **values)

    def _one(self, what: What, key: str, old: object, new: object) -> Iterator[Delta]:
        if what in (What.WORDS, What.ADOPTED) and _text(old) == _text(new):
            return
        how = How.ADDED if old is None else How.REMOVED if new is None else How.CHANGED
        yield self._delta(what, how, (key,), old=old, new=new, key=key)

    def _listed(self, what: What, key: str, old: object, new: object, name: Callable[[Any], object]) -> Iterator[Delta]:
        """Compare two lists whose items are told apart by a name; what both have is left to the caller."""
        was, now = _by(old, name), _by(new, name)
        for one, (_, value) in was.items():
            if one not in now:
                yield self._delta(what, How.REMOVED, (key,), old=value, key=str(one))
        for one, (index, value) in now.items():
            if one not in was:
                yield self._delta(what, How.ADDED, (key, index), new=value, key=str(one))

    def _links(self, old: object, new: object) -> Iterator[Delta]:
        yield from self._listed(What.LINK, "links", old, new, _end)
        was = _by(old, _end)
        for end, (index, link) in _by(new, _end).items():
            before = was.get(end, (0, link))[1]
            if before.get("why") != link.get("why"):
                yield self._delta(What.LINK, How.CHANGED, ("links", index, "why"), old=before, new=link, key=str(end))
            elif before.get("seen") != link.get("seen"):
                yield self._delta(What.SEEN, How.CHANGED, ("links", index), old=before, new=link)

    def _figures(self, old: object, new: object) -> Iterator[Delta]:
        yield from self._listed(What.FIGURE, "observations", old, new, _figure)
        was = _by(old, _figure)
        for name, (index, figure) in _by(new, _figure).items():
            before = was.get(name, (0, figure))[1]
            place: Place = ("observations", index)
            if _number(before.get("value")) != _number(figure.get("value")):
                yield self._delta(What.FIGURE, How.CHANGED, (*place, "value"), old=before, new=figure, key=str(name))
            elif before != figure:
                yield self._delta(What.FIELD, How.CHANGED, place, old=before, new=figure, key="observations")

    def _demands(self, old: object, new: object) -> Iterator[Delta]:
        yield from self._listed(What.DEMAND, "parts", old, new, _id)
        was = _by(old, _id)
        for name, (index, part) in _by(new, _id).items():
            before = was.get(name, (0, part))[1]
            if any(before.get(key) != part.get(key) for key in _DEMAND):
                yield self._delta(What.DEMAND, How.CHANGED, ("parts", index), old=before, new=part, key=str(name))
            elif before != part:
                yield self._delta(What.FIELD, How.CHANGED, ("parts", index), old=before, new=part, key="parts")

    def _worded(self, key: str, old: object, new: object, words: str, by: str) -> Iterator[Delta]:
        """Compare parts that are told apart by a year, a number or an id; one field of each is somebody's words."""

        def name(part: Any) -> object:  # noqa: ANN401  a plain value of any form
            return str(part.get(by))

        yield from self._listed(What.PART, key, old, new, name)
        was = _by(old, name)
        for one, (index, part) in _by(new, name).items():
            before = was.get(one, (0, part))[1]
            place: Place = (key, index)
            if words and _text(before.get(words)) != _text(part.get(words)):
                how = How.ADDED if before.get(words) is None else How.CHANGED
                yield self._delta(What.WORDS, how, (*place, words), old=before.get(words), new=part.get(words), key=one)
            elif before != part:
                yield self._delta(What.FIELD, How.CHANGED, place, old=before, new=part, key=key)

    def _letter(self, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Delta]:
        """Compare the headings and the points of a letter."""
        was, now = ([_text(part.get("heading")) for part in value.get("sections") or ()] for value in (old, new))
        for index, (before, after) in enumerate(zip(was, now, strict=False)):
            if before != after:
                place: Place = ("sections", index, "heading")
                yield self._delta(What.WORDS, How.CHANGED, place, old=before, new=after, key="heading")
        if len(was) != len(now):
            how = How.ADDED if len(now) > len(was) else How.REMOVED
            place = ("sections", min(len(was), len(now)), "heading")
            yield self._delta(What.WORDS, how, place, old=was, new=now, key="heading")
        before_by = {str(point.get("id")): point for _, point in points(replace(self.filed, value=old))}
        after_by = {str(point.get("id")): (place, point) for place, point in points(replace(self.filed, value=new))}
        for name, point in before_by.items():
            if name not in after_by:
                lost = self._delta(What.POINT, How.REMOVED, ("sections",), old=point, key=name)
                yield replace(lost, name=point_name(point))
        if [name for name in before_by if name in after_by] != [name for name in after_by if name in before_by]:
            yield self._delta(What.POINT, How.REORDERED, ("sections",))
        for name, (place, point) in after_by.items():
            if name not in before_by:
                yield replace(self._delta(What.POINT, How.ADDED, place, new=point, key=name), name=point_name(point))
            else:
                yield from _Comparing(self.filed, point_name(point), place, point).point(before_by[name], point)

    def point(self, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Delta]:
        for key in dict.fromkeys([*old, *new]):
            yield from self._field(Point, key, old, new)

    def _steps(self, key: str, old: dict[str, Any], new: dict[str, Any], what: What) -> Iterator[Delta]:
        """Compare two lists of steps, the newest last."""
        was, now = _items(old.get(key)), _items(new.get(key))
        before, after = [_core(step) for step in was], [_core(step) for step in now]
        if before != after and sorted(before) == sorted(after):
            yield self._delta(what, How.REORDERED, (key,), old=was, new=now, key=key)
            return
        for tag, first, end, start, stop in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
            both = min(end - first, stop - start)
            for index in range(both):
                one, other, place = was[first + index], now[start + index], (key, start + index)
                if tag == "equal":
                    yield from self._inside(one, other, place)
                else:
                    yield self._delta(what, How.CHANGED, place, old=one, new=other, key=key)
            for index in range(first + both, end):
                yield self._delta(what, How.REMOVED, (key,), old=was[index], key=key)
            for index in range(start + both, stop):
                yield self._delta(what, How.ADDED, (key, index), new=now[index], key=key, late=end < len(was))

    def _inside(self, old: Any, new: Any, place: Place) -> Iterator[Delta]:  # noqa: ANN401  plain values of any form
        """Compare what may change in a step: what became of its promises, its note, and when it was last read."""
        promises = zip(_items(old.get("promised")), _items(new.get("promised")), strict=True)
        for index, (before, after) in enumerate(promises):
            inner = replace(self, at=(*self.at, *place, "promised", index), around={**self.around, "promise": after})
            yield from inner._steps("history", before, after, What.PROMISE)  # noqa: SLF001  our own
        if old.get("seen") != new.get("seen"):
            yield self._delta(What.SEEN, How.CHANGED, place, old=old, new=new)
        if any(old.get(name) != new.get(name) for name in ("note", "why")):
            yield self._delta(What.FIELD, How.CHANGED, place, old=old, new=new, key="note")


def _uncorrected(old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    """Undo the corrections that are new, so that what they mended is not told as well."""
    kept = len(_items(old.get("corrections")))
    if kept == len(_items(new.get("corrections"))):
        return new
    try:
        return undone(new, kept)
    except (NotOnceError, KeyError, TypeError, AttributeError):
        return new  # a rule says what is wrong with the correction


def _core(step: Any) -> str:  # noqa: ANN401  a plain value of any form
    """Give what may never change in a step, in one form whatever the order of its keys."""
    if not isinstance(step, dict):
        return json.dumps(step, default=str)
    kept = {key: value for key, value in step.items() if key not in FREE}
    if "promised" in kept:
        promises = [promise for promise in _items(kept["promised"]) if isinstance(promise, dict)]
        kept["promised"] = [{key: value for key, value in each.items() if key != "history"} for each in promises]
    return json.dumps(kept, sort_keys=True, default=str)


def _items(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _by(value: object, name: Callable[[Any], object]) -> _Keyed:
    return {name(item): (index, item) for index, item in enumerate(_items(value)) if isinstance(item, dict)}


def _id(part: Mapping[str, Any]) -> str:
    return str(part.get("id"))


def _end(link: Mapping[str, Any]) -> Sequence[str]:
    return next(((name, str(link[name])) for name in _ENDS if name in link), ("", ""))


def _figure(figure: Mapping[str, Any]) -> Sequence[str]:
    return tuple(str(figure.get(name, "")) for name in ("period", "area", "group", "kind"))


def _number(value: object) -> object:
    return float(value) if isinstance(value, int | float) else value


def _text(value: object) -> object:
    """Give words in one form: how their lines are broken does not count."""
    if isinstance(value, dict):
        return _text(value.get("text"))
    if isinstance(value, list):
        return [_text(item) for item in value]
    return " ".join(str(value).split()) if value is not None else None
