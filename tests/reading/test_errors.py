import pytest
from parsing import lines
from pydantic import BaseModel, ValidationError
from sample import FILES

from generator.model import Goal, Indicator
from generator.reading.errors import explained_all
from generator.reading.source import parse

INDICATOR = FILES["indicators/ledighed.yml"]


def explained(text, model, **ids):
    file, _ = parse(text, "x.yml")
    with pytest.raises(ValidationError) as raised:
        model.model_validate({**file.value, **ids})
    return lines(explained_all(raised.value.errors(include_url=False), model, file, ()))


PERIODS = (
    "Skriv 2020, 2020-05, 2020-05-31, 2020-K2 (kvartal), 2020-H1 (halvår), 2020-ultimo "
    "eller et spænd som 2021-K3/2022-K2."
)
LETTERS = "Brug kun små bogstaver a-z, cifre og bindestreg, for eksempel »eksempelby«."


@pytest.mark.parametrize(
    ("old", "new", "place", "message", "rule"),
    [
        ("personer\nd", "person\nd", "4:7", "»person« kan ikke stå i »unit«. Mente du »personer«?", "ukendt-værdi"),
        ("value: 2550", "value: 72,3", "12:12", "»72,3« er ikke et tal. Skriv 72.3 med punktum.", "tal"),
        ("period: 2023", "period: '23'", "10:13", f"»23« er ikke en periode. {PERIODS}", "periode"),
        ("area: eksempelby", "area: Eksempelby", "11:11", f"»Eksempelby« er ikke et id. {LETTERS}", "id"),
        ("Færre er ledige.", "[a]", "2:10", "En liste passer ikke i »summary«. Skriv en tekst.", "type"),
        ("title: Ledige", "title: true", "1:8", "»true« passer ikke i »title«. Skriv en tekst.", "type"),
        (
            "observations:",
            "breaks: x\nobservations:",
            "9:9",
            "»x« passer ikke i »breaks«. Skriv en liste, hvor hvert punkt begynder med »- «.",
            "type",
        ),
        (
            "observations:",
            "chart: x\nobservations:",
            "9:8",
            "»x« passer ikke i »chart«. Skriv felter på formen »navn: værdi« på linjerne under.",
            "type",
        ),
        ("title: Ledige\n", "", "1:1", "Feltet »title« mangler. Tilføj det: Titel.", "manglende-felt"),
    ],
)
def test_an_error_is_a_sentence_at_its_place(old, new, place, message, rule):
    assert old in INDICATOR
    assert explained(INDICATOR.replace(old, new, 1), Indicator, id="x") == [f"x.yml:{place}: fejl: {message} [{rule}]"]


def test_a_field_may_be_meant_by_its_danish_title():
    (line,) = explained(INDICATOR.replace("unit:", "Enhed:", 1), Indicator, id="x")
    assert line == "x.yml:4:1: fejl: Feltet »Enhed« kendes ikke. Mente du »unit«? [ukendt-felt]"


def test_a_missing_part_of_a_part_is_missed_at_the_part():
    text = INDICATOR.replace("  section: 2.1 Rammer\n", "", 1)
    (line,) = explained(text, Indicator, id="x")
    assert line.startswith("x.yml:6:1: fejl: Feltet »section« mangler. Tilføj det: Afsnit. ")


def test_an_empty_list_that_must_hold_something_is_told_as_such():
    goal = FILES["goals/m1.yml"]
    empty = goal[: goal.index("years:")] + "years: []\n" + goal[goal.index("links:") :]
    assert explained(empty, Goal, id="x") == [
        "x.yml:5:8: fejl: Listen »years« er tom. Skriv mindst ét punkt. [for-kort]"
    ]


def test_a_long_or_odd_name_is_cut_and_printed_safely():
    name = "k" * 60
    (line,) = explained(f'{INDICATOR}"{name}\u202e": 1\n', Indicator, id="x")
    assert line.startswith(f"x.yml:18:1: fejl: Feltet »{'k' * 39}…« kendes ikke. ")


def test_a_model_without_titles_says_what_is_missed():
    class Bare(BaseModel):
        a: int

    assert explained("b: 1\nc: [1]\n", Bare) == ["x.yml:1:1: fejl: Feltet »a« mangler. [manglende-felt]"]
