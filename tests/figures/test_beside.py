from types import SimpleNamespace

import pytest
from charting import AREAS, ledger, target

from generator.figures.beside import standings
from generator.model import Area, Target
from generator.model.vocabulary import Trend

NOW = (("2020", "byen", 72.3), ("2020", "landet", 73.1))


def stood(*ledgers, targets=()):
    records = {Area: AREAS, Target: dict(enumerate(targets))}
    return standings(SimpleNamespace(of=records.get), dict(enumerate(ledgers)))


@pytest.mark.parametrize(
    ("theirs", "direction", "trend", "far"),
    [
        (73.1, "up", Trend.WORSENED, "0,8 procentpoint"),
        (73.1, "down", Trend.IMPROVED, "0,8 procentpoint"),
        (71.0, "up", Trend.IMPROVED, "1,3 procentpoint"),
        (71.0, "none", None, "1,3 procentpoint"),
        (72.3, "none", Trend.UNCHANGED, "0,0 procentpoint"),
    ],
)
def test_ours_is_better_or_worse_in_the_indicators_direction(theirs, direction, trend, far):
    (one,) = stood(ledger(("2020", "byen", 72.3), ("2020", "landet", theirs), direction=direction))
    assert (one.trend, one.distance, one.theirs.place) == (trend, far, "hele landet")


def test_only_the_newest_figures_of_one_period_are_held_against_each_other():
    assert stood(ledger(("2021", "byen", 74.0), *NOW)) == []
    (one,) = stood(ledger(("2010", "byen", 60.0), ("2010", "landet", 80.0), *NOW))
    assert (one.ours.value, one.theirs.value) == (72.3, 73.1)


@pytest.mark.parametrize(
    "rows",
    [
        (("2020", "byen", 72.3), ("2020", "landet", 73.1, "estimate")),
        (("2020", "byen", 72.3, "forecast"), ("2020", "landet", 73.1)),
        (*NOW, ("2020", "landet", 70.0)),
        (("2020", "landet", 73.1), ("2020", "naboen", 70.0)),
    ],
    ids=["their estimate", "our forecast", "two figures for one", "none of ours"],
)
def test_what_nobody_can_say_is_not_said(rows):
    assert stood(ledger(*rows)) == []


def test_people_are_not_compared_because_a_country_always_has_more():
    assert stood(ledger(*NOW, unit="personer")) == []


def test_the_area_is_the_one_that_targets_name_and_else_the_one_with_most_figures():
    both = ledger(*NOW, ("2020", "naboen", 70.0))
    neighbour = ledger(("2020", "byen", 72.3), ("2020", "naboen", 70.0))
    assert {one.theirs.area for one in stood(both, neighbour)} == {"Naboen"}
    assert [one.theirs.area for one in stood(both, neighbour, targets=[target(reference="landet")])] == ["Hele landet"]


def test_an_area_that_no_figure_is_for_is_not_chosen():
    neighbour = ledger(("2020", "byen", 72.3), ("2020", "naboen", 70.0))
    assert [one.theirs.area for one in stood(neighbour, targets=[target(reference="landet")])] == ["Naboen"]
