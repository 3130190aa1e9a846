"""A card for everything that readers can find: what it is called, what it is, where it stands, and what it says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.model import RECORD_TYPES, Identified, Organisation, Plan, Record, Theme
from generator.model.references import references
from generator.model.vocabulary import AnswerState
from generator.search.fields import Role, is_thing, said

_SENTENCE = re.compile(r"(?<=[.!?]) (?=[A-ZÆØÅ»])")
_DIGIT = re.compile(r"[0-9]")


@dataclass(frozen=True)
class Card:
    """One thing that can be found."""

    address: str
    """Where it stands, from the site's root, with the anchor."""
    title: str
    kind: str
    """What readers call a thing of its kind."""
    code: str = ""
    """Its number, as readers know it."""
    state: str = ""
    organisations: Sequence[str] = ()
    year: int = 0
    themes: Sequence[str] = ()
    says: Sequence[tuple[Role, str]] = ()
    names: Sequence[str] = ()
    """Other words for it, each whole."""
    ids: Sequence[str] = ()
    """What it is known by for certain: its id, and its kind with its number."""

    @property
    def answer(self) -> str:
        """How far it is answered, where it is something that can be."""
        return self.state if self.state in set(AnswerState) else ""

    @property
    def line(self) -> tuple[str, str]:
        """What stands under the title: before the state, and after it."""
        after = (*self.organisations[:1], str(self.year) if self.year else "")
        return " ".join(filter(None, (self.kind, self.code))), " · ".join(filter(None, after))

    @property
    def text(self) -> str:
        """What it says, as far as a reader can see it."""
        return " ".join(" ".join(text.split()) for role, text in self.says if role in (Role.SUMMARY, Role.TEXT))


@dataclass(frozen=True)
class Leaf:
    """A page that is not about one record, or a part of it under a heading of its own."""

    address: str
    title: str
    page: str = ""
    """The title of the page, where this is a part of it."""
    summary: str = ""
    text: str = ""


@dataclass(frozen=True)
class _Around:
    """What a thing has from the record that it stands in."""

    organisations: Sequence[str] = ()
    year: int = 0
    themes: Sequence[str] = ()


def cards(plan: Plan) -> Iterator[Card]:
    """Yield a card for every record that has a place on the site, and for what can be found inside it."""
    for model in RECORD_TYPES:
        for record in plan.of(model).values() if model.has_place else ():
            around = _around(plan, record)
            yield _card(record, record.address, around, record.called, list(said(record)))
            for inner in record.within():
                here = replace(around, themes=_themes(plan, inner) or around.themes)
                yield _card(inner, f"{record.address}#{inner.id}", here, inner.called, _titled(inner))
            yield from _parts(plan, record, around)


def leaf_cards(leaves: Iterable[Leaf]) -> Iterator[Card]:
    """Yield a card for every page that is not about one record, and every part of it."""
    lists = {f"{section}/": model for model in reversed(RECORD_TYPES) for section in model.lists()}
    for leaf in leaves:
        of = lists.get(leaf.address)
        names = (of.plural, of.label, of.noun.partition(" ")[2]) if of else ()
        says = [(Role.NAME, leaf.title), (Role.FACT, leaf.page), (Role.SUMMARY, leaf.summary), (Role.TEXT, leaf.text)]
        yield Card(
            leaf.address,
            leaf.title,
            kind="Side",
            code="" if not leaf.page else f"»{leaf.page}«",
            says=[pair for pair in says if pair[1]],
            names=list(dict.fromkeys(name for name in names if name != leaf.title)),
        )


def _card(item: Identified, address: str, around: _Around, kind: str, says: list[tuple[Role, str]]) -> Card:
    number = str(getattr(item, "number", ""))
    known_by = item.id if _DIGIT.search(item.id) and "/" not in item.id else ""
    code = number if _DIGIT.search(number) else "" if isinstance(item, Record) else known_by.upper()
    state = _state(item)
    facts = (kind, known_by, state, *around.organisations, str(around.year or ""))
    translations: Mapping[str, Sequence[str]] = getattr(item, "translations", {})
    return Card(
        address,
        next(text for role, text in says if role is Role.NAME),
        kind,
        code,
        state,
        around.organisations,
        around.year,
        around.themes,
        says=[*says, *((Role.FACT, fact) for fact in facts if fact)],
        names=[*getattr(item, "synonyms", ()), *(word for some in translations.values() for word in some)],
        ids=tuple(filter(None, (known_by, code and f"{kind} {code}"))),
    )


def _titled(inner: Identified) -> list[tuple[Role, str]]:
    """Give what a thing says; one without a title is called what its summary begins with."""
    says = list(said(inner))
    if any(role is Role.NAME for role, _ in says):
        return says
    start = min(range(len(says)), key=lambda place: abs(says[place][0] - Role.SUMMARY))
    role, text = says[start]
    title, *rest = _SENTENCE.split(text, maxsplit=1)
    says[start : start + 1] = [(Role.NAME, title), *((role, text) for text in rest)]
    return says


def _parts(plan: Plan, record: Record, around: _Around) -> Iterator[Card]:
    """Yield the parts of a record that have a title and an anchor on its page."""
    within = {id(inner) for inner in record.within()}
    for name in type(record).model_fields:
        value = getattr(record, name)
        for part in value if isinstance(value, list) else ():
            if not is_thing(part) or id(part) in within:
                continue
            says = [*said(part), (Role.FACT, record.title)]
            yield Card(
                f"{record.address}#{part.id}",
                part.title,
                kind=record.called,
                code=f"»{record.title}«",
                year=around.year,
                themes=_themes(plan, part) or around.themes,
                says=says,
            )


def _around(plan: Plan, record: Record) -> _Around:
    wanted = [found.name for found in references(record) if len(found.place) <= 2 and found.wanted == Organisation.type]  # noqa: PLR2004
    known = plan.of(Organisation)
    return _Around([known[name].title for name in wanted], _year(record), _themes(plan, record))


def _year(record: Record) -> int:
    """Give the year that a record speaks of, where it speaks of one."""
    if isinstance(year := getattr(record, "year", None), int):
        return year
    if date := getattr(record, "date", None):
        return int(getattr(date, "year", 0) or date.end.year)
    return max((mention.year for mention in record.mentions() if mention.key == (record.type, record.id)), default=0)


def _themes(plan: Plan, item: object) -> list[str]:
    return [plan.of(Theme)[name].title for name in getattr(item, "themes", ())]


def _state(item: Identified) -> str:
    """Give how far a thing has come: its own state, or the newest step of its history."""
    state: AnswerState | None = getattr(item, "state", None)
    if state:
        return state.value
    history = getattr(item, "history", ())
    return str(history[-1].status.value) if history else ""
