"""Break points in the long words of a finished page, so that no word is wider than its place.

A place is an empty `<i>` whose soft hyphen the style sheet draws. A soft hyphen of the text itself would come along
when somebody copies the word, and into what a program reads aloud or searches; `<wbr>` breaks without a hyphen, and
`hyphens: auto` needs a dictionary that not every browser has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.base.hyphenation import syllables

SIGN = "<i></i>"
"""Where a word may be broken."""
SMALL_SIGN = '<i class="s"></i>'
"""Where a word of a heading may be broken on a narrow screen; on a wide one it fits."""

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
_NAMES = "|".join(sorted({*_NARROW, *_KEPT, "a", "div", "p", "span"}, key=len, reverse=True))
_PIECE = re.compile(rf"<(/?)({_NAMES})\b([^>]*)>|(?<=>)([^<]{{{TIGHT},}})")
# Naming the letters is three times as fast as asking what is one.
_WORD = re.compile(rf"»[^«]*«|[A-Za-zÀ-ÖØ-öø-ž]{{{TIGHT},}}")


def broken(body: str) -> str:
    """Put break points into the long words of a page, but never into a quotation."""
    inside: list[tuple[str, str]] = []
    """The elements around a place that say what to do there, each with its name."""

    def piece(found: re.Match[str]) -> str:
        closes, name, attributes, text = found.groups()
        if text:
            return _text(text, inside[-1][1] if inside else "")
        if closes:
            if inside and inside[-1][0] == name:
                inside.pop()
        elif inside and inside[-1][1] == "kept":
            if name == inside[-1][0]:
                inside.append((name, "kept"))
        elif role := _role(name, attributes):
            inside.append((name, role))
        return found[0]

    return _PIECE.sub(piece, body)


def _role(name: str, attributes: str) -> str:
    """Say what an element makes of the words in it; nothing where it leaves that to what is around it."""
    if name in _KEPT or _KEPT_MARK.search(attributes):
        return "kept"
    if name in _HEADINGS:
        return "heading"
    return "narrow" if name in _NARROW or _NARROW_CLASS.search(attributes) else ""


def _text(text: str, role: str) -> str:
    if role == "kept":
        return text
    return _WORD.sub(lambda word: _word(word[0], role), text)


def _word(word: str, role: str) -> str:
    if word.startswith("»") or (not role and len(word) < WIDE):
        return word
    sign = SMALL_SIGN if role == "heading" and len(word) < WIDEST else SIGN
    return sign.join(part for syllable in syllables(word) for part in _cut(syllable))


def _cut(syllable: str) -> Iterator[str]:
    """Cut what is no syllable, because it is too long for any."""
    yield from (syllable[start : start + _MOST] for start in range(0, len(syllable), _MOST))
