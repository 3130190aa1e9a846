"""The list of the site's pages for search engines, each with the day of its last change where that is known."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(pages: Iterable[tuple[str, str]]) -> str:
    """Write the list of whole addresses, each with a day or nothing."""
    lines = "".join(f"<url><loc>{escape(address)}</loc>{_day(day)}</url>\n" for address, day in sorted(pages))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{_NAMESPACE}">\n{lines}</urlset>\n'


def _day(day: str) -> str:
    return f"<lastmod>{day}</lastmod>" if day else ""
