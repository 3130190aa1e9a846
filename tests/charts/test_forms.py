import subprocess
import sys

import pytest
from charting import example
from markupsafe import Markup

from generator.charts import draw
from generator.charts.forms import FORMS
from generator.model.vocabulary import ChartForm

DRAWN = [form for form in ChartForm if form is not ChartForm.NONE]


def test_every_form_but_none_is_made_and_drawn():
    assert [*FORMS] == DRAWN


@pytest.mark.parametrize("form", DRAWN)
def test_every_form_is_drawn_in_both_widths(form: ChartForm):
    found = example(form)
    assert found.figure["layout"]["meta"]["form"] == form
    assert found.wide != found.narrow
    for drawing in (found.wide, found.narrow):
        assert isinstance(drawing, Markup)
        assert any(mark in drawing for mark in ("<circle ", "<rect ")), "something is drawn"


def test_a_figure_is_drawn_as_the_form_that_it_names():
    figure = example(ChartForm.BAR).figure
    assert "<rect " in draw(figure, width="wide", ids="x")
    layout = figure["layout"]
    with pytest.raises(KeyError):
        draw(figure | {"layout": layout | {"meta": layout["meta"] | {"form": "none"}}}, width="wide", ids="x")


def test_charts_load_neither_plotly_nor_pandas_before_somebody_asks():
    code = "import sys, generator.site; print(sorted({'pandas', 'plotly'} & set(sys.modules)))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert found.stdout == "[]\n"
