"""Problems as a person at a terminal reads them: under each the line that it is about, with a mark at the place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.base.problems import Location, Problem, summary
from generator.base.text import printable

_WIDEST = 100
_BEFORE = 60
"""Of a longer line, so much is shown before the mark."""


def with_carets(problems: Iterable[Problem], texts: Mapping[str, str]) -> str:
    """Write the problems in order of place, each with its line where the text of its file is known, and their count."""
    rows = {path: text.split("\n") for path, text in texts.items()}
    found = sorted(set(problems))
    lines = [line for problem in found for line in (str(problem), *_marked(problem.location, rows))]
    return "\n".join([*lines, summary(found)])


def _marked(place: Location, rows: Mapping[str, list[str]]) -> list[str]:
    lines = rows.get(place.path, [])
    row = lines[place.line - 1] if place.line <= len(lines) else ""
    if not row.strip():
        return []
    start = max(0, place.column - 1 - _BEFORE) if len(row) > _WIDEST else 0
    part, at = row[start : start + _WIDEST], place.column - 1 - start
    before, after = "…" if start else "", "…" if start + _WIDEST < len(row) else ""
    return [f"    {before}{printable(part)}{after}", f"    {' ' * (at + len(before))}^"]
