"""What may never be rewritten, held against an earlier version: each refusal at its line, with what to do instead."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.base.measures import amount
from generator.base.problems import Location, Problem
from generator.base.rule import Rule
from generator.base.text import danish_date, shown
from generator.history.deltas import FREE, Delta, How, What
from generator.history.filed import Filed, in_folder
from generator.history.sentences import change
from generator.history.versions import Pair, gone_in, led_on, pairs, version
from generator.model.references import Place

_STEPS = (What.STEP, What.ANSWER, What.REPLY, What.PROMISE, What.VERSION, What.CORRECTION)
_DEMAND = ("comparator", "value", "unit", "reference", "offset")


def rewritten(data: Path, revision: str) -> list[Problem]:
    """Find what has been rewritten in a data folder since a revision, or since what a folder holds.

    Raises:
        UnknownVersionError: There is no such revision or folder.
    """
    before, after = version(revision, data), in_folder(data)
    return refusals(pairs(before, after, data.as_posix()), gone_in(after), gone_in(before))


def refusals(pairs: list[Pair], gone: Mapping[str, Any], before: Mapping[str, Any]) -> list[Problem]:
    """Find what has been rewritten; `gone` is what gone.yml says now, and `before` what it said then."""
    excused = _Excused.of(gone, before)
    found = [problem for pair in pairs for problem in _of_pair(pair, excused)]
    return sorted(set(found))


@dataclass(frozen=True)
class _Excused:
    """The addresses that gone.yml accounts for."""

    left: frozenset[str] = field(default_factory=frozenset)
    """Those that are moved or deleted."""
    withheld: frozenset[str] = field(default_factory=frozenset)
    """Those where words are newly taken away; what was taken away before excuses nothing more."""

    @classmethod
    def of(cls, gone: Mapping[str, Any], before: Mapping[str, Any]) -> _Excused:
        left = {*_addresses(gone, "moved", "from"), *_addresses(gone, "deleted", "address")}
        withheld = set(_addresses(gone, "withheld", "address")) - {
            led_on(old, gone) for old in _addresses(before, "withheld", "address")
        }
        return cls(frozenset(left), frozenset(withheld))


def _of_pair(pair: Pair, excused: _Excused) -> Iterator[Problem]:
    old, new = pair.old, pair.new
    if old is None:
        return
    if new is None:
        if old.address not in excused.left:
            fix = "Læg posten tilbage, eller skriv i gone.yml, hvor den er flyttet hen, eller hvorfor den er slettet."
            message = f"{old.name} er væk eller har fået et andet id. {fix}"
            yield Problem(Location(old.file.path), message, Rule.LOST)
        return
    if old.address != new.address and old.address not in excused.left:
        message = f"Adressen var {old.address} og er nu {new.address}. Skriv begge under »moved« i gone.yml."
        yield Problem(new.file.locate(new.place), message, Rule.ADDRESS_CHANGED)
    yield from _lost_places(old, new, excused)
    told = False
    for delta in pair.deltas:
        check = _CHECKS.get(delta.what)
        if check and not _is_withheld(delta, excused):
            found = check(delta)
            if found:
                told = True
                place, message, rule = found
                yield Problem(_locate(delta, place), message, rule)

    if not told:  # what has been rewritten may take its source with it
        yield from _lost_sources(old, new)


def _lost_places(old: Filed, new: Filed, excused: _Excused) -> Iterator[Problem]:
    """Find ids inside a record that are gone."""
    kept = {name for _, name, _ in new.addresses()}
    for address, name, place in old.addresses():
        if place and name not in kept and address not in excused.left:
            message = (
                f"»{name}« er væk eller har fået et andet id. Læg det tilbage, eller skriv {address} i gone.yml "
                "med grunden."
            )
            yield Problem(new.file.locate((*new.place, place[0])), message, Rule.LOST)


def _lost_sources(old: Filed, new: Filed) -> Iterator[Problem]:
    left = _documents(old.value)
    for document in sorted(left - _documents(new.value)):
        message = f"Kilden »{document}« er væk fra {new.name}. Læg den tilbage. En ny kilde skrives ved siden af."
        place = next((key for key in ("source", "sources") if key in new.value), "")
        yield Problem(new.file.locate((*new.place, place) if place else new.place), message, Rule.LOST)


Found = tuple[Place, str, Rule] | None


def _step(delta: Delta) -> Found:
    """A step is never changed, lost, moved or put in before another."""
    if delta.how is How.REORDERED:
        return delta.place, "Trinene har byttet plads. Sæt dem tilbage, som de stod.", Rule.OUT_OF_ORDER
    if delta.how is How.REMOVED:
        return delta.place, f"Trinnet{_from(delta.old)} er væk. Læg det tilbage.", Rule.LOST
    if delta.how is How.CHANGED:
        fix = "skriv det nye som et nyt trin nederst"
        if delta.what is What.CORRECTION:
            fix = "skriv en ny rettelse nederst"
        message = (
            f"Trinnet{_from(delta.old)} er ændret. Sæt det gamle tilbage, og {fix}. Er det en slåfejl i vores "
            "afskrift, så skriv den i »corrections«."
        )
        return _nearest(delta), message, Rule.REWRITTEN
    if delta.late:
        message = (
            f"Trinnet{_from(delta.new)} er sat ind før et, der allerede stod her. Sæt det nederst med den dag, det "
            "blev kendt, og skriv i »note«, hvornår det skete."
        )
        return delta.place, message, Rule.OUT_OF_ORDER
    return None


def _words(delta: Delta) -> Found:
    """Somebody's words change only by a correction."""
    if delta.how is How.ADDED and delta.key not in ("opening", "closing", "heading"):
        return None
    message = (
        f"Ordene i {_lower(delta.name)} er ændret uden en rettelse. Sæt dem tilbage, eller skriv i »corrections«, hvad "
        "der stod før, og hvorfor det er rettet."
    )
    return delta.place, message, Rule.REWRITTEN


