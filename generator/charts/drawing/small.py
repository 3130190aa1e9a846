"""Pictures the size of a word, for rows of a table: how some things stand, and which way figures go.

The words stand beside them, so whoever does not see them misses nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

from markupsafe import Markup

from generator.charts.drawing.lettering import number
from generator.figures.comparing import Series

MOST_MARKS = 10
"""More things than this are a bar, cut by how they stand."""

_MARK, _STEP, _BAR, _HEIGHT = 14, 18, 150, 16
_OPEN = 'class="{look} open" cx="7" cy="8" r="5.5"'
_SHAPES = {
    "○": "<circle {open}/>",
    "?": "<circle {open}/>",
    "◔": '<circle {open}/><path class="{look}" d="M7 8V2.5A5.5 5.5 0 0 1 12.5 8z"/>',
    "●": '<circle class="{look}" cx="7" cy="8" r="6"/>',
    "▲": '<path class="{look}" d="M7 2l6.5 12H.5z"/>',
    "▼": '<path class="{look}" d="M7 14L.5 2h13z"/>',
    "◆": '<path class="{look}" d="M7 1l7 7-7 7-7-7z"/>',
    "■": '<path class="{look}" d="M1 2h12v12H1z"/>',
    "□": '<path class="{look} open" d="M2 3h10v10H2z"/>',
    "▶": '<path class="{look}" d="M2 1.5L13.5 8 2 14.5z"/>',
    "=": '<path class="{look}" d="M1 3.5h12v3H1zm0 6h12v3H1z"/>',
}
"""The signs of the tags, drawn, so that no font decides how they look."""

_WIDE, _TALL, _DOT = 84, 28, 3.5


def tally(looks: Sequence[tuple[str, str]]) -> Markup:
    """Draw a mark for each thing, as its tag looks: a class for its colour, and a sign."""
    if len(looks) > MOST_MARKS:
        return _bar(looks)
    shapes = [_SHAPES[sign].format(look=look, open=_OPEN.format(look=look)) for look, sign in looks]
    marks = "".join(f'<g transform="translate({place * _STEP} 0)">{shape}</g>' for place, shape in enumerate(shapes))
    return _picture("tally", len(looks) * _STEP - (_STEP - _MARK), _HEIGHT, marks) if looks else Markup()


def trend(series: Series) -> Markup:
    """Draw the way of a series, with a dot on its newest figure and on those that nothing joins; or nothing at all."""
    if not any(series.edges):
        return Markup()
    days = [figure.period.start.toordinal() for figure in series.figures]
    values = [figure.value for figure in series.figures]
    across = [_placed(day, days, _WIDE - 2 * _DOT) for day in days]
    down = [_TALL - 2 * _DOT - _placed(value, values, _TALL - 2 * _DOT) for value in values]
    points = [f"{number(x + _DOT)} {number(y + _DOT)}" for x, y in zip(across, down, strict=True)]
    strokes = "".join(
        f'<path class="{edge}" d="M{before}L{now}"/>'
        for (before, now), edge in zip(pairwise(points), series.edges[1:], strict=True)
        if edge
    )
    dots = "".join(
        f'<circle cx="{x}" cy="{y}" r="{_DOT}"/>' if place == len(points) - 1 else f'<circle cx="{x}" cy="{y}" r="2"/>'
        for place, (x, y) in enumerate(point.split() for point in points)
        if place == len(points) - 1 or not any(series.edges[place : place + 2])
    )
    return _picture("trend", _WIDE, _TALL, f"{strokes}{dots}")


def _bar(looks: Sequence[tuple[str, str]]) -> Markup:
    parts: list[str] = []
    begin = 0.0
    for (look, sign), same in groupby(looks):
        width = _BAR * len(list(same)) / len(looks)
        shape = f"{look} open" if sign in "○?◔□" else look
        left = number(begin + 1)
        parts.append(f'<path class="{shape}" d="M{left} 2h{number(max(1, width - 2))}v12H{left}z"/>')
        begin += width
    return _picture("tally", _BAR, _HEIGHT, "".join(parts))


def _placed(value: float, among: Sequence[float], room: float) -> float:
    """Place a value between the least and the largest; where all are alike, in the middle."""
    least, largest = min(among), max(among)
    return room * (value - least) / (largest - least) if largest > least else room / 2


def _picture(kind: str, wide: float, tall: float, body: str) -> Markup:
    size = f'viewBox="0 0 {number(wide)} {number(tall)}" width="{number(wide)}" height="{number(tall)}"'
    return Markup(f'<svg class="{kind}" {size} aria-hidden="true">{body}</svg>')  # noqa: S704 - no text is in it
