"""Every page of two plans in a browser: what is fast is asked of each of them, in one window that walks through all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import browser as chrome
import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

SCREEN = 900
WIDE, NARROW = 1280, 320
FRONT = "/"  # is an overview of its own, with a line for each of its parts

PAPER = 672  # what an A4 sheet has between its margins of 16 mm, in pixels
LONG_SIDE = 1001  # the same where a page is printed on its long side
BROAD = "() => Boolean(document.querySelector('.broad'))"  # a locator costs as much as half a load
CUT = """paper => [...document.querySelectorAll('main *')].filter(e => {
  const box = e.getBoundingClientRect();
  const style = getComputedStyle(e), cuts = axis => style[axis] !== 'visible';
  const sticks = box.right > paper + 1 || box.left < -1
    || (e.scrollWidth > e.clientWidth + 1 && cuts('overflowX'))
    || (e.scrollHeight > e.clientHeight + 1 && cuts('overflowY'));
  if (!sticks || style.display === 'inline' || style.display === 'contents') return false;
  return e.checkVisibility() && !e.closest('.unseen, svg') && e.textContent.trim();
}).map(e => `${e.tagName}.${e.getAttribute('class')} ${e.textContent.trim().slice(0, 40)}`)"""

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
PLACES = "() => Boolean(document.getElementById('paa-denne-side'))"
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

# Tables of words that must be pushed aside to be read, and cells that stand at the far end of a row that is a block.
# The figures behind a chart may have more columns than a phone has room for.
ASIDE = """() => [
  ...[...document.querySelectorAll('.scroll:not(:has(table.numbers))')]
    .filter(frame => frame.checkVisibility() && frame.scrollWidth > frame.clientWidth + 1)
    .map(frame => `a table is wider than the screen: ${frame.getAttribute('aria-label')}`),
  ...[...document.querySelectorAll('.stacked td')]
    .filter(cell => cell.checkVisibility() && !['left', 'start'].includes(getComputedStyle(cell).textAlign))
    .map(cell => `a cell stands at the right: ${cell.textContent}`),
]"""

PARTS = 2
"""So many tests share the pages, so that they can run beside each other."""


def asked(folders: dict[str, Path]) -> list[tuple[str, str]]:
    """List the pages that axe is asked about, which is slow: of each kind in any of the plans, the longest."""
    kinds: dict[tuple[str, int], list[tuple[int, str, str]]] = {}
    for name, folder in folders.items():
        for path in chrome.paths(folder):
            parts = path.strip("/").split("/")
            size = (folder / path.strip("/") / ("index.html" * path.endswith("/"))).stat().st_size
            kinds.setdefault((parts[0], len(parts)), []).append((size, name, path))
    return sorted(max(same)[1:] for same in kinds.values())


def wrong(found: dict[str, Any]) -> dict[str, Any]:
    """Keep the pages on which something was found."""
    return {path: what for path, what in found.items() if what}


@pytest.fixture(scope="module")
def folders(published: Path, year_published: Path) -> dict[str, Path]:
    return {"town": published, "year": year_published}


@pytest.fixture(scope="module")
def addresses(folders: dict[str, Path]) -> Iterator[dict[str, str]]:
    with chrome.served(folders["town"]) as town, chrome.served(folders["year"]) as year:
        yield {"town": town, "year": year}


@pytest.mark.parametrize("view", [(1280, "light"), (320, "dark")])
@pytest.mark.parametrize("part", range(PARTS))
def test_axe_finds_nothing_on_any_kind_of_page(
    still: Browser, folders: dict[str, Path], addresses: dict[str, str], part: int, view: tuple[int, str]
):
    """Of what is not asked for by any law either: text stands out by seven to one."""
    with chrome.page(still, width=view[0], scheme=view[1], bypass_csp=True) as page:
        found = {}
        for name, path in asked(folders)[part::PARTS]:
            page.goto(addresses[name] + path)
            found[path] = chrome.violations(page)
    assert len(found) > 15
    assert wrong(found) == {}


@pytest.mark.parametrize(("colour", "found"), [("#ddd", 1), ("#888", 1), ("#666", 1), ("#555", 0)])
def test_axe_finds_what_stands_out_by_less_than_seven_to_one(still: Browser, colour: str, found: int):
    """However little it stands out: one rule of axe leaves what is hardly seen to another one."""
    with chrome.page(still) as page:
        page.set_content(
            "<!doctype html><html lang=da><title>T</title><main style='background: #fff'><h1>H</h1>"
            f"<p style='color: {colour}'>Tekst</p></main>"
        )
        seen = [one.partition(":")[0] for one in chrome.violations(page)]
    assert seen == ["color-contrast"] * found


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("name", ["town", "year"])
def test_every_page_has_the_same_frame_and_room_for_its_text(
    still: Browser, folders: dict[str, Path], addresses: dict[str, str], name: str, part: int
):
    """Beside its places where it is broad, on the narrowest screen however its text is spaced, and on paper."""
    found: dict[str, list[str]] = {}
    measures = [(WIDE, _of_the_frame), (PAPER, _of_the_paper), (NARROW, _of_the_narrowest)]
    with chrome.page(still, bypass_csp=True) as page:
        for path in chrome.paths(folders[name])[part::PARTS]:
            page.goto(addresses[name] + path)
            found[path] = []
            for width, measure in measures:
                page.set_viewport_size({"width": width, "height": SCREEN})
                found[path] += measure(page, path)
            measures.reverse()  # the next page is first measured as wide as this one is now
    assert len(found) > 40
    assert wrong(found) == {}


def _of_the_frame(page: Page, path: str) -> Iterator[str]:
    questions = chrome.OVERFLOW, HEIGHT, PLACES, STOPS, FIRST, TALLEST, LEFT
    overflow, height, places, stops, first, tallest, left = chrome.answers(page, *questions)
    if overflow:
        yield "sticks out"
    if path != FRONT and height > 3 * SCREEN and not places:
        yield "is longer than three screens and has no list of its places"
    if far := [point for point in stops if point[1] is None or point[1] > 30]:
        yield f"a point is too far away: {far[0]}"
    if path.startswith(("/organisationer/", "/pejlemaerker/", "/emner/")) and first > SCREEN:
        yield "the first point stands below the first screen"
    if path.startswith("/overblik/") and tallest > 120:
        yield "a row is taller than 120 pixels"
    if left > 80:
        yield f"{left:.0f} of a hundred lines end left of the middle"


def _of_the_narrowest(page: Page, path: str) -> list[str]:  # noqa: ARG001
    plain, spaced = (chrome.OVERFLOW, chrome.MEETING, ASIDE), (chrome.OVERFLOW, chrome.CUT_TEXT)
    before, meets, aside, _, after, cut, _ = chrome.answers(page, *plain, chrome.SPACED, *spaced, chrome.UNSPACED)
    return ["sticks out"] * bool(before or after) + meets + aside + cut


def _of_the_paper(page: Page, path: str) -> list[str]:  # noqa: ARG001
    paper = LONG_SIDE if page.evaluate(BROAD) else PAPER
    page.emulate_media(media="print")
    page.set_viewport_size({"width": paper, "height": SCREEN})
    cut = page.evaluate(CUT, paper)
    page.emulate_media(media="null")
    return [f"is cut on paper: {what}" for what in cut]


@pytest.mark.parametrize("name", ["town", "year"])
def test_the_keyboard_goes_where_it_is_counted_to(
    chromium: Browser, folders: dict[str, Path], addresses: dict[str, str], name: str
):
    """Count along with real presses: over the list of a letter's places to its last point."""
    letter = next(
        path for path in chrome.paths(folders[name]) if path.startswith("/hoeringer/") and path.count("/") == 4
    )
    with chrome.page(chromium) as page:
        page.goto(addresses[name] + letter)
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
