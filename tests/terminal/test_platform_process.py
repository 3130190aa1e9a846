import errno
import sys

import pytest

from generator.terminal import platform_process
from generator.terminal.platform_process import Outcome

TRACE = "INFO - x\nTraceback (most recent call last):\n  File …\n"


@pytest.mark.parametrize(
    ("words", "number", "path"),
    [
        (f"{TRACE}OSError: [Errno 28] No space left on device: '/a/b c.html'\n", errno.ENOSPC, "/a/b c.html"),
        (f"{TRACE}OSError: [Errno 28] No space left on device\n", errno.ENOSPC, None),
        (f"{TRACE}PermissionError: [Errno 13] Permission denied: 'x' -> 'y'\n", errno.EACCES, "x"),
    ],
)
def test_an_error_of_the_system_is_known_from_the_words(words, number, path):
    error = Outcome(1, words).os_error
    assert (error.errno, error.filename) == (number, path)


@pytest.mark.parametrize(
    ("words", "is_bug"),
    [
        (f"{TRACE}ZeroDivisionError: division by zero\n", True),
        ("OSError: [Errno 28] står i en tekst, og intet er faldet\n", False),
        ("WARNING - et link er dødt\n", False),
        ("", False),
    ],
)
def test_other_words_are_no_error_of_the_system(words, is_bug):
    outcome = Outcome(1, words)
    assert (outcome.is_bug, outcome.os_error) == (is_bug, None)


def test_what_was_held_up_first_does_not_decide():
    first = f"{TRACE}OSError: [Errno 28] No space left on device\n\nDuring handling of the above exception, another:\n"
    assert Outcome(1, f"{first}\n{TRACE}KeyError: 'x'\n").os_error is None


def test_a_build_is_told_where_what_and_which_day(tmp_path, monkeypatch):
    code = """
import os, sys
print(sys.argv[1:], os.environ["PEJL_DATA"], os.environ["DAG"])
print("fejl", file=sys.stderr)
"""
    monkeypatch.setattr(platform_process, "_COMMAND", (sys.executable, "-c", code))
    outcome = platform_process.build(tmp_path / "data", tmp_path / "site", {"DAG": "2026-01-15"})
    assert outcome.status == 0
    assert sorted(outcome.words.splitlines()) == sorted(
        [f"['build', '--strict', '--site-dir', '{tmp_path}/site'] {tmp_path}/data 2026-01-15", "fejl"]
    )
