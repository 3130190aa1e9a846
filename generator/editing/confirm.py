"""Writes down that links, answers and words about figures have been read against what they were made for.

The fingerprint goes into the record's own file, as a line of its own; everything else in the file
stays as the editor wrote it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.editing.rewriting import Change, Edit, edited, place_of_key, swap
from generator.model import AnswerEntry, Link, Part
from generator.reading.reviews import Review

_MODELS: Mapping[str | int, type[Part]] = {"links": Link, "history": AnswerEntry}


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
    file, place = review.origin.file, (*review.origin.place, *review.place)
    current = f'"{review.current}"'
    if review.seen:
        there = file.span((*place, "seen"))
        return there.start, there.stop, current
    start = file.span(place).start
    if file.text[start] == "{":
        return start + 1, start + 1, f"seen: {current}, "
    model = _MODELS[review.place[0]] if review.place else type(review.record)
    behind = place_of_key(file, place, "seen", model)
    line = f"{' ' * (file.locate(place).column - 1)}seen: {current}\n"
    return behind, behind, line if file.text[:behind].endswith("\n") else f"\n{line[:-1]}"
