"""Two figures a row on one axis: how far apart, and which way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
from generator.charts.drawing.marks import MARKER, marker

_NAME_SHARE = 0.4
_GAP = MARKER + 5
_LEAST_PLOT = 40
_NAME_LINES = 5
_LEFT = 2.0
_SIGN = 2 * MARKER + 7
"""From the left of a mark in the key to its name."""


@dataclass(frozen=True)
class _Point:
    x: float
    words: str
    series: int
    is_open: bool


def draw_dumbbell(traces: list[Any], layout: dict[str, Any], width: Width) -> tuple[Parts, float]:
    """Draw two points a row with a line between them; give the parts and the height of the drawing."""
    full = WIDTHS[width]
    ends = [trace for trace in traces if trace["mode"] == "markers"]
    edges = {trace["y"][0]: trace["meta"]["edge"] for trace in traces if trace["mode"] == "lines"}
    names: list[str] = layout["yaxis"]["categoryarray"]
    beside = width == "wide"
    room = full * _NAME_SHARE if beside else full - 4.0
    labels = wrapped_apart(names, room, most=_NAME_LINES)
    left = max(text_width(line) for label in labels for line in label) + 12 if beside else 2.0
    number_room = max(text_width(words, bold=True) for end in ends for words in end["text"]) + _GAP
    # Figures of a dozen digits leave no room for the points between them; they stand below the row's name.
    is_tight = full - left - 2 * number_room < _LEAST_PLOT
    if is_tight:
        labels = [[*label, *_figures(name, ends, room)] for name, label in zip(names, labels, strict=True)]
        left = full * _NAME_SHARE + 12 if beside else 2.0
        number_room = MARKER + 2.0
    x = _scale(ends, left + number_room + 2, full - number_room - 2)

    body, top = _key(ends, full)
    for name, label in zip(names, labels, strict=True):
        height = max(2 * MARKER + 8, len(label) * LINE)
        middle = top + height / 2 if beside else top + len(label) * LINE + MARKER + 4
        body.append(texts(label, 2, (top + (height - len(label) * LINE) / 2 if beside else top) + 14, "t"))
        body.append(f'<path class="g" d="M{number(min(x.values()))} {number(middle)}H{number(max(x.values()))}"/>')
        found = [
            _Point(x[value], words, end["meta"]["series"], bool(data[0])) for end, value, words, data in _of(name, ends)
        ]
        body += _marks(found, middle, edges.get(name, ""))
        if not is_tight:
            body += _numbers(found, middle)
        top = top + height + 8 if beside else middle + MARKER + 14
    return body, top - 2


def _of(name: str, ends: Sequence[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], float, str, list[Any]]]:
    """The points of a row: end, value, number in words, and what sets it apart."""
    for end in ends:
        for row, value, words, data in zip(end["y"], end["x"], end["text"], end["customdata"], strict=True):
            if row == name:
                yield end, value, words, data


def _figures(name: str, ends: Sequence[dict[str, Any]], room: float) -> list[str]:
    return [line for end, _, words, _ in _of(name, ends) for line in wrapped(f"{end['name']}: {words}", room)]


def _key(ends: Sequence[dict[str, Any]], full: float) -> tuple[Parts, float]:
    """Say which mark is which, beside each other where there is room."""
    room = full - _LEFT - _SIGN
    names = [wrapped(end["name"], room, most=2, bold=True) for end in ends]
    widths = [_SIGN + max(text_width(line, bold=True) for line in name) for name in names]
    is_one_line = all(len(name) == 1 for name in names) and sum(widths) + 22 <= full
    body: Parts = []
    at, top = _LEFT, 2.0
    for end, name, width in zip(ends, names, widths, strict=True):
        series = end["meta"]["series"]
        body.append(marker(series, at + MARKER, top + 9))
        body.append(texts(name, at + _SIGN, top + 14, f"n{series + 1}"))
        if is_one_line:
            at += width + 22
        else:
            top += len(name) * LINE
    return body, top + (LINE if is_one_line else 0) + 10


def _scale(ends: Sequence[dict[str, Any]], start: float, stop: float) -> dict[float, float]:
    """Where each value stands."""
    values = sorted({value for end in ends for value in end["x"]})
    if values[0] == values[-1]:
        return {values[0]: (start + stop) / 2}
    return {value: start + (stop - start) * (value - values[0]) / (values[-1] - values[0]) for value in values}


def _marks(found: Sequence[_Point], middle: float, edge: str) -> Iterator[str]:
    low, high = min(point.x for point in found), max(point.x for point in found)
    if edge and low != high:
        look = "j f" if edge == "dashed" else "j"
        yield f'<path class="{look}" d="M{number(low)} {number(middle)}H{number(high)}"/>'
    # What the chart is about lies on top where both are the same.
    for point in sorted(found, key=lambda point: -point.series):
        yield marker(point.series, point.x, middle, is_open=point.is_open)


def _numbers(found: Sequence[_Point], middle: float) -> Iterator[str]:
    """The numbers outside the points; only one where both are the same."""
    low, high = min(found, key=lambda point: point.x), max(found, key=lambda point: (point.x, -point.series))
    yield text(high.words, high.x + _GAP, middle + 5, f"n{high.series + 1} q")
    if low.x != high.x:
        yield text(low.words, low.x - _GAP, middle + 5, f"n{low.series + 1} q", "end")
