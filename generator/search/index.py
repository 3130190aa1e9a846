"""The index: for every word the cards that say it and how weightily, and what is shown of each card."""

from __future__ import annotations

import functools
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from generator.model import Plan, Term
from generator.search.cards import Card
from generator.search.compounds import Compounds
from generator.search.fields import Role
from generator.search.words import STOPS, fold, joined, key, stem, tokens

LEVELS = (1, 2, 3, 4, 6, 8, 11, 15, 20, 26)
"""How weightily a card may say a word; each posting keeps one of these."""
CERTAIN = 32
"""The level of what a thing is known by for certain: its id, its whole title, or another word for it."""

_WEIGHTS = {Role.FACT: 8.0, Role.SUMMARY: 5.0, Role.TEXT: 3.0, Role.FIGURE: 3.0, Role.WHY: 0.8}
_NAME, _LEAST_NAME = 24.0, 9.0
_PART = 0.6
"""What a part of a compound counts for, beside the whole."""
_LONGEST_NAME = 5
"""The most words of a name that is also found as a whole."""
_SHIFT = 6  # bits for the level


class Index:
    """Gathers cards, and tells by which words they are found."""

    def __init__(self) -> None:
        self.count = 0
        self._postings: dict[str, array[int]] = {}
        self._keys: dict[str, str] = {}
        """What every word that was met is found by, by the word as it stands."""
        self._shown: dict[str, str] = {}
        """A word as it stands, for everything that is found by one."""
        self._folded: dict[str, str] = {}

    def add(self, card: Card) -> None:
        """Enter the words of a card under the next number."""
        found: dict[str, float] = {}
        for role, text in card.says:
            if role is not Role.NAME:
                for name in filter(None, map(self._key, tokens(text))):
                    # What is said again says a little more.
                    found[name] = found[name] + _WEIGHTS[role] / 4 if name in found else _WEIGHTS[role]
        for other in card.names:
            self._name(found, tokens(other), LEVELS[-1])
        self._name(found, tokens(card.title), CERTAIN)
        for identity in card.ids:
            words = tokens(identity)
            found[joined(words)] = CERTAIN
            if len(words) > 2 and not words[0].isalpha() and words[0][0].isalpha():  # noqa: PLR2004
                # The digits of »hr25-4-1« by themselves.
                digits = "".join(words).lstrip("abcdefghijklmnopqrstuvwxyzæøå")
                found[digits] = max(found.get(digits, 0), LEVELS[-1])
        for word, weight in found.items():
            if word not in self._postings:
                self._postings[word] = array("I")
            self._postings[word].append(self.count << _SHIFT | _level(weight))
        self.count += 1

    def _name(self, found: dict[str, float], words: Sequence[str], whole: float) -> None:
        """Enter a title or another word for a thing: the fewer words it has, the more each of them says."""
        saying = [name for word in words if (name := self._key(word))]
        for name in saying:
            found[name] = max(found.get(name, 0), _LEAST_NAME, _NAME / len(saying) ** 0.5)
        if len(words) <= _LONGEST_NAME:
            found[joined(words)] = whole
        for one, after in pairwise(words):
            if after.isdigit():
                found[joined((one, after))] = CERTAIN

    def _key(self, word: str) -> str:
        """Give what a word is found by, and remember it; nothing for a word that says nothing."""
        name = self._keys.get(word)
        if name is None:
            folded = fold(word)
            name = self._keys[word] = "" if folded in STOPS else stem(folded)
            if name:
                self._shown.setdefault(name, word)
                self._folded.setdefault(folded, name)
        return name

    def postings(self) -> Iterator[tuple[str, list[int]]]:
        """Yield every word that something is found by, in order, with the numbers of its cards and their levels."""
        compounds = Compounds(self._folded.items())
        parts: dict[str, list[str]] = {}
        for word in self._shown:
            for part in compounds.parts(word):
                parts.setdefault(part, []).append(word)
        for word in sorted({*self._postings, *parts}):
            found = {entry >> _SHIFT: entry & (1 << _SHIFT) - 1 for entry in self._postings.get(word, ())}
            for whole in parts.get(word, ()):
                for entry in self._postings.get(whole, ()):
                    card, level = entry >> _SHIFT, _level(_PART * min(entry & (1 << _SHIFT) - 1, LEVELS[-1]))
                    found[card] = max(found.get(card, 0), level)
            yield word, [card << _SHIFT | found[card] for card in sorted(found)]

    @property
    def vocabulary(self) -> list[str]:
        """Every word that something is found by, in one of the ways in which it is written."""
        return sorted(self._shown.values())


@functools.cache
def _level(weight: float) -> int:
    """Give the level that a weight comes to."""
    return CERTAIN if weight >= CERTAIN else LEVELS[max(0, bisect_right(LEVELS, weight) - 1)]


def split(entry: int) -> tuple[int, int]:
    """Give the number of a card and its level."""
    return entry >> _SHIFT, entry & (1 << _SHIFT) - 1


def also(plan: Plan) -> Mapping[str, Sequence[Sequence[str]]]:
    """Say which words every synonym of the glossary stands for, by what it is found by when it is typed as one."""
    found: dict[str, list[list[str]]] = {}
    for term in plan.of(Term).values():
        title = [key(word) for word in tokens(term.title) if fold(word) not in STOPS]
        others = [*term.synonyms, *(word for words in term.translations.values() for word in words)]
        for other in dict.fromkeys(joined(tokens(other)) for other in others):
            if [other] != title:
                found.setdefault(other, []).append(title)
    return found
