"""Changes in Danish: one sentence for each, with what kind of change it is and when it happened."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from generator.base.local import said
from generator.base.measures import amount
from generator.base.text import danish_date, shown
from generator.history.deltas import Delta, How, What
from generator.history.filed import points
from generator.model import IDENTIFIED_TYPES, RECORD_TYPES, Area, Plan, Point, Response
from generator.model.period import Period, PeriodError


class Kind(StrEnum):
    """What a change is about, in the order in which changes are told."""

    ANSWER = "Svar"
    PROMISE = "Løfter"
    TEXT = "Tekster"
    DELIVERY = "Gennemførelse og forløb"
    FIGURE = "Tal og krav"
    CORRECTION = "Rettelser"
    RECORD = "Nyt og trukket tilbage"
    LINK = "Koblinger"
    OWN = "Vores egne ord"
    SEEN = "Læst igen"


ONLY_COUNTED = frozenset({Kind.OWN, Kind.SEEN})
"""What is no news to a reader: our own wording, and that something has been read again."""


_LABELED = {model.type: model for model in IDENTIFIED_TYPES}
_TITLED = frozenset(model.type for model in RECORD_TYPES)
"""What has a title; a point has its id."""


@dataclass(frozen=True)
class Change:
    """One change, told."""

    kind: Kind
    sentence: str
    subject: tuple[str, str]
    """The type and id of the record that it is in."""
    point: str
    """The id of the point that it is in; empty where it is in none."""
    happened: dt.date | None
    """When it happened, where the data say so; never when it was written down."""
    delta: Delta


def told(found: Iterable[Delta]) -> list[Change]:
    """Tell changes in the order in which they are told; within a kind in the order of the records."""
    order, deltas = list(Kind), list(found)
    gone = {str(delta.new.get("address")) for delta in deltas if delta.what is What.GONE and delta.how is How.ADDED}
    changes = (change(delta) for delta in deltas)
    return sorted((one for one in changes if not _is_said(one, gone)), key=lambda one: order.index(one.kind))


def change(delta: Delta) -> Change:
    """Tell one change."""
    kind, sentence = _TELLERS[delta.what](delta)
    point = str(delta.around.get("id", "")) or (delta.key if delta.what is What.POINT else "")
    return Change(kind, sentence, delta.filed.key, point, _happened(delta), delta)


def said_of(plan: Plan, sentence: str, mentioned: tuple[str, str]) -> str:
    """Give a sentence with the title of the other record that it names instead of the id that the file has."""
    kind, identity = mentioned
    found = plan.find(kind, identity) if identity and kind in _TITLED else None
    if found is None:
        return sentence
    if kind == Area.type:
        return sentence.replace(f"({identity}", f"({found.title}", 1)
    return f"{sentence.removesuffix(f'{identity}.')}»{found.title}«."


def mentioned(delta: Delta) -> tuple[str, str]:
    """Give the type and id of the other record that a change names: where a link leads, or the area of a figure."""
    if delta.what is What.FIGURE:
        return Area.type, str((delta.new or delta.old).get("area", ""))
    link = (delta.new or delta.old) if delta.what is What.LINK else {}
    return next(((name, str(value)) for name, value in link.items() if name not in ("why", "seen")), ("", ""))


def _is_said(one: Change, gone: AbstractSet[str]) -> bool:
    """Tell whether gone.yml says the same of what is gone, and why as well."""
    address = one.delta.filed.address
    lost = one.delta.how is How.REMOVED and one.delta.what in (What.RECORD, What.POINT)
    told = f"{address}#{one.point}" if one.point else address
    return told in gone and (lost or one.delta.what is What.WORDS)


def _record(delta: Delta) -> tuple[Kind, str]:
    if delta.how is How.REMOVED:
        return Kind.RECORD, f"{delta.name} er taget af siden."
    number = len(list(points(delta.filed))) if delta.filed.model is Response else 0
    inside = f" med {number} {'punkt' if number == 1 else 'punkter'}" if number else ""
    return Kind.RECORD, f"{delta.name}{inside} er kommet på siden."


def _point(delta: Delta) -> tuple[Kind, str]:
    if delta.how is How.REORDERED:
        return Kind.TEXT, f"Punkterne i {delta.filed.name} har byttet plads."
    if delta.how is How.REMOVED:
        return Kind.RECORD, f"{delta.name} er taget af siden."
    split = delta.new.get("split_from")
    return Kind.RECORD, f"{delta.name} er {f'delt ud af punkt {str(split).upper()}' if split else 'kommet på siden'}."


def _part(delta: Delta) -> tuple[Kind, str]:
    verb = "kommet til" if delta.how is How.ADDED else "taget ud"
    return Kind.TEXT, f"{delta.name}: {shown(delta.key)} er {verb}."


def _answer(delta: Delta) -> tuple[Kind, str]:
    if delta.how is How.ADDED:
        return Kind.ANSWER, f"{delta.name} fik svaret {shown(delta.new.get('status'))}{_on(delta.new)}."
    return Kind.ANSWER, _rewritten(delta, "svar")


def _reply(delta: Delta) -> tuple[Kind, str]:
    if delta.how is How.ADDED:
        status = shown(delta.new.get("status"))
        return Kind.ANSWER, f"Reaktionen på svaret på {_lower(delta.name)} er {status}{_on(delta.new)}."
    return Kind.ANSWER, _rewritten(delta, "reaktion")


def _promise(delta: Delta) -> tuple[Kind, str]:
    if delta.how is How.ADDED:
        text = " ".join(str(delta.around.get("promise", {}).get("text", "")).split())
        return Kind.PROMISE, f"Løftet »{text}« til {_lower(delta.name)} er {delta.new.get('status')}{_on(delta.new)}."
    return Kind.PROMISE, _rewritten(delta, "trin i et løfte")


def _step(delta: Delta) -> tuple[Kind, str]:
    if delta.how is How.ADDED:
        return Kind.DELIVERY, f"{delta.name} fik tilstanden {shown(delta.new.get('status'))}{_on(delta.new)}."
    return Kind.DELIVERY, _rewritten(delta, "trin")


def _version(delta: Delta) -> tuple[Kind, str]:
    if delta.how is How.ADDED:
        return Kind.TEXT, f"{delta.name} fik en ny vedtaget tekst{_on(delta.new)}."
    return Kind.TEXT, _rewritten(delta, "udgave af teksten")


def _adopted(delta: Delta) -> tuple[Kind, str]:
    verb = {How.ADDED: "er kommet på siden", How.REMOVED: "er taget af siden"}.get(delta.how, "er ændret")
    return Kind.TEXT, f"Den vedtagne tekst til {_lower(delta.name)} {verb}."


def _withdrawn(delta: Delta) -> tuple[Kind, str]:
    if delta.how is How.ADDED:
        return Kind.RECORD, f"{delta.name} er trukket tilbage{_on(delta.new)}."
    if delta.how is How.REMOVED:
        return Kind.RECORD, f"{delta.name} står ikke længere som trukket tilbage."
    return Kind.RECORD, f"Det er ændret, hvorfor {_lower(delta.name)} er trukket tilbage."


def _words(delta: Delta) -> tuple[Kind, str]:
    if delta.how is How.ADDED:
        return Kind.TEXT, f"{delta.name} har fået ord, det ikke havde ({_field(delta)})."
    if delta.how is How.REMOVED:
        return Kind.TEXT, f"{delta.name} har mistet ord ({_field(delta)})."
    return Kind.TEXT, f"Ordlyden er ændret i {_lower(delta.name)} ({_field(delta)})."


def _fact(delta: Delta) -> tuple[Kind, str]:
    if delta.key == "answered_with":
        if delta.how is How.REMOVED:
            return Kind.ANSWER, f"{delta.name} deler ikke længere svar med punkt {str(delta.old).upper()}."
        return Kind.ANSWER, f"{delta.name} er besvaret sammen med punkt {str(delta.new).upper()}."
    old, new = (_told(value) for value in (delta.old, delta.new))
    field, kind = _field(delta), Kind.TEXT if delta.key in ("date", "body", "split_from") else Kind.FIGURE
    if delta.how is How.ADDED:
        return kind, f"{delta.name}: {field} er sat til {new}."
    if delta.how is How.REMOVED:
        return kind, f"{delta.name}: {field} var {old} og er taget ud."
    return kind, f"{delta.name}: {field} var {old} og er nu {new}."


def _deadline(delta: Delta) -> tuple[Kind, str]:
    verb = {How.ADDED: "er skrevet ind", How.REMOVED: "er taget ud"}.get(delta.how, "er ændret")
    return Kind.DELIVERY, f"{delta.name}: {_field(delta)} {verb}."


def _figure(delta: Delta) -> tuple[Kind, str]:
    figure = delta.new or delta.old
    unit = str(delta.filed.value.get("unit", ""))
    group = f", {figure['group']}" if figure.get("group") else ""
    where = f"{_period(figure.get('period'))} ({figure.get('area')}{group})"
    if delta.how is How.ADDED:
        return Kind.FIGURE, f"{delta.name}: Tallet for {where} er {_amount(figure, unit)}."
    if delta.how is How.REMOVED:
        return Kind.FIGURE, f"{delta.name}: Tallet for {where}, {_amount(figure, unit)}, er taget af siden."
    was, now = _amount(delta.old, unit), _amount(figure, unit)
    return Kind.FIGURE, f"{delta.name}: Tallet for {where} var {was} og er nu {now}."


def _demand(delta: Delta) -> tuple[Kind, str]:
    verb = {How.ADDED: "er kommet til", How.REMOVED: "er taget ud"}.get(delta.how, "er ændret")
    part = delta.new or delta.old
    return Kind.FIGURE, f"{delta.name}: Kravet {shown(part.get('label') or delta.key)} {verb}."


def _correction(delta: Delta) -> tuple[Kind, str]:
    if delta.how is not How.ADDED:
        return Kind.CORRECTION, _rewritten(delta, "rettelse")
    before, after = (shown(delta.new.get(name)) for name in ("before", "after"))
    return Kind.CORRECTION, f"Vores afskrift i {_lower(delta.name)} er rettet fra {before} til {after}."


def _gone(delta: Delta) -> tuple[Kind, str]:
    line = delta.new or delta.old
    address = line.get("from") or line.get("address")
    if delta.how is How.REMOVED:
        return Kind.RECORD, f"Det står ikke længere, hvad der blev af adressen {address}."
    kind = str(delta.place[0])
    if kind == "moved":
        return Kind.RECORD, f"Adressen {address} er flyttet til {line.get('to')}."
    if kind == "withheld":
        return Kind.RECORD, f"Ord på adressen {address} er fjernet for at beskytte en person{_on(line)}."
    return Kind.RECORD, f"{shown(line.get('title'))} på adressen {address} er slettet{_on(line)}."


def _link(delta: Delta) -> tuple[Kind, str]:
    end = " ".join(mentioned(delta))
    if delta.how is How.CHANGED:  # the reason is the editors' own words
        return Kind.OWN, f"Grunden til koblingen fra {_lower(delta.name)} til {_ended(end)} er skrevet om."
    verb = "er koblet til" if delta.how is How.ADDED else "er ikke længere koblet til"
    return Kind.LINK, f"{delta.name} {verb} {_ended(end)}."


def _seen(delta: Delta) -> tuple[Kind, str]:
    return Kind.SEEN, f"En kobling eller et svar ved {_lower(delta.name)} er læst igen."


def _own(delta: Delta) -> tuple[Kind, str]:
    verb = {How.ADDED: "er skrevet ind", How.REMOVED: "er taget ud"}.get(delta.how, "er skrevet om")
    return Kind.OWN, f"{delta.name}: {_field(delta)} {verb}."


_TELLERS: Mapping[What, Callable[[Delta], tuple[Kind, str]]] = {
    What.RECORD: _record,
    What.POINT: _point,
    What.PART: _part,
    What.STEP: _step,
    What.ANSWER: _answer,
    What.REPLY: _reply,
    What.PROMISE: _promise,
    What.VERSION: _version,
    What.ADOPTED: _adopted,
    What.WITHDRAWN: _withdrawn,
    What.WORDS: _words,
    What.FACT: _fact,
    What.DEADLINE: _deadline,
    What.FIGURE: _figure,
    What.DEMAND: _demand,
    What.CORRECTION: _correction,
    What.GONE: _gone,
    What.LINK: _link,
    What.SEEN: _seen,
    What.FIELD: _own,
}


def _rewritten(delta: Delta, noun: str) -> str:
    """Tell that something that should never change has changed."""
    step = delta.old if isinstance(delta.old, dict) else {}
    if delta.how is How.REORDERED:
        return f"{delta.name}: Rækkefølgen er ændret ({noun})."
    verb = "er taget ud" if delta.how is How.REMOVED else "er ændret"
    return f"{delta.name}: Det, der stod{_on(step)} ({noun}), {verb}."


def _happened(delta: Delta) -> dt.date | None:
    """Give the day on which something happened, where it is a step that says so."""
    value = delta.new if isinstance(delta.new, dict) else {}
    return _day(value.get("date")) if delta.how is How.ADDED else None


def _day(value: object) -> dt.date | None:
    try:
        return dt.date.fromisoformat(str(value))
    except ValueError:
        return None


def _on(value: Any) -> str:  # noqa: ANN401  a plain value of any form
    day = _day(value.get("date")) if isinstance(value, dict) else None
    return f" den {danish_date(day)}" if day else ""


def _told(value: object) -> str:
    day = _day(value)
    return danish_date(day) if day else shown(value)


def _period(value: object) -> str:
    try:
        return Period.parse(str(value)).label
    except PeriodError:
        return str(value)


def _amount(figure: Mapping[str, Any], unit: str) -> str:
    value = figure.get("value")
    return amount(float(value), unit) if isinstance(value, int | float) else shown(value)


def _ended(end: str) -> str:
    kind, _, identity = end.partition(" ")
    return f"{_LABELED[kind].label.lower() if kind in _LABELED else kind} {identity}"


def _field(delta: Delta) -> str:
    """Give what editors call the field that changed."""
    known = {**_titles(delta), "heading": "overskrift", "note": "bemærkning"}
    return known.get(delta.key, delta.key)


def _titles(delta: Delta) -> dict[str, str]:
    model: Any = Point if delta.around.get("text") else delta.filed.model
    return {field.alias or name: _lower(said(str(field.title))) for name, field in model.model_fields.items()}


def _lower(name: str) -> str:
    return name[:1].lower() + name[1:]
