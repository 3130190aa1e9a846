import pytest
from charting import Row, ledger, target

from generator.figures.holding import cases, is_same_unit


def held(*rows: Row, other: tuple[Row, ...] = (), **part: object):
    one = ledger(*rows, *other)
    asked = target(**part).parts[0]
    ours = [figure for figure in one.figures if figure.area.home]
    theirs = [figure for figure in one.figures if not figure.area.home]
    return cases(asked, asked.comparator, one.indicator, ours, theirs)


def test_every_figure_of_ours_is_held_against_a_value():
    found = held(("2019", "byen", 79.5), ("2020", "byen", 80))
    assert [(case.figure.value, case.held.difference, case.held.lacking, case.held.is_met) for case in found] == [
        (79.5, -0.5, 0.5, False),
        (80, 0, 0, True),
    ]
    assert [case.held.figure.text for case in found] == ["79,5 %", "80,0 %"]


def test_a_demand_of_more_decimals_than_the_figures_is_written_with_them():
    (case,) = held(("2020", "byen", 80), value=79.25)
    assert (case.held.figure.text, case.held.demand, case.held.distance) == ("80,00 %", "79,25 %", "0,75 procentpoint")


@pytest.mark.parametrize(
    ("value", "asked", "said"),
    [
        (59.96, 60, ("59,96 %", "60,00 %", "0,04 procentpoint")),
        (0.4999999, 0.5, ("0,4999999 %", "0,5000000 %", "0,0000001 procentpoint")),
        (0, 0.0000003, ("0,0000000 %", "0,0000003 %", "0,0000003 procentpoint")),
    ],
)
def test_a_figure_just_below_its_demand_is_written_so_and_does_not_meet_it(
    value: float, asked: float, said: tuple[str, ...]
):
    (case,) = held(("2020", "byen", value), value=asked)
    assert not case.held.is_met
    assert (case.held.figure.text, case.held.demand, case.held.distance) == said


def test_the_other_areas_figure_for_the_same_period_makes_the_demand():
    rows = [("2018", "byen", 1), ("2019", "byen", 2), ("2020", "byen", 3)]
    found = held(*rows, other=(("2019", "landet", 4), ("2020-ultimo", "landet", 5)), reference="landet", offset=-1.5)
    assert [(case.figure.period.code, case.held.asked, case.held.reference.text) for case in found] == [
        ("2019", 2.5, "4,0 %")
    ]


def test_a_case_is_disputed_where_the_sources_give_several_figures_here_or_there():
    ours, theirs = ("2019", "byen", 1), (("2019", "landet", 2), ("2020", "landet", 3), ("2020", "landet", 4))
    asked = {"reference": "landet"}
    assert [case.is_disputed for case in held(ours, ("2020", "byen", 5), other=theirs, **asked)] == [False, True]
    assert [case.is_disputed for case in held(ours, ("2019", "byen", 5), other=theirs, **asked)] == [True, True]


@pytest.mark.parametrize(("period", "year"), [("2021-K3/2022-K2", 2022), ("2021-12-31", 2021), ("2022-primo", 2022)])
def test_a_figure_belongs_to_the_year_in_which_its_period_ends(period: str, year: int):
    assert [case.year for case in held((period, "byen", 1))] == [year]


@pytest.mark.parametrize(
    ("unit", "part", "expected"),
    [
        ("procent", {}, True),
        ("personer", {}, False),
        ("antal", {"unit": None}, True),
        ("procent", {"unit": None}, False),
        ("personer", {"reference": "landet", "unit": None}, True),
        ("personer", {"reference": "landet", "unit": None, "offset": 1}, False),
        ("procent", {"reference": "landet", "unit": None, "offset": 1}, True),
        ("procentpoint", {"reference": "landet", "unit": "procentpoint", "offset": 1}, True),
        ("personer", {"reference": "landet", "unit": "procent"}, False),
    ],
)
def test_a_demand_must_be_in_the_indicators_unit(unit: str, part: dict[str, object], expected: bool):  # noqa: FBT001
    one = ledger(("2020", "byen", 1), unit=unit)
    assert is_same_unit(target(**part).parts[0], one.indicator) is expected
