"""What stands beside a page's text and stays in view: what is on the page, with how much there is of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.publish.markup import Heading, headings

MARK = "<!-- rail -->"
"""Where the list goes, on a page whose first section does not begin with its heading."""
ABOVE = "<!-- contents -->"
"""Where the list goes, on a page whose text needs the whole breadth."""
PLACE = "paa-denne-side"
"""The id of the list, which a link at the top of the page leads to."""

_FEWEST = 2
"""Of fewer places nobody needs a list."""
_LETTERS_TO_ONE = 3
"""How many letters there are to each name of another kind, where a list is one of letters all the same."""
_SECOND = 2
BROAD = '<div class="broad">'
"""What a page begins with whose tables need its whole breadth: then the list stands above the first section."""

# A row of a long list from which the list of places leads on, so that nobody goes through all that comes before.
_PART = re.compile(r'<(?:tr|li|h3)[^>]*? id="([^"]*)" data-part="([^"]*)"')


class _Section(NamedTuple):
    """A line of the list, and the rows below it that have a line of their own."""

    heading: Heading | None
    parts: Sequence[tuple[str, str]]


def railed(body: str, tools: str = "") -> str:
    """Put the list of a page's sections beside them, after what stands above the first; below the list its tools."""
    sections = _sections(body)
    if sum((section.heading is not None) + len(section.parts) for section in sections) < _FEWEST:
        return body.replace(ABOVE, "")
    mark = next((mark for mark in (ABOVE, MARK) if mark in body), "")
    if mark:
        above, _, below = body.partition(mark)
        is_beside = mark == MARK
    else:
        start = next((section.heading.start for section in sections if section.heading), 0)
        above, below = body[:start], body[start:]
        is_beside = BROAD not in above
    above, below = above.rstrip(), below.strip()
    if not is_beside:
        return f"{above}\n{_nav(sections, tools)}\n{below}"
    return f'{above}\n<div class="railed">\n{_nav(sections, tools)}\n<div class="text">\n{below}\n</div>\n</div>'


def _sections(body: str) -> list[_Section]:
    """Find the headings of the second level, each with the rows below it that the list leads to."""
    found = [heading for heading in headings(body) if heading.level == _SECOND]
    ends = [*(heading.start for heading in found), len(body)]
    before = _PART.findall(body, 0, ends[0])
    first = [_Section(None, before)] if before else []
    return first + [
        _Section(heading, _PART.findall(body, heading.start, end)) for heading, end in zip(found, ends[1:], strict=True)
    ]


def _nav(sections: Sequence[_Section], tools: str) -> str:
    items = "".join(_line(section) for section in sections)
    head = '<p class="rail-head" aria-hidden="true">På denne side</p>'
    names = list(_names(sections))
    others = sum(len(name) > 1 for name in names)
    look = "rail letters" if others * _LETTERS_TO_ONE <= len(names) - others else "rail"
    return f'<nav class="{look}" id="{PLACE}" aria-label="På denne side">{head}<ul>{items}</ul>{tools}</nav>'


def _names(sections: Sequence[_Section]) -> Iterator[str]:
    for section in sections:
        yield from [section.heading.name] if section.heading else (words for _, words in section.parts)


def _line(section: _Section) -> str:
    parts = "".join(f'<li><a href="#{name}">{words}</a></li>' for name, words in section.parts)
    heading = section.heading
    if heading is None:
        return parts
    inner = f'<ul class="rail-parts">{parts}</ul>' if parts else ""
    return f'<li><a href="#{heading.id}">{heading.short or heading.name}</a>{_state(heading.state)}{inner}</li>'


def _state(state: str) -> str:
    return f' <span class="rail-state">{state}</span>' if state else ""
