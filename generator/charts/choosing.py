"""Which form an indicator is drawn in, and the figure that comes of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from generator.charts import parts
from generator.charts.forms import FORMS
from generator.charts.parts import Drawing, Shown, TargetLine
from generator.figures.ledger import Ledger
from generator.model.vocabulary import ChartForm, Unit

if TYPE_CHECKING:
    import plotly.graph_objects as go

MOST_AGAINST = 4
"""More figures of one series than this are a line, also where they have a target."""

_TWO = 2


def choose_form(ledger: Ledger, targets: Sequence[TargetLine] = ()) -> ChartForm:
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
    return choose(shown_of(ledger, targets))[0]


def figure(ledger: Ledger, targets: Sequence[TargetLine] = ()) -> go.Figure | None:
    """Draw an indicator as a Plotly figure, which holds all that the static drawing needs; None without a chart."""
    import plotly.graph_objects as go  # noqa: PLC0415  slow to load, and no page needs it

    shown = shown_of(ledger, targets)
    form, drawing = choose(shown)
    if drawing is None:
        return None
    made = figure_parts(shown, form, drawing, description(ledger, form))
    # Plotly's own template is twelve times as large as a figure, and its colours and grid are not ours.
    return go.Figure(data=made["data"], layout=made["layout"] | {"template": go.layout.Template()})


def shown_of(ledger: Ledger, targets: Sequence[TargetLine]) -> Shown:
    """Keep what the chart is about: the groups that it names, and the targets for them."""
    groups = {figure.group for figure in ledger.shown.figures}
    return Shown(ledger.shown, [target for target in targets if target.group in groups])


def choose(shown: Shown) -> tuple[ChartForm, Drawing | None]:
    """Choose the form of the figures that are drawn, and draw them."""
    preferred = shown.indicator.chart.form
    if preferred is ChartForm.NONE:
        return preferred, None
    for form in [preferred, *_rule(shown)] if preferred else _rule(shown):
        drawing = FORMS[form].make(shown)
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


def description(ledger: Ledger, form: ChartForm) -> str:
    """Say in a few sentences what the chart shows, in the editor's words where there are any."""
    return ledger.indicator.chart.description or str(parts.words().description(ledger.facts, form))


def _rule(shown: Shown) -> Iterator[ChartForm]:
    lines, unit = shown.lines, shown.indicator.unit
    is_short = len(lines) == 1 and len(lines[0].figures) <= MOST_AGAINST and unit is not Unit.RANK
    if shown.targets and (shown.periods == 1 or is_short):
        yield ChartForm.BAR_TARGET
    yield ChartForm.LINE
    yield ChartForm.SMALL_MULTIPLES if shown.periods > _TWO else ChartForm.DUMBBELL
    yield ChartForm.BAR
