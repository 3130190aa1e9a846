"""Two wordings of a text held against each other, word by word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_WORD = re.compile(r"\S+")
_FEWEST_IN_COMMON = 0.5
"""The share of the two texts' words that stand in both; with fewer it is another text."""


class Kind(StrEnum):
    """Where some words stand: in both wordings, or in one of them."""

    BOTH = "both"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True)
class Piece:
    """Some words that stand together; a space stands between two pieces."""

    kind: Kind
    text: str


@dataclass(frozen=True)
class Difference:
    """What is new in a wording, and what is gone from it."""

    before: str
    after: str
    pieces: Sequence[Piece] = ()
    """The two wordings in one another, in order; empty where they have so little in common that each stands alone."""

    @property
    def is_rewritten(self) -> bool:
        """Tell whether the two must be shown as two texts."""
        return not self.pieces


def difference(before: str, after: str) -> Difference:
    """Hold two wordings against each other; white space does not count, and a point or a comma belongs to its word."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < _FEWEST_IN_COMMON:
        return Difference(before, after)
    pieces: list[Piece] = []
    for tag, first, end, start, stop in matcher.get_opcodes():
        if tag == "equal":
            pieces.append(Piece(Kind.BOTH, " ".join(old[first:end])))
            continue
        if end > first:
            pieces.append(Piece(Kind.BEFORE, " ".join(old[first:end])))
        if stop > start:
            pieces.append(Piece(Kind.AFTER, " ".join(new[start:stop])))
    return Difference(before, after, tuple(pieces))
