from generator.model import Response
from generator.model.vocabulary import AnswerState


def test_the_newest_step_is_the_state(town):
    letter = town.of(Response)["pejlemaerker-2025/handicapraadet"]
    assert {point.id: point.state for point in letter.within()} == {
        "hr25-1-1": AnswerState.ANSWERED,
        "hr25-1-2": AnswerState.CONSIDERED,
        "hr25-2-1": AnswerState.REJECTED,
        "hr25-4-1": AnswerState.ACCEPTED,
        "hr25-4-2": AnswerState.PARTLY,
        "hr25-7-1": AnswerState.NOTED,
        "hr25-9-1": AnswerState.UNANSWERED,
        "hr25-10-1": AnswerState.UNANSWERED,
        "hr25-0-1": AnswerState.UNANSWERED,
    }


def test_points_come_with_their_heading_in_the_order_of_the_letter(town):
    letter = town.of(Response)["pejlemaerker-2025/aeldreraadet"]
    assert [(section.heading, point.id) for section, point in letter.points()] == [
        ("3. Flere i job", "ae25-3-1"),
        ("Om resten", "ae25-0-1"),
    ]


def test_a_points_words_are_those_of_the_letter(town):
    (point,) = town.of(Response)["ungeplan-2024/ungeraadet"].within()
    assert point.words == ("Alle unge skal kunne få en mentor.",)


def test_a_letter_is_shown_under_its_case_and_names_both_its_ends(town):
    letter = town.of(Response)["ungeplan-2024/ungeraadet"]
    assert letter.address == "hoeringer/ungeplan-2024/ungeraadet/"
    assert (letter.consultation, letter.organisation) == ("ungeplan-2024", "ungeraadet")
