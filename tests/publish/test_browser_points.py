"""The pages on which answers stand, in a browser, on the plan where a year has passed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import browser as chrome
import pytest
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

PAGES = (
    "/hoeringer/pejlemaerker-2026/handicapraadet/",
    "/organisationer/handicapraadet/",
    "/organisationer/handicapraadet/efter-svar/",
    "/pejlemaerker/p1/",
)


@pytest.fixture(scope="module")
def later(chromium: Browser, year_published: Path) -> Iterator[str]:  # noqa: ARG001  without a browser nothing is built
    """Give the address of the year's site."""
    with chrome.served(year_published) as address:
        yield address


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [320, 768, 1280])
def test_answers_fit_on_every_screen(chromium: Browser, later: str, path: str, width: int):
    with chrome.page(chromium, width=width) as page:
        page.goto(later + path)
        assert page.locator(".tag").count() > 1
        assert page.evaluate(chrome.OVERFLOW) == 0
