"""The frozen plan: a whole invented municipality that the tests build, so that none of them reads the living data."""

import datetime as dt
from pathlib import Path

ROOT = Path(__file__).parent.parent
DATA = ROOT / "tests/plans/eksempelby/data"
CONTENT = ROOT / "tests/plans/eksempelby/content"
TODAY = dt.date(2026, 1, 15)
