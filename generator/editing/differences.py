"""A change in words: which lines of which files go, and what comes instead."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from generator.base.text import counted, printable
from generator.editing.rewriting import Change

_MOST = 400
"""As many lines of a file as anybody reads."""


def lines(changes: Sequence[Change]) -> list[str]:
    """Say in Danish what changes in files, line by line."""
    left = {change.came_from: change for change in changes if change.came_from}
    texts = {change.path: change.before for change in changes if change.path in left}
    found = [change for change in changes if change.path not in left]
    return [line for change in found for line in _of_file(change, texts)]


def _of_file(change: Change, texts: Mapping[Path, str | None]) -> Iterator[str]:
    name, before = printable(change.path.as_posix()), change.before
    if change.came_from:
        before = texts.get(change.came_from)
        yield f"{printable(change.came_from.as_posix())} flyttes til {name}."
    elif before is None:
        yield f"{name} (ny fil):"
    elif change.after is None:
        yield f"{name} slettes."
        return
    else:
        yield f"{name}:"
    shown = list(_told((before or "").splitlines(), (change.after or "").splitlines()))
    yield from shown[:_MOST]
    if len(shown) > _MOST:
        yield f"  og {counted(len(shown) - _MOST, 'linje', 'linjer')} til"


def _told(before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    matcher = difflib.SequenceMatcher(None, before, after)
    for kind, old, old_end, new, new_end in matcher.get_opcodes():
        if kind == "equal":
            continue
        first, last = new + 1, max(new_end, new + 1)
        if before:
            yield f"  linje {first}:" if first == last else f"  linje {first}-{last}:"
        yield from (f"    - {line}" for line in before[old:old_end])
        yield from (f"    + {line}" for line in after[new:new_end])
