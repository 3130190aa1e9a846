"""Writes down that links, answers and words about figures have been read against what they were made for.

The fingerprint goes into the record's own file, as a line of its own; everything else in the file
stays as the editor wrote it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from generator.reading.reviews import Review

_FIGURES = "observations"
"""The field above which the fingerprint of a record's figures stands."""


_SEEN = re.compile(r"[\"']?[0-9a-f]{8}[\"']?")


def confirm(found: Iterable[Review]) -> int:
    """Write the current fingerprints into the files, and count the lines that changed."""
    by_file: dict[str, list[Review]] = defaultdict(list)
    for review in found:
        if review.seen != review.current:
            by_file[review.origin.file.path].append(review)
    for name, unread in by_file.items():
        path = Path(name)
        lines = path.read_text("utf-8").split("\n")
        # From the bottom up, so that the places further up stay right.
        for review in sorted(unread, key=_line, reverse=True):
            _write(lines, review)
        path.write_text("\n".join(lines), "utf-8", newline="\n")
    return sum(map(len, by_file.values()))


def _write(lines: list[str], review: Review) -> None:
    if review.seen:
        place = review.origin.locate(*review.place, "seen")
        line = lines[place.line - 1]
        before, after = line[: place.column - 1], line[place.column - 1 :]
        lines[place.line - 1] = before + _SEEN.sub(f'"{review.current}"', after, count=1)
        return
    seen = f'seen: "{review.current}"'
    if not review.place:
        lines.insert(_above(lines, review.origin.locate_key(_FIGURES).line - 1), seen)
        return
    start = review.origin.locate(*review.place)
    above, column = start.line - 1, start.column - 1
    indent = " " * column
    first = lines[above]
    if first[column] == "{":
        lines[above] = f"{first[: column + 1]}{seen}, {first[column + 1 :]}"
    elif _is_key(lines[above + 1 : above + 2], indent):
        lines.insert(above + 1, f"{indent}{seen}")
    else:  # the first value goes on below its line, so the new line must stand above it
        lines[above : above + 1] = [f"{first[:column]}{seen}", f"{indent}{first[column:]}"]


def _above(lines: list[str], index: int) -> int:
    """Give the line above another and above the comments that belong to it."""
    while index and lines[index - 1].startswith("#"):
        index -= 1
    return index


def _is_key(line: list[str], indent: str) -> bool:
    return bool(line) and re.match(rf"{indent}\w+:", line[0]) is not None


def _line(review: Review) -> int:
    return review.origin.locate(*review.place).line
