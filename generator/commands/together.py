"""Data and the pages written by hand that go with them: which pages a command takes, and whether they are another's."""

from __future__ import annotations

import sys
from pathlib import Path

from generator.base.folders import PAGES


def settings(data: Path, content: Path | None) -> dict[str, str]:
    """Name the pages for the process that builds with them, where somebody has named them, and tell if they differ."""
    if content is None:
        return {}
    told(data, content)
    return {PAGES: str(content.absolute())}


def told(data: Path, content: Path) -> None:
    """Tell where the pages lie beside other data, or other pages beside the data."""
    beside_data, beside_content = data.absolute().parent / "content", content.absolute().parent / "data"
    if beside_content.is_dir() and beside_content.resolve() != data.resolve():
        print(f"Bemærk: Siderne i {content} ligger ved siden af andre data end {data}.", file=sys.stderr)
    elif beside_data.is_dir() and beside_data.resolve() != content.resolve():
        print(f"Bemærk: Ved siden af {data} ligger der andre sider end dem i {content}.", file=sys.stderr)