def _point(delta: Delta) -> Found:
    """A letter gets no new words, and its points stay where they are; a lost one is told as a lost id."""
    if delta.how is How.REORDERED:
        return delta.place, "Punkterne har byttet plads. Sæt dem tilbage i brevets rækkefølge.", Rule.OUT_OF_ORDER
    if delta.how is How.ADDED and not delta.new.get("split_from"):
        message = (
            f"{delta.name} er føjet til et brev, der allerede er udgivet. Er det en del af et andet punkt, så skriv "
            "»split_from«. Ellers tag det ud."
        )
        return delta.place, message, Rule.REWRITTEN
    return None


def _part(delta: Delta) -> Found:
    """A year's wording, and an item of an agenda, are not lost; parts with ids are told as lost ids."""
    if delta.how is How.REMOVED and isinstance(delta.old, dict) and "id" not in delta.old:
        return delta.place, f"{shown(delta.key)} er væk fra {delta.name}. Læg det tilbage.", Rule.LOST
    return None


def _adopted(delta: Delta) -> Found:
    """An adopted text becomes a version when there is a newer."""
    if delta.how is How.ADDED:
        return None
    message = (
        "Den vedtagne tekst er ændret. Sæt begge tekster i »versions«, den gamle øverst. Er det en slåfejl i vores "
        "afskrift, så skriv den i »corrections«."
    )
    return delta.place, message, Rule.REWRITTEN


def _withdrawn(delta: Delta) -> Found:
    """What is withdrawn stays so."""
    if delta.how is How.ADDED:
        return None
    message = f"{delta.name} er trukket tilbage. Sæt »withdrawn« tilbage, som det stod."
    return delta.place, message, Rule.REWRITTEN


def _fact(delta: Delta) -> Found:
    """What a record says of when something was, and what is measured, does not change."""
    if delta.how is How.ADDED:
        return None
    if delta.key == "unit":
        message = f"Enheden var {shown(delta.old)}, så alle tal er blevet nogle andre. Opret en ny indikator i stedet."
    elif delta.key == "year":
        message = f"Målet skulle nås i {delta.old}. Sæt året tilbage, og opret et nyt mål for det nye år."
    elif delta.key in ("answered_with", "split_from"):
        message = f"»{delta.key}« var {shown(delta.old)}. Sæt det tilbage."
    else:
        message = (
            f"»{delta.key}« var {shown(delta.old)}. Sæt det tilbage. Er det en slåfejl i vores afskrift, så skriv den "
            "i »corrections«."
        )
    return delta.place, message, Rule.REWRITTEN


def _deadline(delta: Delta) -> Found:
    """A deadline moves only when another source says so; what is to happen next may be written anew."""
    if delta.how is How.ADDED or delta.key == "next":
        return None
    same = isinstance(delta.new, dict) and delta.old.get("source") == delta.new.get("source")
    if delta.how is How.CHANGED and (not same or _without_note(delta.old) == _without_note(delta.new)):
        return None
    fix = "Sæt det tilbage, eller skriv den kilde, der siger det nye."
    message = f"»{delta.key}« er ændret, men kilden er den samme. {fix}"
    return delta.place, message, Rule.REWRITTEN


