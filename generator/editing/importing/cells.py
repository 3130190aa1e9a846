"""Numbers and periods as tables from outside write them; what can be read in two ways is not read.

Where the forms come from is told in `tests/exports/README.md`.
"""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

from generator.base.text import MONTHS, joined, shown
from generator.model.period import Period, PeriodError
from generator.model.vocabulary import NumberStyle

_SIGNS = {
    NumberStyle.POINTS_AND_COMMA: (".", ","),
    NumberStyle.COMMA: ("", ","),
    NumberStyle.SPACES_AND_COMMA: (" ", ","),
    NumberStyle.POINT: ("", "."),
    NumberStyle.COMMAS_AND_POINT: (",", "."),
}
"""What parts the thousands and what comes before the decimals, in each style."""

_ANY_NUMBER = re.compile(r"-?[0-9]+(?:[., ][0-9]+)*\Z")
_WHOLE_NUMBER = re.compile(r"-?[0-9]+\Z")
_MOST = Decimal(10) ** 15
"""YAML and Excel keep no more digits than this exactly."""

_MONTHS = {
    **{name: number for number, name in enumerate(MONTHS, 1)},
    **{name[:3]: number for number, name in enumerate(MONTHS, 1)},
    "sept": 9,
}
_OUR_SPAN = re.compile(r"[0-9]{4}-[^/]+/[0-9]{4}-[^/]+\Z")
"""A span as our own data and tables write it, of parts of years."""
_SPAN = re.compile(r"\s+(?:[-–—]|til)\s+")
_MONTH = re.compile(r"([a-z]+)\.?[ -]([0-9]{4})\Z")
_FORMS = {
    re.compile(rf"{form}\Z"): code
    for form, code in {
        r"([0-9]{4})[ -]?y01": r"\1",
        r"([0-9]{4})[ -]?h0?([12])": r"\1-H\2",
        r"([0-9]{4})[ -]?[kq]0?([1-4])": r"\1-K\2",
        r"([0-9]{4})[ -]?m([0-9]{2})": r"\1-\2",
        r"([0-9]{4})[ -]?m([1-9])": r"\1-0\2",
        r"([0-9]{4})[ -]?m([0-9]{2})d([0-9]{2})": r"\1-\2-\3",
        r"([0-9]{4})[ -]?m([1-9])d([0-9]{2})": r"\1-0\2-\3",
        r"([12])\. ?halvår ([0-9]{4})": r"\2-H\1",
        r"([1-4])\. ?(?:kvartal|kvt\.?|kv\.?) ([0-9]{4})": r"\2-K\1",
        r"h([12]) ([0-9]{4})": r"\2-H\1",
        r"[kq]([1-4]) ([0-9]{4})": r"\2-K\1",
        r"(primo|medio|ultimo) ([0-9]{4})": r"\2-\1",
    }.items()
}
"""How others write a period, in small letters, and how our data write it."""

_QUARTERS = 4
_FOUR_QUARTERS = re.compile(r"([0-9]{4})QMAT0([1-4])\Z", re.IGNORECASE)
_WEEK = re.compile(r"([0-9]{4})-?[UW](?:ge )?([0-9]{1,2})\Z|uge ([0-9]{1,2}),? ([0-9]{4})\Z", re.IGNORECASE)


class CellError(ValueError):
    """Raised with a Danish sentence for a cell that cannot be read in exactly one way; `alike` names what is wrong."""

    def __init__(self, message: str, alike: str = "") -> None:
        super().__init__(message)
        self.alike = alike


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
            raise _ask_for_style(text, plain)
        return bounded(Decimal(plain))
    number = _in_style(plain, style)
    if number is None:
        message = (
            f"{shown(text)} er ikke skrevet på formen {style}, som »numbers« under »import« siger. "
            "Ret cellen, eller ret »numbers«."
        )
        raise CellError(message)
    return bounded(number)


def _in_style(plain: str, style: NumberStyle) -> Decimal | None:
    """Read a number as a style writes it; None where it does not."""
    thousands, decimal = _SIGNS[style]
    grouped = rf"[1-9][0-9]{{0,2}}(?:{re.escape(thousands)}[0-9]{{3}})+|" if thousands else ""
    if not re.fullmatch(rf"-?(?:{grouped}[0-9]+)(?:{re.escape(decimal)}[0-9]+)?", plain):
        return None
    return Decimal(plain.replace(thousands, "").replace(decimal, "."))


def _ask_for_style(text: str, plain: str) -> CellError:
    """Say which numbers a text can be, and what to write for each."""
    readings: dict[Decimal, NumberStyle] = {}
    for style in NumberStyle:
        number = _in_style(plain, style)
        if number is not None:
            readings.setdefault(number, style)
    if not readings:
        return CellError(f"{shown(text)} er ikke et tal på nogen kendt form. Ret cellen.")
    choices = [f"»{style}« giver {str(number).replace('.', ',')}" for number, style in readings.items()]
    what = "kan læses på flere måder" if len(readings) > 1 else "er skrevet med tegn, der kan betyde flere ting"
    message = f"{shown(text)} {what}. Skriv i »numbers« under »import«, hvordan filen skriver tal: {joined(choices)}."
    return CellError(message, "numbers")


def bounded(number: Decimal) -> Decimal:
    """Give a number back that is small enough to be kept exactly.

    Raises:
        CellError: it is not.
    """
    # What is looked at is the place of the first digit: arithmetic fails on what is larger than it can hold.
    if number and not -_MOST.adjusted() <= number.adjusted() < _MOST.adjusted():
        message = "Tallet er for stort eller for lille. Ret cellen, eller skriv »factor« under »import«."
        raise CellError(message)
    return number


def read_period(text: str) -> Period:
    """Read a period as Statistikbanken, jobindsats.dk and our own data write it: `2020K1`, `Jan 2020`, `1. kvt. 2020`.

    Raises:
        PeriodError: the text names no period, or not exactly one.
    """
    if match := _FOUR_QUARTERS.match(text):
        return _four_quarters(int(match[1]), int(match[2]))
    if _OUR_SPAN.match(text):
        return Period.parse(text)
    # 2020/2021 may be two years, a school year or a financial year.
    parts = _SPAN.split(text)
    if "/" in text or len(parts) > 2:  # noqa: PLR2004  a span has two ends
        raise PeriodError(text)
    return Period.parse("/".join(map(_code, parts)))


def week(text: str) -> str | None:
    """Give the days of the week that a text names, by the calendar that Danes use (ISO 8601); None if it names none.

    Whether a table counts its weeks so, and not as parts of a year, is for the import to say.
    """
    match = _WEEK.match(text)
    try:
        monday = dt.date.fromisocalendar(int(match[1] or match[4]), int(match[2] or match[3]), 1) if match else None
    except ValueError:
        return None
    return f"{monday}/{monday + dt.timedelta(days=6)}" if monday else None


def _four_quarters(year: int, last: int) -> Period:
    """Give the four quarters that end with one of a year, as jobindsats' code QMAT means (quarterly, a moving year)."""
    first = f"{year}-K1" if last == _QUARTERS else f"{year - 1}-K{last + 1}"
    return Period.parse(f"{first}/{year}-K{last}")


def _code(text: str) -> str:
    """Write one period as our data do; what is not known is left for `Period` to judge."""
    small = text.casefold()
    for form, code in _FORMS.items():
        if match := form.match(small):
            return match.expand(code)
    if (match := _MONTH.match(small)) and match[1] in _MONTHS:
        return f"{match[2]}-{_MONTHS[match[1]]:02}"
    return text
