"""The site's navigation: the few entries at the top of every page, and after them every list that there is.

Only lists stand here: a navigation with every record would be copied into every page, and make the site grow with
the square of its records.
"""

from __future__ import annotations

from typing import TypeAlias

from generator.model import RECORD_TYPES

Entry: TypeAlias = tuple[str, str]
"""What a link says, and the path of its page."""

FRONT: Entry = ("Forside", "index.md")

TOP: tuple[Entry, ...] = (
    ("Pejlemærker", "pejlemaerker/index.md"),
    ("Høringer", "hoeringer/index.md"),
    ("Resultatmål", "maal/index.md"),
    ("Hvordan går det?", "hvordan-gaar-det/index.md"),
    ("Tal", "indikatorer/index.md"),
    ("Emner", "emner/index.md"),
    ("Overblik", "overblik/index.md"),
    ("Nyt", "aendringer/index.md"),
)
"""What most readers come for."""

SEARCH: Entry = ("Søg", "soeg/index.md")

_ABOUT: tuple[Entry, ...] = (
    ("Print til møde", "moede/index.md"),
    SEARCH,
    ("Åbne data", "data/index.md"),
    ("Tilgængelighedserklæring", "was/index.md"),
)


def rest() -> list[Entry]:
    """List what does not stand at the top: the lists of the other types in their order, and what is about the site."""
    lists = [(heading, f"{section}/index.md") for model in RECORD_TYPES for section, heading in model.lists().items()]
    at_top = {path for _, path in TOP}
    return [*(entry for entry in lists if entry[1] not in at_top), *_ABOUT]


def lists() -> list[Entry]:
    """List where readers find everything without searching: what each list is called, and its address."""
    entries = [entry for entry in (*TOP, *rest()) if entry != SEARCH]
    return [(title, path.removesuffix("index.md")) for title, path in entries]
