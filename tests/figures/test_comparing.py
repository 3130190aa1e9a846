import pytest
from charting import Row, ledger

from generator.figures.comparing import comparable, disputed, in_series, ranked, side_by_side, steps

BREAK = [{"period": "2015", "note": "Ny opgørelse."}]


def edges(*rows: Row, **changes: object):
    found = in_series(ledger(*rows, **changes).surest)
    return [
        (number, figure.period.code, edge)
        for number, series in enumerate(found)
        for figure, edge in zip(series.figures, series.edges, strict=True)
    ]


def test_series_are_areas_and_groups():
    rows = [("2020", "byen", 1), ("2021", "byen", 2), ("2021", "landet", 3), ("2021", "landet", 4, "actual", "mænd")]
    assert edges(*rows) == [(0, "2020", ""), (0, "2021", "solid"), (1, "2021", ""), (2, "2021", "")]
    assert in_series([]) == ()


def test_a_series_is_not_joined_across_a_break():
    rows = [("2014", "byen", 1), ("2015", "byen", 2), ("2016", "byen", 3)]
    assert edges(*rows, breaks=BREAK) == [(0, "2014", ""), (0, "2015", ""), (0, "2016", "solid")]


def test_a_series_is_not_joined_between_periods_of_different_lengths():
    rows = [("2018-H2", "byen", 1), ("2019-H1", "byen", 2), ("2020", "byen", 5), ("2021-ultimo", "byen", 6)]
    assert [edge for _, _, edge in edges(*rows)] == ["", "solid", "", ""]


def test_a_series_is_dashed_to_and_from_what_is_not_counted():
    rows = [("2019", "byen", 1), ("2020", "byen", 2, "estimate"), ("2021", "byen", 3), ("2022", "byen", 4)]
    assert [edge for _, _, edge in edges(*rows)] == ["", "dashed", "dashed", "solid"]


def test_two_projections_are_joined_by_a_dashed_line():
    rows = [("2021", "byen", 1, "forecast"), ("2022", "byen", 2, "forecast")]
    assert [edge for _, _, edge in edges(*rows)] == ["", "dashed"]


def codes(figures: object):
    return [figure.period.code for figure in figures]


@pytest.mark.parametrize(
    ("breaks", "expected"),
    [
        ([], ["2013", "2014"]),
        (["2014"], ["2014"]),
        (["2015"], []),
        (["2013"], ["2013", "2014"]),
        (["2016"], ["2013", "2014"]),
        (["2014", "2015"], []),
    ],
)
def test_comparable_are_the_earlier_ones_with_no_break_between(breaks: list[str], expected: list[str]):
    rows = [(year, "byen", 1) for year in ("2013", "2014", "2015", "2016")]
    figures = ledger(*rows, breaks=[{"period": one, "note": "Ny."} for one in breaks]).figures
    assert codes(comparable(figures[2], figures)) == expected


def test_comparable_are_periods_of_the_same_length_that_begin_before():
    rows = [("2018", "byen", 1), ("2019-ultimo", "byen", 2), ("2019", "byen", 3), ("2019-K3/2020-K2", "byen", 4)]
    figures = ledger(*rows, ("2020", "byen", 5), ("2020", "byen", 6)).figures
    assert codes(comparable(figures[-1], figures)) == ["2018", "2019", "2019-K3/2020-K2"]


def test_disputed_are_the_periods_with_several_values():
    rows = [("2018", "byen", 1), ("2018", "byen", 2), ("2019", "byen", 3), ("2019", "byen", 3), ("2020", "byen", 4)]
    assert disputed(ledger(*rows).figures) == {"2018"}


def stepped(*rows: Row, **changes: object):
    found = steps(ledger(*rows, **changes).surest)
    return found and tuple(one and one.value for one in (found.now, found.previous, found.first))


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("2018", 1), ("2019", 2), ("2020", 3)], (3, 2, 1)),
        ([("2019", 2), ("2020", 3)], (3, 2, None)),
        ([("2020", 3)], (3, None, None)),
        ([("2018", 1), ("2019", 2), ("2020", 3), ("2020", 4)], (4, None, None)),
        ([("2018", 1), ("2019", 2), ("2019", 9), ("2020", 3)], (3, None, 1)),
        ([("2018", 1), ("2018", 9), ("2019", 2), ("2020", 3)], (3, 2, None)),
        ([("2019", 2), ("2019", 9), ("2020", 3)], (3, None, None)),
    ],
    ids=["three", "two", "one", "disputed now", "disputed before", "disputed first", "disputed both"],
)
def test_a_series_steps_back_to_its_previous_and_first_figures(
    rows: list[tuple[str, float]], expected: tuple[float | None, ...]
):
    assert stepped(*[(period, "byen", value) for period, value in rows]) == expected


