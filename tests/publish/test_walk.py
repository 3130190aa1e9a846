"""Every file of a built site is a page, or is loaded or linked by something, or has a name that machines know."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote

import pytest
from lxml import html

KNOWN = {"404.html", "favicon.ico", "robots.txt", "sitemap.xml", ".well-known/security.txt"}
"""What is found by its name alone."""
HASHED = re.compile(r"\.([0-9a-f]{10})\.[a-z]+$")
MOST = 60_000
"""The most bytes of a style sheet or script of ours; a source map is larger."""


@pytest.fixture(params=["published", "placed"])
def folder(request: pytest.FixtureRequest) -> Path:
    found: Path = request.getfixturevalue(request.param)
    return found


def names(path: str, content: bytes) -> set[str]:
    """Give what a file links to or loads, as it is written in it."""
    match path.rpartition(".")[2]:
        case "html":
            root = html.fromstring(content)
            loaded = {link for _, _, link, _ in root.iterlinks()}
            loaded |= {str(link) for link in root.xpath("//@data-src | //meta[@property='og:image']/@content")}
            return {link.replace("https://vestby.example/plan/", "/") for link in loaded}
        case "js":
            return set(re.findall(r'"([^" ]+\.[a-z]+)"', content.decode()))
        case "json" if path.endswith("/start.json"):
            told = json.loads(content)
            return {name for kind in ("cards", "keys", "vocabulary", "facets") for name in told[kind][1]}
    return set()


def test_every_file_is_a_page_or_somebody_leads_to_it(folder: Path):
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    led = {"assets/soegning/start.json"}  # the search asks for it by that name
    for path, file in files.items():
        if "plotly" in path:
            continue  # what others wrote names nothing of ours
        for name in names(path, file.read_bytes()):
            target = unquote(name.partition("#")[0].partition("?")[0])
            led.add(target[1:] if target.startswith("/") else normpath(join(dirname(path), target)))
    pages = {path for path in files if path.endswith("index.html")}
    assert sorted(set(files) - pages - led - KNOWN) == []


def test_what_is_named_by_what_it_holds_holds_that(folder: Path):
    hashed = [path for path in folder.rglob("*") if path.is_file() and HASHED.search(path.name)]
    assert hashed
    for path in hashed:
        named = HASHED.search(path.name)
        assert named
        assert hashlib.sha256(path.read_bytes()).hexdigest()[:10] == named[1], path.name


def test_every_style_sheet_script_and_picture_is_named_by_what_it_holds(folder: Path):
    plain = [
        path.relative_to(folder).as_posix()
        for path in (folder / "assets").rglob("*")
        if path.is_file() and not HASHED.search(path.name)
    ]
    assert plain == ["assets/soegning/start.json"]


def test_there_are_no_maps_and_nothing_that_is_too_large_to_be_ours(folder: Path):
    assert [path.name for path in folder.rglob("*.map")] == []
    large = [
        path.name for ending in ("js", "css") for path in folder.rglob(f"*.{ending}") if path.stat().st_size > MOST
    ]
    assert all(name.startswith("plotly.min.") for name in large)


def test_only_a_page_with_a_chart_asks_for_its_script(folder: Path):
    for page in folder.rglob("index.html"):
        root = html.parse(str(page)).getroot()
        asks = bool(root.xpath("//script[contains(@src, '/chart.')]"))
        assert asks == bool(root.xpath("//p[@class='interactive']")), page


def test_without_a_chart_nothing_of_charts_is_there(empty_site):
    assert [asset.path for asset in empty_site.assets if re.search("plotly|chart[.]|diagrammer", asset.path)] == []
