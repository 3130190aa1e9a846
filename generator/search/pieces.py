"""The index as files: a small one that says where everything is, and pieces that are named by what they hold.

A browser fetches the pieces that a query needs and no others, and keeps them for as long as it likes: a piece that
changes has another name. No piece grows with the data; their number does.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from generator.model import Plan
from generator.search.cards import Card, Leaf, cards, leaf_cards
from generator.search.index import Index, also, split
from generator.search.words import tables

File: TypeAlias = tuple[str, bytes]
"""A path of the site, and what stands there."""

FOLDER = "assets/soegning/"
START = f"{FOLDER}start.json"
"""The file that says where everything is; the only one whose name stays."""

MOST_SHOWN, MOST_POSTINGS, MOST_WORDS, MOST_SORTED = 6_000, 16_000, 40_000, 4_000
"""The most bytes of a piece of cards, of postings and of words, and the most cards of a piece of what they are."""
_encoded = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_MOST_TEXT = 3_000
"""The most letters of a card's text that a hit can show."""


class Search:
    """Gathers what can be found, and gives the files that a browser finds it with."""

    def __init__(self, plan: Plan, looks: Mapping[str, Sequence[str]]) -> None:
        """Take a plan, and how each state looks: the class of its tag and its sign."""
        self._index = Index()
        self._looks = looks
        self._also = also(plan)
        self._shown: list[bytes] = []
        self._sorted: list[tuple[tuple[str, ...], ...]] = []
        self._add(cards(plan))

    def files(self, leaves: Iterable[Leaf]) -> Iterator[File]:
        """Yield the files, when the pages that are not about one record are known too."""
        self._add(leaf_cards(leaves))
        start: dict[str, Any] = {"words": tables(), "states": self._looks, "count": self._index.count}
        for name, made in (
            ("cards", _cut(self._shown, MOST_SHOWN)),
            ("keys", self._postings()),
            ("vocabulary", self._vocabulary()),
            ("facets", self._facets()),
        ):
            firsts, names = start.setdefault(name, ([], []))
            for first, content in made:
                path = f"{name}.{hashlib.sha256(content).hexdigest()[:10]}.json"
                firsts.append(first)
                names.append(path)
                yield FOLDER + path, content
        yield START, _written(start)

    def _add(self, some: Iterable[Card]) -> None:
        for card in some:
            self._index.add(card)
            before, after = card.line
            shown = [card.address, card.title, before, card.state, after, card.text[:_MOST_TEXT]]
            self._shown.append(_written(shown))
            self._sorted.append(((card.kind,), (card.answer,), tuple(card.organisations), tuple(card.themes)))

    def _postings(self) -> Iterator[tuple[str, bytes]]:
        """Yield the pieces that say where words are said, each with its first word."""
        entries = ((word, self._entry(word, found)) for word, found in self._merged())
        piece: list[bytes] = []
        size, first = 0, ""
        for word, entry in entries:
            if piece and size + len(entry) > MOST_POSTINGS:
                yield first, b"{" + b",".join(piece) + b"}"
                piece, size = [], 0
            first = first if piece else word
            piece.append(entry)
            size += len(entry)
        if piece:
            yield first, b"{" + b",".join(piece) + b"}"

    def _merged(self) -> Iterator[tuple[str, Sequence[int]]]:
        """Yield every word with its postings, and among them the synonyms that nobody writes, in order."""
        synonyms = sorted(self._also)
        place = 0
        for word, found in self._index.postings():
            while place < len(synonyms) and synonyms[place] < word:
                yield synonyms[place], ()
                place += 1
            place += place < len(synonyms) and synonyms[place] == word
            yield word, found
        yield from ((word, ()) for word in synonyms[place:])

    def _entry(self, word: str, found: Sequence[int]) -> bytes:
        """Write a word: for each level the numbers of the cards, each as the step from the one before."""
        levels: dict[int, list[int]] = {}
        last: dict[int, int] = {}
        for entry in found:
            card, level = split(entry)
            levels.setdefault(level, [level]).append(card - last.get(level, 0))
            last[level] = card
        value = str(list(levels.values())).replace(" ", "")  # numbers alone are JSON as they stand
        if word in self._also:
            value = f"{value[:-1]}{',' if levels else ''}{_written([0, self._also[word]]).decode()}]"
        return _written(word) + b":" + value.encode()

    def _vocabulary(self) -> Iterator[tuple[int, bytes]]:
        """Yield the words themselves, which a misspelt one is held against, as they are written."""
        return _cut([_written(word) for word in self._index.vocabulary], MOST_WORDS)

    def _facets(self) -> Iterator[tuple[int, bytes]]:
        """Yield what the cards can be narrowed by: for each way the values, and which of them each card has."""
        for start in range(0, len(self._sorted), MOST_SORTED):
            columns = []
            for column in zip(*self._sorted[start : start + MOST_SORTED], strict=True):
                numbers: dict[tuple[str, ...], int] = {}
                which = [numbers.setdefault(value, len(numbers)) for value in column]
                columns.append([list(numbers), which])
            yield start, _written(columns)


def _cut(entries: Sequence[bytes], most: int) -> Iterator[tuple[int, bytes]]:
    """Yield lists of at most so many bytes, each with the number of its first entry."""
    start, size = 0, 0
    for number, entry in enumerate(entries):
        if size and size + len(entry) > most:
            yield start, b"[" + b",".join(entries[start:number]) + b"]"
            start, size = number, 0
        size += len(entry)
    if entries:
        yield start, b"[" + b",".join(entries[start:]) + b"]"


def _written(value: object) -> bytes:
    return _encoded(value).encode()
