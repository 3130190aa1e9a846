"""Corrections undone give the words as they were, letter for letter."""

import pytest

from generator.model.corrections import NotOnceError, undone

LETTER = {
    "summary": "Vi foreslår flere job.",
    "opening": ["Kære by"],
    "sections": [{"heading": "1. Job", "points": [{"id": "a", "text": "Vi foreslår flere job. Og hjælp."}]}],
    "corrections": [
        {"date": "2026-01-01", "before": "Kære bi", "after": "Kære by", "why": "x"},
        {"date": "2026-01-02", "before": "fler jobb", "after": "flere jobb", "why": "x"},
        {"date": "2026-01-03", "before": "flere jobb", "after": "flere job", "why": "x"},
    ],
}


def words(record):
    return record["opening"][0], record["sections"][0]["points"][0]["text"]


def test_the_newest_is_undone_first():
    assert words(undone(LETTER, 0)) == ("Kære bi", "Vi foreslår fler jobb. Og hjælp.")
    assert words(undone(LETTER, 2)) == ("Kære by", "Vi foreslår flere jobb. Og hjælp.")
    assert words(undone(LETTER, 3)) == words(LETTER)


def test_our_own_words_are_left_alone_and_nothing_is_changed_in_place():
    before = undone(LETTER, 0)
    assert before["summary"] == "Vi foreslår flere job."
    assert "corrections" not in before
    assert len(undone(LETTER, 1)["corrections"]) == 1
    assert words(LETTER) == ("Kære by", "Vi foreslår flere job. Og hjælp.")


@pytest.mark.parametrize(("after", "times"), [("ingen job", 0), ("e", 4)])
def test_words_that_stand_nowhere_or_in_several_places_cannot_be_undone(after, times):
    wrong = LETTER | {"corrections": [{"date": "2026-01-01", "before": "x", "after": after, "why": "x"}]}
    with pytest.raises(NotOnceError) as error:
        undone(wrong, 0)
    assert (error.value.index, error.value.words, error.value.times) == (0, after, times)
