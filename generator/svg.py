"""A Plotly figure as a small static SVG: real text, direct labels, no script, the same bytes every time.

Each chart is drawn twice, wide and narrow, because an SVG that shrinks shrinks its text. Colours come from classes.
Widths of text are estimated after Verdana, which is wider than the fonts that pages use, so that no label is cut off.
A new form of chart is one function here, named in `_FORMS`.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Literal, TypeAlias

import plotly.graph_objects as go
from markupsafe import Markup, escape

from generator.text import danish_number

Width: TypeAlias = Literal["wide", "narrow"]
Parts: TypeAlias = list[str]

WIDTHS: dict[Width, int] = {"wide": 480, "narrow": 300}
"""The widths of the two drawings. On a phone of 320 px the narrow one is shown at 280 px: text of 15 is then 14 px."""

_SIZE = 15
_LINE = 19
_MARKER, _SMALL_MARKER = 6, 3
_PLOT_HEIGHT: dict[Width, int] = {"wide": 240, "narrow": 215}
_LABEL_SHARE: dict[Width, float] = {"wide": 0.34, "narrow": 0.42}
_BAR = 24
_WHOLE = 100
_TAIL = 4
_MANY_POINTS = 9
_LEAST_PLOT = 70

_BOLD = 1.16
_WIDTHS = {
    0.36: " .,ijl'|!fI",
    0.46: 'rtJ():;-/[]"°’',
    0.86: "−+ABCDEFGHKLNOPQRSTUVXYZÅØw",
    1.08: "mMW%@æÆ—…&",
}
_CHARACTERS = {character: width for width, characters in _WIDTHS.items() for character in characters}
_USUAL, _UNKNOWN = 0.64, 1.1
_LAST_LATIN = "\u024f"


def draw(figure: go.Figure | Mapping[str, Any], *, width: Width, ids: str) -> Markup:
    """Draw a figure of `generator.charts`, or its parts; the ids of its title and description start with `ids`."""
    parts = figure.to_plotly_json() if isinstance(figure, go.Figure) else figure
    layout = parts["layout"]
    body, height = _FORMS[layout["meta"]["form"]](parts["data"], layout, width)
    own = escape(f"{ids}-{width[0]}")
    return Markup(  # noqa: S704 - all text is escaped here or in `_text` and `_lines`
        f'<svg class="chart {width[0]}" viewBox="0 0 {WIDTHS[width]} {_n(height)}" role="img" '
        f'aria-labelledby="{own}t {own}d" data-search-exclude>'
        f'<title id="{own}t">{escape(layout["title"]["text"])}</title>'
        f'<desc id="{own}d">{escape(layout["meta"]["description"])}</desc>{"".join(body)}</svg>'
    )


def text_width(text: str, *, bold: bool = False) -> float:
    """Estimate the width of a text, rather too wide than too narrow."""
    ems = sum(_CHARACTERS.get(character, _USUAL if character <= _LAST_LATIN else _UNKNOWN) for character in text)
    return ems * _SIZE * (_BOLD if bold else 1)


def wrapped(text: str, room: float, *, most: int = 3, bold: bool = False) -> list[str]:
    """Break a text into lines that fit the room; long words are hyphenated, what is too much ends in an ellipsis."""

    def fits(part: str) -> bool:
        return text_width(part, bold=bold) <= room

    lines: list[str] = []
    for word in text.split():
        if lines and fits(f"{lines[-1]} {word}"):
            lines[-1] += f" {word}"
            continue
        rest = word
        while not fits(rest) and len(rest) > 1:
            # A tail of one or two letters on a line of its own is hard to read.
            longest = max(1, len(rest) - _TAIL)
            cut = next((end for end in range(longest, 1, -1) if fits(rest[:end] + "-")), 1)
            lines.append(rest[:cut] + "-")
            rest = rest[cut:]
        lines.append(rest)
    if len(lines) > most:
        last = lines[most - 1]
        while last and not fits(f"{last}…"):
            last = last[:-1]
        lines = [*lines[: most - 1], f"{last.rstrip(' -')}…"]
    return lines


def spread(centres: Sequence[float], heights: Sequence[float], top: float, bottom: float) -> list[float]:
    """Move things of given heights apart vertically, each as little as it can, between top and bottom."""
    order = sorted(range(len(centres)), key=lambda number: centres[number])
    blocks: list[tuple[float, float, list[int]]] = []
    for number in order:
        start, height, members = centres[number] - heights[number] / 2, heights[number], [number]
        start = min(max(start, top), bottom - height)
        while blocks and blocks[-1][0] + blocks[-1][1] > start:
            # Things that push each other become one block, centred between where they want to be.
            other_start, other_height, others = blocks.pop()
            wanted = (other_start * len(others) + (start - other_height) * len(members)) / (len(others) + len(members))
            height, members = other_height + height, others + members
            start = min(max(wanted, top), max(top, bottom - height))
        blocks.append((start, height, members))
    placed = [0.0] * len(centres)
    for start, _, members in blocks:
        at = start
        for number in members:
            placed[number] = at + heights[number] / 2
            at += heights[number]
    return placed


def ticks(low: float, high: float, finest: float = 0) -> list[float]:
    """Choose round values, about five and no closer than `finest`, for an axis that holds both ends."""
    if low == high:
        low, high = low - (abs(low) * 0.05 or 1), high + (abs(high) * 0.05 or 1)
    rough = (high - low) / 4
    power = 10 ** math.floor(math.log10(rough))
    step = max(finest, next(factor * power for factor in (1, 2, 5, 10) if factor * power >= rough * 0.99))
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [round(number * step, 9) for number in range(first, last + 1)]


@dataclass(frozen=True)
class _Label:
    """The words at the end of a line: its name and last value, and below them what sets that value apart."""

    lines: list[str]
    about: list[str]
    series: int
    value: float

    @property
    def height(self) -> float:
        return (len(self.lines) + len(self.about)) * _LINE

    @property
    def width(self) -> float:
        bold = max(text_width(line, bold=True) for line in self.lines)
        return max([bold, *(text_width(line) for line in self.about)])

    def draw(self, x: float, centre: float) -> str:
        first = centre - self.height / 2 + 14
        about = _lines(self.about, x, first + len(self.lines) * _LINE, f"n{self.series + 1} u") if self.about else ""
        return _lines(self.lines, x, first, f"n{self.series + 1}") + about


def _line(traces: list[Any], layout: dict[str, Any], width: Width) -> tuple[Parts, float]:
    points = [trace for trace in traces if trace["mode"] == "markers"]
    strokes = [trace for trace in traces if trace["mode"] == "lines"]
    period_at = dict(zip(layout["xaxis"]["tickvals"], layout["xaxis"]["ticktext"], strict=True))
    values = [value for trace in points for value in trace["y"]]
    grid = _grid(values, 10 ** -layout["meta"]["decimals"], is_percent=layout["meta"]["unit"] == "procent")
    days = [_day(at) for at in period_at]
    room = WIDTHS[width] * _LABEL_SHARE[width]
    labels = [_end_label(trace, max(period_at), room) for trace in points]

    decimals = max(0, -math.floor(math.log10(grid[1] - grid[0]) + 1e-9))
    tick_texts = [danish_number(value, decimals) for value in grid]
    left = max(text_width(text) for text in tick_texts) + 9
    right = WIDTHS[width] - max(label.width for label in labels) - _MARKER - 6
    if right - left < _LEAST_PLOT:
        # Figures of a dozen digits leave no room for an axis as well; they stand at the points.
        left, tick_texts = 0.0, [""] * len(grid)
    marks = layout.get("shapes", [])
    top = 12.0 + (_LINE + 4 if marks else 0)
    height = max(_PLOT_HEIGHT[width], sum(label.height for label in labels))
    bottom = top + height
    first_x, last_x = left + 2 * _MARKER, right - 2 * _MARKER

    def x(at: str) -> float:
        return first_x + (last_x - first_x) * (_day(at) - days[0]) / max(1, days[-1] - days[0])

    def y(value: float) -> float:
        share = (value - grid[0]) / (grid[-1] - grid[0])
        return top + height * (share if layout["yaxis"].get("autorange") == "reversed" else 1 - share)

    axis = [one for one in zip(tick_texts, grid, strict=True) if one[0]]
    body = [_text(text, left - 8, y(value) + 5, "m", "end") for text, value in axis]
    body += [f'<path class="g" d="M{_n(left)} {_n(y(value))}H{_n(right)}"/>' for value in grid]
    has_values = len(points) == 1 and len(points[0]["x"]) < _MANY_POINTS
    foot = bottom + (2 * _LINE if has_values else _LINE + 5)
    periods, foot = _periods([(x(at), label) for at, label in period_at.items()], foot, width)
    body += periods
    body += [part for mark in marks for part in _break(mark, x, days, (top, bottom), width)]
    if has_values:
        body += _values(points[0], x, y, (left, top, right, bottom))
    size = _MARKER if (last_x - first_x) / len(period_at) > 2 * _MARKER else _SMALL_MARKER
    # The first series is the home area's; drawn last, it lies on top.
    for trace in reversed(points):
        number = trace["meta"]["series"]
        body += [_stroke(stroke, x, y) for stroke in strokes if stroke["meta"]["series"] == number]
        body += [
            _marker(number, x(at), y(value), size, is_open=bool(data[0]))
            for at, value, data in zip(trace["x"], trace["y"], trace["customdata"], strict=True)
        ]
    body += _end_labels(labels, points, x, y, (right, top, bottom))
    return body, foot


def _stroke(trace: dict[str, Any], x: Callable[[str], float], y: Callable[[float], float]) -> str:
    classes = f"l{trace['meta']['series'] + 1}{' f' if trace['meta']['edge'] == 'dashed' else ''}"
    way = "L".join(f"{_n(x(at))} {_n(y(value))}" for at, value in zip(trace["x"], trace["y"], strict=True))
    return f'<path class="{classes}" d="M{way}"/>'


def _grid(values: Sequence[float], finest: float, *, is_percent: bool) -> list[float]:
    """The values of the grid lines: round, around the data, and none that cannot be."""
    low = 0 if min(values) >= 0 else -math.inf
    high = _WHOLE if is_percent and max(values) <= _WHOLE else math.inf
    return [value for value in ticks(min(values), max(values), finest) if low <= value <= high]


def _end_label(trace: dict[str, Any], last: str, room: float) -> _Label:
    kind, period = trace["customdata"][-1]
    about = ", ".join(part for part in (kind, "" if trace["x"][-1] == last else period) if part)
    value = trace["text"][-1]
    name = wrapped(trace["name"], room, bold=True)
    together = f"{name[-1]} {value}"
    lines = [*name[:-1], together] if text_width(together, bold=True) <= room else [*name, value]
    return _Label(lines, wrapped(about, room), trace["meta"]["series"], trace["y"][-1])


def _end_labels(
    labels: list[_Label],
    points: list[Any],
    x: Callable[[str], float],
    y: Callable[[float], float],
    box: tuple[float, float, float],
) -> Iterator[str]:
    right, top, bottom = box
    centres = spread([y(label.value) for label in labels], [label.height for label in labels], top - 8, bottom + 8)
    for label, trace, centre in zip(labels, points, centres, strict=True):
        end_x, end_y = x(trace["x"][-1]), y(label.value)
        if abs(centre - end_y) > _LINE / 2 or end_x < right - 3 * _MARKER:
            yield f'<path class="g" d="M{_n(end_x + 9)} {_n(end_y)}L{_n(right + 3)} {_n(centre)}"/>'
        yield label.draw(right + 6, centre)


def _values(
    trace: dict[str, Any],
    x: Callable[[str], float],
    y: Callable[[float], float],
    box: tuple[float, float, float, float],
) -> Iterator[str]:
    """The values at the points of a short single line, where there is room; the last one stands in its label."""
    points = [(x(at), y(value)) for at, value in zip(trace["x"], trace["y"], strict=True)]
    left, top, right, bottom = box
    taken: list[tuple[float, float, float, float]] = []
    for (at, height), text in list(zip(points, trace["text"], strict=True))[:-1]:
        half = text_width(text) / 2
        centre = min(max(at, left + half), right - half)
        for base in (height - 12, height + 21):
            words = (centre - half - 2, base - 12, centre + half + 2, base + 2)
            is_inside = words[1] > top - 8 and words[3] < bottom + _LINE + 5
            is_free = not any(_meet(words, other) for other in taken) and not _is_crossed(words, points)
            if is_inside and is_free:
                taken.append(words)
                yield _text(text, centre, base, "t", "middle")
                break


def _meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _is_crossed(box: tuple[float, float, float, float], points: Sequence[tuple[float, float]]) -> bool:
    """Whether a line through the points, or a marker on it, touches the box."""
    r = _MARKER - 1
    for (x1, y1), (x2, y2) in pairwise(points):
        steps = max(1, round(abs(x2 - x1) + abs(y2 - y1)) // 3)
        for step in range(steps + 1):
            x, y = x1 + (x2 - x1) * step / steps, y1 + (y2 - y1) * step / steps
            if _meet(box, (x - 2, y - 2, x + 2, y + 2)):
                return True
    return any(_meet(box, (x - r, y - r, x + r, y + r)) for x, y in points)


def _periods(labels: list[tuple[float, str]], y: float, width: Width) -> tuple[Parts, float]:
    """The names of the periods under a line: the first, the last, and those between them that have room."""
    chosen: list[tuple[float, float, float, list[str]]] = []
    most = 1
    for at, label in [labels[0], labels[-1], *labels[1:-1]] if len(labels) > 1 else labels:
        lines = wrapped(label, 88, most=4)
        half = max(text_width(line) for line in lines) / 2
        centre = min(max(at, half), WIDTHS[width] - half)
        if any(centre - half < end + 8 and centre + half > start - 8 for start, end, _, _ in chosen):
            continue
        chosen.append((centre - half, centre + half, centre, lines))
        most = max(most, len(lines))
    return [_lines(lines, centre, y, "m", "middle") for _, _, centre, lines in sorted(chosen)], y + (
        most - 1
    ) * _LINE + 8


def _break(
    mark: dict[str, Any], x: Callable[[str], float], days: list[int], box: tuple[float, float], width: Width
) -> Iterator[str]:
    """An upright line with a word on top, where figures before and after cannot be compared."""
    if not days[0] <= _day(mark["x0"]) <= days[-1]:
        return
    at, (top, bottom) = x(mark["x0"]), box
    text = mark["label"]["text"]
    half = text_width(text) / 2
    yield f'<path class="k" d="M{_n(at)} {_n(top - 8)}V{_n(bottom)}"/>'
    yield _text(text, min(max(at, half), WIDTHS[width] - half), top - 12, "m", "middle")


def _bar(traces: list[Any], layout: dict[str, Any], width: Width) -> tuple[Parts, float]:
    del layout
    (trace,) = traces
    full = WIDTHS[width]
    names = [
        f"{name} ({kind})" if kind else name for name, (kind, _) in zip(trace["y"], trace["customdata"], strict=True)
    ]
    beside = width == "wide"
    room = full * 0.42 if beside else full - 4.0
    labels = [wrapped(name, room) for name in names]
    left = max(text_width(line) for label in labels for line in label) + 12 if beside else 2.0

    values: list[float] = trace["x"]
    low, high = min(0.0, *values), max(0.0, *values)
    if low == high:
        high = 1.0
    value_room = [text_width(text, bold=True) + 10 for text in trace["text"]]
    before = max((room for room, value in zip(value_room, trace["x"], strict=True) if value < 0), default=0.0)
    after = max((room for room, value in zip(value_room, trace["x"], strict=True) if value >= 0), default=0.0)
    start, end = left + before, full - after

    def x(value: float) -> float:
        return start + (end - start) * (value - low) / (high - low)

    body: Parts = []
    top = 4.0
    for value, text, label, (kind, is_home) in zip(trace["x"], trace["text"], labels, trace["customdata"], strict=True):
        label_height = len(label) * _LINE
        row = max(_BAR, label_height) if beside else _BAR
        label_top = top + (row - label_height) / 2 if beside else top
        bar_top = top + (row - _BAR) / 2 if beside else top + label_height + 3
        body.append(_lines(label, 2, label_top + 14, "t"))
        a, b = sorted((x(0), x(value)))
        classes = " ".join(["b", *(["o"] if not is_home else []), *(["f"] if kind else [])])
        body.append(f'<rect class="{classes}" x="{_n(a)}" y="{_n(bar_top)}" width="{_n(b - a)}" height="{_BAR}"/>')
        at, anchor = (x(value) - 6, "end") if value < 0 else (x(value) + 6, "start")
        body.append(_text(text, at, bar_top + _BAR / 2 + 5, "t v", anchor))
        # The axis is broken where it would cross the names that stand above the bars.
        axis = (top - 6, top + row + 6) if beside else (bar_top - 2, bar_top + _BAR + 2)
        body.append(f'<path class="a" d="M{_n(x(0))} {_n(max(0, axis[0]))}V{_n(axis[1])}"/>')
        top = bar_top + _BAR + 14 if not beside else top + row + 12
    return body, top - 4


_FORMS: dict[str, Callable[[list[Any], dict[str, Any], Width], tuple[Parts, float]]] = {"line": _line, "bar": _bar}


def _marker(number: int, x: float, y: float, r: int, *, is_open: bool) -> str:
    classes = f"d{number + 1}{' f' if is_open else ''}"
    if number == 0:
        return f'<circle class="{classes}" cx="{_n(x)}" cy="{_n(y)}" r="{r}"/>'
    outline = {
        1: f"M{_n(x - r)} {_n(y - r)}h{2 * r}v{2 * r}h-{2 * r}z",
        2: f"M{_n(x)} {_n(y - r - 1)}l{r + 1} {2 * r}h-{2 * r + 2}z",
        3: f"M{_n(x)} {_n(y - r - 2)}l{r + 2} {r + 2}l-{r + 2} {r + 2}l-{r + 2} -{r + 2}z",
    }[number]
    return f'<path class="{classes}" d="{outline}"/>'


def _text(text: str, x: float, y: float, classes: str, anchor: str = "start") -> str:
    place = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return f'<text class="{classes}" x="{_n(x)}" y="{_n(y)}"{place}>{escape(text)}</text>'


def _lines(lines: Sequence[str], x: float, y: float, classes: str, anchor: str = "start") -> str:
    if len(lines) == 1:
        return _text(lines[0], x, y, classes, anchor)
    place = "" if anchor == "start" else f' text-anchor="{anchor}"'
    spans = "".join(
        f'<tspan x="{_n(x)}" y="{_n(y + number * _LINE)}">{escape(line)}</tspan>' for number, line in enumerate(lines)
    )
    return f'<text class="{classes}"{place}>{spans}</text>'


def _day(at: str) -> int:
    return dt.date.fromisoformat(at).toordinal()


def _n(value: float) -> str:
    """A coordinate with at most two decimals, so that every machine writes the same bytes."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
