"""The hand-written pages that come with Pejl; a municipality may have put others in their place."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def page(name: str, mark: str = "") -> str:
    """Give the text of a page in `content/`, or skip the tests where the page is not there or lacks a mark of ours."""
    path = ROOT / "content" / name
    if not path.is_file():
        pytest.skip(f"content/{name} is not there.", allow_module_level=True)
    text = path.read_text("utf-8")
    if mark not in text:
        reason = f"content/{name} is another than the one that comes with Pejl: it has no »{mark}«."
        pytest.skip(reason, allow_module_level=True)
    return text
