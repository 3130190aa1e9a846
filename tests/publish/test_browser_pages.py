"""Every page of two plans in a browser: what is fast is asked of each of them, in one window that walks through all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import browser as chrome
import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

SCREEN = 900
FRONT = "/"  # is an overview of its own, with a line for each of its parts

# How often Tab is pressed, from the top of a page, until focus stands at each point or at a link to it; a link to a
# place on the page, once focus stands on it, leads there without another press.
STOPS = """() => {
  const stops = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), summary, [tabindex="0"]')]
    .filter(stop => stop.checkVisibility() && !stop.disabled);
  const place = new Map(stops.map((stop, number) => [stop, number]));
  const presses = stops.map(() => Infinity), reached = new Map();
  const next = goal => stops.findIndex(stop => goal.contains(stop)
    || goal.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING);
  const waiting = [[1, 0]];
  while (waiting.length) {
    const [pressed, number] = waiting.shift();
    if (number < 0 || number >= stops.length || pressed >= presses[number]) continue;
    presses[number] = pressed;
    waiting.push([pressed + 1, number + 1]);
    const address = stops[number].getAttribute('href') || '';
    const goal = address.startsWith('#') && document.getElementById(decodeURIComponent(address.slice(1)));
    if (!goal) continue;
    reached.set(goal, Math.min(pressed, reached.get(goal) ?? Infinity));
    waiting.push([pressed + 1, next(goal)]);
  }
  const points = [...document.querySelectorAll('main a.id, main .letter-point')];
  const far = point => Math.min(presses[place.get(point) ?? -1] ?? Infinity, reached.get(point) ?? Infinity);
  return points.filter(point => point.checkVisibility()).map(point => [point.id || point.textContent, far(point)]);
}"""
PRESSED = """() => {
  const stop = document.activeElement, goal = document.querySelector(':target');
  return [stop.textContent.trim().slice(0, 40), goal ? goal.id : ''];
}"""
FIRST = """() => {
  const point = [...document.querySelectorAll('main a.id')].find(one => one.checkVisibility());
  return point ? point.getBoundingClientRect().top : 0;
}"""
HEIGHT = "() => document.documentElement.scrollHeight"
TALLEST = "() => Math.max(0, ...[...document.querySelectorAll('tbody tr')].map(row => row.offsetHeight))"
# Of all lines of the text, how many of a hundred end left of the middle of the page.
LEFT = """() => {
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  const range = document.createRange(), ends = new Map();
  for (let node; (node = walker.nextNode());) {
    const inside = node.parentElement;
    if (!node.textContent.trim() || inside.closest('svg, .unseen') || !inside.checkVisibility()) continue;
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      const line = Math.round((box.top + box.bottom) / 16);
      if (box.width > 1) ends.set(line, Math.max(ends.get(line) ?? 0, box.right));
    }
  }
  return ends.size > 40 ? 100 * [...ends.values()].filter(end => end < innerWidth / 2).length / ends.size : 0;
}"""

PARTS = 2
"""So many tests share the pages that axe is asked about."""

Walk = Callable[[Callable[[Page, str], Any]], dict[str, Any]]


def paths(folder: Path) -> list[str]:
    """List the addresses of a built site's pages, but for those that lead on to others."""
    found = sorted(path for path in folder.rglob("*.html") if 'http-equiv="refresh"' not in path.read_text("utf-8"))
    return [f"/{path.relative_to(folder).as_posix().removesuffix('index.html')}" for path in found]


def asked(folder: Path) -> list[str]:
    """List the pages that axe is asked about, which is slow: of each kind, the longest."""
    kinds: dict[tuple[str, int], list[str]] = {}
    for path in paths(folder):
        parts = path.strip("/").split("/")
        kinds.setdefault((parts[0], len(parts)), []).append(path)
    found: set[str] = set()
    for same in kinds.values():
        same.sort(key=lambda path: (folder / path.strip("/") / ("index.html" * path.endswith("/"))).stat().st_size)
        found.add(same[-1])
    return sorted(found)


def wrong(found: dict[str, Any]) -> dict[str, Any]:
    """Keep the pages on which something was found."""
    return {path: what for path, what in found.items() if what}


