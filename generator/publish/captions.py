"""What Markdown cannot say of a table: its name, and a frame that scrolls by itself and the keyboard can reach."""

from __future__ import annotations

import re

from generator.rules.prose import CAPTION

_TABLE = re.compile(rf"(?:<p>{CAPTION} *([^\n]+?)</p>\s*)?<table>(.*?)</table>", re.DOTALL)
_HEADING = re.compile(r"<h[1-6][^>]*>(.*?)</h[1-6]>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def captioned(body: str) -> str:
    """Give every table of a hand-written page its name: the line above it, or else the nearest heading."""
    return _TABLE.sub(_framed, body)


def _framed(found: re.Match[str]) -> str:
    above = _HEADING.findall(found.string, 0, found.start())
    name = found.group(1) or (above[-1] if above else "Tabel")
    # The name is HTML already: without its tags, only a quote could end the attribute.
    label = _TAG.sub("", name).replace('"', "&quot;")
    frame = f'<div class="scroll" tabindex="0" role="region" aria-label="{label}">'
    return f"{frame}<table><caption>{name}</caption>{found.group(2)}</table></div>"
