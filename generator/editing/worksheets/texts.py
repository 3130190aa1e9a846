"""The texts of a table's cells, without what programs put between the letters by themselves."""

from __future__ import annotations

import re

from generator.base.text import MONTHS, composed

_DAY = re.compile(r"(?P<day>[0-9]{1,2})[-.] ?(?P<month>[0-9]{1,2})[-.] ?(?P<year>[0-9]{4})\Z")
_SPELT = re.compile(rf"(?P<day>[0-9]{{1,2}})\. ?(?P<month>{'|'.join(MONTHS)}) (?P<year>[0-9]{{4}})\Z", re.IGNORECASE)
_SIGNS = str.maketrans(
    dict.fromkeys("“”„‟»«", '"') | dict.fromkeys("‘’‚‛›‹′´`", "'") | dict.fromkeys("–—‑‐", "-") | {"…": "..."}
)
"""What Word makes of signs as they are typed."""
_HARD_SPACES = re.compile("[\u00a0\u2007\u2009\u202f]")
_NOTHING = re.compile("[\u00ad\u200b\u2060\ufeff]")
"""Where a line may break, or not: no sign of a text."""


def cell(text: str) -> str:
    """Give the text of a cell, line by line."""
    return "\n".join(line.rstrip() for line in _bare(text).strip().split("\n"))


def plain(text: str) -> str:
    """Give a cell without regard to how its lines are broken."""
    return " ".join(_bare(text).split())


def alike(one: str, other: str) -> bool:
    """Tell whether two texts are the same words, whatever a program has made of their quotation marks and dashes."""
    return plain(one).translate(_SIGNS) == plain(other).translate(_SIGNS)


def day(text: str) -> str:
    """Read a day as a Dane or a Danish spreadsheet writes it; every other text stays."""
    text = plain(text)
    if spelt := _SPELT.match(text):
        return f"{spelt['year']}-{MONTHS.index(spelt['month'].lower()) + 1:02}-{int(spelt['day']):02}"
    found = _DAY.match(text)
    return f"{found['year']}-{int(found['month']):02}-{int(found['day']):02}" if found else text


def _bare(text: str) -> str:
    return _NOTHING.sub("", _HARD_SPACES.sub(" ", composed(text)))
