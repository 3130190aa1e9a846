"""Where a long word is broken, a hyphen is drawn, whatever else the style sheet asks of the line."""

from collections.abc import Iterator

import browser as chrome
import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

BARE = """() => {
  const bare = [];
  for (const sign of document.querySelectorAll("i:empty")) {
    if (!sign.previousSibling || !sign.nextSibling) continue;
    const [before, after] = [document.createRange(), document.createRange()];
    before.selectNode(sign.previousSibling);
    after.selectNode(sign.nextSibling);
    const end = [...before.getClientRects()].at(-1);
    const start = after.getClientRects()[0];
    const breaks = end && start && start.top >= end.bottom - 2;
    if (breaks && sign.getBoundingClientRect().width < 1) bare.push(sign.parentElement.textContent);
  }
  return bare;
}"""
WORD = "beskæf<i></i>ti<i></i>gel<i></i>ses<i></i>ind<i></i>satsen"


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    with chrome.page(chromium, bypass_csp=True) as made:
        yield made


@pytest.mark.parametrize("path", ["/", "/overblik/", "/hvordan-gaar-det/"])
def test_no_word_is_broken_without_a_hyphen(page: Page, site: str, path: str):
    for width in (320, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(site + path)
        assert page.evaluate(BARE) == []


@pytest.mark.parametrize("tag", ["h1", "h2", "p class='lead'"])
def test_nor_where_the_lines_of_a_heading_are_of_even_length(page: Page, site: str, tag: str):
    page.goto(site)
    heading = f"<{tag}>Ni pejlemærker for {WORD} i Randers og en masse andet her</{tag.split(maxsplit=1)[0]}>"
    for width in range(240, 640, 40):
        page.evaluate(
            f"() => document.querySelector('main').innerHTML = `<div style='width:{width}px'>{heading}</div>`"
        )
        assert page.evaluate(BARE) == [], width
