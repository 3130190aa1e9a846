"""Where Danish words may be broken, by the patterns of pyphen.

Nothing but signs is ever put into a text, and none into a word that its writer has put one into.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise

import pyphen

SOFT_HYPHEN = "\u00ad"
"""The sign for a place where a word may be broken; it is seen only where the word is."""

LONG = 11
"""Words of fewer letters fit any line, and are left alone."""

_HEAD, _TAIL = 3, 4
"""The fewest letters before and after a break: one or two on a line of their own are hard to read."""
_VOWELS = "aeiouyæøåéü"
_TOKEN = re.compile(rf"\S{{{LONG},}}")
_LETTERS = re.compile(rf"[^\W\d_]{{{LONG},}}")


@lru_cache(maxsize=10_000)
def syllables(word: str) -> tuple[str, ...]:
    """Give the parts that a word may be broken into: `("beskæf", "ti", "gel", "ses", "plan")`."""
    found = [0, *_patterns().positions(word), len(word)]
    # A letter is no part: a consonant belongs to what stands before it ("tilbuds-viften"), a vowel to what comes after.
    lone = {end if word[start].lower() in _VOWELS else start for start, end in pairwise(found) if end - start == 1}
    return tuple(word[start:end] for start, end in pairwise(end for end in found if end not in lone))


@lru_cache(maxsize=10_000)
def hyphenated(text: str, sign: str = SOFT_HYPHEN) -> str:
    """Put a sign wherever a long word of a text may be broken."""
    return _TOKEN.sub(lambda word: word[0] if SOFT_HYPHEN in word[0] else _signed(word[0], sign), text)


def _signed(word: str, sign: str) -> str:
    return _LETTERS.sub(lambda letters: sign.join(syllables(letters[0])), word)


@cache
def _patterns() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="da_DK", left=_HEAD, right=_TAIL)
