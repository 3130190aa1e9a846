"""What holds of all rules together."""

import pytest
from conftest import problem_lines
from sample import GOAL, INDICATOR, TODAY, changed

from generator.reading.loading import load
from generator.rules import RULES, check
from generator.rules.scope import RECORD_TYPES, Scope


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_a_rule_states_itself_and_lets_the_sample_pass(rule, project):
    assert rule.__doc__.endswith(".")
    assert list(rule(Scope(load(project()), TODAY))) == []


def test_rules_are_listed_once():
    assert len(set(RULES)) == len(RULES)


def test_every_type_of_record_is_looked_at(project):
    assert set(load(project()).records) == set(RECORD_TYPES)


def test_records_are_checked_though_the_site_file_cannot_be_read(project):
    data = project({"site.yml": "title: x\n", **changed(GOAL, ("benchmark: p1", "benchmark: p7"))})
    loaded = load(data)
    assert loaded.plan is None
    assert [problem.rule for problem in check(loaded, TODAY)] == ["ukendt-id"]


def test_problems_are_sorted_and_not_repeated(project):
    data = project(changed(GOAL, ("title: Flere", "title: <b> Flere"), ("wording: Flere", "wording: <i> Flere")))
    problems = check(load(data), TODAY)
    assert problems == sorted(set(problems))
    assert len(problem_lines(data)) == len(problems) == 2


def test_a_fingerprint_is_no_id(found):
    assert found(changed(GOAL, ("    why:", "    seen: abc\n    why:"))) == [
        (
            f"data/{GOAL}:14:11: fejl: »abc« er ikke et fingeraftryk. "
            "Slet linjen, eller skriv de otte tegn, som pejl confirm skriver. [type]"
        )
    ]


def test_a_number_may_be_too_long(found):
    assert found(changed(INDICATOR, ("value: 2550", f"value: {'9' * 20}"))) == [
        f"data/{INDICATOR}:12:12: fejl: »{'9' * 20}« er for langt til at være et tal. Se efter. [tal]"
    ]
