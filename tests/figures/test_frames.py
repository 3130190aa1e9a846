import datetime as dt

from charting import AREAS, indicator, ledger

from generator.figures.frames import Coverage, coverage, frame
from generator.figures.ledger import Ledger

YEARS = ledger(("2020", "byen", 2), ("2019", "landet", 1.5, "estimate", "mænd"))
DAYS = Ledger.of(
    indicator(
        {"period": "2018-ultimo", "area": "byen", "value": 7, "kind": "actual", "calculation": "8 - 1"}, id="dage"
    ),
    AREAS,
)


def test_a_frame_has_a_row_for_each_figure_of_every_indicator():
    found = frame([DAYS, YEARS])
    assert found.drop(columns=["start", "end"]).to_numpy().tolist() == [
        ["dage", "2018-ultimo", "byen", "", 7.0, "procent", "actual", True, "a", "2.1 Vilkår"],
        ["andel", "2020", "byen", "", 2.0, "procent", "actual", False, "a", "2.1 Vilkår"],
        ["andel", "2019", "landet", "mænd", 1.5, "procent", "estimate", False, "a", "2.1 Vilkår"],
    ]
    assert [(str(row.start.date()), str(row.end.date())) for row in found.itertuples()] == [
        ("2018-12-31", "2018-12-31"),
        ("2020-01-01", "2020-12-31"),
        ("2019-01-01", "2019-12-31"),
    ]
    assert (found.value.dtype, found.calculated.dtype, found.start.dt.year.max()) == ("float64", "bool", 2020)


def test_coverage_counts_the_figures_of_each_indicator_and_gives_its_first_and_last_day():
    day = dt.date(2018, 12, 31)
    assert coverage(frame([YEARS, DAYS])) == {
        "andel": Coverage(2, dt.date(2019, 1, 1), dt.date(2020, 12, 31)),
        "dage": Coverage(1, day, day),
    }


def test_without_figures_nothing_is_covered():
    assert coverage(frame([])) == {}
    assert coverage(frame([Ledger(indicator(("2020", "byen", 1)), ())])) == {}
