"""Corrections undone: a record's words as they were before mistakes in our copy were mended."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping, MutableSequence
from copy import deepcopy
from typing import Any

_OURS = frozenset(
    {"corrections", "summary", "why", "note", "seen", "title", "id", "themes", "links", "benchmarks", "document"}
)
"""The fields that are no copy of somebody's words; `document` is an id, and a section may be misspelt."""


class NotOnceError(ValueError):
    """Raised where the words of a correction do not stand exactly once in the record."""

    def __init__(self, index: int, words: str, times: int) -> None:
        super().__init__(words)
        self.index = index
        self.words = words
        self.times = times


def undone(value: dict[str, Any], kept: int) -> dict[str, Any]:
    """Give a record as its file holds it with all but the first corrections undone, the newest first.

    Raises:
        NotOnceError: The words after a correction do not stand exactly once.
    """
    record = deepcopy(value)
    corrections = record.get("corrections", [])
    for index in reversed(range(kept, len(corrections))):
        _undo(record, index, str(corrections[index]["before"]).strip(), str(corrections[index]["after"]).strip())
    if kept:
        record["corrections"] = corrections[:kept]
    else:
        record.pop("corrections", None)
    return record


def _undo(record: dict[str, Any], index: int, before: str, after: str) -> None:
    found = [(holder, key, text) for holder, key, text in _texts(record) if after in text]
    times = sum(text.count(after) for _, _, text in found)
    if times != 1:
        raise NotOnceError(index, after, times)
    holder, key, text = found[0]
    holder[key] = text.replace(after, before)


def _texts(value: Any) -> Iterator[tuple[Any, str | int, str]]:  # noqa: ANN401  plain values of any form
    """Yield every text that is a copy of somebody's words, with what holds it."""
    steps: Any = ()
    if isinstance(value, MutableMapping):
        steps = [key for key in value if key not in _OURS]
    elif isinstance(value, MutableSequence):
        steps = range(len(value))
    for step in steps:
        inner = value[step]
        if isinstance(inner, str):
            yield value, step, inner
        else:
            yield from _texts(inner)
