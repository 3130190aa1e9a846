import os
import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from parsing import lines, value

from generator.reading import source
from generator.reading.source import Memory, parse, read


@pytest.fixture
def reading(tmp_path):
    def read_bytes(raw):
        path = tmp_path / "x.yml"
        path.write_bytes(raw)
        file, problems = read(path, "data/x.yml")
        return file.value, lines(problems)

    return read_bytes


def test_a_file_that_is_far_too_long_is_refused(reading):
    assert reading(b"a: " + b"x" * 600_000) == (
        None,
        [
            (
                "data/x.yml:1:1: fejl: Filen fylder over 600 kB, og ingen post er så lang. "
                "Slet det, der ikke hører til i den. [fil]"
            )
        ],
    )


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda path: path.mkdir(), "Det er en mappe"),
        (lambda path: path.symlink_to(path), "Den er en genvej til sig selv"),
        (lambda path: path.symlink_to("borte.yml"), "Den er en genvej til en fil, der ikke findes"),
        (os.mkfifo, "Den er ikke en almindelig fil"),
    ],
    ids=["folder", "loop", "dangling", "pipe"],
)
def test_what_is_no_file_is_said_to_be_so(tmp_path, make, why):
    path = tmp_path / "x.yml"
    make(path)
    file, problems = read(path, "data/x.yml")
    assert file.value is None
    assert lines(problems) == [
        f"data/x.yml:1:1: fejl: Filen kan ikke læses. {why}. Læg en almindelig fil her, eller slet den. [fil]"
    ]


@settings(max_examples=150, derandomize=True)
@given(st.text(alphabet=st.sampled_from("ab: -\n'\"[]{},#&*!|>?%@\\æ1."), max_size=40))
def test_no_text_makes_the_reader_fail_or_point_outside_it(text):
    _, problems = parse(text, "x.yml")
    rows = text.split("\n")
    for problem in problems:
        where = problem.location
        assert 1 <= where.line <= len(rows), textwrap.shorten(text, 80)
        assert 1 <= where.column <= len(rows[where.line - 1]) + 1


def test_the_same_text_is_parsed_once_and_another_anew(tmp_path):
    memory, path = Memory(), tmp_path / "a.yml"
    path.write_text("a: 1\n", "utf-8")
    first = read(path, "a.yml", memory)
    assert read(path, "a.yml", memory) is first
    path.write_text("a: 2\n", "utf-8")
    assert read(path, "a.yml", memory)[0].value == {"a": 2}
    path.write_text("a: 1\n", "utf-8")
    assert read(path, "a.yml", memory)[0] == first[0]
    assert read(path, "b.yml", memory)[0].path == "b.yml"


def test_a_file_is_decoded_and_parsed(reading):
    assert reading("råd: [å, 1]\n".encode()) == ({"råd": ["å", 1]}, [])
    assert reading("ra\u030ad: 1\n".encode()) == ({"råd": 1}, [])
    assert reading(b"a: \xe5\n")[0] is None


def test_a_file_of_the_largest_size_is_read(reading):
    text = "a: " + "x" * 599_997
    assert reading(text.encode()) == ({"a": text[3:]}, [])


def test_a_value_is_given_as_it_was_written():
    file, _ = parse("a: [2.550, 010, true]\n", "x.yml")
    assert [file.written(("a", index)) for index in range(3)] == ["2.550", "010", "True"]


def test_a_file_is_read_once_however_many_places_are_asked_for(monkeypatch):
    read = []
    monkeypatch.setattr(source, "plain", lambda text, name, real=source.plain: read.append(1) or real(text, name))
    file, _ = parse("".join(f"a{n}: {n}\n" for n in range(50)), "x.yml")
    assert [file.locate((f"a{n}",)).line for n in range(50)] == list(range(1, 51))
    assert read == [1]


def test_what_can_be_read_in_spite_of_a_problem_is_read():
    file, problems = parse("a:\nb: 1\n", "x.yml")
    assert len(problems) == 1
    assert file.value == {"a": None, "b": 1}
    assert value("b: 1\n") == {"b": 1}
