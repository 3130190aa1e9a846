"""Benchmarks for a meeting on paper, as Chromium prints them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import browser as chrome
import pdf
import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

MEETING = "/moede/"
MOST_SHEETS = 2

Printed = Callable[[str], list[str]]


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Page:
    with chrome.page(chromium) as made:
        yield made


@pytest.fixture(scope="module")
def printed(page: Page, site: str) -> Printed:
    """Open a page anew and give the letters of every sheet."""

    def sheets(path: str) -> list[str]:
        page.goto("about:blank")
        page.goto(site + path)
        return pdf.pages(page.pdf(prefer_css_page_size=True))

    return sheets


# The words that a reader sees; what is only read aloud is left out. A caption says what points and answers are, and
# what changed in a text shows both its wordings.
WORDS = """section => {
  const copy = section.cloneNode(true);
  copy.querySelectorAll('.unseen, .choose, .sheet-points thead, .diff + .apart').forEach(part => part.remove());
  copy.querySelectorAll('th, td, p').forEach(part => part.append(' '));
  return copy.textContent.split(/\\s+/).filter(Boolean);
}"""


@pytest.mark.parametrize("number", range(1, 11))
def test_one_benchmark_takes_at_most_two_sheets_and_loses_nothing(page: Page, printed: Printed, number: int):
    sheets = printed(f"{MEETING}#p{number}")
    assert 1 <= len(sheets) <= MOST_SHEETS
    letters = "".join(sheets)
    words = page.locator(f"section:has(> h2#p{number})").evaluate(WORDS)
    assert len(words) > 20
    assert [word for word in words if pdf.squeezed(word) not in letters] == []
    others = page.locator(f"section > h2:not(#p{number})").all_inner_texts()
    assert len(others) == 9
    assert [other for other in others if pdf.squeezed(other) in letters] == []


THRICE = """section => {
  const rows = section.querySelector('.sheet-points tbody');
  rows.append(...[...rows.rows, ...rows.rows].map(row => row.cloneNode(true)));
  return [rows.rows.length, rows.querySelectorAll('td:last-child .tag:not(.wait)').length];
}"""


def test_a_score_of_points_with_their_answers_takes_two_sheets(page: Page, year_published: Path):
    with chrome.served(year_published) as address:
        page.goto(f"{address}{MEETING}#p1")
        section = page.locator("section:has(> h2#p1)")
        assert section.evaluate(THRICE) == [21, 15]
        words = section.evaluate(WORDS)
        sheets = pdf.pages(page.pdf(prefer_css_page_size=True))
    assert len(sheets) <= MOST_SHEETS
    letters = "".join(sheets)
    assert [word for word in words if pdf.squeezed(word) not in letters] == []


def test_all_are_printed_each_on_paper_of_its_own(printed: Printed):
    sheets = printed(MEETING)
    firsts = [re.search(r"Pejlemærke(\d+):", sheet) for sheet in sheets]
    assert [first[1] for first in firsts if first] == [str(number) for number in range(1, 11)]
    assert all(len(re.findall(r"Pejlemærke\d+:", sheet)) <= 1 for sheet in sheets)
    assert all(len(sheet) > 100 for sheet in sheets)


def test_a_cross_chooses_what_is_printed_whatever_the_address_says(page: Page, site: str):
    page.goto("about:blank")
    page.goto(f"{site}{MEETING}#p4")
    page.get_by_label("Tag med på print: pejlemærke 2").check()
    page.get_by_label("Tag med på print: pejlemærke 7").check()
    letters = "".join(pdf.pages(page.pdf(prefer_css_page_size=True)))
    assert re.findall(r"Pejlemærke(\d+):", letters) == ["2", "7"]


def test_a_benchmark_leads_to_its_own_sheet(page: Page, site: str):
    page.goto(f"{site}/pejlemaerker/p4/")
    page.get_by_role("link", name="Print til møde").first.click()
    assert page.url == f"{site}{MEETING}#p4"