def _figure(delta: Delta) -> Found:
    """A figure is lost never, and changed only with what it was."""
    if delta.how is How.ADDED:
        return None
    figure, unit = delta.old, str(delta.filed.value.get("unit", ""))
    if delta.how is How.REMOVED:
        message = f"Tallet for {figure.get('period')} ({figure.get('area')}) er væk. Læg det tilbage."
        return delta.place, message, Rule.LOST
    if _is_revised(delta, lambda last: last.get("value") == figure.get("value")):
        return None
    was, now = (amount(float(value["value"]), unit) for value in (delta.old, delta.new))
    message = f"Tallet for {figure.get('period')} var {was} og er nu {now}. Skriv det gamle tal og grunden i »revised«."
    return delta.place, message, Rule.REWRITTEN


def _demand(delta: Delta) -> Found:
    """A demand is changed only with what it was; a lost one is told as a lost id."""
    if delta.how is not How.CHANGED:
        return None
    old, new = delta.old, delta.new
    others = [key for key in _DEMAND if old.get(key) != new.get(key) and key in old]
    if _is_revised(delta, lambda last: all(last.get(key) == old.get(key) for key in others)):
        return None
    changed = [key for key in (*_DEMAND, "target_group", "indicator", "group") if old.get(key) != new.get(key)]
    if changed and not {*changed} & {*_DEMAND} and not any(key in old for key in changed):
        return None  # what a demand is measured with may be found later
    message = f"Kravet »{delta.key}« er ændret. Skriv, hvad det var før, og grunden i »revised«."
    return _nearest(delta), message, Rule.REWRITTEN


def _gone(delta: Delta) -> Found:
    """What is said to be gone stays said."""
    if delta.how is not How.REMOVED:
        return None
    address = delta.old.get("from") or delta.old.get("address")
    return delta.place, f"Linjen om {address} er væk eller ændret. Sæt den tilbage, ellers dør adressen.", Rule.LOST


_CHECKS: Mapping[What, Callable[[Delta], Found]] = {
    **dict.fromkeys(_STEPS, _step),
    What.WORDS: _words,
    What.POINT: _point,
    What.PART: _part,
    What.ADOPTED: _adopted,
    What.WITHDRAWN: _withdrawn,
    What.FACT: _fact,
    What.DEADLINE: _deadline,
    What.FIGURE: _figure,
    What.DEMAND: _demand,
    What.GONE: _gone,
}


def _is_revised(delta: Delta, is_it: Callable[[Mapping[str, Any]], bool]) -> bool:
    """Tell whether a figure or a demand has got a new line about what it was, and kept those that it had."""
    before, after = delta.old.get("revised") or [], delta.new.get("revised") or []
    return len(after) > len(before) and after[: len(before)] == before and is_it(after[len(before)])


def _nearest(delta: Delta) -> Place:
    """Give the way to the first field that is another than it was; of one that is gone, to what it was in."""
    changed = [key for key, value in delta.new.items() if key not in FREE and value != delta.old.get(key)]
    return (*delta.place, changed[0]) if changed else delta.place


def _is_withheld(delta: Delta, excused: _Excused) -> bool:
    point = change(delta).point
    address = delta.filed.address
    return address in excused.withheld or (bool(point) and f"{address}#{point}" in excused.withheld)


def _locate(delta: Delta, place: Place) -> Location:
    return delta.filed.file.locate((*delta.filed.place, *place))


def _addresses(gone: Mapping[str, Any], name: str, key: str) -> list[str]:
    lines = gone.get(name)
    return [str(line.get(key)) for line in (lines if isinstance(lines, list) else ()) if isinstance(line, dict)]


def _documents(value: object) -> set[str]:
    if isinstance(value, dict):
        own = {str(value["document"])} if isinstance(value.get("document"), str) else set()
        return own.union(*map(_documents, value.values()))
    return set().union(*map(_documents, value)) if isinstance(value, list) else set()


def _without_note(value: Mapping[str, Any]) -> dict[str, Any]:
    return {key: inner for key, inner in value.items() if key != "note"}


def _from(step: Any) -> str:  # noqa: ANN401  a plain value of any form
    happened = step.get("date") if isinstance(step, dict) else None
    try:
        return f" fra {danish_date(dt.date.fromisoformat(str(happened)))}"
    except ValueError:
        return ""


def _lower(name: str) -> str:
    return name[:1].lower() + name[1:]
