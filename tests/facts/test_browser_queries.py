"""What people type on this municipality's site, held against what its search finds."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import browser as chrome
import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
TOP = (
    "links => links.slice(0, 3).map(link => [link.pathname + link.hash, link.querySelector('.hit-title').textContent])"
)


class Row(NamedTuple):
    query: str
    wanted: str
    who: str
    kind: str

    def is_met(self, found: list[list[str]]) -> bool:
        return any(re.search(self.wanted, text) for hit in found for text in hit)


def rows(name: str) -> list[Row]:
    lines = (ROOT / "tests" / name).read_text("utf-8").splitlines()
    return [Row(*line.split("\t")) for line in lines if line and not line.startswith("#")]


@pytest.fixture(scope="module")
def living(plan, chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:  # noqa: ARG001
    """Open the site of the living data, built once."""
    out = tmp_path_factory.mktemp("living") / "site"
    environment = {**os.environ, "PEJL_CONTENT": str(ROOT / "content")}
    command = [sys.executable, "-m", "generator", "build", "--data", "data", "--out", str(out)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == 0, done.stderr
    with chrome.served(out) as address, chrome.context(chromium, base_url=address) as window:
        yield window.new_page()


def through_the_field(page: Page, queries: list[Row]) -> dict[Row, list[list[str]]]:
    page.goto("/pejlemaerker/")
    found = {}
    for row in queries:
        page.locator("#soegefelt").fill(row.query)
        expect(page.locator("#soegefelt-liste")).to_have_attribute("aria-label", f"Resultater for »{row.query}«")
        found[row] = page.locator("[role=option]:not(.all)").evaluate_all(TOP)
    return found


def through_the_page(page: Page, queries: list[Row]) -> dict[Row, list[list[str]]]:
    page.goto("/soeg/")
    found = {}
    for row in queries:
        page.evaluate(
            """(query) => {
              history.pushState(null, "", `?${new URLSearchParams({ q: query })}`);
              dispatchEvent(new PopStateEvent("popstate"));
            }""",
            row.query,
        )
        expect(page.locator(".finding > .told")).to_contain_text(f"»{row.query}«")
        found[row] = page.locator(".hits a").evaluate_all(TOP)
    return found


@pytest.mark.parametrize("ask", [through_the_field, through_the_page])
@pytest.mark.parametrize("name", ["queries.tsv", "queries-more.tsv"])
def test_the_right_page_is_among_the_first_three(living: Page, name: str, ask):
    found = ask(living, rows(name))
    missed = [row for row, hits in found.items() if not row.is_met(hits)]
    kinds, missing = Counter(row.kind for row in found), Counter(row.kind for row in missed)
    assert len(found) >= 80
    assert [row.query for row, hits in found.items() if not hits] == []
    assert len(missed) <= 0.03 * len(found), missed
    if name == "queries.tsv":
        assert {kind for kind in kinds if missing[kind] > 0.15 * kinds[kind]} == set(), missed
