"""A page of each kind for whoever hears it, has a keyboard, colours of their own, or is ill from what moves.

A page is opened once and asked about everything; which kinds there are is read off what the pages are made by.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import browser as chrome
import frozen
import pytest
import reach
import reach_scripts as scripts
from playwright.sync_api import Browser, Page

from generator.publish import pages

pytestmark = pytest.mark.browser

WIDE, NARROW = 1280, 320
MISSING = "404.html"
POLICIES = "() => document.querySelectorAll('meta[http-equiv=Content-Security-Policy]').length"
LETTER = "/hoeringer/pejlemaerker-2026/handicapraadet/"


@dataclass
class Found:
    """What was wrong with a page of a kind."""

    unsaid: list[str]
    stops: list[str]
    vanished: list[str]
    moving: list[str]
    forbidden: list[str]


def vanished(page: Page) -> list[str]:
    """Put a reader's own colours in force, and say what cannot be told any more, or is painted in ours."""
    page.evaluate(scripts.MARKED)
    page.emulate_media(forced_colors="active")
    lost = page.evaluate(scripts.VANISHED)
    page.emulate_media(forced_colors="none")
    return list(lost)


def asked(page: Page, kind: str) -> Found:
    """Ask an open page about everything."""
    # The page for what is missing leads nowhere, where nobody has said at which address the site stands.
    once = ("main",) if kind == MISSING else reach.ONCE
    found = Found(
        list(reach.unsaid(reach.tree(page), once)),
        reach.walked(page),
        vanished(page),
        page.evaluate(scripts.MOVING),
        page.evaluate("violations"),
    )
    if page.evaluate(POLICIES) != 1:
        found.forbidden.append("nothing says what the page may do")
    if page.evaluate("document.documentElement.lang") != "da":
        found.unsaid.append("the page does not say that it is in Danish")
    return found


@pytest.fixture(scope="module")
def kinds(published: Path, year_published: Path) -> dict[str, tuple[Path, str]]:
    """Find a page of each kind in the plan whose letters have just come, else in the one where a year has passed."""
    plans: list[tuple[Path, dt.date, Path]] = [
        (frozen.YEAR, frozen.YEAR_LATER, year_published),
        (frozen.DATA, frozen.TODAY, published),
    ]
    return {
        kind: (folder, path) for data, today, folder in plans for kind, path in reach.kinds(data, today, folder).items()
    } | {"a letter with answers": (year_published, LETTER)}


@pytest.fixture(scope="module", params=[(WIDE, "light"), (NARROW, "dark")], ids=["wide", "narrow"])
def found(
    request: pytest.FixtureRequest, still: Browser, kinds: dict[str, tuple[Path, str]]
) -> Iterator[dict[str, Found]]:
    """Ask a page of each kind, on a large screen with scripts and on a small, dark one without."""
    folders = {folder for folder, _ in kinds.values()}
    width, scheme = request.param
    with chrome.page(still, width=width, scheme=scheme) as page:
        page.add_init_script(f"({chrome.FORBIDDEN})()")
        if width == NARROW:
            page.route("**/*.js", lambda route: route.abort())
        answers = {}
        for folder in folders:
            with chrome.served(folder) as address:
                for kind, (of, path) in kinds.items():
                    if of == folder:
                        page.goto(address + path)
                        answers[kind] = asked(page, kind)
        yield answers


def wrong(found: dict[str, Found], what: Callable[[Found], list[str]]) -> dict[str, list[str]]:
    """Keep the kinds of page of which something is wrong."""
    return {kind: what(one) for kind, one in found.items() if what(one)}


def test_every_kind_of_page_is_asked(kinds: dict[str, tuple[Path, str]]):
    """A template that makes pages, and of which no plan of the tests has one, would go unasked."""
    templates = Path(pages.__file__).parent / "templates"
    made = {
        path.name.removesuffix(".html.j2")
        for path in templates.glob("*.html.j2")
        if "set crumbs" in path.read_text("utf-8")
    }
    assert len(made) > 35
    assert made - set(kinds) == set()
    assert {MISSING, "by hand", "overview, named"} <= set(kinds)


def test_each_can_be_heard_walked_through_and_seen_in_ones_own_colours(found: dict[str, Found]):
    """In one test, so that what costs a minute to find is found once."""
    assert wrong(found, lambda one: one.forbidden) == {}
    assert wrong(found, lambda one: one.unsaid) == {}
    assert wrong(found, lambda one: one.stops) == {}
    assert wrong(found, lambda one: one.vanished) == {}
    assert wrong(found, lambda one: one.moving) == {}
