import datetime as dt

import pytest

from generator.chain import links, timeline
from generator.reading.loading import load


@pytest.fixture
def graph(project):
    return links.graph(load(project()).plan)


def steps(found):
    return [(event.date.isoformat(), event.kind, event.subject[1], event.status) for event in found]


def test_everything_dated_is_told_with_the_newest_first(graph):
    assert steps(timeline.events(graph)) == [
        ("2025-05-01", "answer", "ae-2", "imødekommet"),
        ("2025-04-01", "answer", "ae-2", "under vurdering"),
        ("2025-03-03", "received", "jobplan-2025/aeldreraadet", ""),
        ("2025-02-01", "consultation", "jobplan-2025", "i gang"),
        ("2025-01-01", "delivery", "p2", "i gang"),
    ]


def test_a_benchmark_tells_of_its_own_letters_answers_and_delivery(graph):
    assert [step[1] for step in steps(timeline.of_benchmark(graph, "p1"))] == ["answer", "answer", "received"]
    assert [step[1] for step in steps(timeline.of_benchmark(graph, "p2"))] == [
        "answer",
        "answer",
        "received",
        "delivery",
    ]


def test_an_organisation_tells_of_its_letters_and_their_answers(graph):
    assert [step[1] for step in steps(timeline.of_organisation(graph, "aeldreraadet"))] == [
        "answer",
        "answer",
        "received",
    ]
    assert timeline.of_organisation(graph, "nobody") == []


def test_an_answer_carries_its_point_and_its_entry(graph):
    newest = timeline.events(graph)[0]
    assert newest.raised.point.id == "ae-2"
    assert newest.entry.answer == "Planen nævner nu flere job."
    assert newest.date == dt.date(2025, 5, 1)
