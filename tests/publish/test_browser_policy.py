"""What the policy of a page allows: everything that the site does itself, and nothing that somebody put into a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

import browser as chrome
import pytest
from playwright.sync_api import Browser, Page, Route

pytestmark = pytest.mark.browser

INDICATOR = "/indikatorer/beskaeftigelsesfrekvens/"
ATTACK = """<script>document.title = "taken"</script>
<img src="/none.png" onerror="document.title = 'taken'"><p style="color: red" id="styled">Rød</p>"""


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    with chrome.page(chromium) as made:
        made.add_init_script(f"({chrome.FORBIDDEN})()")
        yield made


def test_neither_search_nor_interactive_chart_breaks_the_policy(page: Page, site: str):
    page.goto(site + INDICATOR)
    page.locator(".interactive button").first.click()
    page.locator(".interactive-chart, .js-plotly-plot").first.wait_for()
    assert page.evaluate("violations") == []


def test_nothing_that_came_into_a_page_runs(page: Page, site: str):
    def attacked(route: Route) -> None:
        body = route.fetch().text()
        route.fulfill(body=body.replace("</main>", f"{ATTACK}</main>"), content_type="text/html; charset=utf-8")

    page.route(re.compile("/om/$"), attacked)
    page.goto(site + "/om/", wait_until="networkidle")
    assert page.title() != "taken"
    assert set(page.evaluate("violations")) == {
        "script-src-elem inline",
        "script-src-attr inline",
        "style-src-attr inline",
    }
