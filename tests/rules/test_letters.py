"""What the rules in `letters` must let pass, and what they must catch beside the plain case in `bad/`."""

import pytest
from sample import LETTER, changed


@pytest.mark.parametrize(
    "heading",
    [
        "1. Job først OG 2. En samlet plan",
        "1. Job, 2. Plan",
        "1. Efter 9. klasse og 2. Plan",
        "Om 1 og 2",
        "1. og 2.",
    ],
)
def test_a_heading_may_name_its_benchmarks_in_many_ways(found, heading):
    assert found(changed(LETTER, ("1. Job først OG 2. En samlet plan", heading))) == []


@pytest.mark.parametrize("heading", ["Øvrige kommentarer", "3. Noget helt tredje", "Frist den 1. maj"])
def test_a_heading_that_names_no_benchmark_needs_none(found, heading):
    change = changed(
        LETTER,
        ("1. Job først OG 2. En samlet plan\n    benchmarks:\n      - p1\n      - p2\n", f"{heading}\n"),
        ("        benchmarks:\n          - p2\n", ""),
    )
    assert found(change) == []


def test_a_change_may_be_a_reference(found):
    change = changed(
        LETTER,
        (
            "              - before: Flere job.\n                after: Mange flere job.",
            "              - reference: Side 3.",
        ),
    )
    assert found(change) == []


@pytest.mark.parametrize("status", ["besvaret", "ikke imødekommet", "taget til efterretning"])
def test_an_answer_that_changes_nothing_says_no_change(found, status):
    change = "            changes:\n              - before: Flere job.\n                after: Mange flere job.\n"
    assert found(changed(LETTER, ("status: imødekommet", f"status: {status}"), (change, ""))) == []


def test_entries_of_the_same_day_are_in_order(found):
    assert found(changed(LETTER, ("date: 2025-05-01", "date: 2025-04-01"))) == []


def test_a_heading_is_told_what_it_lacks_and_what_it_has_too_much(found):
    lines = found(changed(LETTER, ("1. Job først OG 2. En samlet plan", "1. Job først")))
    assert lines == [
        f"data/{LETTER}:10:9: fejl: Overskriften nævner ikke 2. Slet »p2« her. [brevets-overskrift]",
    ]
    lines = found(changed(LETTER, ("      - p1\n", "")))
    assert lines == [
        f"data/{LETTER}:7:14: fejl: Overskriften nævner 1. Tilføj »p1« i »benchmarks«. [brevets-overskrift]"
    ]


@pytest.mark.parametrize(("day", "found_rules"), [("2025-03-03", []), ("2025-03-02", ["[svar-før-brev]"])])
def test_a_letter_can_be_answered_on_its_own_day(found, day, found_rules):
    lines = found(changed(LETTER, ("date: 2025-04-01", f"date: {day}")))
    assert [line.rpartition(" ")[2] for line in lines] == found_rules
