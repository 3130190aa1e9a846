"""What a municipality calls things: its word for a benchmark, in the forms that Danish needs.

The words stand in the plan's `site.yml` and are asked for everywhere, also where no plan is at hand (the name of a
type, an address, a message). So they are switched on when a plan is read, as a program switches on a language.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from generator.base.text import as_id, capitalised


@dataclass(frozen=True)
class Noun:
    """A word for a thing: what Danish makes of it, and what agrees with it."""

    article: Literal["et", "en"]
    one: str
    the: str
    many: str
    the_many: str
    meaning: str = ""
    """What one is, in a sentence."""

    @property
    def with_article(self) -> str:
        """One of them: `et pejlemærke`."""
        return f"{self.article} {self.one}"

    @property
    def section(self) -> str:
        """The first part of their addresses: `pejlemaerker`."""
        return as_id(self.many)

    @property
    def it(self) -> str:
        """What stands for one that has been named: `det`."""
        return "det" if self.article == "et" else "den"

    @property
    def each(self) -> str:
        """Each of them: `hvert pejlemærke`."""
        return f"{'hvert' if self.article == 'et' else 'hver'} {self.one}"

    @property
    def its(self) -> str:
        """What belongs to the one: `pejlemærkets`; after s, x and z there is only an apostrophe."""
        return f"{self.the}{chr(0x2019) if self.the.endswith(('s', 'x', 'z')) else 's'}"

    @property
    def none(self) -> str:
        """Where there is none of them in an address: `uden-pejlemaerke`."""
        return f"uden-{as_id(self.one)}"

    def label(self, number: int | str = "") -> str:
        """Write the word as it begins a heading, with the number of one where it has one: `Pejlemærke 3`."""
        return capitalised(f"{self.one} {number}".rstrip())

    def said(self, text: str, write: Callable[[str], str] = str) -> str:
        """Fill in the word where a text of ours leaves room for it: `{one}`, `{The}`, `{many}` and so on.

        `write` says how words stand in the text: what is HTML wants its signs written otherwise.
        """
        for name in _FORMS:
            form = write(getattr(self, name))
            text = text.replace(f"{{{name}}}", form).replace(f"{{{capitalised(name)}}}", capitalised(form))
        return text


_FORMS = ("one", "the", "many", "the_many", "it", "its", "each", "with_article")
ROOMS = frozenset([*_FORMS, *map(capitalised, _FORMS)])
"""What stands between braces where a text leaves room for the word."""

BENCHMARK = Noun(
    "et",
    "pejlemærke",
    "pejlemærket",
    "pejlemærker",
    "pejlemærkerne",
    "Et pejlemærke er et politisk sigtepunkt. Det siger, hvor indsatsen skal hen.",
)
"""The word of those who choose none: the one that the program is named after."""

_spoken = {"benchmark": BENCHMARK}
"""For the whole process and not for a thread: a page may be made in another thread than the plan was read in."""


def benchmark() -> Noun:
    """Give the word for a benchmark of the plan that was read last."""
    return _spoken["benchmark"]


def said(text: str) -> str:
    """Fill the word for a benchmark in where a text of ours leaves room for it."""
    return benchmark().said(text) if "{" in text else text


def speak(noun: Noun) -> None:
    """Use a municipality's word for a benchmark from now on."""
    _spoken["benchmark"] = noun
