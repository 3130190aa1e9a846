"""The frozen plans: whole invented municipalities that the tests build, so that none of them reads the living data.

In one the letters have just come; in the other a year has passed, and everything that happens to a letter has happened.
"""

import datetime as dt
from pathlib import Path

ROOT = Path(__file__).parent.parent
DATA = ROOT / "tests/plans/eksempelby/data"
CONTENT = ROOT / "tests/plans/eksempelby/content"
TODAY = dt.date(2026, 1, 15)

YEAR = ROOT / "tests/plans/aaret/data"
"""The municipality where a year has passed."""
YEAR_LATER = dt.date(2027, 1, 15)

OTHER = ROOT / "tests/plans/vestby/data"
"""A municipality of another field, with its own word for a benchmark, its own units, colour and logo."""
OTHER_CONTENT = ROOT / "tests/plans/vestby/content"
OTHER_TODAY = dt.date(2040, 3, 1)