def test_a_series_without_a_counted_figure_has_no_steps():
    assert stepped(("2019", "byen", 1, "estimate"), ("2020", "byen", 2, "forecast")) is None


def test_steps_pass_over_what_is_not_counted_and_what_is_of_another_length():
    rows = [("2018", "byen", 4), ("2019", "byen", 5, "estimate"), ("2019-ultimo", "byen", 9), ("2020", "byen", 6)]
    assert stepped(*rows, ("2021", "byen", 7, "forecast")) == (6, 4, None)


def compared(*rows: Row, **changes: object):
    return side_by_side(ledger(*rows, **changes).surest)


def test_groups_of_the_newest_period_are_compared_in_the_order_of_the_file():
    found = compared(
        ("2019", "byen", 99, "actual", "a"),
        ("2020", "byen", 5, "actual", "a"),
        ("2020", "byen", 7, "actual", "c"),
        ("2020", "byen", 7, "actual", "b"),
        ("2020", "byen", 19),
        ("2020", "landet", 50, "actual", "a"),
    )
    assert [figure.group for figure in found] == ["a", "c", "b"]


def test_areas_are_compared_where_there_are_no_groups():
    found = compared(
        ("2020", "byen", -2), ("2020", "landet", 0), ("2020", "naboen", -1), ("2021", "byen", 9, "forecast")
    )
    assert [figure.area.id for figure in found] == ["landet", "naboen", "byen"]


def test_areas_are_compared_in_the_first_group_that_two_of_them_have():
    found = compared(("2020", "byen", 9), ("2020", "byen", 1, "actual", "a"), ("2020", "landet", 2, "actual", "a"))
    assert [(figure.area.id, figure.group) for figure in found] == [("landet", "a"), ("byen", "a")]


def test_two_figures_of_one_area_are_no_comparison_of_areas():
    assert compared(("2020", "byen", 1), ("2020", "byen", 2)) == ()


def test_the_newest_period_is_one_with_a_figure_of_the_surest_kind():
    found = compared(
        ("2019", "byen", 1), ("2019", "landet", 2, "estimate"), ("2020", "byen", 3, "forecast"), ("2018", "byen", 4)
    )
    assert [figure.value for figure in found] == [2, 1]


def test_placings_are_compared_from_the_best():
    found = compared(("2020", "byen", 95), ("2020", "landet", 3), unit="placering")
    assert [figure.value for figure in found] == [3, 95]


def test_figures_that_are_alike_stand_as_the_table_has_them():
    found = compared(("2020", "landet", 4), ("2020", "byen", 4), ("2020", "naboen", 5))
    assert [figure.area.id for figure in found] == ["naboen", "byen", "landet"]


def test_groups_of_the_first_area_are_compared_where_the_home_area_has_no_figures():
    found = compared(("2020", "naboen", 1, "actual", "a"), ("2020", "naboen", 2, "actual", "b"))
    assert [figure.group for figure in found] == ["a", "b"]


@pytest.mark.parametrize("rows", [[], [("2020", "byen", 1)], [("2020", "byen", 1), ("2019", "landet", 2)]])
def test_nothing_is_compared_without_two_figures_of_one_period(rows: list[Row]):
    assert side_by_side(ledger(*rows).surest) == ()


def test_ranked_are_the_groups_of_one_area_of_the_surest_kind():
    groups = [("2020", "byen", 1, "actual", "a"), ("2020", "byen", 2, "actual", "b")]
    assert [figure.group for figure in ranked(compared(*groups))] == ["b", "a"]
    assert [figure.group for figure in ranked(compared(*groups, ("2020", "byen", 3, "forecast", "c")))] == ["b", "a"]
    assert ranked(compared(groups[0], ("2020", "byen", 2, "forecast", "b"))) == []
    assert ranked(compared(("2020", "byen", 1), ("2020", "landet", 2))) == []
    assert ranked([]) == []
