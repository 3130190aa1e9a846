"""The built site in a real browser: accessibility, privacy, keyboard, small screens and print."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import browser as chrome
import pytest
import reach
from playwright.sync_api import Browser, Page

MENU = ["Pejlemærker", "Høringer", "Resultatmål", "Hvordan går det?", "Tal", "Emner", "Overblik", "Nyt"]


pytestmark = pytest.mark.browser

FRONT = "/"
BENCHMARK = "/pejlemaerker/p4/"
LETTER = "/hoeringer/pejlemaerker-2025/handicapraadet/"
INDICATOR = "/indikatorer/beskaeftigelsesfrekvens/"
OVERVIEW = "/overblik/"
DATA = "/data/"
HAND_WRITTEN = "/om/"
GUIDE = "/redaktoer/"
MISSING = "/404.html"

PAGES = (FRONT, BENCHMARK, LETTER, INDICATOR, OVERVIEW, DATA, HAND_WRITTEN, GUIDE, MISSING)
each_width = pytest.mark.parametrize("width", [1280, 320])


@pytest.fixture
def page(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    width = request.node.callspec.params.get("width", 1280) if hasattr(request.node, "callspec") else 1280
    with chrome.page(chromium, width=width) as made:
        yield made


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (320, "dark")])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_keeps_to_itself_and_can_be_used(chromium: Browser, site: str, path: str, width: int, scheme: str):
    """What axe finds and where Tab leads is asked of every kind of page elsewhere; here, of a phone with scripts."""
    with chrome.page(chromium, width=width, scheme=scheme) as page:
        seen = chrome.visit(page, site + path)
        broken = {
            "sticks out sideways": seen.overflow,
            "asks another host": [url for url in seen.requests if not url.startswith((site, "data:"))],
            "loads the search": [url for url in seen.requests if "search-" in url or "soegning" in url],
            "weighs too much": seen.bytes * (seen.bytes > 100_000),
            "keeps something": seen.kept,
            "a script fails": seen.errors,
            "targets under 24 pixels": seen.small_targets,
            "text under 17 pixels": seen.small_text,
            "focus is lost": reach.walked(page) if width == 320 else [],
        }
        kept = page.evaluate(chrome.KEPT)
    assert {what: found for what, found in broken.items() if found} == {}
    assert seen.requests
    assert kept == ""


def test_the_first_stop_leads_to_the_content(page: Page, site: str):
    for path in PAGES:
        page.goto(site + path)
        page.keyboard.press("Tab")
        # Nobody has said where the site stands, so the page for what is missing leads nowhere.
        first = "" if path == MISSING else "Gå til indhold"
        assert (
            page.evaluate("document.activeElement.matches('.skip') ? document.activeElement.textContent : ''") == first
        )


def test_everything_can_be_read_without_scripts(chromium: Browser, site: str):
    with chrome.page(chromium) as with_scripts, chrome.page(chromium, java_script_enabled=False) as without:
        for path in (FRONT, BENCHMARK, LETTER, INDICATOR, OVERVIEW):
            texts = []
            for page in (with_scripts, without):
                page.goto(site + path)
                page.locator(".interactive").evaluate_all("buttons => buttons.forEach(button => button.remove())")
                texts.append(page.locator("main").inner_text())
            assert texts[1]
            assert texts[0] == texts[1]
            assert page.get_by_role("navigation", name="Hovedmenu").get_by_role("link").count() == len(MENU)


@pytest.mark.parametrize("path", [INDICATOR, FRONT])
@each_width
def test_chart_text_is_at_least_13_pixels(page: Page, site: str, path: str, width: int):  # noqa: ARG001
    page.goto(site + path)
    drawn = page.evaluate(chrome.SMALL_CHART_TEXT)
    assert drawn["texts"] > 0 or path == FRONT
    assert drawn["texts"] == 0 or drawn["smallest"] >= 13


@each_width
def test_the_main_menu_is_plain_links_that_say_where_we_are(page: Page, site: str, width: int):
    page.goto(site + BENCHMARK)
    folded = page.get_by_text("Menu", exact=True)
    assert folded.is_visible() is (width == 320)
    if width == 320:
        folded.click()
    menu = page.get_by_role("navigation", name="Hovedmenu").get_by_role("link")
    assert menu.all_inner_texts() == MENU
    assert [link.get_attribute("aria-current") for link in menu.all()] == ["true", *[None] * (len(MENU) - 1)]
    assert all((link.bounding_box() or {})["height"] >= 44 for link in menu.all())
    assert all((link.bounding_box() or {})["width"] >= 44 for link in menu.all())
    menu.first.click()
    page.wait_for_url(f"{site}/pejlemaerker/")
    assert page.locator(".main-nav a").first.get_attribute("aria-current") == "page"


def test_the_head_leaves_a_small_screen_to_the_page(chromium: Browser, site: str):
    with chrome.page(chromium, width=320, java_script_enabled=False) as page:
        page.goto(site + BENCHMARK)
        assert page.locator(".head").evaluate("head => head.offsetHeight") <= 130
        page.get_by_text("Menu", exact=True).focus()
        page.keyboard.press("Enter")
        assert page.get_by_role("link", name="Overblik").first.is_visible()


def test_the_skip_link_leads_past_the_menu(page: Page, site: str):
    page.goto(site + BENCHMARK)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('#indhold').contains(document.activeElement)")


def test_print_opens_what_is_folded_and_hides_what_cannot_be_pressed(page: Page, site: str):
    page.goto(site + INDICATOR)
    folded = page.locator("main details table").first
    assert not folded.is_visible()
    page.emulate_media(media="print")
    assert folded.evaluate("table => table.checkVisibility({contentVisibilityAuto: true}) && table.offsetHeight > 0")
    for hidden in (".main-nav", ".menu > summary", ".search", ".crumbs", ".skip >> nth=0"):
        assert not page.locator(hidden).is_visible()
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


def test_print_shows_the_addresses_of_links_that_leave(page: Page, site: str):
    page.goto(site + HAND_WRITTEN)
    page.evaluate("document.querySelector('#indhold').insertAdjacentHTML('beforeend', '<a href=https://a.dk/b>B</a>')")
    page.emulate_media(media="print")
    after = "getComputedStyle(document.querySelector('[href=\"https://a.dk/b\"]'), '::after').content"
    assert page.evaluate(after) == '" (" attr(href) ")"' or page.evaluate(after) == '" (https://a.dk/b)"'


def test_a_benchmark_prints_as_a_tagged_document(page: Page, site: str, tmp_path: Path):
    page.goto(site + BENCHMARK)
    printed = page.pdf(path=tmp_path / "p4.pdf", prefer_css_page_size=True, tagged=True)
    assert b"/StructTreeRoot" in printed
    assert b"/Lang (da)" in printed


def test_forced_colours_keep_statuses_apart_from_text(page: Page, site: str):
    page.emulate_media(forced_colors="active")
    page.goto(site + BENCHMARK)
    assert page.locator(".tag").first.evaluate("tag => getComputedStyle(tag).borderTopStyle") == "solid"
