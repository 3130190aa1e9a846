import pytest
from sample import FILES

from generator.base.measures import amount
from generator.model.vocabulary import CHANGES_TEXT, DECIDED, POINT_UNITS, AnswerState, Unit
from generator.reading.loading import load


def test_an_answer_is_decided_when_it_is_more_than_considered():
    assert set(AnswerState) - DECIDED == {AnswerState.UNANSWERED, AnswerState.CONSIDERED}


def test_only_what_is_accepted_changes_the_text():
    assert {AnswerState.ACCEPTED, AnswerState.PARTLY} == CHANGES_TEXT


def test_what_is_counted_comes_in_whole_numbers_and_the_rest_does_not():
    whole = {"personer", "fuldtidspersoner", "placering", "antal"}
    assert {unit for unit in Unit if unit.is_whole} == whole


def test_only_money_and_differences_may_be_less_than_none():
    below = {unit for unit in Unit if unit.least < 0}
    assert below == {"mio. kr.", "kr.", "procentpoint"}
    assert Unit.RANK.least == 1


def test_a_unit_of_the_municipalitys_own_is_one_like_the_others(project):
    own = "  - many: plejedage\n    one: plejedag\n    whole: true\n"
    loaded = load(project({"site.yml": FILES["site.yml"] + "units:\n" + own}))
    assert loaded.problems == []
    unit = Unit("plejedage")
    assert unit is Unit("plejedage")
    assert unit.is_whole
    assert (amount(1, unit), amount(2, unit)) == ("1 plejedag", "2 plejedage")
    load(project({}))
    with pytest.raises(ValueError, match="plejedage"):
        Unit("plejedage")


def test_differences_in_percent_are_percentage_points():
    assert set(POINT_UNITS) == {Unit.PERCENT, Unit.PERCENTAGE_POINTS}
