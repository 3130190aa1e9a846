"""Word by word differences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.chain.wordings import Kind, difference


def told(before, after):
    marks = {Kind.BOTH: "{}", Kind.BEFORE: "[-{}-]", Kind.AFTER: "[+{}+]"}
    return " ".join(marks[piece.kind].format(piece.text) for piece in difference(before, after).pieces)


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("Borgeren får hjælp.", "Borgeren får hurtig hjælp.", "Borgeren får [+hurtig+] hjælp."),
        ("Alle får en plan.", "Alle får en plan og en mentor.", "Alle får en [-plan.-] [+plan og en mentor.+]"),
        ("Alle  får\nen plan.", "Alle får en plan.", "Alle får en plan."),
        ("en to tre fire", "en to", "en to [-tre fire-]"),
        ("", "", ""),
    ],
)
def test_only_the_words_that_changed_are_marked(before, after, shown):
    assert told(before, after) == shown


def test_fewer_than_half_the_words_in_common_are_two_texts():
    assert difference("en to tre fire", "en to fem seks").is_rewritten is False
    assert difference("en to tre fire", "en fem seks syv").is_rewritten is True
    assert difference("", "Alt er nyt.").is_rewritten is True


@given(st.lists(st.sampled_from("abcde")), st.lists(st.sampled_from("abcde")))
def test_the_pieces_are_the_two_wordings(before, after):
    found = difference(" ".join(before), " ".join(after))
    if found.pieces:
        old = " ".join(piece.text for piece in found.pieces if piece.kind is not Kind.AFTER)
        new = " ".join(piece.text for piece in found.pieces if piece.kind is not Kind.BEFORE)
        assert (old.split(), new.split()) == (before, after)
