"""The sign drawn: as SVG for browsers that read it, and by Typst as PNG for whoever does not. No browser is needed."""

from __future__ import annotations

import base64
import json
import struct
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

_SIDE = 64
_MOST = 200
"""The most letters of a text in the picture."""
_SHIELD = '<path fill="#fff" d="M16 11h32v27L32 54 16 38z"/>'
_ICON = b"""
#set page(width: float(sys.inputs.size) * 1pt, height: float(sys.inputs.size) * 1pt, margin: 0pt, fill: none)
#image(bytes(sys.inputs.svg), format: "svg", width: 100%, height: 100%)
"""
_LOGO = b"#image(bytes(json(bytes(sys.inputs.logo))), format: sys.inputs.kind)"
_PICTURE = Path(__file__).with_name("picture.typ")
_KINDS = {".svg": "image/svg+xml", ".png": "image/png"}


def sign(colour: str, logo: tuple[str, bytes] | None, *, round_corners: bool = True) -> str:
    """Draw the sign as SVG: a logo by its name and what it holds, or else a shield, on a square of the colour."""
    mark = _SHIELD
    if logo:
        name, content = logo
        data = base64.b64encode(content).decode()
        mark = f'<image x="8" y="8" width="48" height="48" href="data:{_KINDS[Path(name).suffix]};base64,{data}"/>'
    corners = ' rx="10"' if round_corners else ""
    size = f'width="{_SIDE}" height="{_SIDE}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_SIDE} {_SIDE}">'
        f'<rect {size}{corners} fill="{colour}"/>{mark}</svg>'
    )


def is_drawable(name: str, content: bytes) -> bool:
    """Tell whether a logo can be drawn; inside another drawing, one that cannot would leave an empty square."""
    import typst  # noqa: PLC0415  as below

    given = {"logo": json.dumps(list(content)), "kind": Path(name).suffix.removeprefix(".")}
    try:
        _png(_LOGO, given)
    except typst.TypstError:
        return False
    return True


def icon(drawn: str, size: int) -> bytes:
    """Draw a sign as PNG, so many points wide and high."""
    return _png(_ICON, {"svg": drawn, "size": str(size)})


def icons(drawn: str, sizes: Sequence[int]) -> bytes:
    """Put a sign into one file in several sizes, in the format ICO, which holds each as PNG."""
    found = [(size, icon(drawn, size)) for size in sizes]
    head, body = struct.pack("<HHH", 0, 1, len(found)), b""
    start = len(head) + 16 * len(found)
    for size, content in found:
        head += struct.pack("<BBBBHHII", size, size, 0, 0, 1, 32, len(content), start + len(body))
        body += content
    return head + body


def picture(drawn: str, colour: str, title: str, below: str) -> bytes:
    """Draw what is shown where somebody shares a page: 1200 by 630 points, the sign and two texts."""
    told = {"sign": drawn, "colour": colour, "title": _cut(title), "below": _cut(below)}
    return _png(_PICTURE.read_bytes(), {"told": json.dumps(told, ensure_ascii=False)})


def _cut(text: str) -> str:
    """Cut a text that has no room in the smallest letters."""
    return text if len(text) <= _MOST else f"{text[: _MOST - 2].rstrip()} …"


def _png(source: bytes, given: Mapping[str, str]) -> bytes:
    return _compiled(source, tuple(given.items()))


# Whoever writes sees the site made again and again, and its sign stays the same.
@lru_cache(maxsize=8)
def _compiled(source: bytes, given: tuple[tuple[str, str], ...]) -> bytes:
    import typst  # noqa: PLC0415  large, and only for whoever wants a picture

    # The fonts are those inside the package, so that every machine draws the same.
    return bytes(typst.compile(source, format="png", ppi=72, ignore_system_fonts=True, sys_inputs=dict(given)))
