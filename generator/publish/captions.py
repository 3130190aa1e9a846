"""What Markdown cannot say of a table: its name, a frame that scrolls by itself, and of every cell its column."""

from __future__ import annotations

import re

from generator.rules.prose import CAPTION

_TABLE = re.compile(rf"(?:<p>{CAPTION} *([^\n]+?)</p>\s*)?<table>(.*?)</table>", re.DOTALL)
_HEADING = re.compile(r"<h[1-6][^>]*>(.*?)</h[1-6]>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_HEAD = re.compile(r"<th[^>]*>(.*?)</th>", re.DOTALL)
_ROW = re.compile(r"<tr>.*?</tr>", re.DOTALL)
_CELL = re.compile(r"<td(?=[ >])")


def captioned(body: str) -> str:
    """Give every table of a hand-written page its name: the line above it, or else the nearest heading."""
    return _TABLE.sub(_framed, body)


def _framed(found: re.Match[str]) -> str:
    above = _HEADING.findall(found.string, 0, found.start())
    name = found.group(1) or (above[-1] if above else "Tabel")
    # The name is HTML already: without its tags, only a quote could end the attribute.
    label = _TAG.sub("", name).replace('"', "&quot;")
    frame = f'<div class="scroll" tabindex="0" role="region" aria-label="{label}">'
    return f'{frame}<table class="stacked"><caption>{name}</caption>{_labelled(found.group(2))}</table></div>'


def _labelled(rows: str) -> str:
    """Let every cell but a row's first say what its column is called."""
    labels = [_TAG.sub("", head).replace('"', "&quot;") for head in _HEAD.findall(rows)]

    def row(found: re.Match[str]) -> str:
        before, *cells = _CELL.split(found[0])
        named = [f' data-label="{label}"{cell}' for label, cell in zip(labels[1:], cells[1:], strict=False)]
        return "<td".join([before, *cells[:1], *named])

    return _ROW.sub(row, rows)
