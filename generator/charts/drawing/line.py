"""Lines over time, each named at its end."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from generator.base.text import danish_number
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
from generator.charts.drawing.marks import MARKER, SMALL_MARKER, day, marker, stroke
from generator.charts.drawing.periods import period_names
from generator.charts.drawing.placing import Box, meet, spread, ticks
from generator.model.vocabulary import Unit

_PLOT_HEIGHT: dict[Width, int] = {"wide": 240, "narrow": 215}
_LABEL_SHARE: dict[Width, float] = {"wide": 0.34, "narrow": 0.42}
_WHOLE = 100
_MANY_POINTS = 9
_PLACES = ((0, -12), (0, 21), (-1, -8), (1, 18), (1, -8), (-1, 18))
"""Where a point's value may stand, the best place first: half its width to the left or right, and how far down."""
_FLAT_PLOT = 110
"""The height of the plot where nothing ever moves."""
_LEAST_PLOT: dict[Width, int] = {"wide": 200, "narrow": 130}
_NAME_LINES = 4
_SAMPLE = 30
"""How long a piece of a line is shown beside its name, where the names stand above the plot."""


@dataclass(frozen=True)
class _Label:
    """The words at the end of a line: its name and last value, and below them what sets that value apart."""

    lines: list[str]
    about: list[str]
    classes: str
    value: float
    whole: str
    """The same in one line, for the key."""
    at: str = ""
    """The day of the last value; of a target, which runs on, an empty text."""
    series: int | None = None
    """The number of the series; a target has none."""
    is_open: bool = False
    """Whether the last value is an estimate or a projection."""

    @property
    def height(self) -> float:
        return (len(self.lines) + len(self.about)) * LINE

    @property
    def width(self) -> float:
        bold = max(text_width(line, bold=True) for line in self.lines)
        return max([bold, *(text_width(line) for line in self.about)])

    @property
    def is_cut(self) -> bool:
        return any("…" in line for line in (*self.lines, *self.about))

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


def draw_lines(traces: list[Any], layout: dict[str, Any], width: Width) -> tuple[Parts, float]:
    """Draw lines over time; give the parts and the height of the drawing."""
    full = WIDTHS[width]
    points = [trace for trace in traces if trace["mode"] == "markers"]
    strokes = [trace for trace in traces if trace["mode"] == "lines"]
    period_at = dict(zip(layout["xaxis"]["tickvals"], layout["xaxis"]["ticktext"], strict=True))
    days = [day(at) for at in period_at]
    targets = layout["meta"]["targets"]
    breaks = [shape for shape in layout.get("shapes", ()) if shape["name"] == "break"]
    values = [value for trace in points for value in trace["y"]] + [one["value"] for one in targets]
    grid = _grid(layout, values)
    is_reversed = layout["yaxis"].get("autorange") == "reversed"
    room = full * _LABEL_SHARE[width]
    names = wrapped_apart([trace["name"] for trace in points], room, most=_NAME_LINES, bold=True)
    labels = [_end_label(trace, name, max(period_at), room) for trace, name in zip(points, names, strict=True)]
    labels += [_aim(one, room) for one in targets]

    decimals = max(0, -math.floor(math.log10(grid[-1] - grid[-2]) + 1e-9))
    axis = [(danish_number(value, decimals), value) for value in grid]
    left = max(text_width(words) for words, _ in axis) + 9
    right = full - max(label.width for label in labels) - MARKER - 6
    height = _PLOT_HEIGHT[width] if min(values) < max(values) else _FLAT_PLOT
    key: Parts = []
    top = 12.0
    wanted = sum(label.height for label in labels)
    if right - left < _LEAST_PLOT[width] or wanted > height + LINE or any(label.is_cut for label in labels):
        # Names that leave the lines too little room stand above them, whole.
        labels.sort(key=lambda label: label.value, reverse=not is_reversed)
        key, top = _key(labels, full)
        labels, right = [], full - MARKER - 6.0
    top += LINE + 4 if breaks else 0
    frame = _frame((left, top, right, top + max(height, 0 if key else wanted)), grid, days, is_reversed=is_reversed)

    body = [*key, *(text(words, left - 8, frame.y(value) + 5, "m", "end") for words, value in axis)]
    body += [f'<path class="g" d="M{number(left)} {number(frame.y(value))}H{number(right)}"/>' for value in grid]
    body += [
        f'<path class="tgt h" d="M{number(left)} {number(frame.y(one["value"]))}H{number(right)}"/>' for one in targets
    ]
    numbers: Parts = []
    foot = frame.bottom + LINE + 5
    if len(points) == 1 and len(points[0]["x"]) < _MANY_POINTS:
        numbers, lowest = _values(points[0], frame, targets)
        foot = max(foot, lowest + LINE + 6)
    periods, foot = period_names([(frame.x(at), label) for at, label in period_at.items()], foot, (0, full))
    body += periods
    body += _breaks([mark for mark in breaks if days[0] <= day(mark["x0"]) <= days[-1]], frame, width)
    body += numbers
    body += _marks(points, strokes, frame, (frame.x(max(period_at)) - frame.x(min(period_at))) / len(period_at))
    body += _end_labels(labels, frame)
    return body, foot


