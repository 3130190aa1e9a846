import pytest
from charting import Row, figure


def strokes(*rows: Row, **changes: object):
    found = figure(*rows, **changes)
    return [(list(trace.y), trace.meta["edge"]) for trace in found.data if trace.mode == "lines"]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("2015", 1), ("2016", 2), ("2017", 3)], [([1, 2, 3], "solid")]),
        (
            # The years on either side of the day are each joined; nothing is drawn past it.
            [("2015", 1), ("2016", 2), ("2017-primo", 9), ("2017", 3), ("2018", 4)],
            [([1, 2], "solid"), ([3, 4], "solid")],
        ),
        ([("2015", 1), ("2016-primo", 9), ("2017", 3)], []),
    ],
    ids=["whole", "a day between", "never two alike"],
)
def test_a_line_joins_neighbours_of_the_same_length_and_nothing_past_a_gap(
    rows: list[tuple[str, float]], expected: list[object]
):
    assert strokes(*[(period, "byen", value) for period, value in rows]) == expected


def test_a_line_changes_its_dash_where_what_was_counted_ends():
    rows = [("2015", "byen", 1), ("2016", "byen", 2), ("2017", "byen", 3, "forecast"), ("2018", "byen", 4, "forecast")]
    assert strokes(*rows) == [([1, 2], "solid"), ([2, 3, 4], "dashed")]


def test_a_line_stops_at_every_break():
    rows = [(str(year), "byen", year - 2010) for year in range(2011, 2017)]
    breaks = [{"period": "2013", "note": "Ny."}, {"period": "2015", "note": "Ny."}]
    assert strokes(*rows, breaks=breaks) == [([1, 2], "solid"), ([3, 4], "solid"), ([5, 6], "solid")]
