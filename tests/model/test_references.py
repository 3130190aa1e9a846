import pytest

from generator.model import Benchmark, Response
from generator.model.references import references
from generator.reading.loading import load


@pytest.fixture
def plan(project):
    return load(project()).plan


def test_every_id_is_found_where_it_stands(plan):
    found = [(item.place, item.wanted, item.name, item.is_link) for item in references(plan.of(Benchmark)["p1"])]
    assert found == [
        (("links", 0, "indicator"), "indicator", "ledighed", True),
        (("source", "document"), "document", "plan-2025", False),
    ]


def test_ids_are_found_however_deep_they_stand(plan):
    (letter,) = plan.of(Response).values()
    found = {item.place: item.name for item in references(letter)}
    assert found["organisation",] == "aeldreraadet"
    assert found["sections", 0, "points", 0, "links", 0, "goal"] == "m1"
    assert found["sections", 0, "points", 1, "history", 1, "source", "document"] == "plan-2025"


def test_the_way_can_begin_inside_a_file(plan):
    first = next(references(plan.of(Benchmark)["p1"], (3,)))
    assert first.place == (3, "links", 0, "indicator")
