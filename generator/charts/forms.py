"""Which form an indicator is drawn in, and the figure that comes of it. A new form is one line in `_FORMS`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from generator import indicators
from generator.charts import parts
from generator.charts.bars import bar, bar_target
from generator.charts.lines import line, small_multiples
from generator.charts.pairs import dumbbell
from generator.charts.parts import Drawing, TargetLine
from generator.indicators import Facts
from generator.model import Indicator
from generator.vocabulary import ChartForm

MOST_AGAINST = 4
"""More figures of one series than this are a line, also where they have a target."""

_TWO = 2

_FORMS: dict[ChartForm, Callable[[Indicator, pd.DataFrame, Sequence[TargetLine]], Drawing | None]] = {
    ChartForm.LINE: line,
    ChartForm.SMALL_MULTIPLES: small_multiples,
    ChartForm.BAR: bar,
    ChartForm.BAR_TARGET: bar_target,
    ChartForm.DUMBBELL: dumbbell,
}
"""Each form says None to figures that it cannot draw."""


def choose_form(indicator: Indicator, df: pd.DataFrame, targets: Sequence[TargetLine] = ()) -> ChartForm:
    """Choose how an indicator is drawn: in the first of these forms that can hold the figures.

    1. The indicator's own `chart.form`.
    2. Bars against a target, where the figures have one and are few: at most four of one series, or one period.
    3. A line, where there are several periods and at most four series. A target is a line across.
    4. A dumbbell, where there are two periods and five to twelve series, or one period and two groups of every area
       (or two areas of every group).
    5. Small multiples, where there are three periods or more and five to twelve series.
    6. Horizontal bars of the groups or areas in the newest period, at most twelve.

    One value without a target, or more than that, makes no chart but a table. `chart.groups` says which groups are
    drawn; a target counts if it is about one of them.
    """
    return choose(indicator, indicators.drawn(indicator, df), targets)[0]


def figure(indicator: Indicator, df: pd.DataFrame, targets: Sequence[TargetLine] = ()) -> go.Figure | None:
    """Draw an indicator as a Plotly figure, which holds all that the static drawing needs; None without a chart."""
    form, drawing = choose(indicator, indicators.drawn(indicator, df), targets)
    if drawing is None:
        return None
    made = figure_parts(indicator, form, drawing, description(indicator, indicators.facts(indicator, df), form))
    # Plotly's own template is twelve times as large as a figure, and its colours and grid are not ours.
    return go.Figure(data=made["data"], layout=made["layout"] | {"template": go.layout.Template()})


def choose(
    indicator: Indicator, shown: pd.DataFrame, targets: Sequence[TargetLine]
) -> tuple[ChartForm, Drawing | None]:
    """Choose the form of the figures that are drawn, and draw them."""
    preferred = indicator.chart.form
    if preferred is ChartForm.NONE:
        return preferred, None
    about = [target for target in targets if target.group in set(shown["group"])]
    for form in [preferred, *_rule(shown)] if preferred else _rule(shown):
        drawing = _FORMS[form](indicator, shown, about)
        if drawing:
            return form, drawing
    return ChartForm.NONE, None


def figure_parts(indicator: Indicator, form: ChartForm, drawing: Drawing, words: str) -> dict[str, Any]:
    """Put together the parts of a Plotly figure; `words` say the same as it shows."""
    layout = {
        "separators": ",.",
        "title": {"text": indicator.title},
        "meta": {
            "form": form.value,
            "description": words,
            "unit": indicator.unit.value,
            "decimals": drawing.decimals,
            "targets": list(drawing.targets),
            "note": drawing.note,
        },
        "showlegend": False,
    }
    return {"data": drawing.traces, "layout": layout | drawing.layout}


def description(indicator: Indicator, facts: Facts, form: ChartForm) -> str:
    """Say in a few sentences what the chart shows, in the editor's words where there are any."""
    return indicator.chart.description or str(parts.words().description(facts, form))


def _rule(shown: pd.DataFrame) -> Iterator[ChartForm]:
    series = parts.lines(shown)
    periods = len(set(shown["period"]))
    if periods == 1 or (len(series) == 1 and len(series[0]) <= MOST_AGAINST):
        yield ChartForm.BAR_TARGET
    yield ChartForm.LINE
    yield ChartForm.SMALL_MULTIPLES if periods > _TWO else ChartForm.DUMBBELL
    yield ChartForm.BAR
