"""The forms of chart, once: how the parts of each are made, and how they are drawn.

A new form is a member of `ChartForm`, a function that makes its parts, one that draws them, and one line in `FORMS`;
an indicator may then ask for it, and `choosing` may choose it. The script for interactive charts looks at what a
figure is made of (its axes, its traces, its grid) and never at the name of its form, so that it needs nothing new.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from generator.charts import drawing
from generator.charts.bars import bar, bar_target
from generator.charts.drawing import Drawer
from generator.charts.drawing.bars import draw_bars
from generator.charts.drawing.dumbbell import draw_dumbbell
from generator.charts.drawing.lettering import Width
from generator.charts.drawing.line import draw_lines
from generator.charts.drawing.panels import draw_panels
from generator.charts.lines import line, small_multiples
from generator.charts.pairs import dumbbell
from generator.charts.parts import Drawing, Shown
from generator.model.vocabulary import ChartForm

if TYPE_CHECKING:
    import plotly.graph_objects as go


@dataclass(frozen=True)
class Form:
    """A form of chart."""

    make: Callable[[Shown], Drawing | None]
    """Makes the parts of a figure; says None to figures that it cannot draw."""
    draw: Drawer
    """Draws those parts as SVG."""


FORMS: Mapping[ChartForm, Form] = {
    ChartForm.LINE: Form(line, draw_lines),
    ChartForm.SMALL_MULTIPLES: Form(small_multiples, draw_panels),
    ChartForm.BAR: Form(bar, draw_bars),
    ChartForm.BAR_TARGET: Form(bar_target, draw_bars),
    ChartForm.DUMBBELL: Form(dumbbell, draw_dumbbell),
}
"""Every form but none."""


def draw(figure: go.Figure | Mapping[str, Any], *, width: Width, ids: str) -> Markup:
    """Draw a figure, or its parts, as SVG; the ids of its title and description start with `ids`."""
    parts = figure if isinstance(figure, Mapping) else figure.to_plotly_json()
    form = FORMS[ChartForm(parts["layout"]["meta"]["form"])]
    return drawing.draw(form.draw, parts["data"], parts["layout"], width, ids)