@pytest.fixture(scope="module", params=["town", "year"])
def folder(request: pytest.FixtureRequest, published: Path, year_published: Path) -> Path:
    return {"town": published, "year": year_published}[request.param]


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    with chrome.served(folder) as address:
        yield address


@pytest.fixture
def walk(chromium: Browser, folder: Path, address: str, request: pytest.FixtureRequest) -> Iterator[Walk]:
    """Open every page in one window, and give what was found on each."""
    width = getattr(request, "param", 1280)
    scheme = "dark" if width == 320 else "light"
    with chrome.context(chromium, width=width, scheme=scheme, bypass_csp=True) as window:
        page = window.new_page()

        def every(find: Callable[[Page, str], Any]) -> dict[str, Any]:
            found = {}
            for path in paths(folder):
                page.goto(address + path)
                found[path] = find(page, path)
            assert len(found) > 80
            return found

        yield every


@pytest.mark.parametrize("part", range(PARTS))
def test_axe_finds_nothing_on_any_kind_of_page(chromium: Browser, folder: Path, address: str, part: int):
    """Of what is not asked for by any law either: text stands out by seven to one."""
    with chrome.context(chromium, bypass_csp=True) as window:
        page = window.new_page()
        found = {}
        for path in asked(folder)[part::PARTS]:
            page.goto(address + path)
            found[path] = chrome.violations(page)
    assert len(found) > 10
    assert wrong(found) == {}


def test_every_page_has_the_same_frame(walk: Walk):
    def find(page: Page, path: str) -> list[str]:
        found = []
        if page.evaluate(chrome.OVERFLOW):
            found.append("sticks out")
        if path != FRONT and page.evaluate(HEIGHT) > 3 * SCREEN and not page.locator("#paa-denne-side").count():
            found.append("is longer than three screens and has no list of its places")
        if far := [point for point in page.evaluate(STOPS) if point[1] is None or point[1] > 30]:
            found.append(f"a point is too far away: {far[0]}")
        if path.startswith(("/organisationer/", "/pejlemaerker/", "/emner/")) and page.evaluate(FIRST) > SCREEN:
            found.append("the first point stands below the first screen")
        if path.startswith("/overblik/") and page.evaluate(TALLEST) > 120:
            found.append("a row is taller than 120 pixels")
        if (left := page.evaluate(LEFT)) > 80:
            found.append(f"{left:.0f} of a hundred lines end left of the middle")
        return found

    assert wrong(walk(find)) == {}


@pytest.mark.parametrize("walk", [320], indirect=True)
def test_nothing_sticks_out_is_cut_or_meets_however_it_is_spaced(walk: Walk):
    def find(page: Page, path: str) -> list[str]:  # noqa: ARG001  as all that walks is called
        before = page.evaluate(chrome.OVERFLOW)
        meets = page.evaluate(chrome.MEETING)
        page.add_style_tag(content=chrome.TEXT_SPACING)
        after = page.evaluate(chrome.OVERFLOW)
        return ["sticks out"] * bool(before or after) + meets + page.evaluate(chrome.CUT_TEXT)

    assert wrong(walk(find)) == {}


def test_the_keyboard_goes_where_it_is_counted_to(chromium: Browser, address: str, folder: Path):
    """Count along with real presses: over the list of a letter's places to its last point."""
    letter = next(path for path in paths(folder) if path.startswith("/hoeringer/") and path.count("/") == 4)
    with chrome.context(chromium) as window:
        page = window.new_page()
        page.goto(address + letter)
        name, far = max(page.evaluate(STOPS), key=lambda point: point[1])
        assert 2 < far <= 30
        pressed = 2
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        assert page.evaluate(PRESSED) == ["Gå til »På denne side«", ""]
        page.keyboard.press("Enter")
        places = page.locator("#paa-denne-side a")
        section = page.locator(f"#{name}").evaluate(
            """point => [...document.querySelectorAll('.letter h2')]
              .filter(head => head.compareDocumentPosition(point) & Node.DOCUMENT_POSITION_FOLLOWING).pop().id"""
        )
        for link in places.all():
            page.keyboard.press("Tab")
            pressed += 1
            if link.get_attribute("href") == f"#{section}":
                break
        page.keyboard.press("Enter")
        while page.evaluate("document.activeElement.getAttribute('href')") != f"#{name}":
            page.keyboard.press("Tab")
            pressed += 1
            assert pressed <= 40
    assert pressed == far
