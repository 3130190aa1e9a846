"""Small multiples: a little line chart for each series, all on the same axes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.charts.drawing.lettering import (
    LINE,
    WIDTHS,
    Parts,
    Width,
    number,
    text,
    text_width,
    texts,
    wrapped,
    wrapped_apart,
)
from generator.charts.drawing.marks import SMALL_MARKER, day, marker, stroke
from generator.charts.drawing.periods import period_names

_HEIGHT = 64
_GUTTER = 18
_EDGE = 7
"""Room for a mark at either end of a line."""
_LEAST_PLOT = 44
_GAP = 5
_NAME_LINES = 5
_LEAST_STEP = 9
"""How far apart points must stand to be seen one by one."""


@dataclass(frozen=True)
class _Axes:
    """What all panels share."""

    days: list[int]
    low: float
    high: float
    is_reversed: bool
    start: float
    """From a panel's left edge to its first day; the first number stands in between."""
    end: float

    def x(self, left: float) -> Callable[[str], float]:
        span = max(1, self.days[-1] - self.days[0])
        return lambda at: left + self.start + (self.end - self.start) * (day(at) - self.days[0]) / span

    def y(self, top: float) -> Callable[[float], float]:
        span = (self.high - self.low) or 1
        # A line that never moves runs through the middle.
        low = self.low if self.high > self.low else self.low - 0.5

        def place(value: float) -> float:
            share = (value - low) / span
            return top + _HEIGHT * (share if self.is_reversed else 1 - share)

        return place


def draw_panels(traces: list[Any], layout: dict[str, Any], width: Width) -> tuple[Parts, float]:
    """Draw a little line chart for each series; give the parts and the height of the drawing."""
    full = WIDTHS[width]
    points = [trace for trace in traces if trace["mode"] == "markers"]
    period_at = dict(zip(layout["xaxis"]["tickvals"], layout["xaxis"]["ticktext"], strict=True))
    columns, axes = _fit(points, period_at, layout, full)
    panel = (full - (columns - 1) * _GUTTER) / columns
    body, top = _note(layout, full)
    all_names = wrapped_apart([trace["name"] for trace in points], panel - 2, most=_NAME_LINES, bold=True)
    all_aims = [_aims(layout, number, panel - 2) for number in range(len(points))]
    for first in range(0, len(points), columns):
        row, names, aims = (one[first : first + columns] for one in (points, all_names, all_aims))
        head = max(len(name) + len(aim) for name, aim in zip(names, aims, strict=True)) * LINE + 10
        foot = top
        for place, (trace, name, aim) in enumerate(zip(row, names, aims, strict=True)):
            left = place * (panel + _GUTTER)
            # A short name stands at its own lines, not at the top of a long neighbour's.
            name_top = top + head - 10 - (len(name) + len(aim)) * LINE
            body.append(texts(name, left + 2, name_top + 14, "t v"))
            if aim:
                body.append(texts(aim, left + 2, name_top + 14 + len(name) * LINE, "m"))
            own = [one for one in traces if one["meta"]["series"] == trace["meta"]["series"] and one is not trace]
            body += _panel(trace, own, axes, (left, top + head), layout)
            at = axes.x(left)
            ends = [(at(one), label) for one, label in period_at.items() if one in (min(period_at), max(period_at))]
            periods, end = period_names(ends, top + head + _HEIGHT + LINE + 4, (left, left + panel))
            body += periods
            foot = max(foot, end)
        top = foot + 14
    return body, top - 12


def _outer(trace: dict[str, Any]) -> tuple[int, int]:
    """Find the outermost points: a month that ends a series stands left of the middle of the year that began it."""
    places = sorted(range(len(trace["x"])), key=lambda place: day(trace["x"][place]))
    return places[0], places[-1]


def _aims(layout: dict[str, Any], number: int, room: float) -> list[str]:
    """What stands below a panel's name: its targets."""
    own = [one["text"] for one in layout["meta"]["targets"] if one["row"] == number]
    return [line for words in own for line in wrapped(words, room)]


def _fit(points: list[Any], period_at: dict[str, str], layout: dict[str, Any], full: float) -> tuple[int, _Axes]:
    """Choose how many panels stand beside each other: two, or one where the numbers or the names are long."""
    values = [value for trace in points for value in trace["y"]]
    values += [one["value"] for one in layout["meta"]["targets"]]
    days = sorted(day(at) for at in period_at)
    is_reversed = layout["yaxis"].get("autorange") == "reversed"
    before = max(text_width(trace["text"][_outer(trace)[0]]) for trace in points) + _EDGE + _GAP
    after = max(text_width(trace["text"][_outer(trace)[1]], bold=True) for trace in points) + _EDGE + _GAP
    for columns, start in ((2, before), (1, before), (1, float(_EDGE))):
        panel = (full - (columns - 1) * _GUTTER) / columns
        end = panel - after
        longest = max(len(wrapped(trace["name"], panel - 2, most=_NAME_LINES, bold=True)) for trace in points)
        if end - start >= _LEAST_PLOT and (columns == 1 or longest < _NAME_LINES):
            break
    return columns, _Axes(days, min(values), max(values), is_reversed, start, end)


def _note(layout: dict[str, Any], full: float) -> tuple[Parts, float]:
    """Say that the panels can be compared, and what an upright line means."""
    lines = wrapped(layout["meta"]["note"], full - 4, most=4)
    return [texts(lines, 2, 14, "m")], len(lines) * LINE + 10.0


def _panel(
    trace: dict[str, Any], strokes: list[Any], axes: _Axes, corner: tuple[float, float], layout: dict[str, Any]
) -> Iterator[str]:
    left, top = corner
    x, y = axes.x(left), axes.y(top)
    ends_at = f"H{number(left + axes.end + _EDGE)}"
    for height in (top, top + _HEIGHT):
        yield f'<path class="g" d="M{number(left + axes.start - _EDGE)} {number(height)}{ends_at}"/>'
    for mark in layout.get("shapes", ()):
        if mark["name"] == "target":
            if mark["yref"] == trace["yaxis"]:
                yield f'<path class="tgt h" d="M{number(left + axes.start - _EDGE)} {number(y(mark["y0"]))}{ends_at}"/>'
        elif mark["xref"] == trace["xaxis"] and axes.days[0] <= day(mark["x0"]) <= axes.days[-1]:
            yield f'<path class="k" d="M{number(x(mark["x0"]))} {number(top)}V{number(top + _HEIGHT)}"/>'
    for one in strokes:
        yield stroke(one, x, y, 0)
    ends = first, last = _outer(trace)
    is_roomy = (axes.end - axes.start) / len(axes.days) > _LEAST_STEP
    for place, (at, value, data) in enumerate(zip(trace["x"], trace["y"], trace["customdata"], strict=True)):
        is_alone = len(trace["x"]) > 1 and not any(at in one["x"] for one in strokes)
        # The points between show where there are figures, and where years are missing.
        if place in ends or is_roomy or is_alone:
            size = SMALL_MARKER + (place in ends or bool(data[0]))
            yield marker(0, x(at), y(value), size, is_open=bool(data[0]))
    yield text(trace["text"][last], x(trace["x"][last]) + _EDGE + _GAP - 2, y(trace["y"][last]) + 5, "t v")
    if len(trace["x"]) > 1 and axes.start > _EDGE:
        yield text(trace["text"][first], x(trace["x"][first]) - _EDGE - _GAP + 2, y(trace["y"][first]) + 5, "m", "end")