def _marks(points: list[Any], strokes: list[Any], frame: _Frame, spacing: float) -> Iterator[str]:
    """Draw the lines, and on them the points; among very many points only those that say something by themselves."""
    size = MARKER if spacing > 2 * MARKER else SMALL_MARKER
    is_crowded = spacing < 2 * SMALL_MARKER + 1
    # The broken lines lie on the whole one, so that two lines in the same place are both seen.
    for one in strokes:
        yield stroke(one, frame.x, frame.y, one["meta"]["series"])
    # The first series is the home area's; its points, drawn last, lie on top.
    for trace in reversed(points):
        series = trace["meta"]["series"]
        ends = (0, len(trace["x"]) - 1)
        joined = {at for one in strokes if one["meta"]["series"] == series for at in one["x"]} if is_crowded else ()
        for place, (at, value, data) in enumerate(zip(trace["x"], trace["y"], trace["customdata"], strict=True)):
            if not is_crowded or place in ends or at not in joined:
                yield marker(series, frame.x(at), frame.y(value), size, is_open=bool(data[0]))


def _key(labels: Sequence[_Label], full: float) -> tuple[Parts, float]:
    """Name the lines above the plot, each beside a piece of it, in the order in which they end."""
    body: Parts = []
    top = 2.0
    for label in labels:
        middle = number(top + 9)
        if label.series is None:
            body.append(f'<path class="tgt h" d="M2 {middle}h{_SAMPLE}"/>')
        else:
            body.append(f'<path class="l{label.series + 1}" d="M2 {middle}h{_SAMPLE}"/>')
            body.append(marker(label.series, 2 + _SAMPLE / 2, top + 9, is_open=label.is_open))
        lines = wrapped(label.whole, full - _SAMPLE - 14, most=_NAME_LINES, bold=True)
        body.append(texts(lines, _SAMPLE + 10, top + 14, label.classes))
        top += len(lines) * LINE + 3
    return body, top + 18


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
    unit = layout["meta"]["unit"]
    # Nothing is placed better than as number one.
    least = 1 if unit == Unit.RANK else 0
    low = least if min(values) >= least else -math.inf
    high = _WHOLE if unit == Unit.PERCENT and max(values) <= _WHOLE else math.inf
    finest = 10 ** -layout["meta"]["decimals"]
    grid = [value for value in ticks(min(values), max(values), finest) if low <= value <= high]
    return [float(low), *grid] if grid[0] > min(values) else grid


def _end_label(trace: dict[str, Any], name: list[str], last: str, room: float) -> _Label:
    kind, period = trace["customdata"][-1]
    about = ", ".join(part for part in (kind, "" if trace["x"][-1] == last else period) if part)
    value = trace["text"][-1]
    together = f"{name[-1]} {value}"
    return _Label(
        lines=[*name[:-1], together] if text_width(together, bold=True) <= room else [*name, value],
        about=wrapped(about, room),
        classes=f"n{trace['meta']['series'] + 1}",
        value=trace["y"][-1],
        whole=f"{trace['name']} {value}{f' ({about})' if about else ''}",
        at=trace["x"][-1],
        series=trace["meta"]["series"],
        is_open=bool(kind),
    )


def _aim(target: dict[str, Any], room: float) -> _Label:
    return _Label(wrapped(target["text"], room, bold=True), [], "t v", target["value"], target["text"])


def _end_labels(labels: list[_Label], frame: _Frame) -> Iterator[str]:
    wanted = [frame.y(label.value) for label in labels]
    centres = spread(wanted, [label.height for label in labels], frame.top - 8, frame.bottom + 8)
    for label, end_y, centre in zip(labels, wanted, centres, strict=True):
        end_x = frame.x(label.at) + 9 if label.at else frame.right
        if abs(centre - end_y) > LINE / 2 or end_x < frame.right - 3 * MARKER + 9:
            yield f'<path class="g" d="M{number(end_x)} {number(end_y)}L{number(frame.right + 3)} {number(centre)}"/>'
        yield label.draw(frame.right + 6, centre)


def _values(trace: dict[str, Any], frame: _Frame, targets: list[Any]) -> tuple[Parts, float]:
    """The values at the points of a short single line, and the foot of the lowest.

    Without room for all of them only the first is written; the last one stands in its label.
    """
    points = [(frame.x(at), frame.y(value)) for at, value in zip(trace["x"], trace["y"], strict=True)]
    taken = [(frame.left, frame.y(one["value"]) - 2, frame.right, frame.y(one["value"]) + 2) for one in targets]
    found: list[tuple[str, float]] = []
    for (at, height), words in list(zip(points, trace["text"], strict=True))[:-1]:
        half = text_width(words) / 2
        for beside, base in _PLACES:
            centre = min(max(at + beside * (half + 1), frame.left + half), frame.right - half)
            box = (centre - half - 2, height + base - 12, centre + half + 2, height + base + 2)
            is_inside = box[0] > frame.left - 3 and box[1] > frame.top - 8 and box[3] < frame.bottom + LINE + 5
            if is_inside and not any(meet(box, other) for other in taken) and not _is_crossed(box, points):
                taken.append(box)
                found.append((text(words, centre, height + base, "t q", "middle"), height + base))
                break
        else:
            found = found[:1]
            break
    return [words for words, _ in found], max([frame.bottom, *(foot for _, foot in found)])


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
