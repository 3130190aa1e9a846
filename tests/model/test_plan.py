import pytest

from generator.model import RECORD_TYPES, Benchmark


def test_a_record_is_found_by_its_type_and_id(town):
    assert town.find("benchmark", "p10") is town.of(Benchmark)["p10"]
    assert town.find("benchmark", "m1") is None
    with pytest.raises(KeyError, match="p11"):
        town.record("benchmark", "p11")


def test_every_record_comes_once_type_by_type(town):
    found = list(town.every())
    assert len(found) == sum(len(town.of(model)) for model in RECORD_TYPES)
    assert list(dict.fromkeys(type(record) for record in found)) == [model for model in RECORD_TYPES if town.of(model)]


def test_everything_with_links_is_listed(town):
    linked = [item.id for item in town.linking() if item.links]
    assert {"p1", "hr25-1-1", "m1", "t2024-1", "ungeindsatsen", "barriere-1"} <= set(linked)
    assert len(linked) == len(set(linked))
