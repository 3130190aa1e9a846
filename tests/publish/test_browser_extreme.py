"""A plan at the edge of what anybody would write: nothing sticks out, is cut or printed over anything else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import browser as chrome
import extreme
import frozen
import pytest
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

PAGES = ("/", "/fokusomraader/f6/", "/hvordan-gaar-det/", "/moede/", "/organisationer/raad-4/", "/overblik/")


@pytest.fixture(scope="module")
def address(
    chromium: Browser,  # noqa: ARG001  without it nothing is built
    built: Callable[[str, Path, dt.date | None], Path],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[str]:
    data = extreme.written(tmp_path_factory.mktemp("extreme"))
    with chrome.served(built("extreme", data, frozen.OTHER_TODAY)) as served:
        yield served


# 1100 is where columns are narrowest for their words.
@pytest.mark.parametrize("width", [320, 768, 1100, 1280])
def test_no_word_is_too_long(chromium: Browser, address: str, width: int):
    with chrome.page(chromium, width=width) as page:
        for path in PAGES:
            page.goto(address + path)
            found = page.evaluate(chrome.OVERFLOW), page.evaluate(chrome.CUT_TEXT), page.evaluate(chrome.OVERPRINT)
            assert (path, *found) == (path, 0, [], [])
