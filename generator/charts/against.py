"""A figure held against what is asked of it, as a picture so small that it stands in a row of a table."""

from __future__ import annotations

from markupsafe import Markup

from generator.charts.drawing.lettering import number

_WIDTH, _HEIGHT = 160, 22
_EDGE = 3.5
_BAR = 12


def against(value: float, asked: float) -> Markup:
    """Draw a bar from zero to a figure, and a stroke where the demand is; the words stand beside it.

    Without anything to measure by, where figure and demand are zero, there is nothing to draw.
    """
    low, high = min(0.0, value, asked), max(0.0, value, asked)
    if low == high:
        return Markup()

    def x(at: float) -> float:
        return _EDGE + (_WIDTH - 2 * _EDGE) * (at - low) / (high - low)

    start, end = sorted((x(0), x(value)))
    top = (_HEIGHT - _BAR) / 2
    mark = f"M{number(x(asked))} 1V{_HEIGHT - 1}"
    return Markup(  # noqa: S704 - only numbers are put in
        f'<svg class="against" viewBox="0 0 {_WIDTH} {_HEIGHT}" width="{_WIDTH}" height="{_HEIGHT}" aria-hidden="true">'
        f'<rect class="b" x="{number(start)}" y="{number(top)}" width="{number(end - start)}" height="{_BAR}"/>'
        f'<path class="tgc" d="{mark}"/><path class="tgt" d="{mark}"/></svg>'
    )
