"""Where the pages written by hand stand."""

from __future__ import annotations

import os
from pathlib import Path

_PAGES = "PEJL_CONTENT"
"""Names the folder of the pages written by hand, here and in `mkdocs.yml`."""


def pages_folder() -> Path:
    """Give the folder of the pages written by hand."""
    return Path(os.environ.get(_PAGES, "content"))
