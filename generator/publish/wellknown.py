"""The files that machines look for at a name they know: what a search engine may read, and whom to tell of a hole."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.model import Site
from generator.publish.view import Asset

ROBOTS, SECURITY, MAP = "robots.txt", ".well-known/security.txt", "sitemap.xml"

_VALID = dt.timedelta(days=360)
"""How long the security contact is said to be right: less than a year, as RFC 9116 asks, and anew with each build."""


def well_known(site: Site, today: dt.date) -> Iterator[Asset]:
    """Make the files that a site has; an address that nobody has given is not invented."""
    yield Asset(ROBOTS, _lines("User-agent: *", "Disallow:", *_map(site)))
    if site.security:
        expires = f"{today + _VALID}T00:00:00Z"
        yield Asset(SECURITY, _lines(*_security(site, site.security, expires)))


def _map(site: Site) -> Iterator[str]:
    if site.root:
        yield ""
        yield f"Sitemap: {site.root}/{MAP}"


def _security(site: Site, contact: str, expires: str) -> Iterator[str]:
    yield f"Contact: {contact if contact.startswith('https:') else f'mailto:{contact}'}"
    yield f"Expires: {expires}"
    yield "Preferred-Languages: da, en"
    if site.root.count("/") == len("//"):  # below a folder nobody looks for it
        yield f"Canonical: {site.root}/{SECURITY}"


def _lines(*lines: str) -> str:
    return "".join(f"{line}\n" for line in lines)
