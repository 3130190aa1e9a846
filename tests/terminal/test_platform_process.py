import errno
import io
import sys

import pytest

from generator.terminal import platform_process
from generator.terminal.platform_process import Outcome

TRACE = "OBS\nTraceback (most recent call last):\n  File …\n"


@pytest.fixture
def script(tmp_path, monkeypatch):
    """Put a script in the place of one of the adapter's."""

    def write(name, code):
        (tmp_path / f"{name}.py").write_text(code, "utf-8")
        monkeypatch.setattr(platform_process, "_SCRIPTS", tmp_path)

    return write


@pytest.mark.parametrize(
    ("words", "number", "path"),
    [
        (f"{TRACE}OSError: [Errno 28] No space left on device: '/a/b c.html'\n", errno.ENOSPC, "/a/b c.html"),
        (f"{TRACE}OSError: [Errno 28] No space left on device\n", errno.ENOSPC, None),
        (f"{TRACE}PermissionError: [Errno 13] Permission denied: 'x' -> 'y'\n", errno.EACCES, "x"),
    ],
)
def test_an_error_of_the_system_is_known_from_the_words(words, number, path):
    error = Outcome(1, errors=words).os_error
    assert (error.errno, error.filename) == (number, path)


@pytest.mark.parametrize(
    ("status", "words", "is_bug"),
    [
        (1, f"{TRACE}ZeroDivisionError: division by zero\n", True),
        (1, f"a.md:1:1: fejl: {TRACE.splitlines()[1]}\nOSError: [Errno 28] No space left on device\n", False),
        (1, "a.md:1:1: fejl: et link er dødt\n", False),
        (2, "can't open file", True),
        (0, "", False),
    ],
)
def test_other_words_are_no_error_of_the_system(status, words, is_bug):
    outcome = Outcome(status, errors=words)
    assert (outcome.is_bug, outcome.os_error) == (is_bug, None)


def test_only_the_last_error_decides():
    first = f"{TRACE}OSError: [Errno 28] No space left on device\n\nDuring handling of it, another:\n\n"
    assert Outcome(1, errors=f"{first}{TRACE}KeyError: 'x'\n").os_error is None


def test_a_build_is_told_where_from_where_to_and_which_day(tmp_path, script):
    script(
        "build", "import os, sys\nprint(sys.argv[1:], os.environ['DAG'])\nprint('fejl', file=sys.stderr)\nsys.exit(1)\n"
    )
    outcome = platform_process.build(tmp_path / "data", tmp_path / "site", {"DAG": "2026-01-15"})
    assert outcome == Outcome(1, f"['{tmp_path}/data', '{tmp_path}/site'] 2026-01-15\n", "fejl\n")


def test_its_words_are_read_whatever_the_streams_are(tmp_path, script, monkeypatch):
    monkeypatch.setenv("PYTHONUTF8", "0")
    monkeypatch.setenv("PYTHONIOENCODING", "cp1252")
    script("build", "import sys\nprint('→ −')\nprint('→ −', file=sys.stderr)\n")
    assert platform_process.build(tmp_path, tmp_path, {}) == Outcome(0, "→ −\n", "→ −\n")


def test_a_server_is_told_where_from_and_its_status_is_ours(tmp_path, script):
    script("serve", "import pathlib, sys\npathlib.Path(sys.argv[1], 'seen').touch()\nsys.exit(5)\n")
    assert platform_process.serve(tmp_path, {}) == 5
    assert (tmp_path / "seen").exists()


def test_a_server_is_not_stopped_by_a_sign_that_our_stream_cannot_hold(tmp_path, script, monkeypatch):
    code = """
import pathlib, sys
pathlib.Path(sys.argv[1], "seen").write_bytes("→".encode(sys.stdout.encoding, sys.stdout.errors))
"""
    script("serve", code)
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding="cp1252"))
    assert platform_process.serve(tmp_path, {}) == 0
    assert (tmp_path / "seen").read_bytes() == b"?"
