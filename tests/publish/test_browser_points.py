"""The pages on which answers stand, in a browser, on the plan where a year has passed."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator

import browser as chrome
import frozen
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
def later(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:  # noqa: ARG001  nothing is built without a browser
    """Give the address of the year's site."""
    out = tmp_path_factory.mktemp("year") / "site"
    environment = {**os.environ, "PEJL_TODAY": frozen.YEAR_LATER.isoformat()}
    command = [sys.executable, "-m", "generator", "build", "--data", str(frozen.YEAR), "--out", str(out)]
    done = subprocess.run(command, cwd=frozen.ROOT, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == 0, done.stdout + done.stderr
    with chrome.served(out) as address:
        yield address


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [320, 768, 1280])
def test_answers_fit_on_every_screen(chromium: Browser, later: str, path: str, width: int):
    with chrome.context(chromium, width=width) as window:
        page = window.new_page()
        page.goto(later + path)
        assert page.locator(".tag").count() > 1
        assert page.evaluate(chrome.OVERFLOW) == 0
