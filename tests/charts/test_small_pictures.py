"""The pictures of the front page: the chain, the marks of a row, and the way of figures."""

import re
from datetime import date

import pytest

from generator.charts.drawing.small import MOST_MARKS, tally, trend
from generator.charts.drawing.steps import Step, draw_steps
from generator.figures.comparing import Series


def test_a_mark_stands_for_each_thing():
    drawn = tally([("ok", "▲"), ("bad", "▼"), ("wait", "○")])
    assert re.findall(r'class="(ok|bad|wait open)"', drawn) == ["ok", "bad", "wait open"]
    assert re.findall(r"translate\((\d+) 0\)", drawn) == ["0", "18", "36"]
    assert 'aria-hidden="true"' in drawn


def test_many_things_are_a_bar_cut_by_how_they_stand():
    drawn = tally([("ok", "▲")] * MOST_MARKS + [("wait", "○")] * (2 * MOST_MARKS))
    assert re.findall(r'<path class="([^"]+)" d="M([\d.]+) 2h([\d.]+)', drawn) == [
        ("ok", "1", "48"),
        ("wait open", "51", "98"),
    ]


def test_of_nothing_there_is_no_picture():
    assert tally([]) == ""
    assert trend(Series((), ())) == ""


class Dated:
    def __init__(self, year, value):
        self.period = type("Period", (), {"start": date(year, 1, 1)})
        self.value = value


def test_a_way_goes_from_the_lower_left_to_a_dot_in_the_upper_right():
    drawn = trend(Series((Dated(2020, 1), Dated(2021, 2)), ("", "solid")))
    assert '<path class="solid" d="M3.5 24.5L80.5 3.5"/>' in drawn
    assert '<circle cx="80.5" cy="3.5" r="3.5"/>' in drawn


def test_figures_that_cannot_be_compared_are_not_joined():
    assert trend(Series((Dated(2020, 1), Dated(2021, 2)), ("", ""))) == ""


@pytest.mark.parametrize(
    ("share", "strokes", "full"), [(0, 3, 0), (0.5, 1, 1), (1, 1, 1)], ids=["broken", "some", "whole"]
)
def test_a_stroke_is_broken_where_nothing_goes_on(share, strokes, full):
    drawn = draw_steps([Step("2", "punkter", 0), Step("1 af 2", "har svar", share, "brud")], "Kæden", "I ord.")
    wide, narrow = drawn.split("</svg>")[:2]
    for picture in (wide, narrow):
        assert picture.count('class="a joint') == strokes
        assert picture.count('class="ring full"') == full
        assert ">brud<" in picture
        assert "<desc" in picture
    assert ("joint some" in wide) is (share == 0.5)
