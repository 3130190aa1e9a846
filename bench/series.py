"""Indicators with figures in every form that is drawn, and targets that are measured with them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from words import GROUPS, MEASURED, PROSE, TARGET_GROUPS, Voice, slug

Value = dict[str, Any]

LAST = 2024
"""The newest year that figures are counted for."""


@dataclass(frozen=True)
class Indicator:
    """What targets and links must know of an indicator."""

    id: str
    unit: str
    direction: str
    groups: tuple[str, ...]
    areas: tuple[str, ...]
    newest: float
    """A figure near the newest of the first group in the home area."""


@dataclass(frozen=True)
class Form:
    """A shape of figures: its periods, areas and groups."""

    periods: tuple[str, ...]
    areas: tuple[str, ...] = ("byen",)
    groups: int = 0
    forecasts: int = 0
    """How many of the last periods are estimated or projected."""


def _years(first: int, last: int = LAST) -> tuple[str, ...]:
    return tuple(str(year) for year in range(first, last + 1))


_QUARTERS = tuple(f"{year}-K{quarter}" for year in (2022, 2023, 2024) for quarter in (1, 2, 3, 4))

FORMS = (
    Form(_years(2015), ("byen", "landet")),  # a line
    Form(("2023",)),  # one figure
    Form(("2024",), groups=6),  # bars
    Form(_years(2020), groups=6),  # small multiples
    Form(("2019", "2024"), groups=7),  # a dumbbell
    Form(_years(2022), ("byen", "landet")),  # bars against a target, or a line
    Form((*_QUARTERS, "2025-K1", "2026"), forecasts=2),  # a line that goes on as an estimate
    Form(("2024",), ("byen", "landet", "naboen"), groups=2),  # a dumbbell of areas
    Form(_years(2018), groups=2, forecasts=1),  # two lines
    Form(("2024",), groups=14),  # a table
)
"""The forms take turns; an indicator has twelve figures in the mean."""

_UNITS = ("procent", "personer", "procent", "fuldtidspersoner", "antal", "mio. kr.")


def indicator(number: int, voice: Voice, taken: set[str], source: Callable[[], Value]) -> tuple[Indicator, Value]:
    """Make an indicator with its figures."""
    random = voice.random
    form, unit = FORMS[number % len(FORMS)], _UNITS[number % len(_UNITS)]
    title, counted = voice.title(taken, *MEASURED), "Andelen" if unit == "procent" else "Antallet"
    groups = tuple(random.sample(GROUPS, form.groups))
    level = random.uniform(20, 80) if unit == "procent" else random.uniform(200, 5000)
    observations = [
        _observation(voice, form, (period, area, group), level * (1 + place / 40), unit)
        for group in groups or ("",)
        for area in form.areas
        for place, period in enumerate(form.periods)
    ]
    seam = len(form.periods) > 3 and number % 3 == 0  # noqa: PLR2004  a series long enough to have a seam
    direction = "up" if number % 2 else "down"
    record: Value = {
        "title": title,
        "summary": voice.plainly(2),
        "definition": voice.say(f"{counted} af {{g}}, der kan {{v}}."),
        "unit": unit,
        "direction": direction,
        "source": source(),
        "original_source": "Kommunens egne registre.",
        "update_rhythm": "Hvert år i marts.",
        "breaks": [{"period": _written(form.periods[2]), "note": voice.say("Opgørelsen af {e} er lagt om.")}]
        if seam
        else [],
        "discrepancies": [voice.several(2, *PROSE)] if number % 4 == 0 else [],
        "observations": observations,
        "themes": [],
    }
    newest = observations[len(form.periods) - 1]["value"]
    identity = f"{slug(title)[:50].strip('-')}-{number}"
    return Indicator(identity, unit, direction, groups, form.areas, newest), record


def _observation(voice: Voice, form: Form, where: tuple[str, str, str], level: float, unit: str) -> Value:
    period, area, group = where
    value = level * voice.random.uniform(0.7, 1.2)
    later = len(form.periods) - form.periods.index(period)
    guessed = later <= form.forecasts
    made: Value = {"period": _written(period), "area": area}
    if group:
        made["group"] = group
    made["value"] = round(value) if unit in ("personer", "fuldtidspersoner", "antal") else round(value, 1)
    if unit == "procent":
        made["value"] = min(made["value"], 99.5)
    made["kind"] = ("forecast" if later == 1 else "estimate") if guessed else "actual"
    if guessed:
        made["note"] = voice.say("Skønnet bygger på {e} {s}.")
    return made


def target(number: int, voice: Voice, taken: set[str], measure: Indicator, wordings: list[Value]) -> Value:
    """Make a target whose parts one indicator measures, as far as they are measured."""
    parts = [
        _part(f"t{number}-{letter}", voice, measure, group)
        for letter, group in zip("abcd", voice.random.sample(sorted(TARGET_GROUPS), 4), strict=True)
    ][: 1 + number % 4]
    return {
        "title": voice.title(taken, "Flere {g} skal kunne {v}", "Bedre {e} {s} for {g}"),
        "summary": voice.plainly(),
        "wordings": wordings,
        "parts": parts,
    }


def _part(identity: str, voice: Voice, measure: Indicator, group: str) -> Value:
    random = voice.random
    up = measure.direction == "up"
    part: Value = {"id": identity, "target_group": group}
    form = random.choice(("value", "reference", "words", "group"))
    if form == "words":
        return {"id": identity, "label": voice.say("{G} {s}")}
    if form == "reference" and "landet" in measure.areas and measure.unit == "procent":
        part |= {"comparator": "at_least" if up else "at_most", "reference": "landet", "offset": 0.5 if up else -0.5}
    else:
        asked = round(measure.newest * random.choice((0.9, 1.0, 1.1)))
        part |= {
            "comparator": random.choice(("at_least", "above") if up else ("at_most", "below")),
            "value": min(asked, 99) if measure.unit == "procent" else asked,
            "unit": measure.unit,
        }
    part["indicator"] = measure.id
    if measure.groups:
        part["group"] = random.choice(measure.groups)
    return part


def _written(period: str) -> int | str:
    return int(period) if period.isdecimal() else period
