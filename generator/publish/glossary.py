"""Words that a reader may stumble over, linked to their explanation the first time a page uses them.

A plain link works with a finger, a keyboard and a screen reader alike, which a bubble under the mouse does not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from markupsafe import Markup, escape

from generator.model import Term

_ENDINGS = "(?:s|e|en|et|er|ne|n|t|erne|ene|ens|ets)?"
"""What Danish puts behind a word; an abbreviation takes at most a genitive."""


class Glossary:
    """The terms of a plan, ready to be found in texts."""

    def __init__(self, terms: Mapping[str, Term]) -> None:
        self._terms = {term.title.casefold(): term for term in terms.values()}

    def page(self) -> PageGlossary:
        """Start a page, on which each term is linked once."""
        return PageGlossary(self)

    def find(self, word: str) -> Term | None:
        """Give the term that a word in a text is a form of."""
        match = self._pattern.fullmatch(word)
        return self._terms.get(match.group(match.lastindex or 0).casefold()) if match else None

    def split(self, text: str) -> list[str]:
        """Cut a text so that every second piece is a form of a term."""
        pieces: list[str] = []
        end = 0
        for match in self._pattern.finditer(text):
            pieces += [text[end : match.start()], match.group()]
            end = match.end()
        return [*pieces, text[end:]]

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        # The longest first, so that "selvforsørgelses- og hjemrejseprogram" is not taken for a part of it.
        titles = sorted((term.title for term in self._terms.values()), key=len, reverse=True)
        forms = [
            rf"({re.escape(title)})s?" if title.isupper() else rf"((?i:{re.escape(title)})){_ENDINGS}"
            for title in titles
        ]
        return re.compile(rf"(?<![\w-])(?:{'|'.join(forms) or '(?!)'})(?![\w-])")


class PageGlossary:
    """The terms that one page has already linked."""

    def __init__(self, glossary: Glossary) -> None:
        self._glossary = glossary
        self._linked: set[str] = set()

    def __call__(self, text: str) -> Markup:
        """Show a text, with the terms that the page has not used before linked to their explanation."""
        pieces = self._glossary.split(text)
        return Markup().join(self._link(piece) if index % 2 else escape(piece) for index, piece in enumerate(pieces))

    def _link(self, word: str) -> Markup:
        term = self._glossary.find(word)
        if term is None or term.id in self._linked:
            return escape(word)
        self._linked.add(term.id)
        return Markup('<a class="term" href="/{}">{}</a>').format(term.address, word)
