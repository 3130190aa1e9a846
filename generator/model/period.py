"""Periods of time as the sources name them: a year, a month, a quarter, the end of a year, a span."""

from __future__ import annotations

import calendar
import datetime as dt
import functools
import re
from dataclasses import dataclass, field

from generator.base.text import MONTHS, danish_date

_SINGLE = re.compile(
    r"(?P<year>(?:19|20|21)[0-9]{2})"  # pandas knows no day before 1677 or after 2262, and no source is so old
    r"(?:-(?:(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?|K(?P<quarter>[1-4])|H(?P<half>[12])|(?P<edge>primo|medio|ultimo)))?\Z"
)
_DAY = "(?:0[1-9]|[12][0-9]|3[01])"
_NAMED = f"(?:19|20|21)[0-9]{{2}}(?:-(?:(?:0[1-9]|1[0-2])(?:-{_DAY})?|K[1-4]|H[12]|primo|medio|ultimo))?"
PERIOD_SCHEMA = f"^{_NAMED}(?:/{_NAMED})?$"
"""What a period looks like, as a pattern of JavaScript for a JSON Schema; it does not know which days there are."""

_MONTHS_OF_YEAR = range(1, 13)


class PeriodError(ValueError):
    """Raised for a text that names no period."""


@dataclass(frozen=True, order=True)
class Period:
    """A span of days with the name that the sources give it; periods sort by their first day."""

    start: dt.date
    end: dt.date
    code: str = field(compare=True)
    """As it is written in the data: `2020-K2`."""
    label: str = field(compare=False)
    """As a Dane reads it: `2. kvartal 2020`."""

    @classmethod
    @functools.lru_cache(maxsize=1000)  # a few periods return in thousands of figures
    def parse(cls, code: str) -> Period:
        """Read a period such as `2020`, `2020-05`, `2020-K2`, `2020-ultimo` or `2021-K3/2022-K2`.

        Raises:
            PeriodError: the text names no period, or a span whose last part does not come after its first.
        """
        first, slash, last = code.partition("/")
        start, end, label = _single(first)
        if slash:
            last_start, last_end, last_label = _single(last)
            if last_start <= end:
                raise PeriodError(code)
            # »januar til maj 2020« says the year once.
            label = f"{label.removesuffix(f' {last_end.year}')} til {last_label}"
            end = last_end
        return cls(start, end, code, label)

    def __str__(self) -> str:
        return self.code


def _single(code: str) -> tuple[dt.date, dt.date, str]:
    match = _SINGLE.match(code)
    if not match:
        raise PeriodError(code)
    year = int(match["year"])
    if match["day"]:
        try:
            day = dt.date(year, int(match["month"]), int(match["day"]))
        except ValueError:
            raise PeriodError(code) from None
        return day, day, danish_date(day)
    if match["month"]:
        month = int(match["month"])
        if month not in _MONTHS_OF_YEAR:
            raise PeriodError(code)
        return *_months(year, month, month), f"{MONTHS[month - 1]} {year}"
    if match["quarter"]:
        quarter = int(match["quarter"])
        return *_months(year, 3 * quarter - 2, 3 * quarter), f"{quarter}. kvartal {year}"
    if match["half"]:
        half = int(match["half"])
        return *_months(year, 6 * half - 5, 6 * half), f"{half}. halvår {year}"
    if match["edge"]:
        month, day_of_month = {"primo": (1, 1), "medio": (6, 30), "ultimo": (12, 31)}[match["edge"]]
        moment = dt.date(year, month, day_of_month)
        return moment, moment, f"{match['edge']} {year}"
    return *_months(year, 1, 12), str(year)


def _months(year: int, first: int, last: int) -> tuple[dt.date, dt.date]:
    return dt.date(year, first, 1), dt.date(year, last, calendar.monthrange(year, last)[1])
