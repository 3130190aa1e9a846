"""The pages on which answers stand, in a browser, on the plan where a year has passed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import browser as chrome
import pytest
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

PAGES = (
    "/hoeringer/pejlemaerker-2026/handicapraadet/",
    "/organisationer/handicapraadet/",
    "/organisationer/handicapraadet/efter-svar/",
    "/pejlemaerker/p1/",
)


# States whose number stands below or beside them on another line, where another state would seem to have it.
APART = """() => [...document.querySelectorAll('.tallied')].filter(one => {
  const [tag, number] = [...one.children].map(part => part.getBoundingClientRect());
  return number.top > tag.bottom - 4 || number.height > 40;
}).map(one => one.textContent)"""


@pytest.fixture(scope="module")
def later(chromium: Browser, year_published: Path) -> Iterator[str]:  # noqa: ARG001  without a browser nothing is built
    """Give the address of the year's site."""
    with chrome.served(year_published) as address:
        yield address


def test_answers_fit_on_every_screen(chromium: Browser, later: str):
    with chrome.page(chromium) as page:
        for path in PAGES:
            page.goto(later + path)
            assert page.locator(".tag").count() > 1
            for width in (1280, 768, 320):
                page.set_viewport_size({"width": width, "height": chrome.HEIGHT})
                assert (path, width, page.evaluate(chrome.OVERFLOW)) == (path, width, 0)


@pytest.mark.parametrize("path", ["/overblik/", "/hoeringer/pejlemaerker-2026/", "/pejlemaerker/p1/", PAGES[1]])
def test_a_number_stands_beside_the_state_it_counts(chromium: Browser, later: str, path: str):
    with chrome.page(chromium) as page:
        page.goto(later + path)
        assert page.locator(".tallied").count() > 4
        for width in range(320, 1300, 70):
            page.set_viewport_size({"width": width, "height": chrome.HEIGHT})
            assert (width, page.evaluate(APART)) == (width, [])


def test_a_date_stands_on_one_line_and_no_answered_point_has_an_age_on_a_phone(chromium: Browser, later: str):
    with chrome.page(chromium) as page:
        page.goto(later + PAGES[1])
        dates = page.locator(".points td .meta")
        assert dates.count() > 4
        assert max(box["height"] for box in (one.bounding_box() for one in dates.all()) if box) < 30
        ages = page.get_by_text("Besvaret", exact=True).and_(page.locator(".none"))
        assert ages.evaluate_all("all => all.map(one => one.checkVisibility())") == [True] * 5
        page.set_viewport_size({"width": 320, "height": chrome.HEIGHT})
        assert ages.evaluate_all("all => all.map(one => one.checkVisibility())") == [False] * 5


def test_no_date_is_broken_beside_what_is_missing(chromium: Browser, later: str):
    with chrome.page(chromium) as page:
        page.goto(f"{later}/overblik/mangler/")
        dates = page.locator("#ubesvarede + ul .meta .span")
        for width in range(320, 1300, 140):
            page.set_viewport_size({"width": width, "height": chrome.HEIGHT})
            lines = dates.evaluate_all("all => all.map(one => one.getClientRects().length)")
            assert (width, lines) == (width, [1, 1])
