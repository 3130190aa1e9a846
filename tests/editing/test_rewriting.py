"""Cuts in a text at known positions, and files swapped in whole."""

import os

import pytest

from generator.base.problems import Location
from generator.editing.rewriting import Change, RewriteError, edited, in_its_form, lines_of, place_of_key, swap
from generator.model import Goal
from generator.reading.source import parse

TEXT = """\
title: A
# om listen
links:
  - goal: m1
    why: >-
      Lang
      tekst.

  # om den næste
  - {goal: m2, why: B.}
themes: [job]
# slut
"""


@pytest.fixture
def file():
    return parse(TEXT, "x.yml")[0]


@pytest.mark.parametrize(
    ("place", "lines"),
    [
        (("links", 0), "  - goal: m1\n    why: >-\n      Lang\n      tekst.\n"),
        (("links", 1), "  - {goal: m2, why: B.}\n"),
        (("links", 0, "why"), "    why: >-\n      Lang\n      tekst.\n"),
        (("themes",), "themes: [job]\n"),
        (("title",), "title: A\n"),
    ],
)
def test_the_lines_of_a_field_are_its_own(file, place, lines):
    start, end = lines_of(file, place)
    assert TEXT[start:end] == lines


@pytest.mark.parametrize("place", [("themes", 0), ("links", 1, "why"), ("links", 0, "goal")])
def test_what_shares_its_line_cannot_be_cut_out(file, place):
    with pytest.raises(RewriteError) as error:
        lines_of(file, place)
    sentence = (
        "Her kan programmet ikke rette, som der er skrevet. Skriv hvert felt og hvert punkt på sin egen linje. [fil]"
    )
    assert str(error.value.problem) == f"{file.locate(place)}: fejl: {sentence}"


@pytest.mark.parametrize(
    ("place", "key", "before"),
    [((), "kind", "# om listen"), ((), "summary", "# om listen"), ((), "links", "# slut")],
)
def test_a_new_key_goes_behind_the_last_that_stands_before_it(file, place, key, before):
    assert TEXT[place_of_key(file, place, key, Goal) :].startswith(before)


def test_a_changed_file_keeps_its_form_if_it_had_it():
    def changed(text):
        old = parse(text, "x.yml")[0]
        return in_its_form(old, edited(old, [(0, 0, "themes: [b]\n")])[0], Goal).text

    assert changed("title: A\n") == "title: A\nthemes: [b]\n"
    assert changed("title: 'A'\n") == "themes: [b]\ntitle: 'A'\n"


def test_files_are_changed_made_and_removed(tmp_path):
    old, new, gone = (tmp_path / name for name in ("a.yml", "ny/b.yml", "c.yml"))
    old.write_text("a\n", "utf-8")
    gone.write_text("c\n", "utf-8")
    swap([Change(old, "a\n", "å\n"), Change(new, None, "b\n"), Change(gone, "c\n", None)])
    assert {path.relative_to(tmp_path).as_posix(): path.read_text("utf-8") for path in tmp_path.rglob("*.yml")} == {
        "a.yml": "å\n",
        "ny/b.yml": "b\n",
    }


@pytest.mark.parametrize("now", ["a\n# ny\n", None])
def test_nothing_is_written_where_somebody_was_faster(tmp_path, now):
    first, path = tmp_path / "0.yml", tmp_path / "a.yml"
    first.write_text("0\n", "utf-8")
    if now:
        path.write_text(now, "utf-8")
    with pytest.raises(RewriteError) as error:
        swap([Change(first, "0\n", "1\n"), Change(path, "a\n", "b\n")])
    assert error.value.problem.location == Location(path.as_posix())
    assert str(error.value) == "Filen er ændret, mens programmet kørte. Kør det samme igen."
    assert first.read_text("utf-8") == "0\n"


def test_a_failed_write_leaves_nothing_behind(tmp_path, monkeypatch):
    def fail(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(KeyboardInterrupt):
        swap([Change(tmp_path / "a.yml", None, "b\n")])
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_becomes_empty_goes_with_its_last_file(tmp_path):
    paths = [tmp_path / "a" / name for name in ("b.yml", "c.yml")]
    paths[0].parent.mkdir()
    for path in paths:
        path.write_text("x\n", "utf-8")
    swap([Change(paths[0], "x\n", None)])
    assert [path.exists() for path in paths] == [False, True]
    swap([Change(paths[1], "x\n", None)])
    assert not paths[0].parent.exists()
