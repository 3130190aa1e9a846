import dataclasses

import pytest
from pydantic import ValidationError
from sample import FILES

from generator.model import RECORD_FILES, VOCABULARIES, Benchmark, Link, Plan, Point
from generator.model.vocabulary import CHANGES_TEXT, DECIDED, AnswerState
from generator.reading.loading import load
from generator.rules.scope import RECORD_TYPES


@pytest.fixture
def plan(project):
    return load(project()).plan


def test_records_cannot_be_changed(plan):
    with pytest.raises(ValidationError):
        plan.benchmarks["p1"].title = "Noget andet"
    with pytest.raises(dataclasses.FrozenInstanceError):
        plan.site = None


def test_every_type_has_a_name_of_its_own_and_a_place(plan):
    assert len({model.type for model in RECORD_TYPES}) == len(RECORD_TYPES)
    assert len({model.place for model in (*RECORD_FILES, *VOCABULARIES)}) == len([*RECORD_FILES, *VOCABULARIES])
    assert all(model.noun.split()[0] in ("en", "et") for model in (*RECORD_TYPES, Point))
    fields = {field.name for field in dataclasses.fields(Plan)} - {"site"}
    assert {f"{model.type}s" for model in RECORD_TYPES} == fields
    assert plan.record("benchmark", "p1") is plan.benchmarks["p1"]


def test_every_field_has_a_danish_title():
    for model in RECORD_TYPES:
        for name, field in model.model_fields.items():
            assert field.title, f"{model.type}.{name}"


def test_a_link_ends_at_its_one_target():
    assert Link(goal="m1", why="Fordi.").end == ("goal", "m1")
    assert set(Link.target_types()) < {model.type for model in RECORD_TYPES}


def test_a_point_is_unanswered_until_somebody_answers(plan):
    (response,) = plan.responses.values()
    assert [point.state for _, point in response.points()] == [AnswerState.UNANSWERED, AnswerState.ACCEPTED]


def test_an_observation_has_the_source_of_its_indicator_unless_it_has_its_own(plan):
    indicator = plan.indicators["ledighed"]
    own = indicator.observations[0].model_copy(update={"source": plan.benchmarks["p1"].source})
    assert indicator.source_of(indicator.observations[0]) is indicator.source
    assert indicator.source_of(own) is plan.benchmarks["p1"].source


def test_whoever_changes_the_text_has_decided():
    assert CHANGES_TEXT < DECIDED
    assert set(AnswerState) - DECIDED == {AnswerState.UNANSWERED, AnswerState.CONSIDERED}


def test_the_sample_holds_a_benchmark_with_and_one_without_its_text(plan):
    texts = [bool(benchmark.adopted_text) for benchmark in plan.benchmarks.values()]
    assert texts == [False, True]
    assert isinstance(plan.benchmarks["p1"], Benchmark)
    assert "benchmarks/p1.yml" in FILES
