"""The words that a compound is made of: Danish writes »kontanthjælpsmodtager« as one, and readers seek its parts."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping

SHORTEST = 3
"""The letters of the shortest part."""
_COMPOUND = 6
"""The letters of the shortest compound."""


class Compounds:
    """Splits words into words that stand by themselves elsewhere."""

    def __init__(self, words: Iterable[tuple[str, str]]) -> None:
        """Take the words that are known: each as it is written, folded, and what it is found by."""
        first: dict[str, str] = {}
        last: set[str] = set()
        for word, key in words:
            if len(key) < SHORTEST or not key.isalpha():
                continue
            last.add(key)
            for form in (word, f"{word}s", f"{key}s", f"{key}e"):
                first.setdefault(form, key)
        self._first: Mapping[str, str] = first | {key: key for key in last}
        self._last = last
        self._rest = functools.cache(self._split)

    def parts(self, key: str) -> tuple[str, ...]:
        """Give what the parts of a word are found by; nothing for one that is no compound."""
        return self._split(key) if len(key) >= _COMPOUND and key.isalpha() else ()

    def _split(self, key: str) -> tuple[str, ...]:
        """Split off the longest word that the rest is known behind, or else one that the rest can be split behind."""
        ends = range(len(key) - SHORTEST, SHORTEST - 1, -1)
        for end in ends:
            if (rest := key[end:]) in self._last and (found := self._first.get(key[:end])):
                return found, *(self._rest(rest) or (rest,))
        for end in ends:
            if (found := self._first.get(key[:end])) and (behind := self._rest(key[end:])):
                return found, *behind
        return ()
