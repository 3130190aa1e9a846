import pytest

from generator.base.problems import Location, Problem, as_text
from generator.base.rule import Rule


def test_a_rule_is_its_danish_name_and_knows_its_section_in_the_guide():
    assert Rule.UNKNOWN_ID == "ukendt-id"
    assert f"[{Rule.UNKNOWN_ID}]" == "[ukendt-id]"
    assert Rule.UNKNOWN_ID.section == "regler-felter"
    assert Rule("ukendt-id") is Rule.UNKNOWN_ID


def test_no_two_rules_have_one_name():
    assert len(Rule.__members__) == len(list(Rule))


def test_a_name_that_is_not_registered_is_no_rule():
    with pytest.raises(ValueError, match="ukendt-ting"):
        Rule("ukendt-ting")


def test_problems_at_one_place_stand_in_order_of_message_and_then_of_rule():
    place = Location("a.yml")
    found = [Problem(place, "Ret.", Rule.TYPE), Problem(place, "Ret.", Rule.ID), Problem(place, "Giv.", Rule.YAML)]
    assert as_text(found).split("\n")[:-1] == [
        "a.yml:1:1: fejl: Giv. [yaml]",
        "a.yml:1:1: fejl: Ret. [id]",
        "a.yml:1:1: fejl: Ret. [type]",
    ]
