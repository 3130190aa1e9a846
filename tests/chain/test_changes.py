"""What answers changed, and who decided it, in the year."""

import pytest

from generator.chain.changes import Changed, became, changed, decider
from generator.chain.decided import decided
from generator.chain.graph import Graph


@pytest.fixture(scope="module")
def graph(year):
    return Graph.of(year)


def newest(graph, point):
    return graph.raised[point].history[-1]


def test_before_and_after_of_a_benchmark_are_its_versions(year, graph):
    assert changed(year, newest(graph, "hr26-1")) == [
        Changed(
            before="Alle ledige får hjælp til et job.",
            after="Alle ledige får hurtig hjælp til et job, og hjælpen er individuel.",
            benchmark="p1",
            version=2,
        )
    ]


def test_a_yes_may_be_something_that_is_done(year, graph):
    assert changed(year, newest(graph, "ar26-1")) == [Changed(initiative="mentorer")]


def test_words_before_and_after_stand_as_they_are(town):
    raised = Graph.of(town).raised["ur24-1"]
    assert changed(town, raised.history[-1]) == [
        Changed(before="Nogle unge kan få en mentor.", after="Unge i Ungehuset kan få en mentor.")
    ]


def test_a_point_knows_the_texts_that_were_made_because_of_it(year):
    assert [(benchmark.id, number) for benchmark, number in became(year, "hr26-1")] == [("p1", 2)]
    assert list(became(year, "hr26-2")) == []


def test_the_decider_is_the_body_of_the_meeting_where_nobody_else_is_named(year, graph):
    assert decider(year, newest(graph, "hr26-1")) == "Jobudvalget"
    assert decider(year, newest(graph, "hr26-6a")) == "Forvaltningen"
    assert decider(year, newest(graph, "hr26-4")) == ""


def test_a_meeting_knows_all_that_it_decided(graph):
    found = decided(graph)
    june, november = found["jobudvalget-2026-06-10"], found["jobudvalget-2026-11-04"]
    assert [raised.point.id for raised, _ in june["4"].answers] == [
        "hr26-1", "hr26-2", "hr26-3", "hr26-6b", "ar26-1", "ar26-2", "ar26-3",
    ]  # fmt: skip
    assert [(benchmark.id, number) for benchmark, number in june["4"].versions] == [("p1", 2)]
    assert [benchmark.id for benchmark in november["2"].withdrawn] == ["p2"]
    assert (june["5"].answers, june["5"].versions, june["5"].withdrawn) == ([], [], [])
