"""Pages on paper: no word lost, and as few sheets as somebody brings to a meeting.

A sheet is only printed where its words or its number are at stake: one page of each kind and every benchmark and
letter. That nothing is cut is measured on every page, where each of them is open anyway: see `test_browser_pages`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import browser as chrome
import pdf
import pytest
from playwright.sync_api import Browser, Page, expect

from generator.publish.assets import FOLDER

pytestmark = pytest.mark.browser

# Each text of the page's content, also what is folded away; navigation and what is only read aloud are no part of it,
# nor is what a fold is called that stands open, or a column where rows run on, or the table's own numbers once more.
TEXTS = """() => {
  const left = '.rail, .beside, .filter, .pager ul, .ways, .unseen, .crumbs, .search, .narrow, .shortcut, [hidden],'
    + ' .interactive, .onward, :is(.fold, .rest, .links) > summary, figure.diagram :is(summary, caption),'
    + ' .key-figures, :is(.said, .why) > thead, svg, script';
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT), found = [];
  for (let node; (node = walker.nextNode());) {
    if (node.textContent.trim() && !node.parentElement.closest(left)) found.push(node.textContent);
  }
  return found;
}"""
ONE_OF_A_KIND = (
    "",
    "aendringer/",
    "data/",
    "emner/job/",
    "hoeringer/pejlemaerker-2026/",
    "hoeringer/pejlemaerker-2026/hvidbog/",
    "hvordan-gaar-det/",
    "indikatorer/ledige/",
    "kilder/hoeringsbrev-2026/",
    "ordliste/",
    "overblik/",
    "overblik/hoeringspunkter/navne/",
    "redaktoer/",
)
BENCHMARKS = ("pejlemaerker/p1/", "pejlemaerker/p2/", "pejlemaerker/p3/")
MANY_CHARTS = (
    ("published", "pejlemaerker/p9/"),
    ("placed", "fokusomraader/f2/"),
)
LETTERS = ("hoeringer/pejlemaerker-2026/handicapraadet/", "hoeringer/pejlemaerker-2026/aeldreraadet/")


@pytest.fixture(scope="module")
def year_site(chromium: Browser, year_published: Path) -> Iterator[str]:  # noqa: ARG001  without a browser nothing is built
    with chrome.served(year_published) as address:
        yield address


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    with chrome.context(chromium) as window:
        yield window.new_page()


def letters(data: bytes) -> str:
    """Give the letters of all sheets on end, without their numbers and without hyphens."""
    return "".join(re.sub(r"Side\d+af\d+$", "", sheet) for sheet in pdf.pages(data)).replace("-", "")


@pytest.mark.parametrize("path", [*ONE_OF_A_KIND, *BENCHMARKS, *LETTERS])
def test_every_word_of_a_page_is_printed_once_its_folds_are_open(page: Page, year_site: str, path: str):
    page.goto(f"{year_site}/{path}")
    data = page.pdf(prefer_css_page_size=True)
    found = letters(data)
    words = [word for text in page.evaluate(TEXTS) for word in text.replace("\u00ad", "").split()]
    assert len(words) > 10
    assert [word for word in words if pdf.squeezed(word).replace("-", "") not in found] == []
    most = 4 if path in BENCHMARKS else 10 if path in LETTERS else 20
    assert len(pdf.pages(data)) <= most


@pytest.mark.parametrize(("plan", "path"), MANY_CHARTS)
def test_a_benchmark_with_many_charts_is_four_sheets_at_most(
    chromium: Browser, request: pytest.FixtureRequest, plan: str, path: str
):
    folder: Path = request.getfixturevalue(plan)
    with chrome.served(folder) as address, chrome.context(chromium) as window:
        page = window.new_page()
        page.goto(f"{address}/{path}")
        assert page.locator("svg.chart.n").count() >= 3
        assert len(pdf.pages(page.pdf(prefer_css_page_size=True))) <= 4


def test_paper_is_the_same_from_a_narrow_and_a_dark_screen(chromium: Browser, year_site: str):
    found = []
    for width, scheme in ((1280, "light"), (320, "dark")):
        with chrome.context(chromium, width=width, scheme=scheme) as window:
            page = window.new_page()
            page.goto(f"{year_site}/pejlemaerker/p1/")
            found.append(pdf.pages(page.pdf(prefer_css_page_size=True)))
            page.emulate_media(media="print")
            assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert found[0] == found[1]


def test_a_menu_and_the_way_round_a_page_are_not_printed(page: Page, year_site: str):
    page.goto(f"{year_site}/pejlemaerker/p1/")
    page.emulate_media(media="print")
    assert page.locator(".main-nav, .rail, .head .search, .crumbs, .beside, .foot nav").count() >= 5
    for part in page.locator(".main-nav, .rail, .head .search, .crumbs, .beside, .foot nav").all():
        assert not part.is_visible()
    page.emulate_media(media="null")


def test_paper_says_once_of_which_day_it_is_and_where_the_page_stands(chromium: Browser, placed: Path, year_site: str):
    with chrome.served(placed, "/plan") as address, chrome.context(chromium) as window:
        page = window.new_page()
        said = "Sådan stod det på siden den 1. marts 2040"
        for path, where in (
            ("fokusomraader/f4/", ": https://vestby.example/plan/fokusomraader/f4/"),
            ("ordliste/", ": https://vestby.example/plan/ordliste/"),
        ):
            page.goto(f"{address}/{path}")
            assert letters(page.pdf(prefer_css_page_size=True)).count(pdf.squeezed(said + where)) == 1
            expect(page.get_by_text(said)).to_be_hidden()
        page.goto(f"{year_site}/moede/#p3")
        said = pdf.squeezed("Sådan stod det på siden den 15. januar 2027")
        assert letters(page.pdf(prefer_css_page_size=True)).count(said) == 1
        page.goto(f"{year_site}/pejlemaerker/p2/")
        assert letters(page.pdf(prefer_css_page_size=True)).count(f"{said}.") == 1


def test_no_width_of_a_screen_decides_what_is_printed():
    queries = [
        query
        for name in ("pejl.css", "charts.css")
        for query in re.findall(r"@media ([^{]+) \{", (FOLDER / name).read_text("utf-8"))
    ]
    assert len(queries) > 15
    assert [query for query in queries if "-width" in query and "screen and" not in query] == []
