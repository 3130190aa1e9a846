from generator.model.vocabulary import CHANGES_TEXT, COUNTED_UNITS, DECIDED, POINT_UNITS, AnswerState, Unit


def test_an_answer_is_decided_when_it_is_more_than_considered():
    assert set(AnswerState) - DECIDED == {AnswerState.UNANSWERED, AnswerState.CONSIDERED}


def test_only_what_is_accepted_changes_the_text():
    assert {AnswerState.ACCEPTED, AnswerState.PARTLY} == CHANGES_TEXT


def test_what_is_counted_comes_in_whole_numbers_and_the_rest_does_not():
    assert set(Unit) - COUNTED_UNITS == {Unit.PERCENT, Unit.PERCENTAGE_POINTS, Unit.MILLION_KRONER}


def test_differences_in_percent_are_percentage_points():
    assert set(POINT_UNITS) == {Unit.PERCENT, Unit.PERCENTAGE_POINTS}
