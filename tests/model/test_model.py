import dataclasses

import pytest
from pydantic import ValidationError
from sample import FILES

from generator.model import (
    IDENTIFIED_TYPES,
    LINKED_TYPES,
    RECORD_TYPES,
    Benchmark,
    Filing,
    Indicator,
    Link,
    Response,
)
from generator.model.parts import Part
from generator.model.vocabulary import CHANGES_TEXT, DECIDED, AnswerState
from generator.reading.loading import load


@pytest.fixture
def plan(project):
    return load(project()).plan


def test_records_cannot_be_changed(plan):
    with pytest.raises(ValidationError):
        plan.of(Benchmark)["p1"].title = "Noget andet"
    with pytest.raises(dataclasses.FrozenInstanceError):
        plan.site = None


def test_every_type_has_a_name_of_its_own_and_a_place(plan):
    assert len({model.type for model in IDENTIFIED_TYPES}) == len(IDENTIFIED_TYPES)
    places = [model.place for model in RECORD_TYPES if model.filing is not Filing.CASE]
    assert len(set(places)) == len(places)
    assert all(
        place.endswith(".yml") == (model.filing is Filing.LIST) for model in RECORD_TYPES for place in [model.place]
    )
    assert all(model.noun.split()[0] in ("en", "et") for model in IDENTIFIED_TYPES)
    assert plan.record("benchmark", "p1") is plan.of(Benchmark)["p1"]
    assert plan.find("benchmark", "p9") is None
    with pytest.raises(KeyError):
        plan.record("benchmark", "p9")


def parts_of(model):
    return [model, *(part for inner in model.__subclasses__() for part in parts_of(inner))]


def test_no_record_waits_for_its_annotations():
    # Pydantic would compile each of them anew in every run, once for every type that has it.
    postponed = [
        part for part in parts_of(Part) for kind in vars(part)["__annotations__"].values() if isinstance(kind, str)
    ]
    assert postponed == []


def test_every_type_has_what_its_class_says():
    for model in IDENTIFIED_TYPES:
        assert set(model.dated) <= set(model.model_fields)
        assert {model.label, model.plural} & {""} == set()
    for model in RECORD_TYPES:
        assert set(model.in_name) <= set(model.model_fields)
        assert model.has_place or not model.has_page
    assert [model.type for model in LINKED_TYPES][:2] == ["benchmark", "point"]
    assert set(Link.target_types()) < {model.type for model in LINKED_TYPES}


def test_a_plan_yields_everything_with_an_id_type_by_type(plan):
    found = [item.type for item in plan.identified()]
    assert found.index("response") + 1 == found.index("point")
    assert [item.id for item in plan.identified() if item.type == "point"] == ["ae-1", "ae-2"]
    assert [record.id for record in plan.linking()] == ["p1", "p2", "ae-1", "ae-2", "m1"]


def test_every_field_has_a_danish_title():
    for model in RECORD_TYPES:
        for name, field in model.model_fields.items():
            assert field.title, f"{model.type}.{name}"


def test_a_link_ends_at_its_one_target():
    assert Link(goal="m1", why="Fordi.").end == ("goal", "m1")
    assert set(Link.target_types()) < {model.type for model in RECORD_TYPES}


def test_a_point_is_unanswered_until_somebody_answers(plan):
    (response,) = plan.of(Response).values()
    assert [point.state for _, point in response.points()] == [AnswerState.UNANSWERED, AnswerState.ACCEPTED]


def test_an_observation_has_the_source_of_its_indicator_unless_it_has_its_own(plan):
    indicator = plan.of(Indicator)["ledighed"]
    own = indicator.observations[0].model_copy(update={"source": plan.of(Benchmark)["p1"].source})
    assert indicator.source_of(indicator.observations[0]) is indicator.source
    assert indicator.source_of(own) is plan.of(Benchmark)["p1"].source


def test_whoever_changes_the_text_has_decided():
    assert CHANGES_TEXT < DECIDED
    assert set(AnswerState) - DECIDED == {AnswerState.UNANSWERED, AnswerState.CONSIDERED}


def test_the_sample_holds_a_benchmark_with_and_one_without_its_text(plan):
    texts = [bool(benchmark.adopted_text) for benchmark in plan.of(Benchmark).values()]
    assert texts == [False, True]
    assert isinstance(plan.of(Benchmark)["p1"], Benchmark)
    assert "benchmarks/p1.yml" in FILES
