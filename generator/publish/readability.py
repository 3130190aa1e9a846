"""Which generated pages are hard to read: their own running text, held against LIX.

Counted are paragraphs, items and cells that end as sentences do. A quotation says what its writer wrote and is left
out, as are headings, names and what is read by programs.
"""

from __future__ import annotations

import html
import re

from generator.base.problems import Location, Problem, Severity
from generator.base.readable import hard
from generator.base.rule import Rule

_QUOTED = re.compile(
    r"<(blockquote|q|ins|del|pre|code|svg|script|style|button|nav|form|h[1-6]|th)\b.*?</\1>"
    r'|<(div|h2|p|td|span) (?:class="(?:[^"]* )?(?:quoted|diff|tag|letter-text)[" ]|data-letter)[^>]*>.*?</\2>',
    re.DOTALL,
)
_BLOCK = re.compile(r"</?(?:p|li|td|dd|dt|div|caption|summary|tr|section|figcaption|aside|details)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_SAID = re.compile(r"»[^«»\n]*«")
_ENDED = re.compile(r"[.!?:][»«)\"]*\Z")


def own_text(body: str) -> list[str]:
    """Give the sentences of a page that are its own, a text for each paragraph, item and cell."""
    text = html.unescape(_TAG.sub("", _BLOCK.sub("\f", _QUOTED.sub("", body))))
    found = (" ".join(_SAID.sub("»«", piece).split()) for piece in text.split("\f"))
    return [piece for piece in found if _ENDED.search(piece)]


def hard_to_read(body: str, address: str, path: str) -> list[Problem]:
    """Warn of a page whose own text is too hard; `path` is the file that it was made from."""
    words = hard(own_text(body))
    message = f"Siden »/{address}« har {words}"
    return [Problem(Location(path), message, Rule.LIX, Severity.WARNING)] if words else []
