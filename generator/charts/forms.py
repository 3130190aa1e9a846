"""Which form an indicator is drawn in, and the figure that comes of it. A new form is one line in `_FORMS`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from generator.charts import parts
from generator.charts.bars import bar, bar_target
from generator.charts.lines import line, small_multiples
from generator.charts.pairs import dumbbell
from generator.charts.parts import Drawing, Shown, TargetLine
from generator.figures import indicators
from generator.figures.indicators import Facts
from generator.model import Indicator
from generator.model.vocabulary import ChartForm, Unit

MOST_AGAINST = 4
"""More figures of one series than this are a line, also where they have a target."""

_TWO = 2

_FORMS: dict[ChartForm, Callable[[Shown], Drawing | None]] = {
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
    2. Bars against a target, where the figures have one and are few: at most four of one series (placings are rather
       a line, because a long bar would be a poor place), or one period.
    3. A line, where there are several periods and at most four series. A target is a line across.
    4. A dumbbell, where there are two periods and five to twelve series, or one period and two groups of every area
       (or two areas of every group).
    5. Small multiples, where there are three periods or more and five to twelve series.
    6. Horizontal bars of the groups or areas in the newest period, at most twelve.

    One value without a target, or more than that, makes no chart but a table. `chart.groups` says which groups are
    drawn; a target counts if it is about one of them.
    """
    return choose(shown_of(indicator, df, targets))[0]


def figure(indicator: Indicator, df: pd.DataFrame, targets: Sequence[TargetLine] = ()) -> go.Figure | None:
    """Draw an indicator as a Plotly figure, which holds all that the static drawing needs; None without a chart."""
    shown = shown_of(indicator, df, targets)
    form, drawing = choose(shown)
    if drawing is None:
        return None
    made = figure_parts(shown, form, drawing, description(indicator, indicators.facts(indicator, df), form))
    # Plotly's own template is twelve times as large as a figure, and its colours and grid are not ours.
    return go.Figure(data=made["data"], layout=made["layout"] | {"template": go.layout.Template()})


def shown_of(indicator: Indicator, df: pd.DataFrame, targets: Sequence[TargetLine]) -> Shown:
    """Keep what the chart is about: the groups that it names, and the targets for them."""
    drawn = indicators.drawn(indicator, df)
    groups = set(drawn["group"])
    return Shown(indicator, drawn, [target for target in targets if target.group in groups])


def choose(shown: Shown) -> tuple[ChartForm, Drawing | None]:
    """Choose the form of the figures that are drawn, and draw them."""
    preferred = shown.indicator.chart.form
    if preferred is ChartForm.NONE:
        return preferred, None
    for form in [preferred, *_rule(shown)] if preferred else _rule(shown):
        drawing = _FORMS[form](shown)
        if drawing:
            return form, drawing
    return ChartForm.NONE, None


def figure_parts(shown: Shown, form: ChartForm, drawing: Drawing, words: str) -> dict[str, Any]:
    """Put together the parts of a Plotly figure; `words` say the same as it shows."""
    layout = {
        "separators": ",.",
        "title": {"text": shown.indicator.title},
        "meta": {
            "form": form.value,
            "description": words,
            "unit": shown.indicator.unit.value,
            "decimals": shown.decimals,
            "targets": list(drawing.targets),
            "note": drawing.note,
        },
        "showlegend": False,
    }
    return {"data": drawing.traces, "layout": layout | drawing.layout}


def description(indicator: Indicator, facts: Facts, form: ChartForm) -> str:
    """Say in a few sentences what the chart shows, in the editor's words where there are any."""
    return indicator.chart.description or str(parts.words().description(facts, form))


def _rule(shown: Shown) -> Iterator[ChartForm]:
    is_short = len(shown.lines) == 1 and len(shown.lines[0]) <= MOST_AGAINST and shown.indicator.unit is not Unit.RANK
    if shown.targets and (shown.periods == 1 or is_short):
        yield ChartForm.BAR_TARGET
    yield ChartForm.LINE
    yield ChartForm.SMALL_MULTIPLES if shown.periods > _TWO else ChartForm.DUMBBELL
    yield ChartForm.BAR
