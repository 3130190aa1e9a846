"""What the rules in `letters` must let pass, and what they must catch beside the plain case in `bad/`."""

import pytest
from sample import FILES, LETTER, changed


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
    message = "Overskriften har ikke tallet 2, men »p2« gælder. Se efter."
    assert lines == [f"data/{LETTER}:10:9: advarsel: {message} [brevets-overskrift]"]
    lines = found(changed(LETTER, ("      - p1\n", "")))
    message = "Overskriften har tallet 1, men »p1« står ikke i »benchmarks«. Mangler det?"
    assert lines == [f"data/{LETTER}:7:14: advarsel: {message} [brevets-overskrift]"]


def test_a_heading_without_a_number_is_about_the_benchmarks_that_the_editor_says(found):
    assert found(changed(LETTER, ("1. Job først OG 2. En samlet plan", "Om ventetid"))) == []


def test_a_letter_that_raises_nothing_has_its_words(found):
    start = FILES[LETTER][: FILES[LETTER].index("sections:")]
    end = "source: {document: brev-2025, section: hele brevet}\n"
    others = {"organisations/bilag.yml": "title: Bilagsrådet\nlegal_role: Et råd.\n"}
    bilag = "consultations/jobplan-2025/bilag.yml"
    said = f"{start}opening: [Rådet har ingen bemærkninger.]\n"
    # Two that say the same are no copies of one another, as letters with the same points are.
    assert found(others | {bilag: f"{said}{end}", LETTER: f"{said}sections: []\n{end}"}) == []
    assert found(others | {bilag: f"{start}{end}"}) == [
        f"data/{bilag}:1:1: fejl: Brevet har ingen ord. Skriv dem i »opening«, eller punkterne i »sections«. [for-kort]"
    ]


def test_a_second_letter_is_the_same_organisations(found):
    second = "consultations/jobplan-2025/aeldreraadet-2.yml"
    text = FILES[LETTER].replace("ae-1", "ae-3").replace("ae-2", "ae-4").replace("flere job.", "langt flere job.")
    assert found({second: text}) == []


def test_a_second_letter_with_a_name_of_its_own_is_told_what_to_be_called(found):
    late = "consultations/jobplan-2025/aeldreraadet-supplerende.yml"
    text = FILES[LETTER].replace("ae-1", "ae-3").replace("ae-2", "ae-4").replace("flere job.", "langt flere job.")
    message = "Filen hedder »aeldreraadet-supplerende«, men ingen organisation har det id."
    fix = "Er det et andet brev fra »aeldreraadet«, så kald det aeldreraadet-2.yml."
    assert found({late: text}) == [f"data/{late}:1:1: fejl: {message} {fix} [ukendt-id]"]


@pytest.mark.parametrize(("day", "found_rules"), [("2025-03-03", []), ("2025-03-02", ["[svar-før-brev]"])])
def test_a_letter_can_be_answered_on_its_own_day(found, day, found_rules):
    lines = found(changed(LETTER, ("date: 2025-04-01", f"date: {day}")))
    assert [line.rpartition(" ")[2] for line in lines] == found_rules
