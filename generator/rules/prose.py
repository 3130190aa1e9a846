"""How the pages written by hand read: no page is too hard, and every table has a name of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.base.readable import hard
from generator.base.rule import Rule
from generator.base.text import sentences, words

CAPTION = "Tabel:"
"""What the line above a table begins with; the rest of the line is the table's name."""

_LINES = 3
"""The line with the name, an empty one, and the beginning of the table's own."""
# The line under the headings is rarer than a line with a column in it, and that one is looked for backwards.
_UNDER_HEADINGS = re.compile(r"\n[ \t]*\|?[ \t]*-{2,}[ \t|-]*$", re.MULTILINE)
_NAMED = re.compile(rf"{CAPTION}[ \t]*\S")
_NO_TEXT = re.compile(r"^ *(?:#{1,6} |>|\|)[^\n]*$", re.MULTILINE)
_PARAGRAPH = re.compile(r"\n[ \t]*\n|^ *(?:[-*]|\d+\.) +", re.MULTILINE)
# Each stops where the next may begin, so that what is never closed is not read again and again.
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")
_SAID = re.compile(r"»[^«»]*«")
_SIGNS = re.compile(r"[*_]|\{[^{}\n]*\}")
_ENDED = re.compile(r"[.!?:][»«)\"]*\Z")


def unnamed_tables(body: str) -> Iterator[tuple[int, str, Rule]]:
    """Yield where a table stands that has no name above it."""
    for start in _tables(body):
        above = body[:start].rsplit("\n", 3)
        if len(above) < _LINES or above[-2] or not _NAMED.match(above[-3]):
            message = (
                f"Tabellen har ikke sit eget navn. Skriv »{CAPTION}« og navnet på en linje over den, og lad en tom "
                "linje stå imellem. Navnet hjælper den, der hører siden læst op."
            )
            yield start, message, Rule.TABLE_NAME


def _tables(body: str) -> Iterator[int]:
    """Yield where each table begins."""
    over = 0
    for found in _UNDER_HEADINGS.finditer(body):
        start = body.rfind("\n", 0, found.start()) + 1
        if start >= over and "|" in body[start : found.start()]:
            over = found.end()
            yield start


def hard_to_read(body: str) -> Iterator[tuple[int, str, Rule]]:
    """Yield where the longest sentence of a page stands, if the page is too hard; quotations are somebody else's."""
    paragraphs = [_plain(each) for each in _PARAGRAPH.split(_NO_TEXT.sub("", body))]
    said = [each for each in paragraphs if _ENDED.search(each)]
    if told := hard(said):
        longest = max((one for each in said for one in sentences(each)), key=lambda one: len(words(one)))
        yield max(body.find(longest.split("»")[0][:20]), 0), f"Siden har {told}", Rule.LIX


def _plain(paragraph: str) -> str:
    return " ".join(_SIGNS.sub("", _SAID.sub("»«", _LINK.sub(r"\1", paragraph))).split())
