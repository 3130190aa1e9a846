"""The disability council's letter of 21 November 2025, held against its record."""

import hashlib

import pytest

from generator.model import Response

DIGEST = "3b49f43e90167d27b350db4b588fe6f38f3a4d95574f6ae41e9bab730d1aae6d"


@pytest.fixture
def letter(plan, one):
    return one(plan.of(Response), "pejlemaerker-2025/handicapraadet")


def test_the_letter_is_word_for_word_the_one_that_came(letter):
    """The digest was taken of the letter itself: its words in order, without emphasis marks and the chair's name."""
    words = [*letter.opening]
    for section in letter.sections:
        words += [section.heading, *(point.text for point in section.points)]
    words += letter.closing
    text = " ".join(" ".join(words).replace("*", "").split())
    assert hashlib.sha256(text.encode()).hexdigest() == DIGEST


def test_the_letter_comments_on_nine_benchmarks_under_eight_headings_and_adds_others(letter):
    assert [section.benchmarks for section in letter.sections] == [
        ["p1"],
        ["p2"],
        ["p3"],
        ["p4", "p8"],
        ["p5"],
        ["p6"],
        ["p7"],
        ["p9"],
        [],
    ]
