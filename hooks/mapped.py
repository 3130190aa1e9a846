"""Lists the finished pages for search engines, where the site has an address that they can be reached by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from following import is_written

from generator.history.log import days
from generator.publish.sitemap import sitemap
from generator.publish.wellknown import MAP

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File
    from mkdocs.structure.pages import Page


def mapped(pages: Iterable[File], config: MkDocsConfig, read: Callable[[File], Page]) -> Iterator[tuple[str, bytes]]:
    """Yield the list and its path; `read` gives a page with its front matter."""
    if config.site_url:
        yield MAP, sitemap(_listed(pages, config, read)).encode()


def _listed(pages: Iterable[File], config: MkDocsConfig, read: Callable[[File], Page]) -> Iterator[tuple[str, str]]:
    own = {Path(config.docs_dir, path).resolve(): day for path, day in days(Path(config.docs_dir)).items()}
    for file in pages:
        page = read(file)
        if page.meta.get("leads_to"):
            continue
        written = own.get(Path(file.abs_src_path or "").resolve()) if is_written(file) else None
        day = (written.isoformat() if written else "") if is_written(file) else str(page.meta.get("changed", ""))
        yield page.canonical_url or "", day
