"""What stands beside a page's text and stays in view: what is on the page, with how much there is of it."""

from __future__ import annotations

from collections.abc import Sequence

from generator.publish.markup import Heading, headings

MARK = "<!-- rail -->"
"""Where the list goes, on a page whose first section does not begin with its heading."""

_FEWEST = 2
"""Of fewer sections nobody needs a list."""
_SECOND = 2
BROAD = '<div class="broad">'
"""What a page begins with whose tables need its whole breadth: then the list stands above the first section."""


def railed(body: str, tools: str = "") -> str:
    """Put the list of a page's sections beside them, after what stands above the first; below the list its tools."""
    sections = [heading for heading in headings(body) if heading.level == _SECOND]
    if len(sections) < _FEWEST:
        return body
    # Where the first heading stands inside something, the page says where the list goes.
    above, mark, below = body.partition(MARK)
    if not mark:
        start = sections[0].start
        above, below = body[:start], body[start:]
    above, below = above.rstrip(), below.strip()
    if BROAD in above:
        return f"{above}\n{_nav(sections, tools)}\n{below}"
    return f'{above}\n<div class="railed">\n{_nav(sections, tools)}\n<div class="text">\n{below}\n</div>\n</div>'


def _nav(sections: Sequence[Heading], tools: str) -> str:
    items = "".join(map(_item, sections))
    head = '<p class="rail-head" aria-hidden="true">På denne side</p>'
    look = "rail letters" if all(len(section.name) == 1 for section in sections) else "rail"
    return f'<nav class="{look}" aria-label="På denne side">{head}<ul>{items}</ul>{tools}</nav>'


def _item(section: Heading) -> str:
    return f'<li><a href="#{section.id}">{section.short or section.name}</a>{_state(section.state)}</li>'


def _state(state: str) -> str:
    return f' <span class="rail-state">{state}</span>' if state else ""
