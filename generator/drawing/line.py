"""Lines over time, each named at its end."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
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
from generator.drawing.marks import MARKER, SMALL_MARKER, day, marker, stroke
from generator.drawing.placing import Box, meet, spread, ticks
from generator.text import danish_number

_PLOT_HEIGHT: dict[Width, int] = {"wide": 240, "narrow": 215}
_LABEL_SHARE: dict[Width, float] = {"wide": 0.34, "narrow": 0.42}
_WHOLE = 100
_MANY_POINTS = 9
_LEAST_PLOT = 70


@dataclass(frozen=True)
class _Label:
    """The words at the end of a line: its name and last value, and below them what sets that value apart."""

    lines: list[str]
    about: list[str]
    classes: str
    value: float
    at: str
    """The day of the last value; of a target, which runs on, an empty text."""

    @property
    def height(self) -> float:
        return (len(self.lines) + len(self.about)) * LINE

    @property
    def width(self) -> float:
        bold = max(text_width(line, bold=True) for line in self.lines)
        return max([bold, *(text_width(line) for line in self.about)])

    def draw(self, x: float, centre: float) -> str:
        first = centre - self.height / 2 + 14
        about = texts(self.about, x, first + len(self.lines) * LINE, f"{self.classes} u") if self.about else ""
        return texts(self.lines, x, first, self.classes) + about


@dataclass(frozen=True)
class _Frame:
    """The plot's place in the drawing, and where days and values stand in it."""

    left: float
    top: float
    right: float
    bottom: float
    x: Callable[[str], float]
    y: Callable[[float], float]


def line(traces: list[Any], layout: dict[str, Any], width: Width) -> tuple[Parts, float]:
    """Draw lines over time; give the parts and the height of the drawing."""
    points = [trace for trace in traces if trace["mode"] == "markers"]
    strokes = [trace for trace in traces if trace["mode"] == "lines"]
    period_at = dict(zip(layout["xaxis"]["tickvals"], layout["xaxis"]["ticktext"], strict=True))
    days = [day(at) for at in period_at]
    targets = layout["meta"]["targets"]
    breaks = [shape for shape in layout.get("shapes", ()) if shape["name"] == "break"]
    grid = _grid(layout, [value for trace in points for value in trace["y"]] + [one["value"] for one in targets])
    room = WIDTHS[width] * _LABEL_SHARE[width]
    names = wrapped_apart([trace["name"] for trace in points], room, bold=True)
    labels = [_end_label(trace, name, max(period_at), room) for trace, name in zip(points, names, strict=True)]
    labels += [_aim(one, room) for one in targets]

    decimals = max(0, -math.floor(math.log10(grid[1] - grid[0]) + 1e-9))
    axis = [(danish_number(value, decimals), value) for value in grid]
    left = max(text_width(words) for words, _ in axis) + 9
    right = WIDTHS[width] - max(label.width for label in labels) - MARKER - 6
    if right - left < _LEAST_PLOT:
        # Figures of a dozen digits leave no room for an axis as well; they stand at the points.
        left, axis = 0.0, []
    top = 12.0 + (LINE + 4 if breaks else 0)
    height = max(_PLOT_HEIGHT[width], sum(label.height for label in labels))
    frame = _frame(
        (left, top, right, top + height), grid, days, is_reversed=layout["yaxis"].get("autorange") == "reversed"
    )

    body = [text(words, left - 8, frame.y(value) + 5, "m", "end") for words, value in axis]
    body += [f'<path class="g" d="M{number(left)} {number(frame.y(value))}H{number(right)}"/>' for value in grid]
    body += [
        f'<path class="tgt h" d="M{number(left)} {number(frame.y(one["value"]))}H{number(right)}"/>' for one in targets
    ]
    has_values = len(points) == 1 and len(points[0]["x"]) < _MANY_POINTS
    foot = frame.bottom + (2 * LINE if has_values else LINE + 5)
    periods, foot = period_names([(frame.x(at), label) for at, label in period_at.items()], foot, (0, WIDTHS[width]))
    body += periods
    body += _breaks([mark for mark in breaks if days[0] <= day(mark["x0"]) <= days[-1]], frame, width)
    if has_values:
        body += _values(points[0], frame, targets)
    size = MARKER if (frame.x(max(period_at)) - frame.x(min(period_at))) / len(period_at) > 2 * MARKER else SMALL_MARKER
    # The first series is the home area's; drawn last, it lies on top.
    for trace in reversed(points):
        series = trace["meta"]["series"]
        body += [stroke(one, frame.x, frame.y, series) for one in strokes if one["meta"]["series"] == series]
        body += [
            marker(series, frame.x(at), frame.y(value), size, is_open=bool(data[0]))
            for at, value, data in zip(trace["x"], trace["y"], trace["customdata"], strict=True)
        ]
    body += _end_labels(labels, frame)
    return body, foot


def period_names(labels: list[tuple[float, str]], y: float, ends: tuple[float, float]) -> tuple[Parts, float]:
    """Name the periods under a line: the first, the last, and those between them that have room.

    `ends` is how far to the left and right the names may reach. Gives the foot of what is written, too.
    """
    chosen: list[tuple[float, float, float, list[str]]] = []
    most = 1
    room = min(88.0, (ends[1] - ends[0] - 8) / 2)
    for at, label in [labels[0], labels[-1], *labels[1:-1]] if len(labels) > 1 else labels:
        lines = wrapped(label, room, most=4)
        half = max(text_width(line) for line in lines) / 2
        centre = min(max(at, ends[0] + half), ends[1] - half)
        if any(centre - half < end + 8 and centre + half > start - 8 for start, end, _, _ in chosen):
            continue
        chosen.append((centre - half, centre + half, centre, lines))
        most = max(most, len(lines))
    foot = y + (most - 1) * LINE + 8
    return [texts(lines, centre, y, "m", "middle") for _, _, centre, lines in sorted(chosen)], foot


