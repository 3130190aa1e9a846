"""What can be read off a finished page without a parser, because we wrote its mark-up ourselves.

Attributes stand in double quotes with `<`, `>` and `"` escaped, and a heading holds no other heading. Both our own
templates and Markdown write like that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

# Each begins with fixed letters, which the pattern is searched for several times as fast by.
_ID = re.compile(r' id="([^"]*)"')
_LINKS = (re.compile(r'href="([^"]*)"'), re.compile(r'src="([^"]*)"'))
_STATE = re.compile(r' data-state="([^"]*)"')
_SHORT = re.compile(r' data-short="([^"]*)"')
_TAGS = re.compile(r"<[^>]*>")
_HEADING = re.compile(r'<h([1-6])\b[^>]*?\sid="([^"]*)"[^>]*>(.*?)</h\1>', re.DOTALL)


@dataclass(frozen=True)
class Heading:
    """A heading that can be linked to, and where it begins and ends in its page."""

    level: int
    id: str
    title: str
    """As mark-up."""
    start: int
    end: int
    state: str = ""
    """How much there is below it, or how it stands, in a word or two; as mark-up."""
    short: str = ""
    """What it is called in a list of the page's parts, where that is shorter; as mark-up."""

    @property
    def name(self) -> str:
        """The title without links and other elements."""
        return _TAGS.sub("", self.title).strip()


def address_of(path: str) -> str:
    """Give the address of a page from the site's root by its Markdown file: `emner/unge/`; the front page has none."""
    folder, _, name = path.rpartition("/")
    return f"{folder}/".removeprefix("/") if name == "index.md" else f"{path.removesuffix('.md')}/"


def headings(body: str) -> Iterator[Heading]:
    """Find the headings of a page that have an id."""
    for match in _HEADING.finditer(body):
        level, name, title = match.groups()
        end = match.start(3) - match.start()
        state, short = (attribute.search(match[0], 0, end) for attribute in (_STATE, _SHORT))
        said = (state[1] if state else "", short[1] if short else "")
        yield Heading(int(level), name, title.strip(), match.start(), match.end(), *said)


def ids(body: str) -> set[str]:
    """Find the places of a page that can be linked to."""
    return set(_ID.findall(body))


def addresses(body: str) -> list[str]:
    """Find what a page links to and what it loads, each once and in order."""
    return list(dict.fromkeys(link for pattern in _LINKS for link in pattern.findall(body)))


def end_of(body: str, name: str, start: int) -> int:
    """Find where an element of that name ends whose own tag begins before `start`; others of its name may be in it."""
    depth = 1
    for found in _tags(name).finditer(body, start):
        depth += -1 if found[1] else 1
        if not depth:
            return found.end()
    return len(body)


@cache
def _tags(name: str) -> re.Pattern[str]:
    return re.compile(rf"<(/?){name}\b[^>]*>")
