import pytest
from sample import FILES

from generator.model import Benchmark, Goal, fingerprint
from generator.reading import reviews as module
from generator.reading.loading import load
from generator.reading.reviews import reviews

GOAL = "goals/m1.yml"


def seen(project, mark):
    change = FILES[GOAL].replace("    why:", f"    seen: '{mark}'\n    why:")
    loaded = load(project({GOAL: change}))
    return loaded, next(item for item in reviews(loaded) if item.record.id == "m1")


def test_a_link_is_held_against_the_texts_at_both_its_ends(project):
    loaded, item = seen(project, "00000000")
    plan = loaded.plan
    assert item.texts == (plan.of(Goal)["m1"], plan.of(Benchmark)["p1"])
    assert (
        item.current == fingerprint(plan.of(Goal)["m1"], plan.of(Benchmark)["p1"]) != fingerprint(plan.of(Goal)["m1"])
    )
    assert (item.place, item.seen, item.is_stale) == (("links", 0), "00000000", True)


def test_a_link_that_was_read_against_the_same_texts_is_not_stale(project):
    _, item = seen(project, "00000000")
    _, again = seen(project, item.current)
    assert not again.is_stale


def test_what_nobody_has_read_is_not_stale_and_costs_no_fingerprint(project, monkeypatch):
    monkeypatch.setattr(module, "condensed", lambda *_: pytest.fail("worked out in vain"))
    assert [item.is_stale for item in reviews(load(project()))] == [False] * 5


def test_an_answer_is_held_against_its_point_alone(project):
    loaded = load(project())
    (item,) = [item for item in reviews(loaded) if item.place[0] == "history"]
    assert item.texts == (item.record,)
    assert (item.record.id, item.place) == ("ae-2", ("history", 1))


def test_a_link_that_leads_nowhere_is_left_to_the_rules(project):
    change = FILES[GOAL].replace("benchmark: p1", "benchmark: p7")
    assert "m1" not in {item.record.id for item in reviews(load(project({GOAL: change})))}
