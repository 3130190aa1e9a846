import pytest

from generator.search.compounds import Compounds
from generator.search.words import fold, key

KNOWN = ["kontanthjælp", "modtager", "kontakt", "forløb", "job", "center", "uddannelse", "hjælp", "unge", "arbejde",
         "marked", "område", "år", "op", "plan", "2025"]  # fmt: skip


@pytest.fixture
def compounds():
    return Compounds((fold(word), key(word)) for word in KNOWN)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("kontaktforløbene", ["kontakt", "forløb"]),
        ("kontanthjælpsmodtagere", ["kontanthjælp", "modtager"]),
        ("uddannelseshjælp", ["uddannelse", "hjælp"]),
        ("jobcentret", ["job", "center"]),
        ("arbejdsmarkedsområdet", ["arbejde", "marked", "område"]),
        ("ungehjælp", ["unge", "hjælp"]),
        ("jobplan", ["job", "plan"]),
        ("kontakt", []),
        ("opår", []),
        ("planløs", []),
        ("2025plan", []),
    ],
)
def test_a_compound_is_split_into_words_that_stand_by_themselves(compounds, word, parts):
    split = compounds.parts(key(word))
    assert len(split) == len(parts)
    # The last part of a compound bends as the word itself does.
    assert all(
        one.startswith(key(other)) or key(other).startswith(one) for one, other in zip(split, parts, strict=True)
    )
