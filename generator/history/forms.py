"""Changes written down: for people, for a pull request, and for programs."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from itertools import groupby

from generator.base.text import capitalised, counted
from generator.history.sentences import Change

_SIGNS = re.compile(r"([\\`*_\[\]<>#|~&])")
_NOTHING = "Der er ingen ændringer."


def as_text(changes: Sequence[Change]) -> str:
    """Write the changes under what they are about, a line each, with a count at the end."""
    lines = [line for kind, found in _grouped(changes) for line in (kind, *(f"  {one.sentence}" for one in found))]
    return "\n".join([*lines, _count(changes)])


def as_markdown(changes: Sequence[Change]) -> str:
    """Write the changes as Markdown; what stands in the data stays text."""
    lines: list[str] = []
    for kind, found in _grouped(changes):
        lines += [f"### {kind}", "", *(f"- {_escaped(one.sentence)}" for one in found), ""]
    return "\n".join([*lines, _count(changes)])


def as_json(changes: Sequence[Change]) -> str:
    """Write the changes as a JSON list, for other tools."""
    rows = [
        {
            "kind": change.kind.value,
            "sentence": change.sentence,
            "type": change.subject[0],
            "id": change.subject[1],
            "point": change.point,
            "happened": change.happened.isoformat() if change.happened else None,
            "path": change.delta.filed.file.path,
        }
        for change in changes
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


FORMS: Mapping[str, Callable[[Sequence[Change]], str]] = {
    "text": as_text,
    "markdown": as_markdown,
    "json": as_json,
}


def _escaped(sentence: str) -> str:
    return _SIGNS.sub(r"\\\1", sentence)


def _grouped(changes: Sequence[Change]) -> list[tuple[str, list[Change]]]:
    return [(str(kind), list(found)) for kind, found in groupby(changes, key=lambda change: change.kind)]


def _count(changes: Sequence[Change]) -> str:
    return f"{capitalised(counted(len(changes), 'ændring', 'ændringer'))}." if changes else _NOTHING
