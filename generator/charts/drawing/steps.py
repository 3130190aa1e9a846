"""A chain as a picture: a ring for each of its links, and between two of them a stroke that is whole, thin or broken.

It is drawn twice, like a chart: across a wide page, and down a narrow one.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup, escape

from generator.base.hyphenation import hyphenated
from generator.charts.drawing.lettering import LINE, number, text, texts, wrapped


@dataclass(frozen=True)
class Step:
    """A link of the chain."""

    value: str
    """How much there is: `3 af 35`."""
    words: str
    """Of what."""
    share: float
    """How much of the ring is filled, from 0 to 1."""
    joint: str = ""
    """What stands at the stroke that leads here, where it is not whole."""


_WIDE, _NARROW = 720, 300
_ID = "kaede-"
_RING = 22
_GAP = 7
"""Between a ring and a stroke."""
_LARGE = 1.3
"""How much larger a number is written than a word."""


def draw_steps(steps: Sequence[Step], title: str, description: str) -> Markup:
    """Draw a chain across and down; `description` says the same in words."""
    said = f'<title id="{{own}}t">{escape(title)}</title><desc id="{{own}}d">{escape(description)}</desc>'
    drawings = {"w": (_WIDE, *_across(steps)), "n": (_NARROW, *_down(steps))}
    return Markup(  # noqa: S704 - all text is escaped here or in `lettering`
        "".join(
            f'<svg class="chart steps {name}" viewBox="0 0 {across} {number(down)}" role="img" '
            f'aria-labelledby="{_ID}{name}t {_ID}{name}d">{said.replace("{own}", f"{_ID}{name}")}{"".join(body)}</svg>'
            for name, (across, body, down) in drawings.items()
        )
    )


def _across(steps: Sequence[Step]) -> tuple[list[str], float]:
    room = _WIDE / len(steps)
    middle = LINE + _RING + 6
    parts: list[str] = []
    height = 0.0
    for place, step in enumerate(steps):
        x = room * (place + 0.5)
        parts += _ring(x, middle, step.share)
        values = wrapped(step.value, (room - 8) / _LARGE, bold=True)
        below = middle + _RING + 27
        parts.append(texts(values, x, below, "t v x", "middle"))
        below += LINE * len(values) + 2
        lines = wrapped(hyphenated(step.words), room - 8, most=5)
        parts.append(texts(lines, x, below, "t", "middle"))
        height = max(height, below + LINE * (len(lines) - 1) + 8)
    for place, (_, step) in enumerate(pairwise(steps), start=1):
        begin, end = room * (place - 0.5) + _RING + _GAP, room * (place + 0.5) - _RING - _GAP
        parts += _stroke((begin, middle), (end, middle), step.share)
        if step.joint:
            parts.append(text(step.joint, (begin + end) / 2, middle - 15, "t", "middle"))
    return parts, height


def _down(steps: Sequence[Step]) -> tuple[list[str], float]:
    left = _RING + 6
    beside = 2 * left + 8
    parts: list[str] = []
    y = float(left)
    places: list[float] = []
    for step in steps:
        places.append(y)
        parts += _ring(left, y, step.share)
        parts.append(text(step.value, beside, y, "t v x"))
        lines = wrapped(hyphenated(step.words), _NARROW - beside, most=5)
        parts.append(texts(lines, beside, y + LINE + 1, "t"))
        y += 2 * _RING + LINE * max(1, len(lines)) + 24
    last = y - 24 - 2 * _RING
    for (before, now), step in zip(pairwise(places), steps[1:], strict=True):
        begin, end = before + _RING + _GAP, now - _RING - _GAP
        parts += _stroke((left, begin), (left, end), step.share)
        if step.joint:
            parts.append(text(step.joint, left + 12, end - 3, "t"))
    return parts, max(last + 14, places[-1] + _RING + 8)


def _ring(x: float, y: float, share: float) -> Iterator[str]:
    """Draw a ring that is filled as far as the share goes, from its top and with the clock."""
    yield f'<circle class="ring" cx="{number(x)}" cy="{number(y)}" r="{_RING}"/>'
    if share >= 1:
        yield f'<circle class="ring full" cx="{number(x)}" cy="{number(y)}" r="{_RING}"/>'
    elif share > 0:
        angle = 2 * math.pi * share
        end = f"{number(x + _RING * math.sin(angle))} {number(y - _RING * math.cos(angle))}"
        way = f"M{number(x)} {number(y - _RING)}A{_RING} {_RING} 0 {int(share > 1 / 2)} 1 {end}"
        yield f'<path class="ring full" d="{way}"/>'


def _stroke(begin: tuple[float, float], end: tuple[float, float], share: float) -> Iterator[str]:
    """Join two rings: whole where all goes on, in dashes where some does, and broken by a cross where nothing does."""
    (x, y), (right, foot) = begin, end
    if share > 0:
        classes = "a joint" if share >= 1 else "a joint some"
        yield f'<path class="{classes}" d="M{number(x)} {number(y)}L{number(right)} {number(foot)}"/>'
        return
    middle_x, middle_y = (x + right) / 2, (y + foot) / 2
    across, down = (0.28 * (right - x), 0.28 * (foot - y))
    yield f'<path class="a joint" d="M{number(x)} {number(y)}l{number(across)} {number(down)}"/>'
    yield f'<path class="a joint" d="M{number(right)} {number(foot)}l{number(-across)} {number(-down)}"/>'
    yield f'<path class="a joint" d="M{number(middle_x - 5)} {number(middle_y - 5)}l10 10m0-10l-10 10"/>'
