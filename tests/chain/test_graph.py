import pytest
from sample import FILES

from generator.chain.graph import Graph, Neighbour, gaps, letters
from generator.model import Benchmark, Indicator, fingerprint
from generator.reading.loading import load

WHY = "Tallet viser, hvor mange der er ledige."


@pytest.fixture
def graph(project):
    def build(changes=None):
        return Graph.of(load(project(changes)).plan)

    return build


def test_a_link_is_seen_from_both_its_ends(graph):
    assert graph().neighbours(("benchmark", "p1"), "indicator") == [Neighbour(("indicator", "ledighed"), WHY)]
    assert graph().neighbours(("indicator", "ledighed"), "benchmark") == [Neighbour(("benchmark", "p1"), WHY)]


def test_a_heading_links_its_points_without_an_editors_reason(graph):
    assert graph().neighbours(("point", "ae-2"), "benchmark") == [
        Neighbour(("benchmark", "p1")),
        Neighbour(("benchmark", "p2")),
    ]
    assert [near.key for near in graph().editorial(("point", "ae-2"))] == [("indicator", "ledighed")]


def test_a_point_may_concern_fewer_benchmarks_than_its_heading(graph):
    assert [raised.point.id for raised in graph().points_of("p1")] == ["ae-2"]
    assert [raised.point.id for raised in graph().points_of("p2")] == ["ae-1", "ae-2"]


def test_points_come_in_the_order_of_the_letter(graph):
    assert [raised.point.id for raised in graph().points_by("aeldreraadet")] == ["ae-1", "ae-2"]
    assert [raised.point.id for raised in graph().points_in("jobplan-2025/aeldreraadet")] == ["ae-1", "ae-2"]
    assert graph().points_by("nobody") == []


def test_a_letter_is_listed_once_for_all_its_points(graph):
    assert [letter.id for letter in letters(graph().raised.values())] == ["jobplan-2025/aeldreraadet"]


def test_only_a_decision_makes_a_point_answered(graph):
    raised = graph().raised
    assert not raised["ae-1"].answered
    assert raised["ae-2"].answered


def test_a_point_under_consideration_still_waits(graph):
    letter = FILES["consultations/jobplan-2025/aeldreraadet.yml"]
    start = letter.index("          - date: 2025-05-01")
    end = letter.index("source:\n  document: brev-2025")
    raised = graph({"consultations/jobplan-2025/aeldreraadet.yml": letter[:start] + letter[end:]}).raised
    assert raised["ae-2"].point.state == "under vurdering"
    assert not raised["ae-2"].answered


def test_neighbours_stand_in_order_of_the_numbers_in_their_ids(graph):
    goals = {
        f"goals/m{number}.yml": FILES["goals/m1.yml"].replace("number: 1", f"number: {number}") for number in (2, 10)
    }
    found = graph(goals).neighbours(("benchmark", "p1"), "goal")
    assert [near.key[1] for near in found] == ["m1", "m2", "m10"]


def test_the_sample_has_the_gaps_that_it_shows(graph):
    found = gaps(graph())
    assert [item.point.id for item in found.silent] == ["ae-1"]
    assert found.unaddressed == []
    assert [benchmark.id for benchmark in found.unmeasured] == ["p2"]
    assert found.unused == []


def test_what_nothing_is_linked_to_is_a_gap(graph):
    letter = FILES["consultations/jobplan-2025/aeldreraadet.yml"]
    bare = letter.replace(
        "        links:\n          - indicator: ledighed\n            why: Tallet viser, om der er job nok.\n", ""
    )
    found = gaps(
        graph(
            {
                "benchmarks/p1.yml": FILES["benchmarks/p1.yml"].replace(
                    f"links:\n  - indicator: ledighed\n    why: {WHY}\n", ""
                ),
                "consultations/jobplan-2025/aeldreraadet.yml": bare,
            }
        )
    )
    assert [item.point.id for item in found.unaddressed] == ["ae-2"]
    assert [benchmark.id for benchmark in found.unmeasured] == ["p1", "p2"]
    assert [indicator.id for indicator in found.unused] == ["ledighed"]


