"""Our own style sheets, scripts and pictures, which every page shares."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.publish.view import Asset

FOLDER = Path(__file__).parent / "assets"


def assets() -> Iterator[Asset]:
    """Give the files that the pages share, each at its address under `assets/`."""
    for path in sorted(FOLDER.iterdir()):
        yield Asset(f"assets/{path.name}", path.read_bytes())
