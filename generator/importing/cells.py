"""Numbers and periods as tables from outside write them; what can be read in two ways is not read.

Where the forms come from is told in `tests/exports/README.md`.
"""

from __future__ import annotations

import re
from decimal import Decimal

from generator.period import Period, PeriodError
from generator.text import MONTHS, shown
from generator.vocabulary import NumberStyle

_NUMBER: dict[NumberStyle, tuple[str, dict[str, str]]] = {
    NumberStyle.POINTS_AND_COMMA: (r"(?:[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]+)?", {".": "", ",": "."}),
    NumberStyle.COMMA: (r"[0-9]+(?:,[0-9]+)?", {",": "."}),
    NumberStyle.SPACES_AND_COMMA: (r"(?:[1-9][0-9]{0,2}(?: [0-9]{3})+|[0-9]+)(?:,[0-9]+)?", {" ": "", ",": "."}),
    NumberStyle.POINT: (r"[0-9]+(?:\.[0-9]+)?", {}),
    NumberStyle.COMMAS_AND_POINT: (r"(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?", {",": ""}),
}
"""What a number looks like in each style, and what its signs become."""

_ANY_NUMBER = re.compile(r"-?[0-9]+(?:[., ][0-9]+)*\Z")
_WHOLE_NUMBER = re.compile(r"-?[0-9]+\Z")
_MOST = Decimal(10) ** 15
"""YAML and Excel keep no more digits than this exactly."""

_MONTHS = {
    **{name: number for number, name in enumerate(MONTHS, 1)},
    **{name[:3]: number for number, name in enumerate(MONTHS, 1)},
    "sept": 9,
}
_SPAN = re.compile(r"\s+(?:[-–—]|til)\s+")
_CODE = re.compile(r"([0-9]{4}) ?([kqhmy])([0-9]{1,2})(?:d([0-9]{2}))?\Z")
_PART = re.compile(r"([1-4])\. ?(kvartal|kvt\.?|kv\.?|halvår) ([0-9]{4})\Z")
_LETTER_FIRST = re.compile(r"([kqh])([1-4]) ([0-9]{4})\Z")
_MONTH = re.compile(r"([a-z]+)\.?[ -]([0-9]{4})\Z")
_EDGE = re.compile(r"(primo|medio|ultimo) ([0-9]{4})\Z")


class CellError(ValueError):
    """Raised with a Danish sentence for a cell that cannot be read in exactly one way."""


def read_number(text: str, style: NumberStyle | None) -> Decimal:
    """Read a number that stands as text; a style says what its points and commas mean.

    Raises:
        CellError: the text is no number, or the style does not settle which number it is.
    """
    plain = text.replace("−", "-")
    if not _ANY_NUMBER.match(plain):
        message = (
            f"{shown(text)} er ikke et tal. Ret cellen, eller skriv tegnet i »missing« under »import«, "
            "hvis det betyder, at tallet ikke findes."
        )
        raise CellError(message)
    if style is None:
        if not _WHOLE_NUMBER.match(plain):
            message = (
                f"{shown(text)} kan læses på flere måder. Skriv i »numbers« under »import«, hvordan filen skriver tal, "
                'for eksempel »numbers: "1.234,5"«.'
            )
            raise CellError(message)
        return bounded(Decimal(plain))
    pattern, signs = _NUMBER[style]
    if not re.fullmatch(f"-?{pattern}", plain):
        message = (
            f"{shown(text)} er ikke skrevet på formen {style}, som »numbers« under »import« siger. "
            "Ret cellen, eller ret »numbers«."
        )
        raise CellError(message)
    for sign, meaning in signs.items():
        plain = plain.replace(sign, meaning)
    return bounded(Decimal(plain))


def bounded(number: Decimal) -> Decimal:
    """Give a number back that is small enough to be kept exactly.

    Raises:
        CellError: it is not.
    """
    if abs(number) >= _MOST or (number and number.adjusted() < -_MOST.adjusted()):
        message = "Tallet er for stort eller for lille. Ret cellen, eller skriv »factor« under »import«."
        raise CellError(message)
    return number


def read_period(text: str) -> Period:
    """Read a period as Statistikbanken, jobindsats.dk and our own data write it: `2020K1`, `Jan 2020`, `1. kvt. 2020`.

    Raises:
        PeriodError: the text names no period, or not exactly one.
    """
    # 2020/2021 may be two years, a school year or a financial year.
    parts = _SPAN.split(text)
    if "/" in text or len(parts) > 2:  # noqa: PLR2004  a span has two ends
        raise PeriodError(text)
    return Period.parse("/".join(map(_code, parts)))


def _code(text: str) -> str:
    """Write one period as our data do; what is not known is left for `Period` to judge."""
    folded = text.casefold()
    if match := _CODE.match(folded):
        year, kind, number, day = match.groups()
        code = {"m": f"{year}-{number:0>2}", "y": year if number == "01" else ""}.get(kind)
        code = f"{year}-{_letter(kind)}{number.lstrip('0')}" if code is None else code
        return f"{code}-{day}" if day else code
    if match := _PART.match(folded):
        return f"{match[3]}-{'H' if match[2] == 'halvår' else 'K'}{match[1]}"
    if match := _LETTER_FIRST.match(folded):
        return f"{match[3]}-{_letter(match[1])}{match[2]}"
    if match := _EDGE.match(folded):
        return f"{match[2]}-{match[1]}"
    if (match := _MONTH.match(folded)) and match[1] in _MONTHS:
        return f"{match[2]}-{_MONTHS[match[1]]:02}"
    return text


def _letter(kind: str) -> str:
    return "H" if kind == "h" else "K"
