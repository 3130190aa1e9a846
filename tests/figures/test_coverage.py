import datetime as dt

from charting import AREAS, indicator, ledger

from generator.figures.coverage import Coverage, coverage
from generator.figures.ledger import Ledger

YEARS = ledger(("2020", "byen", 2), ("2019", "landet", 1.5, "estimate", "mænd"))
DAYS = Ledger.of(
    indicator(
        {"period": "2018-ultimo", "area": "byen", "value": 7, "kind": "actual", "calculation": "8 - 1"}, id="dage"
    ),
    AREAS,
)


def test_coverage_counts_the_figures_of_each_indicator_and_gives_its_first_and_last_day():
    day = dt.date(2018, 12, 31)
    assert coverage([YEARS, DAYS]) == {
        "andel": Coverage(2, dt.date(2019, 1, 1), dt.date(2020, 12, 31)),
        "dage": Coverage(1, day, day),
    }


def test_without_figures_nothing_is_covered():
    assert coverage([]) == {}
    assert coverage([Ledger(indicator(("2020", "byen", 1)), ())]) == {}
