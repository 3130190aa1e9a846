"""An answer, written at the end of its point's history with the fingerprint of the point's words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from generator.editing.composing import with_item
from generator.editing.filling import in_order
from generator.editing.formatting.kinds import Kind
from generator.editing.rewriting import Change, Edit, edited, in_its_form
from generator.model import AnswerEntry, Point, Response, fingerprint
from generator.model.vocabulary import CHANGES_TEXT, DECIDED, AnswerState
from generator.reading.loaded import Loaded
from generator.reading.source import YamlFile
from generator.rules.answers import ONLY_DECIDED, needed

ANSWER = Kind(AnswerEntry)
"""What an answer is made of."""


def points(loaded: Loaded) -> dict[str, Point]:
    """Give every point by its id."""
    return {point.id: point for letter in loaded.of(Response).values() for point in letter.within()}


def left_out(entry: Mapping[str, Any]) -> Collection[str]:
    """Name the fields that an answer in this state has no use for, so that nobody is asked about them."""
    status = entry.get("status")
    if status not in DECIDED:
        return ONLY_DECIDED
    halves = () if status == AnswerState.PARTLY else ("accepted", "not_accepted")
    return (*halves, *(() if status in CHANGES_TEXT else ("changes",)))


def wanted(entry: Mapping[str, Any]) -> Collection[str]:
    """Name the fields that an answer in this state must have."""
    return needed(entry.get("status"))


def answered(loaded: Loaded, point: Point, entry: Mapping[str, Any]) -> Change:
    """Give the letter's file with a new step in the answering of a point.

    Raises:
        RewriteError: the point is written in a way that cannot be changed safely.
    """
    return next(iter(all_answered(loaded, [(point, entry)])))


def all_answered(loaded: Loaded, entries: Iterable[tuple[Point, Mapping[str, Any]]]) -> list[Change]:
    """Give the letters' files, each once, with a new step in the answering of each point.

    Raises:
        RewriteError: a point is written in a way that cannot be changed safely.
    """
    edits: dict[str, tuple[YamlFile, list[Edit]]] = {}
    for point, entry in entries:
        origin = loaded.origin(point)
        seen = {"seen": fingerprint(point)} if entry.get("answer") and "seen" not in entry else {}
        whole = in_order({**entry, **seen}, ANSWER)
        _, found = edits.setdefault(origin.file.path, (origin.file, []))
        found.append(with_item(origin.file, origin.place, "history", whole, Point))
    return [
        Change(Path(path), file.text, in_its_form(file, edited(file, found)[0], Response).text)
        for path, (file, found) in edits.items()
    ]
