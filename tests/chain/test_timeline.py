import datetime as dt

import pytest

from generator.chain.graph import Graph
from generator.chain.timeline import Timeline
from generator.reading.loading import load


@pytest.fixture
def timeline(project):
    return Timeline(Graph.of(load(project()).plan))


def steps(found):
    return [(event.date.isoformat(), event.kind, event.subject[1], event.status) for event in found]


def test_everything_dated_is_told_with_the_newest_first(timeline):
    assert steps(timeline.events) == [
        ("2025-05-01", "answer", "ae-2", "imødekommet"),
        ("2025-04-01", "answer", "ae-2", "under vurdering"),
        ("2025-03-03", "received", "jobplan-2025/aeldreraadet", ""),
        ("2025-02-01", "consultation", "jobplan-2025", "i gang"),
        ("2025-01-01", "delivery", "p2", "i gang"),
    ]


def test_a_benchmark_tells_of_its_own_letters_answers_and_delivery(timeline):
    assert [step[1] for step in steps(timeline.of_benchmark("p1"))] == ["answer", "answer", "received"]
    assert [step[1] for step in steps(timeline.of_benchmark("p2"))] == [
        "answer",
        "answer",
        "received",
        "delivery",
    ]


def test_an_organisation_tells_of_its_letters_and_their_answers(timeline):
    assert [step[1] for step in steps(timeline.of_organisation("aeldreraadet"))] == [
        "answer",
        "answer",
        "received",
    ]
    assert timeline.of_organisation("nobody") == []


def test_an_answer_carries_its_point_and_its_entry(timeline):
    newest = timeline.events[0]
    assert newest.subject == ("point", "ae-2")
    assert newest.entry.answer == "Planen nævner nu flere job."
    assert newest.date == dt.date(2025, 5, 1)


INITIATIVE = """\
title: Jobklub
summary: Ledige mødes og søger job sammen.
history:
  - date: 2025-06-01
    status: gennemført
    source:
      document: plan-2025
      section: 4 Indsatser
sources:
  - document: plan-2025
    section: 4 Indsatser
"""


def test_every_type_that_has_dated_steps_is_told(project):
    found = Timeline(Graph.of(load(project({"initiatives/jobklub.yml": INITIATIVE})).plan))
    assert steps(found.events)[0] == ("2025-06-01", "delivery", "jobklub", "gennemført")
    assert steps(found.of(("initiative", "jobklub"))) == steps(found.events)[:1]


def test_steps_of_one_day_stand_in_a_fixed_order(project):
    same = INITIATIVE.replace("2025-06-01", "2025-05-01")
    found = Timeline(Graph.of(load(project({"initiatives/jobklub.yml": same})).plan))
    assert [step[1:3] for step in steps(found.events)[:2]] == [("answer", "ae-2"), ("delivery", "jobklub")]


def test_a_whole_plan_tells_everything_once(town):
    found = Timeline(Graph.of(town))
    assert [step[0] for step in steps(found.events)] == sorted((step[0] for step in steps(found.events)), reverse=True)
    assert [step[1:] for step in steps(found.of_benchmark("p4"))] == [
        ("answer", "hr25-4-1", "imødekommet"),
        ("answer", "hr25-4-2", "delvist imødekommet"),
        ("delivery", "p4", "i gang"),
        ("delivery", "p4", "sat i bero"),
        ("answer", "hr25-4-1", "under vurdering"),
        ("received", "pejlemaerker-2025/handicapraadet", ""),
        ("delivery", "p4", "i gang"),
    ]
    assert [step[1:] for step in steps(found.of_organisation("ungeraadet"))] == [
        ("answer", "ur24-1", "delvist imødekommet"),
        ("received", "ungeplan-2024/ungeraadet", ""),
    ]
