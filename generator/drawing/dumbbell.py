"""Two figures a row on one axis: how far apart, and which way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.drawing.lettering import (
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
from generator.drawing.marks import MARKER, marker

_NAME_SHARE = 0.4
_GAP = MARKER + 5
_LEFT = 2.0
_SIGN = 2 * MARKER + 7
"""From the left of a mark in the key to its name."""


def dumbbell(traces: list[Any], layout: dict[str, Any], width: Width) -> tuple[Parts, float]:
    """Draw two points a row with a line between them; give the parts and the height of the drawing."""
    full = WIDTHS[width]
    ends = [trace for trace in traces if trace["mode"] == "markers"]
    edges = {trace["y"][0]: trace["meta"]["edge"] for trace in traces if trace["mode"] == "lines"}
    names: list[str] = layout["yaxis"]["categoryarray"]
    beside = width == "wide"
    labels = wrapped_apart(names, full * _NAME_SHARE if beside else full - 4.0)
    left = max(text_width(line) for label in labels for line in label) + 12 if beside else 2.0
    x = _scale(ends, left, full)

    body, top = _key(ends, full)
    lowest, highest = min(x.values()), max(x.values())
    for name, label in zip(names, labels, strict=True):
        height = max(2 * MARKER + 8, len(label) * LINE)
        middle = top + height / 2 if beside else top + len(label) * LINE + MARKER + 4
        body.append(texts(label, 2, (top + (height - len(label) * LINE) / 2 if beside else top) + 14, "t"))
        body.append(f'<path class="g" d="M{number(lowest)} {number(middle)}H{number(highest)}"/>')
        body += _row(name, ends, x, middle, edges.get(name, ""))
        top = top + height + 8 if beside else middle + MARKER + 14
    return body, top - 2


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


def _scale(ends: Sequence[dict[str, Any]], left: float, full: float) -> dict[float, float]:
    """Where each value stands; both ends of the axis leave room for the longest number."""
    values = sorted({value for end in ends for value in end["x"]})
    room = max(text_width(words, bold=True) for end in ends for words in end["text"])
    start, stop = left + room + _GAP + 2, full - room - _GAP - 2
    if values[0] == values[-1]:
        return {values[0]: (start + stop) / 2}
    return {value: start + (stop - start) * (value - values[0]) / (values[-1] - values[0]) for value in values}


def _row(name: str, ends: Sequence[dict[str, Any]], x: dict[float, float], middle: float, edge: str) -> Parts:
    found = []
    for end in ends:
        for row, value, words, data in zip(end["y"], end["x"], end["text"], end["customdata"], strict=True):
            if row == name:
                found.append((x[value], words, end["meta"]["series"], bool(data[0])))
    body: Parts = []
    low, high = min(found), max(found)
    if edge and low[0] != high[0]:
        look = "j f" if edge == "dashed" else "j"
        body.append(f'<path class="{look}" d="M{number(low[0])} {number(middle)}H{number(high[0])}"/>')
    # The newer end lies on top where both are the same.
    body += [
        marker(series, at, middle, is_open=is_open) for at, _, series, is_open in sorted(found, key=lambda one: -one[2])
    ]
    body.append(text(high[1], high[0] + _GAP, middle + 5, f"n{high[2] + 1} q"))
    if len(found) > 1 and low[0] != high[0]:
        body.append(text(low[1], low[0] - _GAP, middle + 5, f"n{low[2] + 1} q", "end"))
    return body
