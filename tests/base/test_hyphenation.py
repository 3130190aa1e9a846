import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.hyphenation import LONG, SOFT_HYPHEN, hyphenated, syllables


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("virksomhedspraktik", "virk-som-heds-praktik"),
        ("Uddannelseshjælp", "Uddan-nel-ses-hjælp"),
        ("beskæftigelsesplan", "beskæf-ti-gel-ses-plan"),
        ("førtidspension", "før-tids-pen-sion"),
        ("æææææææææææææ", "æææææææææææææ"),
        ("job", "job"),
    ],
)
def test_a_word_has_the_parts_that_danish_patterns_give(word: str, parts: str):
    assert "-".join(syllables(word)) == parts


@pytest.mark.parametrize(
    ("word", "parts"),
    [("tilbudsviften", "til-buds-viften"), ("boligydelse", "bolig-ydelse"), ("seniorpension", "seni-or-pen-sion")],
)
def test_a_letter_alone_is_no_part(word: str, parts: str):
    assert "-".join(syllables(word)) == parts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ti bogstaver", "ti bogstaver"),
        ("fremskrivning i september", "frem|skriv|ning i september"),
        ("jobparate/aktivitetsydelse", "jobparate/akti|vi|tet|sy|delse"),
        ("A-kontanthjælp, uddannelse", "A-kon|tant|hjælp, uddannelse"),
        ("<b>uddannelsesplan</b>", "<b>uddan|nel|ses|plan</b>"),
        ("12345678901 og www.eksempelby.dk", "12345678901 og www.eksempelby.dk"),
        ("", ""),
    ],
)
def test_long_words_of_a_text_are_signed_and_nothing_else(text: str, expected: str):
    assert hyphenated(text, "|") == expected


def test_a_word_that_its_writer_has_signed_is_left_as_it_is():
    assert hyphenated("Fritids\u00adjobvejledere og fritidsjobvejledere", "|").startswith(
        "Fritids\u00adjobvejledere og "
    )
    assert hyphenated("fritidsjob\u00advejledere/uddannelseshjælp") == "fritidsjob\u00advejledere/uddannelseshjælp"


def test_the_shortest_long_word_has_eleven_letters():
    assert LONG == 11
    assert hyphenated("beskæftiget", "|") == "beskæf|tiget"
    assert hyphenated("beskæftige", "|") == "beskæftige"


@given(st.text(alphabet=st.sampled_from("abdefgiklmnoprstuvyæøåABDÆØÅ -/,.1"), max_size=60))
def test_without_its_signs_a_text_is_what_it_was(text: str):
    found = hyphenated(text)
    assert found.replace(SOFT_HYPHEN, "") == text
    for word in found.split():
        assert all(len(part) > 1 for part in word.split(SOFT_HYPHEN)) or SOFT_HYPHEN not in word
