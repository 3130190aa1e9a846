"""Horizontal bars from zero, alone or held against targets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
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

_BAR = 24
_NAME_SHARE = 0.42
_GAP = 6
_OVER = 5
"""How far a target's mark reaches over a bar."""
_PLACE = 48
"""The width of the empty place of a bar."""
_HATCH = 8
_THINNEST = 1
"""The width of a bar that is not nought."""
_SHORT_NAME = 2
_NAME_LINES = 5
_LEAST_PLOT = 40


@dataclass(frozen=True)
class _Bar:
    name: list[str]
    aims: list[str]
    """What stands below the name: its targets, and its number where the bars need all the room."""
    value: float | None
    """The figure; where there is none, the bar's place is hatched."""
    words: str
    kind: str
    is_home: bool
    is_main: bool
    """Whether it is our own among others."""
    targets: list[float]

    @property
    def label_height(self) -> float:
        return (len(self.name) + len(self.aims)) * LINE


@dataclass(frozen=True)
class _Scale:
    """Where values stand; the ends leave room for the numbers."""

    low: float
    high: float
    start: float
    end: float

    def x(self, value: float) -> float:
        return self.start + (self.end - self.start) * (value - self.low) / (self.high - self.low)


def draw_bars(traces: list[Any], layout: dict[str, Any], width: Width) -> tuple[Parts, float]:
    """Draw horizontal bars, with marks for the targets; give the parts and the height of the drawing."""
    (trace,) = traces
    full = WIDTHS[width]
    targets = layout["meta"]["targets"]
    shared = [one for one in targets if one["row"] is None]
    room = full * _NAME_SHARE
    # On a phone names stand above their bars; short ones beside them, so that a target's line can run through.
    beside = width == "wide" or (bool(shared) and all(len(wrapped(n, room)) <= _SHORT_NAME for n in _names(trace)))
    rows = _rows(trace, targets, room if beside else full - 4.0)
    scale = _scale(rows, full, beside=beside)
    if scale.end - scale.start < _LEAST_PLOT or any(_is_cut(row, scale, full) for row in rows):
        # Figures of a dozen digits leave no room for the bars; they stand below the row's name.
        rows = [replace(row, aims=[*wrapped(row.words, room), *row.aims], words="") for row in rows]
        scale = _scale(rows, full, beside=beside)

    body, top = _heads(shared, scale, full)
    # Where one number must move into its bar, the others follow if they can.
    is_inside = any(_number_place(row, scale)[1] == "i" for row in rows if row.value is not None)
    first = top
    bars: Parts = []
    marks: Parts = []
    breaks = {
        shape["y0"] + 0.5: shape["label"]["text"] for shape in layout.get("shapes", ()) if shape["name"] == "break"
    }
    for place, row in enumerate(rows):
        if place in breaks:
            bars.append(f'<path class="k" d="M2 {number(top + 6)}H{number(full - 2)}"/>')
            bars.append(text(breaks[place], 2, top + LINE + 6, "m"))
            top += LINE + 16
        height = max(_BAR, row.label_height) if beside else _BAR
        label_top = top + (height - row.label_height) / 2 if beside else top
        bar_top = top + (height - _BAR) / 2 if beside else top + row.label_height + 3
        bars.append(texts(row.name, 2, label_top + 14, "t v" if row.is_main else "t"))
        if row.aims:
            bars.append(texts(row.aims, 2, label_top + 14 + len(row.name) * LINE, "m"))
        bars += _bar(row, scale, bar_top, is_inside=is_inside)
        # The axis is broken where it would cross the names that stand above the bars.
        axis = (top - 6, top + height + 6) if beside else (bar_top - 2, bar_top + _BAR + 2)
        bars.append(f'<path class="a" d="M{number(scale.x(0))} {number(max(first - 4, axis[0]))}V{number(axis[1])}"/>')
        if not (beside and shared):
            marks += [_mark(scale.x(value), bar_top - _OVER, bar_top + _BAR + _OVER) for value in row.targets]
        top = top + height + 12 if beside else bar_top + _BAR + 14
    if beside:
        marks += [_mark(scale.x(value), first - 4, top - 6) for value in sorted({one["value"] for one in shared})]
    return [*body, *bars, *marks], top - 4


def _names(trace: dict[str, Any]) -> list[str]:
    return [
        f"{name} ({data[0]})" if data[0] else name for name, data in zip(trace["y"], trace["customdata"], strict=True)
    ]


def _rows(trace: dict[str, Any], targets: Sequence[dict[str, Any]], room: float) -> list[_Bar]:
    rows = []
    homes = {is_home for _, is_home in trace["customdata"]}
    names = wrapped_apart(_names(trace), room, most=_NAME_LINES, bold=len(homes) > 1)
    for place, (name, value) in enumerate(zip(names, trace["x"], strict=True)):
        kind, is_home = trace["customdata"][place]
        own = [one for one in targets if one["row"] == place]
        rows.append(
            _Bar(
                name=name,
                aims=[line for one in own for line in wrapped(one["text"], room)],
                value=value,
                words=trace["text"][place],
                kind=kind,
                is_home=is_home,
                is_main=is_home and len(homes) > 1,
                targets=[one["value"] for one in targets if one["row"] in (None, place)],
            )
        )
    return rows


