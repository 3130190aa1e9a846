"""Where the pages written by hand stand."""

from __future__ import annotations

import os
from pathlib import Path

PAGES = "PEJL_CONTENT"
"""Names the folder of the pages written by hand for the process that builds with them."""


def pages_folder(data: Path) -> Path:
    """Give the folder of the pages written by hand: the one that is named, or else the one beside the data."""
    named = os.environ.get(PAGES)
    return Path(named) if named else data.parent / "content"
