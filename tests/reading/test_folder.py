import os
from pathlib import Path

import pytest

from generator.reading.folder import (
    can_be_named,
    files_below,
    is_folder,
    is_reserved,
    is_there,
    leads_out,
    shown_name,
    stem,
    visible,
)


@pytest.fixture
def data(tmp_path):
    folder = tmp_path / "data"
    (folder / "b").mkdir(parents=True)
    for name in ("c.yml", ".skjult", "b/a.yml", "b/.x"):
        (folder / name).write_text("a: 1\n")
    return folder


def test_hidden_files_are_not_listed(data):
    assert [Path(path).name for path in visible(str(data))] == ["b", "c.yml"]
    assert [os.path.relpath(path, data) for path in files_below(str(data))] == ["c.yml", "b/a.yml"]


def test_links_to_folders_are_listed_and_not_followed(data, tmp_path):
    (data / "d").symlink_to(tmp_path)
    assert [os.path.relpath(path, data) for path in files_below(str(data))] == ["c.yml", "d", "b/a.yml"]


def test_only_a_link_leads_out(data, tmp_path):
    (tmp_path / "data-2").mkdir()
    (data / "ind.yml").symlink_to(data / "c.yml")
    (data / "ud.yml").symlink_to("../fremmed.yml")
    (data / "nabo").symlink_to(tmp_path / "data-2")
    assert [path.name for path in sorted(data.iterdir()) if leads_out(str(path), str(data))] == ["nabo", "ud.yml"]
    assert not leads_out(str(tmp_path / "data-2"), str(data))


def test_a_data_folder_may_itself_be_a_link(data, tmp_path):
    (tmp_path / "link").symlink_to(data)
    (data / "ind.yml").symlink_to("c.yml")
    assert not leads_out(str(tmp_path / "link" / "ind.yml"), str(tmp_path / "link"))


def test_a_link_that_leads_nowhere_is_there(data):
    (data / "borte.yml").symlink_to("ingen.yml")
    assert is_there(str(data / "borte.yml"))
    assert not is_there(str(data / "ingen.yml"))
    assert is_folder(str(data / "b"))
    assert not is_folder(str(data / "borte.yml"))


def test_a_name_is_shown_as_it_can_be_printed():
    assert shown_name("./data/å.yml") == "data/å.yml"
    assert shown_name("data/a\u202eb\udcff.yml") == "data/a?b?.yml"
    assert stem("data/goals/m1.yml") == "m1"
    assert stem("data/goals.d/m1.x") == "m1.x"


@pytest.mark.parametrize("name", ["aux", "con", "nul", "prn", "com1", "com9", "lpt1", "lpt0"])
def test_names_that_windows_keeps_are_no_ids(name):
    assert is_reserved(name)
    assert not can_be_named(name)


@pytest.mark.parametrize("name", ["aux-1", "console", "com", "com10", "p1"])
def test_names_that_look_like_them_are_ids(name):
    assert not is_reserved(name)
    assert can_be_named(name)


@pytest.mark.parametrize("name", ["P1", "p 1", "å", "-p1", ""])
def test_what_is_no_id_cannot_be_named(name):
    assert not can_be_named(name)
