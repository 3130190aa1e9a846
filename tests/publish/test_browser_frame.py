"""What a reader finds without scrolling far: the frame of long pages, and how long they are, in a browser."""

from __future__ import annotations

from collections.abc import Iterator

import browser as chrome
import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

SCREEN = 900
BENCHMARK = "/pejlemaerker/p4/"
PROGRESS = "/hvordan-gaar-det/"
LONG = (
    BENCHMARK,
    PROGRESS,
    "/emner/job/",
    "/organisationer/handicapraadet/",
    "/overblik/mangler/",
    "/indsatser/",
    "/planer/2024/",
    "/maal/t2024-1/",
    "/moede/",
)
HEIGHT = "() => document.documentElement.scrollHeight"
# How often Tab is pressed until a link to a point is reached, going down the page or by the list of its parts.
STOPS = """() => {
  const stops = [...document.querySelectorAll('a[href], button, input, summary')].filter(e => e.checkVisibility());
  const point = stops.findIndex(e => e.matches('main .id'));
  return point + 1;
}"""


@pytest.fixture(scope="module")
def opened(chromium: Browser) -> Iterator[tuple[Page, Page]]:
    with chrome.page(chromium) as small, chrome.page(chromium) as large:
        yield small, large


@pytest.fixture
def windows(opened: tuple[Page, Page]) -> dict[int, Page]:
    return {width: chrome.anew(page, width=width) for page, width in zip(opened, (320, 1280), strict=True)}


@pytest.mark.parametrize("path", LONG)
def test_what_is_longer_than_three_screens_lists_its_parts(windows: dict[int, Page], site: str, path: str):
    page = windows[1280]
    page.goto(site + path)
    rail = page.get_by_role("navigation", name="På denne side")
    assert rail.count() == 1 or page.evaluate(HEIGHT) <= 3 * SCREEN
    if rail.count():
        box, text = rail.bounding_box(), page.locator(".railed > .text").bounding_box()
        assert box
        assert text
        assert box["x"] > text["x"] + text["width"]
        page.evaluate("() => scrollTo(0, document.documentElement.scrollHeight / 2)")
        assert rail.is_visible()


def test_the_letters_of_the_glossary_stand_above_its_words_which_take_two_columns(windows: dict[int, Page], site: str):
    edges = "words => words.map(word => Math.round(word.getBoundingClientRect().left))"
    for width, columns in ((1280, 2), (320, 1)):
        page = windows[width]
        page.goto(f"{site}/ordliste/")
        letters = page.get_by_role("navigation", name="På denne side").bounding_box()
        words = page.locator(".glossary").first.bounding_box()
        assert letters
        assert words
        assert letters["y"] + letters["height"] < words["y"]
        longest = page.locator(".glossary").filter(has=page.locator("div:nth-child(2)")).first
        assert len(set(longest.locator("> div").evaluate_all(edges))) == columns
        summary = page.locator(".glossary + details > summary").first
        table = page.locator(".glossary + details table").first
        assert not table.is_visible()
        summary.click()
        assert table.is_visible()


@pytest.mark.parametrize("path", [BENCHMARK, "/emner/job/", "/organisationer/handicapraadet/"])
def test_a_point_is_at_most_thirty_stops_away(windows: dict[int, Page], site: str, path: str):
    page = windows[1280]
    page.goto(site + path)
    assert 0 < page.evaluate(STOPS) <= 30


@pytest.mark.parametrize("path", [BENCHMARK, "/emner/job/", "/emner/job/uden-svar-i-kilderne/"])
def test_a_point_stands_in_the_first_screen(windows: dict[int, Page], site: str, path: str):
    page = windows[1280]
    page.goto(site + path)
    assert (page.locator("main .id").first.bounding_box() or {})["y"] < SCREEN


def test_a_fact_stands_on_one_line_on_a_phone(windows: dict[int, Page], site: str):
    page = windows[320]
    page.goto(site + BENCHMARK)
    fact = page.locator(".facts > div").first
    lines = [fact.locator(part).bounding_box() or {} for part in (".k", ".v")]
    assert lines[0]["y"] < lines[1]["y"] + lines[1]["height"] / 2 < lines[0]["y"] + lines[0]["height"]


@pytest.mark.parametrize(("width", "most"), [(1280, 5600), (320, 8500)])
def test_a_benchmark_with_two_points_is_not_long(windows: dict[int, Page], site: str, width: int, most: int):
    """Its text and its charts have the rest; the widest letters make it longest."""
    page = windows[width]
    page.goto(site + BENCHMARK)
    assert page.locator(".said tbody tr").count() == 2
    assert page.evaluate(HEIGHT) <= most


def test_the_editors_rows_are_folded_on_a_phone_and_open_beside_the_rest(windows: dict[int, Page], site: str):
    for width, page in windows.items():
        page.goto(site + BENCHMARK)
        fold = page.locator("details.fold").first
        table, summary = fold.locator("table"), fold.locator("> summary")
        is_seen = "table => table.checkVisibility({contentVisibilityAuto: true}) && table.offsetHeight > 0"
        assert table.evaluate(is_seen) is (width == 1280)
        assert summary.is_visible() is (width == 320)
        if width == 320:
            summary.click()
            assert table.evaluate(is_seen)
    windows[320].emulate_media(media="print")
    assert windows[320].locator("details.fold table").last.evaluate(is_seen)


@pytest.mark.parametrize("path", [PROGRESS, "/moede/", "/emner/job/", "/ordliste/", "/indsatser/"])
def test_nothing_is_too_small(windows: dict[int, Page], site: str, path: str):
    for page in windows.values():
        page.goto(site + path)
        assert page.evaluate(chrome.SMALL_TARGETS) == []
        assert page.evaluate(chrome.SMALL_TEXT) == []


def test_the_bars_are_seen_in_forced_colours_and_on_paper(chromium: Browser, site: str):
    with chrome.page(chromium) as page:
        page.emulate_media(forced_colors="active")
        page.goto(site + PROGRESS)
        text = page.evaluate("getComputedStyle(document.body).color")
        assert page.locator("svg.against .b").first.evaluate("bar => getComputedStyle(bar).fill") == text
        page.emulate_media(media="print")
        assert page.locator("svg.against").first.is_visible()
