"""What scrolls on the screen fits on paper, and no overview scrolls or has rows that fill a screen."""

from __future__ import annotations

from pathlib import Path

import browser as chrome
import pdf
import pytest
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

OVERVIEWS = ("/overblik/", "/overblik/hoeringspunkter/", "/overblik/maal/", "/overblik/navne/")
SEEN = "all => all.map(one => one.checkVisibility())"
TALLEST = "() => Math.max(...[...document.querySelectorAll('tbody tr')].map(row => row.offsetHeight))"


@pytest.mark.parametrize(
    ("path", "is_broad"), [("/", False), ("/pejlemaerker/p4/", False), ("/hoeringer/pejlemaerker-2025/hvidbog/", True)]
)
def test_only_the_whitebook_is_printed_on_the_broad_side(chromium: Browser, site: str, path: str, is_broad: bool):  # noqa: FBT001
    with chrome.context(chromium) as window:
        page = window.new_page()
        page.goto(site + path)
        found = pdf.sizes(page.pdf(prefer_css_page_size=True))
    assert found
    assert {width > height for width, height in found} == {is_broad}


@pytest.mark.parametrize("path", [*OVERVIEWS, "/maal/", "/data/", "/hoeringer/pejlemaerker-2025/hvidbog/"])
def test_every_word_of_a_table_is_printed(chromium: Browser, site: str, path: str):
    with chrome.context(chromium) as window:
        page = window.new_page()
        page.goto(site + path)
        cells = page.locator("main :is(th, td)").evaluate_all(
            """cells => cells.map(cell => {
              const copy = cell.cloneNode(true);
              copy.querySelectorAll('.unseen').forEach(part => part.remove());
              copy.querySelectorAll('p, li, div').forEach(part => part.append(' '));
              return copy.textContent;
            })"""
        )
        letters = "".join(pdf.pages(page.pdf(prefer_css_page_size=True))).replace("-", "")
        missing = [
            word for cell in cells for word in cell.split() if pdf.squeezed(word).replace("-", "") not in letters
        ]
        assert missing == []


def test_what_nobody_has_answered_leaves_its_room_to_what_was_asked_but_on_paper(
    chromium: Browser, year_published: Path
):
    """The columns that nothing stands in are hidden where they would only take room, and printed to be filled in."""
    with chrome.served(year_published) as address, chrome.page(chromium) as page:
        page.goto(f"{address}/hoeringer/pejlemaerker-2026/hvidbog/")
        heads = page.locator("thead").first.locator("th")
        assert heads.evaluate_all(SEEN) == [True] * 7
        page.locator("table").evaluate_all("all => all.forEach(table => table.classList.add('unanswered'))")
        assert heads.evaluate_all(SEEN) == [True] * 4 + [False] * 3
        page.emulate_media(media="print")
        assert heads.evaluate_all(SEEN) == [True] * 7


@pytest.mark.parametrize("path", OVERVIEWS[:3])
@pytest.mark.parametrize("width", [1280, 768])
def test_an_overview_needs_no_scrolling_sideways_and_has_no_tall_row(
    chromium: Browser, site: str, path: str, width: int
):
    with chrome.context(chromium, width=width) as window:
        page = window.new_page()
        page.goto(site + path)
        assert page.evaluate(chrome.OVERFLOW) == 0
        assert page.locator(".scroll").count() == 0
        assert page.evaluate(TALLEST) <= 120
