import pytest

from generator.model import Benchmark, Indicator, Response
from generator.model.references import references, under_new_ids
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


def test_plain_values_are_put_under_new_ids_of_the_right_type_and_nothing_else_is_touched():
    names = {"document": {"a": "b"}, "area": {"x": "y"}, "theme": {"a": "c"}}
    value = {
        "title": "a",
        "source": {"document": "a", "section": "a"},
        "themes": ["a", "x"],
        "observations": [{"area": "x", "period": 2020}, "x", None],
        "import": {"areas": {"x": "x", "a": "a"}, "source": "a"},
        "andet": "a",
    }
    assert under_new_ids(value, Indicator, names) == {
        "title": "a",
        "source": {"document": "b", "section": "a"},
        "themes": ["c", "x"],
        "observations": [{"area": "y", "period": 2020}, "x", None],
        "import": {"areas": {"x": "y", "a": "a"}, "source": "a"},
        "andet": "a",
    }
    assert under_new_ids(["a"], Indicator, names) == ["a"]
