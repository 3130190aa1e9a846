"""A Plotly figure as a small static SVG: real text, direct labels, no script, the same bytes every time.

Each chart is drawn twice, wide and narrow, because an SVG that shrinks shrinks its text. Colours come from classes.
A new form of chart is one module here, and its function named in `_FORMS`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import plotly.graph_objects as go
from markupsafe import Markup, escape

from generator.charts.drawing.bars import bar
from generator.charts.drawing.dumbbell import dumbbell
from generator.charts.drawing.lettering import WIDTHS, Parts, Width, number
from generator.charts.drawing.line import line
from generator.charts.drawing.panels import panels

_FORMS: dict[str, Callable[[list[Any], dict[str, Any], Width], tuple[Parts, float]]] = {
    "line": line,
    "small_multiples": panels,
    "bar": bar,
    "bar_target": bar,
    "dumbbell": dumbbell,
}


def draw(figure: go.Figure | Mapping[str, Any], *, width: Width, ids: str) -> Markup:
    """Draw a figure of `generator.charts`, or its parts; the ids of its title and description start with `ids`."""
    parts = figure.to_plotly_json() if isinstance(figure, go.Figure) else figure
    layout = parts["layout"]
    body, height = _FORMS[layout["meta"]["form"]](parts["data"], layout, width)
    own = escape(f"{ids}-{width[0]}")
    return Markup(  # noqa: S704 - all text is escaped here or in `lettering`
        f'<svg class="chart {width[0]}" viewBox="0 0 {WIDTHS[width]} {number(height)}" role="img" '
        f'aria-labelledby="{own}t {own}d" data-search-exclude>'
        f'<title id="{own}t">{escape(layout["title"]["text"])}</title>'
        f'<desc id="{own}d">{escape(layout["meta"]["description"])}</desc>{"".join(body)}</svg>'
    )
