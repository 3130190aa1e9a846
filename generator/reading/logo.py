"""The municipality's logo, which stands in the data folder beside the site's own record."""

from __future__ import annotations

import re
from pathlib import Path

from generator.base.problems import Location, Problem
from generator.base.rule import Rule
from generator.model import Logo
from generator.reading.folder import leads_out, shown_name

NAMES = ("logo.svg", "logo.png")
"""What the file may be called: a drawing, or else a picture."""

_MOST_BYTES = 100_000
_PNG = b"\x89PNG\r\n\x1a\n"
_DRAWING = re.compile(rb"\A\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<svg[\s>]", re.DOTALL)
# A drawing that is opened by itself is a page: whatever could run in it, or fetch something, has no place in a logo.
_ALIVE = re.compile(
    rb"<\s*(?:script|foreignobject|iframe|!doctype|!entity)|\bon[a-z]+\s*=|javascript:|href\s*=\s*[\"']?\s*(?!#)[^\"'\s#]"
    rb"|@import|url\(\s*[\"']?\s*[^#\"'\s]",
    re.IGNORECASE,
)


def read_logo(data: str) -> tuple[Logo | None, list[Problem]]:
    """Read the logo where there is one, and say what is wrong with it."""
    found = [path for name in NAMES if (path := Path(data, name)).is_file()]
    if not found:
        return None, []
    path = found[0]
    wrong = _wrong(path, data) if len(found) == 1 else "Der er to logoer. Slet det ene."
    if wrong:
        return None, [Problem(Location(shown_name(str(path))), wrong, Rule.LOGO)]
    return Logo(path.name, path.read_bytes()), []


def _wrong(path: Path, data: str) -> str:
    """Say why a logo cannot be used; nothing where it can."""
    if leads_out(str(path), data):
        return "Logoet er en genvej ud af datamappen. Læg selve filen her."
    if path.stat().st_size > _MOST_BYTES:
        return f"Logoet fylder mere end {_MOST_BYTES // 1000} kB. Læg et mindre."
    content = path.read_bytes()
    if path.suffix == ".png":
        return "" if content.startswith(_PNG) else "Filen er ikke et billede i formatet PNG. Gem det som PNG."
    if not _DRAWING.match(content):
        return "Filen er ikke en tegning i formatet SVG. Gem den som SVG."
    if found := _ALIVE.search(content):
        what = found[0].decode("ascii", "replace").strip()
        return f"Logoet indeholder »{what}«. Det kan køre eller hente noget. Gem tegningen uden det."
    return ""
