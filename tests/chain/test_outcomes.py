"""Counts by outcome, worked out by hand for the year."""

import pytest

from generator.chain.graph import Graph
from generator.chain.outcomes import outcomes
from generator.model.vocabulary import AnswerState


@pytest.fixture(scope="module")
def graph(year):
    return Graph.of(year)


def test_points_are_counted_by_what_came_of_them(graph):
    found = outcomes(graph.raised.values())
    assert [(str(state), number) for state, number in found.found] == [
        ("imødekommet", 4),
        ("delvist imødekommet", 2),
        ("ikke imødekommet", 2),
        ("besvaret", 1),
        ("taget til efterretning", 1),
        ("under vurdering", 1),
        ("uden svar i kilderne", 2),
    ]
    assert (found.all, found.answered, found.silent) == (13, 10, 2)


def test_what_is_under_consideration_is_neither_answered_nor_silent(graph):
    found = outcomes(item for item in graph.points if item.point.id == "hr26-4")
    assert (found.all, found.answered, found.silent) == (1, 0, 0)


def test_nothing_counts_as_nothing():
    found = outcomes([])
    assert (found.all, found.answered, found.silent, found.found) == (0, 0, 0, [])
    assert found.counts[AnswerState.ACCEPTED] == 0


def test_a_split_point_and_a_withdrawn_benchmark_leave_lists_and_counts(graph):
    assert "hr26-6" in graph.raised
    assert [item.point.id for item in graph.points_by("handicapraadet")] == [
        "hr26-1", "hr26-2", "hr26-3", "hr26-4", "hr26-5", "hr26-6a", "hr26-6b",
    ]  # fmt: skip
    assert "hr26-6" not in [item.point.id for item in graph.points_of("p1")]
    assert graph.raised["hr26-6"].split_into == ("hr26-6a", "hr26-6b")
    assert [benchmark.id for benchmark in graph.benchmarks] == ["p1", "p3"]


def test_a_joint_answer_stands_once_and_counts_at_both(graph):
    item = graph.raised["hr26-6b"]
    assert (item.joint, item.state, item.point.history) == ("ar26-1", AnswerState.ACCEPTED, [])
    assert item.history == graph.raised["ar26-1"].history


def test_letters_stand_in_order_of_their_dates(graph):
    assert [letter.organisation for letter in graph.letters_in("pejlemaerker-2026")] == [
        "handicapraadet",
        "aeldreraadet",
    ]
