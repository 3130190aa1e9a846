"""Takes the finished pages to the search; what those about a record say is in it already."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from following import is_written

from generator.publish import passages
from generator.search.cards import Leaf

if TYPE_CHECKING:
    from mkdocs.structure.files import File
    from mkdocs.structure.pages import Page


def leaves(found: Iterable[File], read: Callable[[File], Page]) -> Iterator[Leaf]:
    """Yield what the pages say that are not about one record; `read` gives a page with its body."""
    for file in found:
        page = read(file)
        if not (is_written(file) or page.meta.get("entrance")):
            continue
        title = str(page.meta.get("title") or page.title)
        known = (page.url, title, str(page.meta.get("description", "")), page.content or "")
        for passage in passages.parts(*known) if is_written(file) else [passages.whole(*known)]:
            yield Leaf(*passage)
