"""The site's navigation: the few entries at the top of every page, and after them every list that there is.

Only lists stand here: a navigation with every record would be copied into every page, and make the site grow with
the square of its records. What a municipality has none of has no list, and no entry.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from generator.model import LINKED_TYPES, RECORD_TYPES, Benchmark, Indicator, Plan, Record, Response, Target, Term

Entry: TypeAlias = tuple[str, str]
"""What a link says, and the path of its page."""

FRONT: Entry = ("Forside", "index.md")

_PROGRESS: Entry = ("Hvordan går det?", "hvordan-gaar-det/index.md")
_OVERVIEW: Entry = ("Overblik", "overblik/index.md")
_MEETING: Entry = ("Print til møde", "moede/index.md")

SEARCH: Entry = ("Søg", "soeg/index.md")


def top(plan: Plan) -> list[Entry]:
    """List what most readers come for."""
    entries: list[Entry] = [
        (Benchmark.plural, f"{Benchmark.section}/index.md"),
        ("Høringer", "hoeringer/index.md"),
        ("Resultatmål", "maal/index.md"),
        _PROGRESS,
        ("Tal", "indikatorer/index.md"),
        ("Emner", "emner/index.md"),
        _OVERVIEW,
        ("Nyt", "aendringer/index.md"),
    ]
    return _there(plan, entries)


def rest(plan: Plan) -> list[Entry]:
    """List what does not stand at the top: the lists of the other types in their order, and what is about the site."""
    found = [(heading, f"{section}/index.md") for model in RECORD_TYPES for section, heading in filled(plan, model)]
    at_top = {path for _, path in top(plan)}
    about = [_MEETING, SEARCH, ("Åbne data", "data/index.md"), ("Tilgængelighedserklæring", "was/index.md")]
    return [*(entry for entry in found if entry[1] not in at_top), *_there(plan, about)]


def lists(plan: Plan) -> list[Entry]:
    """List where readers find everything without searching: what each list is called, and its address."""
    entries = [entry for entry in (*top(plan), *rest(plan)) if entry != SEARCH]
    return [(title, path.removesuffix("index.md")) for title, path in entries]


def filled(plan: Plan, model: type[Record]) -> list[Entry]:
    """Give the sections of a type that have anything in them: what the list of each is called, after its section."""
    if model is Term:
        return list(model.lists().items())  # it explains the site's own words as well
    with_records = {record.address.partition("/")[0] for record in plan.of(model).values()}
    return [(section, heading) for section, heading in model.lists().items() if section in with_records]


def has_progress(plan: Plan) -> bool:
    """Tell whether there is anything to measure."""
    return bool(plan.of(Target) or plan.of(Indicator))


def _there(plan: Plan, entries: list[Entry]) -> list[Entry]:
    """Leave out what the municipality has nothing of."""
    sections = {section for model in RECORD_TYPES for section in model.lists()}
    found = {section for model in RECORD_TYPES for section, _ in filled(plan, model)}
    conditions: Mapping[Entry, bool] = {
        _PROGRESS: has_progress(plan),
        _OVERVIEW: any(plan.of(model) for model in LINKED_TYPES if issubclass(model, Record))
        or any(letter.sections for letter in plan.of(Response).values()),
        _MEETING: any(not one.withdrawn for one in plan.of(Benchmark).values()),
    }
    return [entry for entry in entries if conditions.get(entry, entry[1].partition("/")[0] not in sections - found)]