def _frame(box: Box, grid: list[float], days: list[int], *, is_reversed: bool) -> _Frame:
    left, top, right, bottom = box
    first_x, last_x = left + 2 * MARKER, right - 2 * MARKER

    @cache
    def x(at: str) -> float:
        return first_x + (last_x - first_x) * (day(at) - days[0]) / max(1, days[-1] - days[0])

    def y(value: float) -> float:
        share = (value - grid[0]) / (grid[-1] - grid[0])
        return top + (bottom - top) * (share if is_reversed else 1 - share)

    return _Frame(left, top, right, bottom, x, y)


def _grid(layout: dict[str, Any], values: Sequence[float]) -> list[float]:
    """The values of the grid lines: round, around the data, and none that cannot be."""
    is_percent = layout["meta"]["unit"] == "procent"
    low = 0 if min(values) >= 0 else -math.inf
    high = _WHOLE if is_percent and max(values) <= _WHOLE else math.inf
    finest = 10 ** -layout["meta"]["decimals"]
    return [value for value in ticks(min(values), max(values), finest) if low <= value <= high]


def _end_label(trace: dict[str, Any], name: list[str], last: str, room: float) -> _Label:
    kind, period = trace["customdata"][-1]
    about = ", ".join(part for part in (kind, "" if trace["x"][-1] == last else period) if part)
    value = trace["text"][-1]
    together = f"{name[-1]} {value}"
    lines = [*name[:-1], together] if text_width(together, bold=True) <= room else [*name, value]
    return _Label(lines, wrapped(about, room), f"n{trace['meta']['series'] + 1}", trace["y"][-1], trace["x"][-1])


def _aim(target: dict[str, Any], room: float) -> _Label:
    return _Label(wrapped(target["text"], room, bold=True), [], "t v", target["value"], "")


def _end_labels(labels: list[_Label], frame: _Frame) -> Iterator[str]:
    wanted = [frame.y(label.value) for label in labels]
    centres = spread(wanted, [label.height for label in labels], frame.top - 8, frame.bottom + 8)
    for label, end_y, centre in zip(labels, wanted, centres, strict=True):
        end_x = frame.x(label.at) + 9 if label.at else frame.right
        if abs(centre - end_y) > LINE / 2 or end_x < frame.right - 3 * MARKER + 9:
            yield f'<path class="g" d="M{number(end_x)} {number(end_y)}L{number(frame.right + 3)} {number(centre)}"/>'
        yield label.draw(frame.right + 6, centre)


def _values(trace: dict[str, Any], frame: _Frame, targets: list[Any]) -> Iterator[str]:
    """The values at the points of a short single line, where there is room; the last one stands in its label."""
    points = [(frame.x(at), frame.y(value)) for at, value in zip(trace["x"], trace["y"], strict=True)]
    taken = [(frame.left, frame.y(one["value"]) - 2, frame.right, frame.y(one["value"]) + 2) for one in targets]
    for (at, height), words in list(zip(points, trace["text"], strict=True))[:-1]:
        half = text_width(words) / 2
        centre = min(max(at, frame.left + half), frame.right - half)
        for base in (height - 12, height + 21):
            box = (centre - half - 2, base - 12, centre + half + 2, base + 2)
            is_inside = box[0] > frame.left - 3 and box[1] > frame.top - 8 and box[3] < frame.bottom + LINE + 5
            is_free = not any(meet(box, other) for other in taken) and not _is_crossed(box, points)
            if is_inside and is_free:
                taken.append(box)
                yield text(words, centre, base, "t q", "middle")
                break


def _is_crossed(box: Box, points: Sequence[tuple[float, float]]) -> bool:
    """Whether a line through the points, or a marker on it, touches the box."""
    r = MARKER - 1
    for (x1, y1), (x2, y2) in pairwise(points):
        steps = max(1, round(abs(x2 - x1) + abs(y2 - y1)) // 3)
        for step in range(steps + 1):
            x, y = x1 + (x2 - x1) * step / steps, y1 + (y2 - y1) * step / steps
            if meet(box, (x - 2, y - 2, x + 2, y + 2)):
                return True
    return any(meet(box, (x - r, y - r, x + r, y + r)) for x, y in points)


def _breaks(marks: list[dict[str, Any]], frame: _Frame, width: Width) -> Iterator[str]:
    """Upright lines with a word on top where there is room, where figures before and after cannot be compared."""
    end = -math.inf
    for mark in sorted(marks, key=lambda one: str(one["x0"])):
        at = frame.x(mark["x0"])
        words = mark["label"]["text"]
        half = text_width(words) / 2
        centre = min(max(at, half), WIDTHS[width] - half)
        yield f'<path class="k" d="M{number(at)} {number(frame.top - 8)}V{number(frame.bottom)}"/>'
        if centre - half > end + 8:
            end = centre + half
            yield text(words, centre, frame.top - 12, "m", "middle")
