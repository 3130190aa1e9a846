"""The names of periods below a line: which of them are written, and where they stand."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from generator.charts.drawing.lettering import LINE, Parts, text_width, texts, wrapped

_TWO = 2
_YEAR = re.compile(r"\d{4}")


def period_names(labels: list[tuple[float, str]], y: float, ends: tuple[float, float]) -> tuple[Parts, float]:
    """Name the periods under a line: the first, the last, and those between them that have room, evenly if they can.

    `ends` is how far to the left and right the names may reach. Gives the foot of what is written, too.
    """
    room = min(88.0, (ends[1] - ends[0] - 8) / 2)
    names = []
    for at, label in labels:
        lines = wrapped(label, room, most=4)
        half = max(text_width(line) for line in lines) / 2
        names.append(_Name(min(max(at, ends[0] + half), ends[1] - half), half, lines))
    chosen = _evenly(labels, names) or _greedily(names)
    foot = y + (max(len(name.lines) for name in chosen) - 1) * LINE + 8
    return [texts(name.lines, name.centre, y, "m", "middle") for name in chosen], foot


class _Name(NamedTuple):
    """A period's name where it would stand."""

    centre: float
    half: float
    lines: list[str]

    def is_apart(self, other: _Name) -> bool:
        return abs(self.centre - other.centre) > self.half + other.half + 8


def _greedily(names: list[_Name]) -> list[_Name]:
    """The first and the last, and then each that finds room."""
    chosen: list[_Name] = []
    for name in [names[0], names[-1], *names[1:-1]] if len(names) > 1 else names:
        if all(name.is_apart(other) for other in chosen):
            chosen.append(name)
    return sorted(chosen, key=lambda name: name.centre)


@lru_cache(maxsize=1_000)
def _without_year(label: str) -> str:
    return _YEAR.sub("", label)


def _evenly(labels: list[tuple[float, str]], names: list[_Name]) -> list[_Name]:
    """Every second, fifth or tenth year, the same month of every year: nothing where periods come unevenly."""
    gaps = [after[0] - before[0] for before, after in pairwise(labels)]
    if len(gaps) < _TWO or max(gaps) > 1.3 * min(gaps) + 1:
        return []
    bare = [_without_year(label) for _, label in labels]
    cycle = bare.index(bare[0], 1) if bare[0] in bare[1:] else 1
    last = len(labels) - 1
    steps = [step for step in range(1, cycle) if cycle % step == 0] + [cycle * by for by in (1, 2, 3, 4, 5, 10, 20, 25)]
    dropping: tuple[int, list[_Name]] = (0, [])
    for step in steps:
        is_whole = last % step == 0
        first = -int(labels[0][1]) % step if labels[0][1].isdigit() and not is_whole else 0
        between = [names[place] for place in range(first, last, step) if place]
        if not is_whole:
            between = [name for name in between if name.is_apart(names[0]) and name.is_apart(names[-1])]
        chosen = [names[0], *between, names[-1]]
        if not between or not all(one.is_apart(other) for one, other in pairwise(chosen)):
            continue
        if is_whole and (not dropping[0] or step <= 2 * dropping[0]):
            return chosen
        dropping = dropping if dropping[0] else (step, chosen)
    return dropping[1]
