"""The files of the site's sign, at the addresses where browsers and others look for them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Logo, Site
from generator.publish.assets import colours, named
from generator.publish.emblem import drawing
from generator.publish.view import Asset

_SMALL = (16, 32, 48)
_TOUCH = 180


ICONS = ("favicon.ico", "favicon.svg", "apple-touch-icon.png")
"""What they are called: browsers ask for some of them without having been told of any."""


def sign(site: Site, logo: Logo | None) -> Iterator[Asset]:
    """Draw everything that has the sign; where the site has no address yet, nobody could reach the picture."""
    yield from icons(site, logo)
    if site.root:
        yield picture(site, logo)


def icons(site: Site, logo: Logo | None) -> Iterator[Asset]:
    """Draw the icons: for tabs and bookmarks, and for the screen of a telephone, which rounds the corners itself."""
    drawn = _sign(site, logo)
    touched = _sign(site, logo, round_corners=False)
    contents = (drawing.icons(drawn, _SMALL), drawn.encode(), drawing.icon(touched, _TOUCH))
    yield from (Asset(name, content) for name, content in zip(ICONS, contents, strict=True))


def picture(site: Site, logo: Logo | None) -> Asset:
    """Draw what is shown where somebody shares a page of the site."""
    drawn = _sign(site, logo, round_corners=False)
    content = drawing.picture(drawn, colours(site)[0], site.title, site.municipality)
    return Asset(named("assets/deling.png", content), content)


def _sign(site: Site, logo: Logo | None, *, round_corners: bool = True) -> str:
    held = (logo.name, logo.data) if logo and drawing.is_drawable(logo.name, logo.data) else None
    return drawing.sign(colours(site)[0], held, round_corners=round_corners)
