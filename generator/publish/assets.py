"""Our own style sheets, scripts and pictures, which every page shares."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.base.colours import mixed
from generator.model import Logo, Site
from generator.publish.view import Asset

_LIGHT, _DARK, _MARK = "#12436d", "#0b2e4d", "#1a5488"
"""Our colour on a light page and on a dark one, and as a mark on a dark one."""

FOLDER = Path(__file__).parent / "assets"


def assets(site: Site | None = None, logo: Logo | None = None) -> Iterator[Asset]:
    """Give the files that the pages share, each at its address under `assets/`, in the municipality's own colour."""
    for path in sorted(FOLDER.iterdir()):
        content = path.read_bytes()
        if site and site.colour and path.suffix in (".css", ".svg"):
            content = coloured(content.decode(), site.colour).encode()
        yield Asset(f"assets/{path.name}", content)
    if logo:
        yield Asset(f"assets/{logo.name}", logo.data)


def colours(site: Site) -> tuple[str, str]:
    """Give the colour at the top of the pages where they are light, and where they are dark."""
    return (site.colour, mixed(site.colour, "#000000", 0.35)) if site.colour else (_LIGHT, _DARK)


def coloured(text: str, colour: str) -> str:
    """Put a municipality's colour in the place of ours; where the page is dark, it is darker, or lighter as a mark."""
    own = {_LIGHT: colour, _DARK: mixed(colour, "#000000", 0.35), _MARK: mixed(colour, "#ffffff", 0.2)}
    for ours, theirs in own.items():
        text = text.replace(ours, theirs)
    return text
