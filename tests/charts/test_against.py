import pytest
from lxml import html

from generator.charts.against import against


def drawn(value, asked):
    root = html.fromstring(against(value, asked))
    bar = root.find(".//rect")
    return bar.get("x"), bar.get("width"), root.find(".//path").get("d")


@pytest.mark.parametrize(
    ("value", "asked", "expected"),
    [
        # 153 of 160 are drawn on: half of the way to the demand, the whole of it, and twice as far.
        (50, 100, ("3.5", "76.5", "M156.5 1V21")),
        (100, 100, ("3.5", "153", "M156.5 1V21")),
        (100, 50, ("3.5", "153", "M80 1V21")),
        (0, 10, ("3.5", "0", "M156.5 1V21")),
        # Below zero the bar hangs to the left of it.
        (-10, 10, ("3.5", "76.5", "M156.5 1V21")),
        (-10, -5, ("3.5", "153", "M80 1V21")),
    ],
)
def test_the_bar_is_the_figure_and_the_stroke_the_demand(value, asked, expected):
    assert drawn(value, asked) == expected


def test_nothing_is_drawn_of_nothing():
    assert against(0, 0) == ""


def test_the_picture_is_not_read_aloud_because_the_words_stand_beside_it():
    assert 'aria-hidden="true"' in against(1, 2)
