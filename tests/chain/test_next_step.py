"""Who has the ball, worked out by hand for every point of the year."""

import datetime as dt
from dataclasses import replace

import frozen
import pytest

from generator.chain.graph import Graph
from generator.chain.next_step import NextStep, Step, is_open, next_step
from generator.model.vocabulary import AnswerState

DAY = dt.date


@pytest.fixture(scope="module")
def raised(year):
    return Graph.of(year).raised


@pytest.mark.parametrize(
    ("point", "step"),
    [
        ("hr26-1", NextStep(Step.CLOSED)),
        ("hr26-2", NextStep(Step.PROMISE, "Jobcenter Fjordby", "Alle får en plan inden sommer.", DAY(2027, 6, 1))),
        ("hr26-3", NextStep(Step.AGAIN, "Fjordby Kommune")),
        (
            "hr26-4",
            NextStep(
                Step.MEETING, "Jobudvalget", due=DAY(2026, 9, 1), overdue=True, meeting=DAY(2027, 2, 10)
            ),
        ),
        (
            "hr26-5",
            NextStep(
                Step.ANSWER, "Fjordby Kommune", due=DAY(2026, 9, 1), overdue=True, meeting=DAY(2027, 2, 10)
            ),
        ),
        ("hr26-6a", NextStep(Step.CLOSED)),
        ("hr26-6b", NextStep(Step.DELIVER, "Jobcenter Fjordby", "Mentorer")),
        ("ar26-1", NextStep(Step.DELIVER, "Jobcenter Fjordby", "Mentorer")),
        ("ar26-2", NextStep(Step.CLOSED)),
        ("ar26-3", NextStep(Step.CLOSED)),
        ("ur26-1", NextStep(Step.ANSWER, "Fjordby Kommune", due=DAY(2027, 3, 1))),
        ("ur26-2", NextStep(Step.PROMISE, "Jobcenter Fjordby", "Vi holder en jobdag.", DAY(2027, 4, 1))),
        ("ur26-3", NextStep(Step.DELIVER, "Ungeenheden", "Kortet kommer inden jul.")),
    ],
)  # fmt: skip
def test_every_point_of_the_year_has_the_next_step_that_follows_from_it(year, raised, point, step):
    assert next_step(raised[point], year, frozen.YEAR_LATER) == step


def test_a_deadline_is_passed_the_day_after_it(year, raised):
    found = [next_step(raised["ur26-1"], year, DAY(2027, 3, day)) for day in (1, 2)]
    assert [(step.due, step.overdue) for step in found] == [(DAY(2027, 3, 1), False), (DAY(2027, 3, 1), True)]
    found = [next_step(raised["hr26-2"], year, DAY(2027, 6, day)) for day in (1, 2)]
    assert [step.overdue for step in found] == [False, True]


def test_a_meeting_that_has_passed_is_not_the_next(year, raised):
    on_the_day, later = (next_step(raised["hr26-4"], year, DAY(2027, 2, day)) for day in (10, 11))
    assert (on_the_day.meeting, on_the_day.passed) == (DAY(2027, 2, 10), None)
    assert (later.meeting, later.passed, later.who) == (None, DAY(2027, 2, 10), "Jobudvalget")


def test_without_a_sourced_deadline_nothing_is_overdue(town):
    graph = Graph.of(town)
    found = [next_step(item, town, DAY(2099, 1, 1)) for item in graph.points]
    assert [step for step in found if step.overdue or step.due] == []
    assert {step.step for step in found} == {Step.CLOSED, Step.ANSWER, Step.MEETING}


def test_a_reply_counts_only_when_it_comes_after_the_newest_answer(year, raised):
    item = raised["hr26-3"]
    later = item.history[-1].model_copy(update={"date": DAY(2026, 7, 2)})
    assert next_step(replace(item, history=[*item.history, later]), year, frozen.YEAR_LATER) == NextStep(Step.CLOSED)


def test_only_what_nobody_has_decided_on_is_open(raised):
    assert [name for name, item in raised.items() if is_open(item) and item.counts] == ["hr26-4", "hr26-5", "ur26-1"]
    assert raised["hr26-4"].state is AnswerState.CONSIDERED
