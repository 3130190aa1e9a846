"""`pejl form`: what was sent by an issue form is written by the command that it asks for."""

import pytest
from issues import ANSWER, FIGURE, LETTER, MISTAKE, body
from sample import FILES, INDICATOR
from sample import LETTER as FILE

STEP = """\
        history:
          - date: 2025-06-01
            status: ikke imødekommet
            answer: |-
              Nej.

              Ikke i år.
            reason: Der er ikke penge.
            decided_by: Jobudvalget
            seen: "9cf83c3b"
            source:
              document: plan-2025
              section: 5 Høring
"""
AFTER = "            why: Målet siger, hvad planen vil.\n"


@pytest.fixture(autouse=True)
def day(monkeypatch):
    monkeypatch.setenv("PEJL_TODAY", "2026-01-15")


@pytest.fixture
def form(pejl, tmp_path):
    """Run the command for the text of an issue."""

    def run(data, text, *arguments):
        path = tmp_path / "form.md"
        path.write_text(text, "utf-8")
        return pejl("form", path, "--data", data, *arguments)

    return run


def test_an_answer_is_shown_and_written_as_pejl_answer_writes_it(project, form):
    data = project()
    status, shown, told = form(data, body(ANSWER))
    assert (status, told) == (0, "")
    assert shown.endswith("Intet er skrevet endnu. Passer det, så kør det samme igen med --write.\n")
    assert (data / FILE).read_text("utf-8") == FILES[FILE]
    assert form(data, body(ANSWER), "--write")[0] == 0
    assert (data / FILE).read_text("utf-8") == FILES[FILE].replace(AFTER, AFTER + STEP)


def test_an_answer_that_breaks_a_rule_is_not_written_and_the_rule_is_told(project, form):
    data = project()
    status, _, told = form(data, body(ANSWER | {"Kildens id": "plan-2052"}), "--write")
    assert status == 1
    assert "»plan-2052« findes ikke." in told
    assert told.endswith("Intet er skrevet.\n")
    assert (data / FILE).read_text("utf-8") == FILES[FILE]


def test_a_figure_stands_last_among_its_indicators_figures(project, form):
    data = project()
    status, shown, told = form(data, body(FIGURE), "--write")
    assert (status, told) == (0, "")
    assert shown.endswith("Skrevet. Det følger alle regler. Send det nu ind som et forslag.\n")
    figure = "  - {period: 2025, area: eksempelby, value: 2310, kind: actual}\n"
    assert (data / INDICATOR).read_text("utf-8") == FILES[INDICATOR] + figure


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"Tal": "2.310"}, "»2.310« kan være 2310 eller 2,310."),
        ({"Periode": "2024"}, "Tallet for 2024 står også på linje 14."),
        ({"Områdets id": "andeby"}, "»andeby« findes ikke."),
    ],
)
def test_a_figure_that_breaks_a_rule_is_not_written(project, form, change, words):
    data = project()
    status, _, told = form(data, body(FIGURE | change), "--write")
    assert (status, words in told) == (1, True), told
    assert (data / INDICATOR).read_text("utf-8") == FILES[INDICATOR]


def test_a_figure_of_no_indicator_is_told(project, form):
    told = "Ingen indikator har id'et »ledihed«. Mente du »ledighed«?\n"
    assert form(project(), body(FIGURE | {"Indikatorens id": "ledihed"}), "--write") == (2, "", told)


def test_a_letter_becomes_a_file_for_an_editor_to_finish(project, form):
    data = project({"organisations/ungeraadet.yml": "title: Ungerådet\nlegal_role: Et råd for unge.\n"})
    assert form(data, body(LETTER), "--write")[0] == 0
    text = (data / "consultations/jobplan-2025/ungeraadet.yml").read_text("utf-8")
    assert "  - heading: 1. Job først\n" in text
    assert "        text: Hvad betyder planen?\n" in text


@pytest.mark.parametrize("point", ["--data=/etc", "../../site", "$(touch x)", "`id`"])
def test_what_stands_for_a_point_is_looked_up_and_never_run(project, form, point):
    data = project()
    status, _, told = form(data, body(ANSWER | {"Punktets id": point}), "--write")
    assert (status, told) == (2, f"Intet punkt har id'et »{point}«. Find det i brevet i data/consultations/.\n")


def test_another_text_is_no_form(project, form):
    words = "Det er ikke en af formularerne til svar, tal, breve eller fejl. Opret en ny, og udfyld den.\n"
    assert form(project(), "Hej", "--write") == (2, "", words)


def test_a_mistake_is_shown_and_written(project, form):
    data = project()
    status, shown, told = form(data, body(MISTAKE))
    assert (status, told) == (0, "")
    assert shown.endswith("Intet er skrevet endnu. Passer det, så kør det samme igen med --write.\n")
    assert (data / INDICATOR).read_text("utf-8") == FILES[INDICATOR]
    assert form(data, body(MISTAKE), "--write")[0] == 0
    now = FILES[INDICATOR].replace("Færre er ledige.", "Færre er uden job.")
    assert (data / INDICATOR).read_text("utf-8") == now


def test_a_mistake_whose_mending_breaks_a_rule_is_told(project, form):
    data = project()
    change = {"Hvad er forkert?": "Tal", "Hvad står der nu?": "2.400 personer", "Hvad skal der stå?": "−4 personer"}
    status, _, told = form(data, body(MISTAKE | change), "--write")
    assert (status, told.splitlines()[-1]) == (1, "Intet er skrevet.")
    assert (data / INDICATOR).read_text("utf-8") == FILES[INDICATOR]


def test_a_mistake_without_the_right_words_is_told(project, form):
    told = "»Hvad skal der stå?« er ikke udfyldt. Udfyld det.\n"
    assert form(project(), body(MISTAKE | {"Hvad skal der stå?": "_No response_"})) == (2, "", told)


def test_a_letters_words_are_mended_with_a_line_that_says_so(project, form):
    data = project()
    change = {
        "Hvilken side er fejlen på?": "ae-1",
        "Hvad er forkert?": "Ved ikke",
        "Hvad står der nu?": "betyder planen",
        "Hvad skal der stå?": "betyder forslaget",
        "Hvor kan man se, hvad der er rigtigt?": "Brevet",
    }
    status, _, told = form(data, body(MISTAKE | change), "--write")
    assert (status, told) == (0, "")
    text = (data / FILE).read_text("utf-8")
    assert "text: Hvad betyder forslaget?\n" in text
    line = "  - date: 2026-01-15\n    before: betyder planen\n    after: betyder forslaget\n    why: Brevet\n"
    assert f"corrections:\n{line}" in text
