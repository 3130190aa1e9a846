"""Where a build is to stand, as far as whoever builds says so: the site's own address is the one in its record."""

from __future__ import annotations

import os
import re
from urllib.parse import urlsplit

from generator.base.text import printable, shown

VARIABLE = "SITE_URL"
"""The environment variable that says it, for those who publish what is not theirs: a fork, or a trial."""

_ADDRESS = re.compile(r"https?://[\w.-]+(?::[0-9]+)?(?:/[^\s\"<>?#]*)?\Z")


class PlaceError(ValueError):
    """Raised with a Danish sentence where what was said is not an address."""


def given() -> str:
    """Give the address that `SITE_URL` says, without a slash at its end; empty where it says nothing.

    Raises:
        PlaceError: `SITE_URL` is not the address of a site.
    """
    said = os.environ.get(VARIABLE, "")
    if said and not _ADDRESS.match(said):
        message = f"{shown(printable(said))} i {VARIABLE} er ikke en webadresse. Skriv den som https://navn.dk/side/."
        raise PlaceError(message)
    return said.rstrip("/")


def is_same(one: str, other: str) -> bool:
    """Tell whether two addresses are of one site, which is reached by http and by https."""
    return _place(one) == _place(other)


def _place(address: str) -> tuple[str, str]:
    parts = urlsplit(address)
    return parts.netloc.lower(), parts.path.rstrip("/")
