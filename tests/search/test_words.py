import re

import pytest

from generator.search.words import ENDING, FOLDS, STOPS, WEAKENED, fold, joined, key, tables, tokens


def same(*words):
    return len({key(word) for word in words}) == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("HR25-4-1, og A-kasse", ["hr25", "4", "1", "og", "a", "kasse"]),
        ("2.120 personer, 55,4 mio. kr.", ["2.120", "personer", "55,4", "mio", "kr"]),
        ("80 %, 80 pct. og 80%", ["80", "procent", "80", "procent", "og", "80", "procent"]),
        ("slutter med 9. og 2020erne", ["slutter", "med", "9", "og", "2020erne"]),
        ("a\u030abne", ["åbne"]),
        ("безробіття, مساعدة 👍 <b>", ["безробіття", "مساعدة", "b"]),
        ("--- \"'*", []),
    ],
)
def test_a_text_is_cut_into_words_and_numbers(text, words):
    assert tokens(text) == words


@pytest.mark.parametrize(
    "words",
    [
        ("handicap", "handikap", "handicappet", "handicappede", "HANDICAPS".lower()),
        ("pejlemærke", "pejlemærkerne", "pejlemaerker", "pejlemarke"),
        ("rådet", "raadet", "radet", "råd"),
        ("høring", "hoering", "höring", "høringer", "horing"),
        ("ressourceforløb", "resourceforløb", "ressourceforloebene"),
        ("fleksjob", "flexjob", "fleksjobbet"),
        ("ledig", "ledige", "ledighed", "ledigheden"),
        ("uddannelse", "uddannelserne", "uddannet", "uddannes"),
        ("inddrages", "inddragelse", "inddrage"),
        ("unge", "unges", "ung"),
        ("plads", "pladser", "pladserne"),
        ("jobcenter", "jobcentret", "jobcentrene"),
        ("regel", "reglerne", "regler"),
        ("2.120", "2120"),
        ("1.234.567", "1234567"),
        ("55,4", "55.4"),
        ("اللاجئين", "لاجئين"),
    ],
)
def test_spellings_and_forms_of_a_word_are_found_by_the_same(words):
    assert same(*words)


@pytest.mark.parametrize(
    "words", [("ledig", "ledelse"), ("mål", "måling"), ("55,4", "554"), ("job", "jobbe-r"), ("indsats", "indsat")]
)
def test_other_words_are_found_by_something_else(words):
    assert len({key(word) for word in words}) == len(words)


def test_an_ending_leaves_three_letters():
    assert [key(word) for word in ("dens", "den", "ene", "hver")] == ["den", "den", "ene", "hver"]


def test_words_written_as_one_and_as_several_are_found_by_the_same():
    assert joined(["handicap", "rådet"]) == key("handicapråd")
    assert joined(["hr25", "4", "1"]) == "hr2541"


def test_words_that_say_nothing_are_known_in_every_spelling():
    assert {fold(word) for word in ("når", "naar", "også", "ogsaa", "hvad", "the")} <= STOPS
    assert {fold(word) for word in ("unge", "job", "plan", "siden")} & STOPS == set()


def test_the_rules_say_the_same_in_the_browser():
    """No construct that only one of the two languages has, and no group that a replacement would name."""
    assert tables()["folds"] == FOLDS
    assert tables()["weakened"] == WEAKENED
    patterns = [ENDING, *(pattern for pattern, _ in (*FOLDS, *WEAKENED))]
    assert [pattern for pattern in patterns if re.search(r"\\[AZdwsbBDWS]|\(\?[P#imsx>]|[*+?]\+", pattern)] == []
    assert [to for _, to in (*FOLDS, *WEAKENED) if "\\" in to or "$" in to] == []
