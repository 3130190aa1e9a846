"""The site opened as files: every link leads to a page, and what needs a server is said and not there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import browser as chrome
import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

TOLD = (
    "Du har åbnet siden som en fil på din egen maskine. Du kan læse alle sider. Søgning og interaktive diagrammer "
    "virker først, når siden ligger på en server."
)
LINKS = "() => [...document.querySelectorAll('a[href]')].map(link => link.href)"


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    with chrome.page(chromium) as made:
        errors: list[str] = []
        made.on("pageerror", lambda error: errors.append(str(error)))
        made.on("requestfailed", lambda request: errors.append(request.url))
        yield made
        assert errors == []


@pytest.mark.parametrize("path", ["index.html", "indikatorer/beskaeftigelsesfrekvens/index.html", "soeg/index.html"])
def test_a_page_says_what_needs_a_server_and_its_links_lead_to_files(page: Page, published: Path, path: str):
    page.goto((published / path).as_uri())
    expect(page.locator("main > .from-disk")).to_have_text(TOLD)
    assert page.locator("form[role=search]:visible, .interactive:visible").count() == 0
    for link in page.evaluate(LINKS):
        if link.startswith("file:"):
            assert Path(link.removeprefix("file://").partition("#")[0]).is_file(), link


def test_a_reader_gets_from_page_to_page(page: Page, published: Path):
    page.goto((published / "index.html").as_uri())
    page.locator(".main-nav a").first.click()
    expect(page.locator("h1")).to_have_text("Pejlemærker")
    assert page.url == (published / "pejlemaerker/index.html").as_uri()


def test_an_old_address_leads_on(page: Page, year_published: Path):
    page.goto((year_published / "indsatser/mentor/index.html").as_uri())
    page.wait_for_url((year_published / "indsatser/mentorer/index.html").as_uri())


def test_on_a_server_nothing_is_said_of_that(page: Page, site: str):
    page.goto(site)
    assert page.locator(".from-disk").count() == 0
