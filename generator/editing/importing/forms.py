"""What a reader sees of a number in a workbook: the form of a cell read as Excel reads it.

A form has up to four sections with semicolons between them (ECMA-376 part 1, 18.8.30 and 18.8.31). Only what changes
the number, or hides it, is looked at: percent signs, commas that divide by a thousand, decimals, and text in its place.
"""

from __future__ import annotations

import operator
import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from generator.base.text import digits

_LITERAL = re.compile(r'"([^"]*)"|\\(.)|[_*].|\[(?![<>=])[^]]*\]')
"""Text in quotes, a sign after a backslash, the room that a sign would take, and colours, currencies and languages."""
_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)(-?[0-9]+(?:\.[0-9]+)?)\]")
_COMPARED = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "=": operator.eq, "<>": operator.ne,
}  # fmt: skip
_PLACE = "[0#?]"
_SCALING = re.compile(rf"(?<={_PLACE})(,+)(?![0#?,])")
_DIGITS_BESIDE = re.compile(rf'{_PLACE}(?:"[0-9.,]|\\[0-9.,])|(?:[0-9]"|\\[0-9]){_PLACE}')
"""Digits that are only text, right beside those of the number."""
_NOUGHT = ("-", "–", "—", "−")
_MOST_SECTIONS = 3
"""The fourth is for text."""
_MOST = Decimal(10) ** 15
"""Excel shows no more digits than this."""


@dataclass(frozen=True)
class Seen:
    """A number as a form shows it."""

    number: Decimal
    """In the unit that is shown, with every digit that the cell holds."""
    rounded: Decimal
    """With the decimals that are shown, and no others."""
    percent: bool = False
    scaled: bool = False
    """Whether it is shown in thousands or millions."""
    instead: str | None = None
    """What a reader sees, where that is another number or no number."""


def seen(number: Decimal, form: str) -> Seen:
    """Give a number as its form shows it; a form that is not understood shows the number itself."""
    section, own = _section(number, form)
    bare, words = _CONDITION.sub("", _LITERAL.sub("\x00", section)), " ".join(_words(section).split())
    if "general" in bare.casefold() or form in ("", "@"):
        return Seen(number, number)
    if not re.search(_PLACE, bare):
        # A dash in the section for nought is how nought is written.
        return Seen(number, number, instead=None if own and not number and words in _NOUGHT else words)
    thousands = sum(len(commas) for commas in _SCALING.findall(bare))
    shown = number.scaleb(2 * bare.count("%") - 3 * thousands)
    rounded = _rounded(shown, bare)
    instead = None
    if own and rounded < 0 and not re.search("[-−(]", bare + words):
        instead = danish(abs(rounded))
    elif _DIGITS_BESIDE.search(section):
        instead = danish(rounded) + "".join(one or other for one, other in _LITERAL.findall(section))
    return Seen(shown, rounded, "%" in bare, thousands > 0, instead)


def _section(number: Decimal, form: str) -> tuple[str, bool]:
    """Give the section that shows a number, and whether it is the one for numbers below nought, or for nought."""
    sections = _split(form)[:_MOST_SECTIONS]
    if any(_CONDITION.search(section) for section in sections):
        for section in sections:
            condition = _CONDITION.search(section)
            if not condition or _COMPARED[condition[1]](number, Decimal(condition[2])):
                return section, False
        return sections[-1], False
    if number < 0 and len(sections) > 1:
        return sections[1], True
    if number == 0 and len(sections) == _MOST_SECTIONS:
        return sections[2], True
    return sections[0], False


def _split(form: str) -> list[str]:
    """Cut a form at the semicolons that are no text."""
    marked = _LITERAL.sub(lambda found: found[0].replace(";", "\x00"), form)
    cuts = [place for place, sign in enumerate(marked) if sign == ";"]
    return [form[start:stop] for start, stop in zip([0, *(cut + 1 for cut in cuts)], [*cuts, len(form)], strict=True)]


def _words(section: str) -> str:
    """Give the text of a section, without what stands for digits."""
    return _LITERAL.sub(lambda found: found[1] or found[2] or "", _CONDITION.sub("", section))


def _rounded(number: Decimal, bare: str) -> Decimal:
    """Give a number with the decimals that a section shows; a fraction is shown as near as its form can come."""
    if "/" in bare or abs(number) >= _MOST:
        return number
    decimals = len(re.findall(_PLACE, re.split("[Ee][-+]", bare)[0].partition(".")[2]))
    if re.search("[Ee][-+]", bare) and number:
        decimals -= number.adjusted()
    return number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP) if number else number


def danish(number: Decimal) -> str:
    """Write a number as in a message: with a decimal comma, and every digit that it has."""
    return digits(number).replace(".", ",")
