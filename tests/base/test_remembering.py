import os
import sys
from pathlib import Path

import platformdirs
import pytest

from generator.base import remembering


@pytest.fixture
def cache(tmp_path, monkeypatch):
    monkeypatch.setattr(platformdirs, "user_cache_path", lambda name: tmp_path / "cache" / name)
    return tmp_path / "cache" / "pejl"


def test_what_is_kept_is_read_again_and_nobody_else_may_look(cache):
    path = remembering.place(Path("data"), ".x")
    assert remembering.read(path) == b""
    for kept in (b"one", b"two"):
        remembering.write(path, kept)
        assert remembering.read(path) == kept
    assert [each.name for each in cache.iterdir()] == [path.name]
    assert cache.stat().st_mode & 0o777 == 0o700


def test_each_folder_has_a_place_of_its_own_however_it_is_named(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert remembering.place(Path("data")) == remembering.place(tmp_path / "x" / ".." / "data")
    assert len({remembering.place(Path(name), what) for name in ("a", "b") for what in ("", ".x")}) == 4


def test_a_folder_that_cannot_be_written_keeps_nothing(cache):
    cache.parent.mkdir()
    cache.write_text("a file where the folder should be", "utf-8")
    path = remembering.place(Path("data"))
    remembering.write(path, b"one")
    assert remembering.read(path) == b""


def test_what_is_made_of_a_source_is_made_once_for_as_long_as_it_is_whole(cache):
    path, made = remembering.place(Path("data"), ".x"), []

    def make():
        made.append(len(made))
        return b"made %d" % len(made)

    assert [remembering.made_once(path, source, make) for source in (b"a", b"a", b"b", b"b")] == [
        b"made 1",
        b"made 1",
        b"made 2",
        b"made 2",
    ]
    for broken in (path.read_bytes()[:-1], path.read_bytes()[:20], b"", path.read_bytes() + b"!"):
        path.write_bytes(broken)
        assert remembering.made_once(path, b"b", make) == b"made %d" % len(made)
    assert len(made) == 6
    assert [each.name for each in cache.iterdir()] == [path.name]


def test_another_version_of_the_code_or_of_what_is_installed_is_another_maker(tmp_path, monkeypatch):
    package, installed = tmp_path / "generator", tmp_path / "lib"
    (package / "rules").mkdir(parents=True)
    installed.mkdir()
    monkeypatch.setattr(remembering, "_PACKAGE", package)
    monkeypatch.setattr(sys, "path", [os.fspath(installed), "not-there"])
    made = []
    for path, text in (
        (package / "a.py", "1"),
        (package / "a.py", "2"),
        (package / "rules" / "a.py", "2"),
        (installed / "pydantic-2.1.dist-info", ""),
    ):
        path.write_text(text, "utf-8")
        remembering.maker.cache_clear()
        made.append(remembering.maker())
    (installed / "notes.txt").touch()
    remembering.maker.cache_clear()
    assert remembering.maker() == made[-1]
    remembering.maker.cache_clear()
    assert len(set(made)) == 4
