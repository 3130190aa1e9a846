"""What people type on this municipality's site, held against what its search finds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import browser as chrome
import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
# All queries are asked inside the browser: to ask them one by one from outside takes five times as long.
ASKED = """async queries => {
  const found = [];
  for (const [query, told] of queries) {
    const end = performance.now() + 10000;
    (%s)(query);
    while (!(%s)().includes(told)) {
      if (performance.now() > end) throw new Error(query);
      await new Promise(requestAnimationFrame);
    }
    const links = [...document.querySelectorAll(%s)].slice(0, 3);
    found.push(links.map(link => [link.pathname + link.hash, link.querySelector('.hit-title').textContent]));
  }
  return found;
}"""
TYPED = ASKED % (
    """query => {
      const field = document.querySelector('#soegefelt');
      field.value = query;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }""",
    "() => document.querySelector('#soegefelt-liste')?.getAttribute('aria-label') ?? ''",
    "'[role=option]:not(.all)'",
)
ADDRESSED = ASKED % (
    """query => {
      history.pushState(null, '', `?${new URLSearchParams({ q: query })}`);
      dispatchEvent(new PopStateEvent('popstate'));
    }""",
    "() => document.querySelector('.finding > .told')?.textContent ?? ''",
    "'.hits a'",
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
def living(plan, chromium: Browser, built: Callable[..., Path]) -> Iterator[Page]:  # noqa: ARG001
    """Open the site of the living data."""
    out = built("living", ROOT / "data", PEJL_CONTENT=str(ROOT / "content"))
    with chrome.served(out) as address, chrome.context(chromium, base_url=address) as window:
        yield window.new_page()


def through_the_field(page: Page, queries: list[Row]) -> dict[Row, list[list[str]]]:
    page.goto("/pejlemaerker/")
    page.locator("#soegefelt").focus()
    given = [[row.query, f"Resultater for »{row.query}«"] for row in queries]
    return dict(zip(queries, page.evaluate(TYPED, given), strict=True))


def through_the_page(page: Page, queries: list[Row]) -> dict[Row, list[list[str]]]:
    page.goto("/soeg/")
    given = [[row.query, f"»{row.query}«"] for row in queries]
    return dict(zip(queries, page.evaluate(ADDRESSED, given), strict=True))


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
