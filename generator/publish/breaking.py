"""Break points in the long words of a finished page, so that no word is wider than its place.

A place is an empty `<i>` whose soft hyphen the style sheet draws. A soft hyphen of the text itself would come along
when somebody copies the word, and into what a program reads aloud or searches; `<wbr>` breaks without a hyphen, and
`hyphens: auto` needs a dictionary that not every browser has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from generator.base.hyphenation import syllables
from generator.publish.markup import end_of

SIGN = "<i></i>"
"""Where a word may be broken."""
SMALL_SIGN = '<i class="s"></i>'
"""Where a word of a heading may be broken on a narrow screen; on a wide one it fits."""
SPAN = '<span class="span">{}</span>'
"""What holds years or ages together in a heading: »16-66 år« is no word that is broken after »16-«."""

TIGHT = 12
"""As many letters has a word that does not fit every column, heading, fact or list of a page's parts."""
WIDE = 20
"""As many has one that does not fit every line of text on a phone."""
WIDEST = 32
"""As many has one that does not fit a heading on a wide screen."""
_MOST = 12
"""The most letters of a part where nobody knows how to break a word: a name, or one in another language."""

_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_NARROW = {*_HEADINGS, "th", "td", "dt", "caption", "summary", "nav"}
_NARROW_CLASS = re.compile(r' class="(?:[kvw]|card-title|kicker)"')
_KEPT = {"blockquote", "q", "ins", "del", "pre", "code", "svg", "script", "style", "textarea", "button"}
"""Somebody else's words, and what is no text."""
_KEPT_MARK = re.compile(r' data-letter\b| class="(?:[^"]* )?(?:quoted|diff|tag)[" ]')
"""Somebody else's words, and the names of states, which stand with a sign in a row of their own."""
_MARKED = {"a", "div", "p", "span"}
"""What is like any other element unless its class says more."""
_SHORTEST = {"heading": TIGHT, "narrow": TIGHT, "": WIDE}
"""The fewest letters of a word that is broken, by what its element makes of it."""
# Naming the letters is three times as fast as asking what is one.
_WORD = re.compile(rf"»[^«]*«|[0-9]+[-–][0-9]+|[A-Za-zÀ-ÖØ-öø-ž]{{{TIGHT},}}")


def broken(body: str) -> str:
    """Put break points into the long words of a page, but never into a quotation."""
    made: list[str] = []
    end = 0
    """Up to here the page is made."""
    around: list[tuple[str, str]] = []
    """The elements around a place that say what to do there, each with its name."""
    name = role = ""
    at = 0
    while found := _telling(name, role).search(body, at):
        at = found.end()
        match found.lastgroup:
            case "text":
                made += body[end : found.start("text")], _text(found["text"], role)
                end = at
            case "closed":
                name, role = around.pop()
            case _ if (inner := _role(found["name"], found["attributes"])) == "kept":
                at = end_of(body, found["name"], at) - 1  # text is found by the sign before it
            case _:
                around.append((name, role))
                name, role = found["name"], inner or role
    return "".join([*made, body[end:]])


@cache
def _telling(name: str, role: str) -> re.Pattern[str]:
    """Find what tells inside an element: where it ends, others of its name, those with a role, and text."""
    names = "|".join(sorted({*_NARROW, *_KEPT, name} - {""}, key=len, reverse=True))
    marked = "|".join(sorted(_MARKED - {name}))
    opened = rf"<(?P<name>(?:{names})\b|(?:{marked})\b(?=[^>]*?(?:{_NARROW_CLASS.pattern}|{_KEPT_MARK.pattern})))"
    closed = rf"</(?P<closed>{name})\b|" if name else ""
    return re.compile(rf"{closed}{opened}(?P<attributes>[^>]*)|>(?P<text>[^<]{{{_SHORTEST[role]},}})")


def _role(name: str, attributes: str) -> str:
    """Say what an element makes of the words in it; nothing where it leaves that to what is around it."""
    if name in _KEPT or _KEPT_MARK.search(attributes):
        return "kept"
    if name in _HEADINGS:
        return "heading"
    return "narrow" if name in _NARROW or _NARROW_CLASS.search(attributes) else ""


@lru_cache(maxsize=100_000)
def _text(text: str, role: str) -> str:
    """Break the long words of a text; most texts stand on several pages."""
    return _WORD.sub(lambda word: _word(word[0], role), text)


def _word(word: str, role: str) -> str:
    if word[0].isdigit():
        return SPAN.format(word) if role == "heading" else word
    if word.startswith("»") or len(word) < _SHORTEST[role]:
        return word
    sign = SMALL_SIGN if role == "heading" and len(word) < WIDEST else SIGN
    return sign.join(part for syllable in syllables(word) for part in _cut(syllable))


def _cut(syllable: str) -> Iterator[str]:
    """Cut what is no syllable, because it is too long for any."""
    yield from (syllable[start : start + _MOST] for start in range(0, len(syllable), _MOST))
