"""What readers come for, from the front page: how many clicks and presses of Tab it takes, and whether it is seen."""

from __future__ import annotations

import browser as chrome
import pytest
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

MOST_CLICKS = 3
MOST_STOPS = 30

TASKS = {
    "what a council said about a benchmark, and what was answered": (
        ["main a[href$='pejlemaerker/p4/']"],
        "table.said tbody tr:has-text('HR25-4-1') .tag",
    ),
    "which benchmarks have no figure": (["main a[href$='mangler/#uden-maaling']"], "#uden-maaling + ul li a"),
    "how employment went beside the country": (["main a[href$='hvordan-gaar-det/']"], "#ved-siden-af"),
    "what is new": (["main a[href$='aendringer/']"], "h1:has-text('Nyt på siden')"),
    "a print of a benchmark for a meeting": (
        ["main a[href$='pejlemaerker/p4/']", "a[href$='moede/#p4']"],
        "#p4",
    ),
    "the unanswered points about a theme": (
        ["main a[href$='emner/']", "main a[href$='job/uden-svar-i-kilderne/']"],
        "main a.id",
    ),
}
# How often Tab is pressed until a link has focus, from the top or past the menu.
STOPS = """link => {
  const stops = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), summary, [tabindex="0"]')]
    .filter(stop => stop.checkVisibility());
  const past = stops.filter(stop => stop.closest('#indhold'));
  return Math.min(stops.indexOf(link) + 1, past.includes(link) ? past.indexOf(link) + 2 : Infinity);
}"""
IN_VIEW = """goal => {
  const box = goal.getBoundingClientRect();
  return box.height > 0 && box.top >= 0 && box.top < innerHeight;
}"""


@pytest.mark.parametrize("task", TASKS)
def test_it_is_a_few_clicks_away_and_in_the_first_screen(chromium: Browser, site: str, task: str):
    links, goal = TASKS[task]
    assert len(links) <= MOST_CLICKS
    with chrome.page(chromium) as page:
        page.goto(f"{site}/")
        for link in links:
            found = page.locator(link).first
            assert found.evaluate(STOPS) <= MOST_STOPS
            found.press("Enter")
            page.wait_for_load_state()
        assert page.locator(goal).first.evaluate(IN_VIEW)
