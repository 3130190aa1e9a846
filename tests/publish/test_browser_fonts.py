"""The site set in a wide and in a narrow font: nothing may depend on which fonts a machine has.

A machine without them says so and skips; `apt-get install fonts-dejavu` brings both.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import browser as chrome
import pytest
from charting import AWKWARD, DOCUMENTS, ledger
from playwright.sync_api import Browser, Page

from generator.base.text import opening
from generator.charts import Addresses, view
from generator.publish.pages import MOST_SAID

pytestmark = pytest.mark.browser

PAGES = (
    "/",
    "/404.html",
    "/aendringer/",
    "/data/",
    "/emner/job/",
    "/hoeringer/pejlemaerker-2025/handicapraadet/",
    "/hoeringer/pejlemaerker-2025/",
    "/hoeringer/pejlemaerker-2025/hvidbog/",
    "/hvordan-gaar-det/",
    "/indikatorer/budget/",
    "/indsatser/",
    "/maal/t2024-1/",
    "/moede/",
    "/ordliste/",
    "/organisationer/handicapraadet/",
    "/overblik/",
    "/overblik/mangler/",
    "/pejlemaerker/p4/",
    "/pejlemaerker/p9/",
    "/planer/2024/",
    "/soeg/",
)
INDICATOR = "/indikatorer/beskaeftigelsesfrekvens/"
CLOSE = "Luk interaktivt diagram"
TALLEST = 120
HEIGHTS = "() => [...document.querySelectorAll('tbody tr')].map(row => row.offsetHeight)"
LONG = opening(
    "Rådet vil vide, hvem der hjælper borgere med handicap i hverdagen, og hvem de kan ringe til, når " * 2, MOST_SAID
)
REAL_WIDTH = """() => {
  const ruler = document.createElement('canvas').getContext('2d');
  ruler.font = `100px ${getComputedStyle(document.body).fontFamily}`;
  return ruler.measureText('Arbejdsmarked').width;
}"""


@pytest.fixture(scope="module", params=["wide", "narrow"])
def lettered(request: pytest.FixtureRequest, chromium: Browser, tmp_path_factory: Any) -> Iterator[Browser]:
    """Start a browser in which everything is set in one font."""
    families = (chrome.WIDE,) if request.param == "wide" else chrome.NARROW
    family = next(filter(chrome.installed, families), None)
    if family is None:
        pytest.skip(f"No {request.param} font is installed: apt-get install fonts-dejavu.")
    environment = chrome.set_in(family, tmp_path_factory.mktemp("fonts"))
    with chrome.started(chromium, env=environment) as browser:
        yield browser


@pytest.fixture(scope="module")
def window(lettered: Browser) -> Iterator[Page]:
    """Open a page; a reader's own styles are the browser's, and no policy of a page is asked."""
    with chrome.page(lettered, bypass_csp=True) as made:
        yield made


@pytest.fixture
def page(window: Page) -> Page:
    return chrome.anew(window, width=320)


def test_the_fonts_are_not_the_same(chromium: Browser, tmp_path_factory: Any):
    """Without this the tests below could run twice in one and the same font."""
    found = [next(filter(chrome.installed, families), None) for families in ((chrome.WIDE,), chrome.NARROW)]
    if None in found:
        pytest.skip("A wide and a narrow font are not both installed: apt-get install fonts-dejavu.")
    widths = []
    for family in found:
        environment = chrome.set_in(str(family), tmp_path_factory.mktemp("fonts"))
        with chrome.started(chromium, env=environment) as browser:
            page = browser.new_page()
            page.set_content("<body style='font-family: Arial, sans-serif'>")
            widths.append(page.evaluate(REAL_WIDTH))
    assert widths[0] > 1.08 * widths[1]


@pytest.mark.parametrize("path", PAGES)
def test_nothing_sticks_out_is_cut_or_meets(page: Page, site: str, path: str):
    page.goto(site + path)
    for width in (1280, 768, 320):
        page.set_viewport_size({"width": width, "height": 900})
        plain = chrome.answers(page, chrome.OVERFLOW, chrome.CUT_TEXT, chrome.MEETING)
        assert (width, *plain) == (width, 0, [], [])
        _, *spaced, _ = chrome.answers(page, chrome.SPACED, chrome.OVERFLOW, chrome.CUT_TEXT, chrome.UNSPACED)
        assert (width, *spaced) == (width, 0, [])


def test_lines_hold_68_characters(page: Page, site: str):
    """Narrow letters let one line in a hundred run a little longer, so that no editor has to reword for it."""
    page.set_viewport_size({"width": 1280, "height": 900})
    lines = []
    for path in (*PAGES, "/was/"):
        page.goto(site + path)
        lines += page.evaluate(chrome.LINES)
    assert len(lines) > 400
    assert max(lines) <= 72
    assert sum(length > 68 for length in lines) <= len(lines) / 100


@pytest.mark.parametrize("path", ["/overblik/", "/overblik/hoeringspunkter/", "/overblik/maal/"])
def test_no_row_of_an_overview_is_tall(page: Page, site: str, path: str):
    """Whatever a point says: each is given a long number, and a sentence as long as it may be."""
    page.goto(site + path)
    page.locator(".says").evaluate_all("(all, text) => all.forEach(one => { one.textContent = text })", LONG)
    page.locator("tbody th .id").evaluate_all("all => all.forEach(one => { one.textContent = 'HR25-10-2' })")
    for width in (1280, 768, 320):
        page.set_viewport_size({"width": width, "height": 900})
        assert (width, [height for height in page.evaluate(HEIGHTS) if height > TALLEST]) == (width, [])


def test_names_in_the_interactive_chart_stay_inside_and_apart(page: Page, site: str):
    page.goto(site + INDICATOR)
    for name, rows in AWKWARD.items():
        drawn = view(ledger(*rows, unit="antal"), DOCUMENTS, Addresses({"a": "/"}, "/"), ids="x").figure
        chrome.draw(page, drawn)
        assert (name, page.evaluate(chrome.LIVE_MEETING), page.evaluate(chrome.OVERFLOW)) == (name, [], 0)
        page.get_by_role("button", name=CLOSE).first.press("Enter")
        page.locator(".live").wait_for(state="detached")


def test_no_number_on_an_axis_is_hidden(page: Page, site: str):
    page.goto(site + INDICATOR)
    rows = [(str(year), "byen", 250_000 * (year - 2015)) for year in range(2016, 2021)]
    drawn = view(ledger(*rows, unit="antal"), DOCUMENTS, Addresses({"a": "/"}, "/"), ids="x").figure
    chrome.draw(page, drawn)
    ticks = page.locator(".live :is(.xtick, .ytick) text")
    assert ticks.count() > 4
    assert ticks.evaluate_all("all => all.filter(one => getComputedStyle(one).display === 'none')") == []
    assert page.evaluate(chrome.LIVE_MEETING) == []