def _scale(rows: Sequence[_Bar], full: float, *, beside: bool) -> _Scale:
    left = 2.0
    if beside:
        left = 12 + max(
            *(text_width(line, bold=row.is_main) for row in rows for line in row.name),
            *(text_width(line) for row in rows for line in row.aims),
            0,
        )
    values = [value for row in rows for value in (row.value or 0, *row.targets)]
    low, high = min(0.0, *values), max(0.0, *values)
    if low == high:
        high = 1.0
    before = max((text_width(row.words, bold=True) for row in rows if (row.value or 0) < 0), default=-_GAP)
    after = max(
        (text_width(row.words, bold=True) for row in rows if row.value is not None and row.value >= 0), default=-_GAP
    )
    # A target at the very end still needs room for its mark.
    return _Scale(low, high, left + max(4, before + _GAP + 4), full - max(4, after + _GAP + 4))


def _is_cut(row: _Bar, scale: _Scale, full: float) -> bool:
    """Whether the words beside an empty place would leave the drawing."""
    return row.value is None and _beside_empty(row, scale) + text_width(row.words) > full


def _beside_empty(row: _Bar, scale: _Scale) -> float:
    """Where the words beside an empty place begin: behind the place, and behind every target's mark in their way."""
    start = scale.x(0) + _PLACE + _GAP
    for mark in sorted(scale.x(value) for value in row.targets):
        if start - _GAP < mark < start + text_width(row.words) + _GAP:
            start = mark + _GAP
    return start


def _heads(shared: Sequence[dict[str, Any]], scale: _Scale, full: float) -> tuple[Parts, float]:
    """Write the targets that hold for every bar above them, one below the other in the order of their marks."""
    body: Parts = []
    top = 4.0
    for one in sorted(shared, key=lambda one: float(one["value"])):
        for line in wrapped(one["text"], full - 4.0, bold=True):
            half = text_width(line, bold=True) / 2
            centre = min(max(scale.x(one["value"]), half + 2), full - half - 2)
            body.append(text(line, centre, top + 12, "t v", "middle"))
            top += LINE
    return body, top + 6 if shared else top


def _bar(row: _Bar, scale: _Scale, top: float, *, is_inside: bool) -> Iterator[str]:
    if row.value is None:
        yield _empty(scale.x(0), top)
        if row.words:
            yield text(row.words, _beside_empty(row, scale), top + _BAR / 2 + 5, "m")
        return
    a, b = sorted((scale.x(0), scale.x(row.value)))
    if row.value and b - a < _THINNEST:
        a, b = (a, a + _THINNEST) if row.value > 0 else (b - _THINNEST, b)
    classes = " ".join(["b", *(["o"] if not row.is_home else []), *(["f"] if row.kind else [])])
    yield f'<rect class="{classes}" x="{number(a)}" y="{number(top)}" width="{number(b - a)}" height="{_BAR}"/>'
    if row.words:
        anchor, look, at = _number_place(row, scale, is_inside=is_inside)
        yield text(row.words, at, top + _BAR / 2 + 5, look, anchor)


def _empty(left: float, top: float) -> str:
    """A hatched box as high as a bar."""
    strokes = "".join(
        f"M{number(left + max(0, at - _BAR))} {number(top + min(at, _BAR))}"
        f"L{number(left + min(at, _PLACE))} {number(top + max(0, at - _PLACE))}"
        for at in range(_HATCH, _PLACE + _BAR, _HATCH)
    )
    return f'<path class="e" d="M{number(left)} {number(top)}h{_PLACE}v{_BAR}h-{_PLACE}z{strokes}"/>'


def _number_place(row: _Bar, scale: _Scale, *, is_inside: bool = False) -> tuple[str, str, float]:
    """Where a bar's number stands: behind its end, or in the bar where a target's mark would come between."""
    room = text_width(row.words, bold=True)
    marks = sorted(scale.x(value) for value in row.targets)
    end = scale.x(row.value or 0)
    if row.value and row.value < 0:
        at = end - _GAP
        for mark in reversed(marks):
            if at - room - 4 < mark < at + 4:
                at = mark - _GAP
        return "end", "t v", at
    at = end + _GAP
    for mark in marks:
        if at - 4 < mark < at + room + 4:
            at, is_inside = mark + _GAP, True
    inside = scale.x(0) + _GAP + 2
    is_plain = row.is_home and not row.kind
    is_free = not any(inside - 4 < mark < inside + room + 4 for mark in marks)
    if is_inside and is_plain and is_free and inside + room + 4 < end:
        return "start", "i", inside
    return "start", "t v", at


def _mark(x: float, top: float, bottom: float) -> str:
    """A target's mark, on a casing that sets it off from the bar."""
    way = f'd="M{number(x)} {number(top)}V{number(bottom)}"'
    return f'<path class="tgc" {way}/><path class="tgt" {way}/>'
