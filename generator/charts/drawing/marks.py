"""The marks of a line chart: the points of each series with a shape of their own, and the strokes between them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from generator.charts.drawing.lettering import number

MARKER, SMALL_MARKER = 6, 3
"""Half the size of a point, and of one among many."""


def marker(series: int, x: float, y: float, r: int = MARKER, *, is_open: bool = False) -> str:
    """Draw a point of a series; an open one is an estimate or a projection."""
    classes = f"d{series + 1}{' f' if is_open else ''}"
    if series == 0:
        return f'<circle class="{classes}" cx="{number(x)}" cy="{number(y)}" r="{r}"/>'
    right, down, outline = {
        1: (-r, -r, f"h{2 * r}v{2 * r}h-{2 * r}z"),
        2: (0, -r - 1, f"l{r + 1} {2 * r}h-{2 * r + 2}z"),
        3: (0, -r - 2, f"l{r + 2} {r + 2}l-{r + 2} {r + 2}l-{r + 2} -{r + 2}z"),
    }[series]
    return f'<path class="{classes}" d="M{number(x + right)} {number(y + down)}{outline}"/>'


def stroke(trace: dict[str, Any], x: Callable[[str], float], y: Callable[[float], float], series: int) -> str:
    """Draw the stroke of a line trace in the dash of a series."""
    classes = f"l{series + 1}{' f' if trace['meta']['edge'] == 'dashed' else ''}"
    way = "L".join(f"{number(x(at))} {number(y(value))}" for at, value in zip(trace["x"], trace["y"], strict=True))
    return f'<path class="{classes}" d="M{way}"/>'


def day(at: str) -> int:
    """Give the number of a day, for distances as in time."""
    return dt.date.fromisoformat(at).toordinal()
