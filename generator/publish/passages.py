"""What finished pages say, for the search.

A page that is not about one record is taken as a whole; one written by hand part by part, so that a hit leads to the
place and not only to the page.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.publish.markup import headings

_TAG = re.compile(r"<[^>]*>")
_BLOCK = re.compile(r"<(/?)(ul|ol|dl|table|figure|nav|p)\b[^>]*>")
_NAVIGATION = re.compile(r"<nav\b.*?</nav>", re.DOTALL)
_SECTION = 3
"""The lowest level of heading whose part of a page is found by itself."""


class Passage(NamedTuple):
    """A page, or a part of one under a heading of its own."""

    address: str
    title: str
    page: str
    """The title of the page, where this is a part of it."""
    summary: str
    text: str


def whole(address: str, title: str, description: str, body: str) -> Passage:
    """Give a generated page: what is said in its own paragraphs, and not what it lists of records."""
    return Passage(address, title, "", description, " ".join(_paragraphs(body)))


def parts(address: str, title: str, description: str, body: str) -> Iterator[Passage]:
    """Yield a page written by hand up to its first heading, and then the part under each."""
    body = _NAVIGATION.sub("", body)
    name, start, page, summary = title, 0, "", description
    here = address
    for heading in headings(body):
        if heading.level > _SECTION:
            continue
        if heading.level > 1:
            yield Passage(here, name, page, summary, _text(body[start : heading.start]))
            here, name, page, summary = f"{address}#{heading.id}", _text(heading.title), title, ""
        start = heading.end
    yield Passage(here, name, page, summary, _text(body[start:]))


def _paragraphs(body: str) -> Iterator[str]:
    """Yield the paragraphs that stand in no list, table or figure."""
    depth, start = 0, 0
    for match in _BLOCK.finditer(body):
        closes, name = match.groups()
        if name != "p":
            depth += -1 if closes else 1
        elif not closes:
            start = match.end()
        elif not depth:
            yield _text(body[start : match.start()])


def _text(markup: str) -> str:
    return " ".join(html.unescape(_TAG.sub(" ", markup)).split())
