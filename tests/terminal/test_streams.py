import ast
import io
import re
import sys
from pathlib import Path

import pytest

from generator.terminal import streams

ROOT = Path(__file__).parents[2]
ALL = "»æøå ÆØÅ« – − → … ×\u00a0’é Ł ✓"


@pytest.mark.parametrize(
    ("encoding", "written"),
    [
        ("utf-8", ALL),
        ("cp1252", "»æøå ÆØÅ« – - -> … ×\u00a0’é ? ?"),
        ("cp850", "»æøå ÆØÅ« - - -> ... ×\u00a0'é ? ?"),
        ("ascii", '"aeoeaa AEOEAA" - - -> ... x \'e ? ?'),
    ],
)
def test_a_sign_that_cannot_be_written_is_written_with_others(monkeypatch, encoding, written):
    out, errors = io.BytesIO(), io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(out, encoding=encoding))
    monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(errors, encoding=encoding))
    streams.prepare()
    for stream in (sys.stdout, sys.stderr):
        stream.write(ALL)
        stream.flush()
    assert out.getvalue().decode(encoding) == written
    assert errors.getvalue().decode(encoding) == written


def test_a_byte_of_a_file_name_that_is_no_text_is_a_question_mark(monkeypatch):
    out = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(out, encoding="utf-8"))
    streams.prepare()
    sys.stdout.write("a\udcffb")
    sys.stdout.flush()
    assert out.getvalue() == b"a?b"


def test_a_stream_that_is_no_file_is_left_alone(monkeypatch):
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    streams.prepare()
    sys.stdout.write("→")
    assert sys.stdout.getvalue() == "→"


# What is written to files


def is_written(call):
    """Tell whether a call writes text to a file: `write_text`, or a file opened for more than reading."""
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    values = [*call.args[:2], *(word.value for word in call.keywords if word.arg == "mode")]
    modes = [str(value.value) for value in values if isinstance(value, ast.Constant)]
    opened = name in {"open", "fdopen"} and any(re.fullmatch("[wax]t?[+]?", mode) for mode in modes)
    return name == "write_text" or opened


def without_newline(source):
    """Give the lines that write text and do not say how its lines end, so that the machine decides."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call) and is_written(node)]
    return [call.lineno for call in calls if "newline" not in {word.arg for word in call.keywords}]


def test_without_newline():
    source = """
path.write_text("x", "utf-8")
path.write_text("x", "utf-8", newline="\\n")
path.open("w")
path.open("rb")
open(path, "a", encoding="utf-8")
os.fdopen(handle, "w", newline="")
open(path, mode="xt")
path.write_bytes(b"x")
"""
    assert without_newline(source) == [2, 4, 6, 8]


@pytest.mark.parametrize("room", ["generator", "hooks"])
def test_every_text_that_is_written_names_its_newline(room):
    lines = {path.name: without_newline(path.read_text("utf-8")) for path in (ROOT / room).rglob("*.py")}
    assert {name: found for name, found in lines.items() if found} == {}
