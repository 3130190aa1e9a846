"""The repository's own data."""

import hashlib
from collections import Counter
from pathlib import Path

import pytest

from generator.base import clock
from generator.base.problems import Severity
from generator.model.vocabulary import AnswerState
from generator.reading.loading import load
from generator.rules import check

DATA = Path(__file__).parent.parent / "data"


@pytest.fixture(scope="module")
def loaded():
    return load(DATA)


def test_the_data_has_no_errors(loaded):
    problems = [*loaded.problems, *check(loaded, clock.today())]
    assert [str(problem) for problem in problems if problem.severity is Severity.ERROR] == []


def test_no_point_is_answered_because_no_source_holds_an_answer(loaded):
    points = [point for response in loaded.plan.responses.values() for _, point in response.points()]
    assert points
    assert {point.state for point in points} == {AnswerState.UNANSWERED}
    assert all(not point.history for point in points)


def test_the_nine_benchmarks_are_there(loaded):
    assert sorted(benchmark.number for benchmark in loaded.plan.benchmarks.values()) == list(range(1, 10))


def test_an_id_is_used_once_among_all_that_links_can_point_to(loaded):
    links = ("benchmark", "goal", "indicator", "point")
    ids = Counter(name for kind, name in loaded.origins if kind in links)
    assert [name for name, count in ids.items() if count > 1] == []


def test_the_letter_is_word_for_word_the_one_that_came(loaded):
    """The digest was taken of the letter itself: its words in order, without emphasis marks and the chair's name."""
    letter = loaded.plan.responses["pejlemaerker-2025/handicapraadet"]
    words = [*letter.opening]
    for section in letter.sections:
        words += [section.heading, *(point.text for point in section.points)]
    words += letter.closing
    text = " ".join(" ".join(words).replace("*", "").split())
    assert hashlib.sha256(text.encode()).hexdigest() == (
        "3b49f43e90167d27b350db4b588fe6f38f3a4d95574f6ae41e9bab730d1aae6d"
    )
