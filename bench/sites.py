"""What a built site weighs: all of it, its search index, its largest page, and what every page loads."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urldefrag

_LOADED = re.compile(
    r'<script\b[^>]*\bsrc="?([^"\s>]+)|<link\b(?=[^>]*\brel="?(?:stylesheet|icon|preload))[^>]*\bhref="?([^"\s>]+)'
)
_INDEX = "search/search_index.json"
_PIECES = "assets/soegning/"


@dataclass(frozen=True)
class Site:
    """What a site weighs, in bytes."""

    all: int
    pages: int
    """How many pages it has."""
    index: int
    """The search index, ours or that of MkDocs; 0 where there is none."""
    largest: int
    largest_page: str
    loaded: dict[str, int]
    """The files that every page loads before its reader has done anything."""
    compressed: int
    """All of those, compressed as a server sends them."""


def weigh(folder: Path) -> Site:
    """Weigh a built site."""
    sizes = {path.relative_to(folder).as_posix(): path.stat().st_size for path in folder.rglob("*") if path.is_file()}
    pages = [name for name in sizes if name.endswith(".html")]
    largest = max(pages, key=sizes.__getitem__)
    loads: Counter[str] = Counter()
    for name in pages:
        loads.update(_loaded(folder, name))
    everywhere = sorted(name for name, times in loads.items() if times == len(pages) and name in sizes)
    return Site(
        all=sum(sizes.values()),
        pages=len(pages),
        index=sum(size for name, size in sizes.items() if name == _INDEX or name.startswith(_PIECES)),
        largest=sizes[largest],
        largest_page=largest,
        loaded={name: sizes[name] for name in everywhere},
        compressed=sum(len(gzip.compress((folder / name).read_bytes(), 6)) for name in everywhere),
    )


def _loaded(folder: Path, name: str) -> set[str]:
    """Give the files of the site that a page loads by itself."""
    html = (folder / name).read_text("utf-8")
    found = {urldefrag(script or link)[0].partition("?")[0] for script, link in _LOADED.findall(html)}
    here = (folder / name).parent
    # A page for addresses that are not there (404.html) is shown anywhere, so its own addresses begin at the root.
    paths = {(folder / each.lstrip("/") if each.startswith("/") else here / each).resolve() for each in found}
    inside = {path.relative_to(folder.resolve()).as_posix() for path in paths if folder.resolve() in path.parents}
    # Material's script begins a worker, which fetches the index at once.
    return inside | ({_INDEX} if re.search(r'"search":\s*"[^"]*workers/search', html) else set())
