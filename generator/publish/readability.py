"""Which generated pages are hard to read: their own running text, held against LIX.

Counted are paragraphs, items and cells that end as sentences do. A quotation says what its writer wrote and is left
out, as are headings, names and what is read by programs.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from generator.base.problems import Location, Problem, Severity
from generator.base.readable import hard
from generator.base.rule import Rule
from generator.publish.markup import end_of

_OTHERS = re.compile(
    r"<(?:(?P<element>blockquote|q|ins|del|pre|code|svg|script|style|button|nav|form|h[1-6]|th)\b"
    r'|(?P<marked>div|h2|p|td|span) (?:class="(?:[^"]* )?(?:quoted|diff|tag|letter-text)[" ]|data-letter))[^>]*>'
)
"""Where begins what is no running text of the page's own."""
_BLOCK = re.compile(r"</?(?:p|li|td|dd|dt|div|caption|summary|tr|section|figcaption|aside|details)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_SAID = re.compile(r"»[^«»\n]*«")
_ENDS = (*'.!?:»«)"',)
"""What may stand last in a sentence; most pieces end otherwise, and are not looked at again."""
_ENDED = re.compile(r"[.!?:][»«)\"]*\Z")


def own_text(body: str) -> list[str]:
    """Give the sentences of a page that are its own, a text for each paragraph, item and cell, each text once.

    What a page says in every row of a table would otherwise be all that counts.
    """
    text = html.unescape(_TAG.sub("", _BLOCK.sub("\f", "".join(_own(body)))))
    found = (piece.strip() for piece in text.split("\f"))
    pieces = (" ".join(_SAID.sub("»«", piece).split()) for piece in found if piece.endswith(_ENDS))
    return list(dict.fromkeys(piece for piece in pieces if _ENDED.search(piece)))


def _own(body: str) -> Iterator[str]:
    end = 0
    while found := _OTHERS.search(body, end):
        yield body[end : found.start()]
        end = end_of(body, found["element"] or found["marked"], found.end())
    yield body[end:]


def hard_to_read(body: str, address: str, path: str) -> list[Problem]:
    """Warn of a page whose own text is too hard; `path` is the file that it was made from."""
    words = hard(own_text(body))
    message = f"Siden »/{address}« har {words}"
    return [Problem(Location(path), message, Rule.LIX, Severity.WARNING)] if words else []
