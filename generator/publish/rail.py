"""What stands beside a page's text and stays in view: what is on the page, with how much there is of it."""

from __future__ import annotations

from collections.abc import Sequence

from generator.publish.markup import Heading, headings

_FEWEST = 2
"""Of fewer sections nobody needs a list."""
_SECOND = 2


def railed(body: str) -> str:
    """Put the list of a page's sections beside them, after what stands above the first."""
    sections = [heading for heading in headings(body) if heading.level == _SECOND]
    if len(sections) < _FEWEST:
        return body
    start = sections[0].start
    above, below = body[:start].rstrip(), body[start:].rstrip()
    return f'{above}\n<div class="railed">\n{_nav(sections)}\n<div class="text">\n{below}\n</div>\n</div>'


def _nav(sections: Sequence[Heading]) -> str:
    items = "".join(
        f'<li><a href="#{section.id}">{section.short or section.name}</a>{_state(section.state)}</li>'
        for section in sections
    )
    head = '<p class="rail-head" aria-hidden="true">På denne side</p>'
    return f'<nav class="rail" aria-label="På denne side">{head}<ul>{items}</ul></nav>'


def _state(state: str) -> str:
    return f' <span class="rail-state">{state}</span>' if state else ""
