"""A letter's parts as the fields of its file, with ids for the points and empty places for what an editor knows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from generator.base.text import as_id, shown
from generator.editing.filling import FillingError
from generator.editing.letters.cutting import Letter, Section
from generator.model import Benchmark, Point
from generator.reading.loaded import Loaded
from generator.rules.letters import named

_LONGEST = 40
NOTES = (
    "# Ordene er brevets egne. Ret dem ikke. Programmet har gættet, hvor afsnit og punkter begynder. Flyt dem gerne.",
    "# Skriv summary, kind og themes ved hvert punkt. Emnerne står i data/themes.yml.",
    "# Tag navne, telefonnumre og adresser ud. Skriv rollen i stedet.",
)
"""What whoever opens the file is told first."""


def filed(letter: Letter, prefix: str, loaded: Loaded) -> dict[str, Any]:
    """Give the fields that a letter's own words fill."""
    numbers = _numbers(loaded)
    sections = [_section(part, f"{prefix}-{index}", numbers) for index, part in enumerate(letter.sections, start=1)]
    parts = {"opening": list(letter.opening), "sections": sections, "closing": list(letter.closing)}
    return {key: value for key, value in parts.items() if value}


def prefix_of(wanted: str | None, organisation: str, date: str, loaded: Loaded) -> str:
    """Give the first part of the points' ids: the wanted one, or else two letters of who wrote, and the year.

    Raises:
        FillingError: the wanted one cannot be a part of an id, or another letter has it.
    """
    known = [name for kind, name in loaded.origins if kind == Point.type]
    if wanted:
        if as_id(wanted) != wanted or len(wanted) > _LONGEST:
            raise FillingError(
                f"{shown(wanted)} kan ikke begynde et id. Skriv for eksempel »{as_id(wanted)[:_LONGEST]}«."
            )
        if any(name.startswith(f"{wanted}-") for name in known):
            raise FillingError(f"Et andet brevs punkter begynder med {shown(wanted)}. Vælg noget andet.")
        return wanted
    start = as_id(organisation)[:2] + (date[2:4] if date[:4].isdecimal() else "")
    found, number = start, 2
    while any(name.startswith(f"{found}-") for name in known):
        found, number = f"{start}-{number}", number + 1
    return found


def _section(part: Section, prefix: str, numbers: Mapping[int, str]) -> dict[str, Any]:
    points = [
        {"id": f"{prefix}-{index}", "summary": None, "text": text, "kind": None, "themes": None}
        for index, text in enumerate(part.points, start=1)
    ]
    benchmarks = [numbers[number] for number in named(part.heading) if number in numbers]
    return {
        "heading": part.heading or None,
        **({"benchmarks": benchmarks} if benchmarks else {}),
        "points": points,
    }


def _numbers(loaded: Loaded) -> dict[int, str]:
    """Give the benchmark of each number that only one has."""
    by_number: dict[int, list[str]] = defaultdict(list)
    for benchmark in loaded.of(Benchmark).values():
        by_number[benchmark.number].append(benchmark.id)
    return {number: names[0] for number, names in by_number.items() if len(names) == 1}
