"""The parts of a Plotly figure as a small static SVG: real text, direct labels, no script, the same bytes every time.

Each chart is drawn twice, wide and narrow, because an SVG that shrinks shrinks its text. Colours come from classes.
A form of chart is drawn by one module here, which `generator.charts.forms` names.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from markupsafe import Markup, escape

from generator.charts.drawing.lettering import WIDTHS, Parts, Width, number

Drawer: TypeAlias = Callable[[list[Any], dict[str, Any], Width], tuple[Parts, float]]
"""Draws the traces of a figure as its layout says; gives the parts and the height of the drawing."""


def draw(drawer: Drawer, traces: list[Any], layout: dict[str, Any], width: Width, ids: str) -> Markup:
    """Draw the parts of a figure; the ids of its title and description start with `ids`."""
    body, height = drawer(traces, layout, width)
    own = escape(f"{ids}-{width[0]}")
    return Markup(  # noqa: S704 - all text is escaped here or in `lettering`
        f'<svg class="chart {width[0]}" viewBox="0 0 {WIDTHS[width]} {number(height)}" role="img" '
        f'aria-labelledby="{own}t {own}d">'
        f'<title id="{own}t">{escape(layout["title"]["text"])}</title>'
        f'<desc id="{own}d">{escape(layout["meta"]["description"])}</desc>{"".join(body)}</svg>'
    )
