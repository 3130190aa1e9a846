"""Writes down that links and answers have been read against the texts they were made for.

The fingerprint of the texts goes into the record's own file, as a line of its own; everything else in the file
stays as the editor wrote it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from generator.editing.formatting.scalars import word
from generator.editing.rewriting import Change, Edit, edited, place_of_key, swap
from generator.model import AnswerEntry, Link
from generator.reading.reviews import Review


def confirm(found: Iterable[Review]) -> int:
    """Write the current fingerprints into the files, and count the lines that changed.

    Raises:
        RewriteError: somebody has changed a file in the meantime.
    """
    by_file: dict[str, list[Review]] = defaultdict(list)
    for review in found:
        if review.seen != review.current:
            by_file[review.origin.file.path].append(review)
    changes = []
    for path, unread in by_file.items():
        file = unread[0].origin.file
        new, _ = edited(file, map(seen, unread))
        changes.append(Change(Path(path), file.text, new.text))
    swap(changes)
    return sum(map(len, by_file.values()))


def seen(review: Review) -> Edit:
    """Give what writes a review's current fingerprint into its file."""
    file, place, current = review.origin.file, (*review.origin.place, *review.place), word(review.current)
    if review.seen:
        there = file.span((*place, "seen"))
        return there.start, there.stop, current
    start = file.span(place).start
    if file.text[start] == "{":
        return start + 1, start + 1, f"seen: {current}, "
    model = Link if review.place[0] == "links" else AnswerEntry
    behind = place_of_key(file, place, "seen", model)
    margin = " " * (file.locate(place).column - 1)
    line = f"{margin}seen: {current}\n"
    return behind, behind, line if file.text[:behind].endswith("\n") else f"\n{line[:-1]}"
