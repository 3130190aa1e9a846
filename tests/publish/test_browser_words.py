"""Long words in a browser: broken with a hyphen where there is no room, and whole to whoever copies or hears them."""

from __future__ import annotations

from collections.abc import Iterator

import browser as chrome
import pytest
from playwright.sync_api import Browser, Page

from generator.publish.breaking import broken

pytestmark = pytest.mark.browser

WORD = "Arbejdsmarkedsuddannelsesudvalgsformandskabet"
# How many lines a word takes, and whether any of them is wider than the window.
LINES = """selector => {
  const range = document.createRange();
  range.selectNodeContents(document.querySelector(selector));
  const boxes = [...range.getClientRects()].filter(box => box.width);
  return [new Set(boxes.map(box => Math.round(box.top))).size, Math.max(...boxes.map(box => box.right)) <= innerWidth];
}"""
IN_ROWS = """() => [...document.querySelectorAll('i:empty')].map(sign => sign.parentElement)
  .filter(e => /flex|grid/.test(getComputedStyle(e).display)).map(e => e.outerHTML)"""


@pytest.fixture
def page(chromium: Browser, site: str) -> Iterator[Page]:
    """Open a page at 320 px whose heading, first cell and list of parts hold a long word."""
    with chrome.page(chromium, width=320) as made:
        made.context.grant_permissions(["clipboard-read", "clipboard-write"])
        made.goto(f"{site}/om/")
        body = broken(f"<h1>{WORD}</h1><nav class='rail'><ul><li><a href='#a'>{WORD}</a></li></ul></nav>")
        made.evaluate("body => { document.querySelector('.page').innerHTML = body; }", body)
        yield made


@pytest.mark.parametrize("selector", ["h1", ".rail a"])
def test_a_long_word_is_broken_where_there_is_no_room(page: Page, selector: str):
    lines, fits = page.evaluate(LINES, selector)
    assert lines > 1
    assert fits


def test_a_copied_word_is_the_word(page: Page):
    page.evaluate("() => getSelection().selectAllChildren(document.querySelector('h1'))")
    page.keyboard.press("Control+C")
    assert page.evaluate("() => navigator.clipboard.readText()") == WORD


def test_the_word_is_whole_to_a_screen_reader(page: Page):
    assert page.get_by_role("heading", name=WORD, exact=True).count() == 1
    assert page.get_by_role("link", name=WORD, exact=True).count() == 1


@pytest.mark.parametrize("path", ["/pejlemaerker/p7/", "/overblik/", "/hvordan-gaar-det/", "/moede/", "/was/"])
def test_no_part_of_a_word_stands_in_a_row_by_itself(page: Page, site: str, path: str):
    page.goto(site + path)
    assert page.locator("i:empty").count()
    assert page.evaluate(IN_ROWS) == []
