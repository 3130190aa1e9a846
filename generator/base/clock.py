"""The one clock: what day it is, which dates in the data are held against."""

from __future__ import annotations

import datetime as dt
import os
from zoneinfo import ZoneInfo

from generator.base.text import printable, shown

VARIABLE = "PEJL_TODAY"
"""The environment variable that says what day it is, so that a build can be repeated."""


class ClockError(ValueError):
    """Raised with a Danish sentence where the day that was asked for is not a date."""


def today() -> dt.date:
    """Give the day that it is in Denmark, or the day that `PEJL_TODAY` says it is.

    Raises:
        ClockError: `PEJL_TODAY` is not a date.
    """
    said = os.environ.get(VARIABLE)
    if not said:
        return day_in_denmark(dt.datetime.now(tz=dt.UTC))
    try:
        return dt.date.fromisoformat(said)
    except ValueError:
        message = f"{shown(printable(said))} i {VARIABLE} er ikke en dato. Skriv den som 2026-01-31."
        raise ClockError(message) from None


def day_in_denmark(moment: dt.datetime) -> dt.date:
    """Give the day that it is in Denmark at a moment; after midnight there it is still yesterday in UTC."""
    return moment.astimezone(ZoneInfo("Europe/Copenhagen")).date()
