"""The site on a host: in a folder and without an address, every request of every kind of page is answered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import browser as chrome
import pytest
from lxml import html
from playwright.sync_api import Browser, Page, expect

from generator.publish.assets import colours

pytestmark = pytest.mark.browser

BACKGROUND = "selector => getComputedStyle(document.querySelector(selector)).backgroundColor"


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    with chrome.page(chromium) as made:
        made.add_init_script(f"({chrome.FORBIDDEN})()")
        yield made


def kinds(folder: Path) -> list[str]:
    """Choose a page of each kind by the way to it: the first in each folder, and one below that."""
    found = {}
    for path in chrome.paths(folder):
        if path.endswith("/"):
            found.setdefault((path.split("/")[1], path.count("/")), path)
    return list(found.values())


def test_in_a_folder_every_request_of_every_kind_of_page_is_answered(page: Page, placed: Path):
    failed: list[str] = []
    page.on("response", lambda answer: failed.append(answer.url) if answer.status >= 400 else None)
    told = []
    with chrome.served(placed, "/plan") as address:
        visited = kinds(placed)
        for path in visited:
            page.goto(address + path)
            told += page.evaluate("violations")
    assert len(visited) > 20
    assert failed == []
    assert told == []


def test_in_a_folder_what_is_missing_has_styles_and_links(page: Page, placed: Path, other):
    assert colours(other.site)[0] == "#5b2333"
    with chrome.served(placed, "/plan") as address:
        page.goto(f"{address}/findes/slet/ikke/")
        expect(page.locator("h1")).to_have_text("Siden findes ikke")
        assert page.evaluate(BACKGROUND, ".head") == "rgb(91, 35, 51)"
        page.locator(".pejl li a").first.click()
        page.wait_for_url(f"{address}/")


def test_without_an_address_what_is_missing_stands_alone_and_is_styled_in_any_folder(page: Page, published: Path):
    with chrome.served(published, "/et/sted") as address:
        page.goto(f"{address}/findes/slet/ikke/", wait_until="networkidle")
        expect(page.locator("h1")).to_have_text("Siden findes ikke")
        assert page.locator("a").count() == 0
        assert page.evaluate("() => document.body.getBoundingClientRect().width") <= 36 * 18 + 32
        assert page.evaluate("violations") == []


def test_a_shared_page_has_a_title_a_text_and_a_picture_that_is_there(placed: Path):
    at = "https://vestby.example/plan/"
    for path in placed.rglob("index.html"):
        root = html.parse(str(path)).getroot()
        told = {
            meta.get("property"): meta.get("content") for meta in root.xpath("//meta[starts-with(@property, 'og:')]")
        }
        place = path.relative_to(placed).as_posix().removesuffix("index.html")
        assert told["og:url"] == at + place == root.xpath("string(//link[@rel='canonical']/@href)")
        assert told["og:title"] == root.xpath("string(//title)").removesuffix(" · Omsorg i Vestby")
        assert told["og:description"] == root.xpath("string(//meta[@name='description']/@content)") != ""
        assert told["og:type"] == ("article" if place else "website")
        assert (told["og:site_name"], told["og:locale"]) == ("Omsorg i Vestby", "da_DK")
        assert told["og:image"].startswith(f"{at}assets/deling.")
        assert (placed / told["og:image"].removeprefix(at)).read_bytes().startswith(b"\x89PNG")


def test_without_an_address_a_page_names_no_picture(published: Path):
    root = html.parse(str(published / "pejlemaerker/p4/index.html")).getroot()
    told = root.xpath("//meta[starts-with(@property, 'og:')]/@property")
    assert told == ["og:type", "og:title", "og:description", "og:site_name", "og:locale"]
    assert root.xpath("//link[@rel='canonical']") == []


def test_search_works_in_a_folder(page: Page, placed: Path):
    with chrome.served(placed, "/plan") as address:
        page.goto(f"{address}/om/")
        page.locator("#soegefelt").fill("hjemmehjælp")
        page.locator(".drop [role=option]").first.wait_for()
        assert page.evaluate("violations") == []
