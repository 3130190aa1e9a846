"""Bytes as text: in one encoding, with one kind of line end and of letters, and without signs that nobody sees."""

from __future__ import annotations

import re

from generator.base.problems import Location, Problem
from generator.base.rule import Rule
from generator.base.text import composed
from generator.reading.positions import at

# Besides control characters: line separators, which only YAML counts as lines, and what Unicode lets no reader see
# (Default_Ignorable_Code_Point): joiners, fillers, soft hyphens, the signs that turn the direction of text. No search
# finds a word that has one of them in it.
_UNSEEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
INVISIBLE = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f{_UNSEEN}]")

_PLAIN = bytes([*b"\t\n", *range(0x20, 0x7F)])
"""What every text is mostly made of: without it, little is left to search."""
_COMMON = re.compile("[\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u22ff]*")
"""Characters that are neither invisible nor part of a letter that is typed as two signs."""

_INDENT = re.compile("^ *([\t\u00a0\u2007\u202f])", re.MULTILINE)
_AFTER_DASH = re.compile("^ *-([\t\u00a0\u2007\u202f])", re.MULTILINE)
# Behind a colon, before one, or last on a line: nobody sees it, and it is part of the name or the value.
_HARD_SPACE = re.compile(
    "^[ -]*+[\\w-]++(?:: *+([\u00a0\u2007\u202f])|([\u00a0\u2007\u202f])\\s*+:)|([\u00a0\u2007\u202f])$", re.MULTILINE
)


def decode(raw: bytes, name: str) -> tuple[str, list[Problem]]:
    """Read bytes as text, with every letter as one sign; where that cannot be, the text is empty."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        message = (
            f"Tegnet er gemt i et andet tegnsæt end UTF-8 (byte 0x{raw[error.start]:02x}). "
            "Gem filen som UTF-8, så æ, ø og å bliver rigtige."
        )
        return "", [Problem(at(before, len(before), name), message, Rule.CHARACTERS)]
    rest = raw.translate(None, _PLAIN).decode("utf-8")
    problem = None
    if not _COMMON.fullmatch(rest):
        text = composed(text)
        problem = _hidden(text, name)
    if problem is None and any(space in text for space in "\t\u00a0\u2007\u202f"):
        problem = _wrong_space(text, name)
    return ("", [problem]) if problem else (text, [])


def _hidden(text: str, name: str) -> Problem | None:
    """Find the first thing in a text that nobody sees."""
    if text.startswith("\ufeff"):
        message = "Filen begynder med et usynligt tegn (BOM). Gem den som UTF-8 uden BOM."
        return Problem(Location(name), message, Rule.CHARACTERS)
    if "\r" in text:
        message = "Filen har Windows-linjeskift. Gem den med linjeskiftet LF."
        return Problem(at(text, text.index("\r"), name), message, Rule.LINE_ENDS)
    found = INVISIBLE.search(text)
    if found:
        message = f"Her står et usynligt tegn (U+{ord(found.group()):04X}). Slet det."
        return Problem(at(text, found.start(), name), message, Rule.CHARACTERS)
    return None


def _wrong_space(text: str, name: str) -> Problem | None:
    """Find the first tab or hard space where YAML counts spaces."""
    indent = _INDENT.search(text)
    if indent:
        what = "tabulator" if indent[1] == "\t" else "hårde mellemrum"
        message = f"Linjen er rykket ind med {what}. Brug almindelige mellemrum, to for hvert trin."
        return Problem(at(text, indent.start(1), name), message, Rule.TAB)
    dash = _AFTER_DASH.search(text)
    if dash:
        what = "en tabulator" if dash[1] == "\t" else "et hårdt mellemrum"
        message = f"Her står {what} efter bindestregen. Skriv et almindeligt mellemrum i stedet."
        return Problem(at(text, dash.start(1), name), message, Rule.TAB)
    hard = _HARD_SPACE.search(text)
    if hard:
        where = {1: "efter kolon", 2: "før kolon", 3: "sidst på linjen"}[hard.lastindex or 0]
        fix = "Skriv et almindeligt mellemrum i stedet" if hard[1] else "Slet det"
        message = f"Her står et hårdt mellemrum {where}. {fix}."
        return Problem(at(text, hard.start(hard.lastindex or 0), name), message, Rule.CHARACTERS)
    return None
