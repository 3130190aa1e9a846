"""The files that pages share: each is named by what it holds, and named so by whatever loads it."""

import hashlib
import re

import pytest

from generator.model import Logo
from generator.publish.assets import FOLDER, LIBRARY, assets, library_path, named, plain, shared, unnamed
from generator.publish.view import Asset

OWN = sorted(f"assets/{path.name}" for path in FOLDER.iterdir())


def test_the_name_of_a_file_says_what_it_holds():
    # printf x | sha256sum
    assert named("assets/pejl.css", b"x") == "assets/pejl.2d711642b7.css"
    assert named("assets/a.min.js", b"x") == "assets/a.min.2d711642b7.js"


def test_every_file_that_pages_share_is_named_by_what_it_holds():
    found = assets()
    assert list(found) == OWN
    assert {"assets/pejl.css", "assets/charts.css", "assets/search.js", "assets/chart.js"} <= set(found)
    for name, asset in found.items():
        stem, _, ending = name.rpartition(".")
        assert asset.path == f"{stem}.{hashlib.sha256(asset.data).hexdigest()[:10]}.{ending}"


def test_a_script_names_the_others_as_they_are_named():
    found = assets()
    names = {name.removeprefix("assets/") for name in found} | {LIBRARY.name}
    paths = {asset.path for asset in found.values()} | {library_path()}
    loads = {}
    for name, asset in found.items():
        if name.endswith(".js"):
            before = re.findall(r'"(?:\./)?([^"/ ]+\.js)"', plain()[name].decode())
            after = re.findall(r'"(?:\./)?([^"/ ]+\.js)"', asset.content)
            assert set(before) <= names
            assert {f"assets/{other}" for other in after} <= paths
            assert len(before) == len(after)
            loads[name.removeprefix("assets/")] = sorted(set(before))
    assert loads["search.js"] == ["from-disk.js", "search-field.js", "search-marks.js", "search-page.js"]
    assert loads["search-marks.js"] == ["search-engine.js"]
    assert loads["chart.js"] == ["plotly.min.js"]


def test_a_script_gets_another_name_when_one_that_it_loads_does(monkeypatch, tmp_path):
    for name in ("a.js", "b.js", "c.css"):
        (tmp_path / name).write_text('import "./b.js";' if name == "a.js" else "", "utf-8")
    monkeypatch.setattr("generator.publish.assets.FOLDER", tmp_path)
    first = assets()
    (tmp_path / "b.js").write_text("1", "utf-8")
    second = assets()
    assert [name for name in first if first[name].path != second[name].path] == ["assets/a.js", "assets/b.js"]
    assert second["assets/a.js"].content == f'import "./{second["assets/b.js"].path.removeprefix("assets/")}";'


def test_a_site_of_another_colour_or_logo_has_other_names(other):
    ours, theirs = assets(), assets(other.site, Logo("logo.png", b"x"))
    assert theirs["assets/logo.png"].path == "assets/logo.2d711642b7.png"
    assert [name for name in ours if ours[name].path != theirs[name].path] == ["assets/pejl.css"]


def test_only_a_site_with_a_chart_has_the_script_that_draws_it(other):
    found = {asset.path for asset in shared(other.site, None)}
    assert found == {asset.path for name, asset in assets(other.site).items() if name != "assets/chart.js"}


@pytest.mark.parametrize("drawn", [True, False])
def test_another_generator_gets_plain_names(other, drawn):
    library = [Asset(library_path(), LIBRARY.read_bytes())] if drawn else []
    files = [Asset("data/a.csv", "1"), *shared(other.site, other.logo), *library]
    found = {asset.path: asset.data for asset in unnamed(files, other.site, other.logo)}
    names = set(OWN) - {"assets/chart.js"} | {"assets/logo.svg", "data/a.csv"}
    assert set(found) == (names | {"assets/plotly.min.js"} if drawn else names)
    assert found["assets/search-hits.js"] == (FOLDER / "search-hits.js").read_bytes()
    assert b"#5b2333" in found["assets/pejl.css"]


def test_files_come_in_the_same_order_every_time():
    assert list(assets()) == sorted(assets())