def test_a_document_knows_the_records_that_cite_it(graph):
    assert graph().cited_by("brev-2025") == [("response", "jobplan-2025/aeldreraadet")]
    assert ("benchmark", "p2") in graph().cited_by("plan-2025")
    assert graph().cited_by("nothing") == []


def seen(project, value):
    plan = load(project()).plan
    current = fingerprint(plan.of(Benchmark)["p1"], plan.of(Indicator)["ledighed"])
    mark = current if value == "current" else value
    return {"benchmarks/p1.yml": FILES["benchmarks/p1.yml"].replace(f"why: {WHY}", f"why: {WHY}\n    seen: {mark}")}


@pytest.mark.parametrize(("value", "stale"), [("current", False), ("00000000", True)])
def test_a_link_is_stale_when_its_texts_are_not_those_it_was_read_against(graph, project, value, stale):
    near = graph(seen(project, value)).neighbours(("benchmark", "p1"), "indicator")
    assert [item.stale for item in near] == [stale]


def test_a_fingerprint_counts_words_and_not_white_space(graph):
    spread = FILES["benchmarks/p2.yml"].replace("text: Alle får én plan.", "text: >-\n    Alle   får\n    én plan.")
    other = FILES["benchmarks/p2.yml"].replace("Alle får én plan.", "Alle får to planer.")
    prints = [
        fingerprint(graph(change).plan.of(Benchmark)["p2"])
        for change in ({}, {"benchmarks/p2.yml": spread}, {"benchmarks/p2.yml": other})
    ]
    assert prints[0] == prints[1] != prints[2]


def test_every_type_of_record_that_names_a_document_cites_it(town):
    found = Graph.of(town).cited_by("rapport-2024")
    assert sorted(found) == [
        ("organisation", "jobforeningen"),
        ("recommendation", "anbefaling-1"),
        ("recommendation", "barriere-1"),
    ]


def test_a_record_cites_a_document_once_however_often_it_names_it(town):
    assert Graph.of(town).cited_by("referat-2024-juni") == [
        ("consultation", "ungeplan-2024"),
        ("response", "ungeplan-2024/ungeraadet"),
    ]


def test_a_whole_plan_has_the_gaps_that_it_was_written_with(town):
    found = gaps(Graph.of(town))
    # hr25-1-2 is under consideration: the sources do say something about it.
    assert [item.point.id for item in found.silent] == [
        "hr25-9-1",
        "hr25-10-1",
        "hr25-0-1",
        "ae25-3-1",
        "ae25-0-1",
    ]
    assert [item.point.id for item in found.unaddressed] == [
        "hr25-1-2",
        "hr25-4-2",
        "hr25-7-1",
        "hr25-10-1",
        "hr25-0-1",
        "ae25-0-1",
    ]
    assert [item.id for item in found.unmeasured] == ["p5", "p8"]
    assert [item.id for item in found.unmeasured_targets] == ["t2024-3"]
    assert [item.id for item in found.unmentioned] == ["jobmesse"]


def test_an_indicator_that_only_measures_a_target_is_in_use(town):
    graph = Graph.of(town)
    assert graph.editorial(("indicator", "afsluttede-forloeb")) == []
    assert [item.id for item in gaps(graph).unused] == ["afstand"]


def test_what_editors_linked_comes_type_by_type_and_a_type_can_be_left_out(town):
    graph = Graph.of(town)
    found = [near.key for near in graph.editorial(("goal", "m1"))]
    assert found == [
        ("benchmark", "p3"),
        ("point", "hr25-1-1"),
        ("goal", "sdg-8"),
        ("target", "t2024-1"),
        ("indicator", "beskaeftigelsesfrekvens"),
    ]
    left = [near.key for near in graph.editorial(("goal", "m1"), without=("point", "target"))]
    assert left == [key for key in found if key[0] not in ("point", "target")]


def test_the_parts_of_an_initiative_are_known(town):
    graph = Graph.of(town)
    assert [it.id for it in graph.parts_of("ungeindsatsen")] == ["mentorforloeb"]
    assert list(graph.parts_of("mentorforloeb")) == []
