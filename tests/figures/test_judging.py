import datetime as dt
from dataclasses import replace
from random import Random

import pytest
from charting import Row, ledger, target
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.figures.judging import Reason, Ruling, judge
from generator.model import Target
from generator.model.vocabulary import TargetStatus

TODAY = dt.date(2026, 1, 15)
BREAK = [{"period": "2020", "note": "Ny opgørelse."}]
MET, ON, OFF, MISSED, NONE = TargetStatus


def verdict(*rows: Row | dict[str, object], of: Target | None = None, today: dt.date = TODAY, **changes: object):
    of = of or target()
    return judge(of, of.parts[0], ledger(*rows, **changes), today)


def outcome(*rows: Row | dict[str, object], **rest: object):
    found = verdict(*rows, **rest)
    return found.status, found.reason


def in_2021(value: float, **rest: object):
    return verdict(("2021", "byen", value), **rest).status


# The demand


@pytest.mark.parametrize(
    ("comparator", "below", "on", "over"),
    [
        ("at_least", MISSED, MET, MET),
        ("above", MISSED, MISSED, MET),
        ("at_most", MET, MET, MISSED),
        ("below", MET, MISSED, MISSED),
    ],
)
def test_a_figure_below_on_and_over_its_demand(comparator, below, on, over):
    of = target(comparator=comparator)
    assert [in_2021(value, of=of) for value in (79.9, 80, 80.1)] == [below, on, over]


@pytest.mark.parametrize(
    ("direction", "below", "on", "over"),
    [("up", MISSED, MET, MET), ("down", MET, MET, MISSED), ("none", NONE, MET, NONE)],
)
def test_at_level_means_as_good_or_better_in_the_indicators_direction(direction, below, on, over):
    of = target(comparator="at_level")
    assert [in_2021(value, of=of, direction=direction) for value in (79.9, 80, 80.1)] == [below, on, over]


@pytest.mark.parametrize("changes", [{}, {"today": dt.date(2021, 12, 31)}], ids=["after", "during"])
def test_without_a_direction_nobody_can_say_what_a_figure_off_the_level_means(changes):
    of = target(comparator="at_level")
    found = verdict(("2021", "byen", 80.1), of=of, direction="none", **changes)
    assert (found.status, found.reason, found.held[-1].distance) == (NONE, Reason.NO_DIRECTION, "0,1 procentpoint")


def test_the_indicators_direction_does_not_turn_the_other_demands_round():
    assert in_2021(81, direction="down") is MET
    assert in_2021(79, of=target(comparator="at_most"), direction="up") is MET


def test_zero_is_a_demand_and_figures_may_be_negative():
    of = target(comparator="at_most", value=0, unit="personer")
    assert [in_2021(value, of=of, unit="personer") for value in (-30, 0, 10)] == [MET, MET, MISSED]
    below = target(comparator="below", value=0, unit="personer")
    assert [in_2021(value, of=below, unit="personer") for value in (-30, 0, 10)] == [MET, MISSED, MISSED]


def test_the_last_decimal_that_can_be_written_counts():
    assert [in_2021(value) for value in (79.999999, 80.000001)] == [MISSED, MET]
    assert in_2021(80.000001, of=target(comparator="above")) is MET


def test_the_numbers_stand_beside_the_verdict():
    found = verdict(("2020", "byen", 75.6), ("2021", "byen", 93))
    assert (found.status, found.rule, found.begins, found.due) == (MET, Ruling.DUE, 2021, 2021)
    deciding = found.deciding
    assert (deciding.figure.text, deciding.demand, deciding.distance) == ("93,0 %", "80,0 %", "13,0 procentpoint")
    assert (deciding.difference, deciding.lacking, deciding.is_met) == (13, 0, True)
    assert [(one.figure.text, one.is_met, one.lacking) for one in found.held] == [
        ("75,6 %", False, 4.4),
        ("93,0 %", True, 0),
    ]
    assert found.sources == (("a", "2.1 Vilkår"),)


# The other area


NATION = {"reference": "landet", "comparator": "at_least"}


@pytest.mark.parametrize(
    ("comparator", "offset", "figure", "expected"),
    [
        ("at_least", 0, 73.1, MET),
        ("at_least", 0, 73.0, MISSED),
        ("at_most", 0.2, 73.3, MET),  # 73.1 + 0.2 is 73.3, also for a computer
        ("at_most", 0.2, 73.4, MISSED),
        ("at_level", 2, 75.1, MET),
        ("at_level", 2, 75.0, MISSED),
        ("above", -1, 72.1, MISSED),
        ("above", -1, 72.2, MET),
    ],
)
def test_the_other_areas_figure_and_an_offset_make_the_demand(comparator, offset, figure, expected):
    of = target(reference="landet", comparator=comparator, offset=offset)
    found = verdict(("2021", "byen", figure), ("2021", "landet", 73.1), of=of)
    assert found.status is expected
    assert (found.deciding.reference.text, found.deciding.reference.place) == ("73,1 %", "hele landet")


@pytest.mark.parametrize(
    "other",
    [
        ("2020", "landet", 73.1),
        ("2021-ultimo", "landet", 73.1),
        ("2021", "naboen", 73.1),
        ("2021", "landet", 73.1, "estimate"),
        ("2021", "landet", 73.1, "forecast"),
        ("2021", "landet", 73.1, "actual", "mænd"),
    ],
    ids=["year", "length", "area", "estimate", "forecast", "group"],
)
def test_without_the_other_areas_same_figure_there_is_no_verdict(other):
    assert outcome(("2021", "byen", 72), other, of=target(**NATION)) == (NONE, Reason.NO_REFERENCE)


def test_a_figure_that_the_other_area_lacks_is_passed_over():
    rows = [("2021-K2", "byen", 74), ("2021-K2", "landet", 73), ("2021-K4", "byen", 1)]
    found = verdict(*rows, of=target(**NATION))
    assert (found.status, found.deciding.figure.period.code) == (MET, "2021-K2")


def test_a_figure_of_the_year_itself_is_not_replaced_by_one_from_before_it():
    of = target(year=2023, stated=(2021,), **NATION)
    rows = [("2022", "byen", 74), ("2022", "landet", 73), ("2023", "byen", 75)]
    assert outcome(*rows, of=of, today=dt.date(2023, 12, 31)) == (NONE, Reason.NO_REFERENCE)


def test_two_figures_of_the_other_area_decide_nothing():
    rows = [("2021", "byen", 74), ("2021", "landet", 73), ("2021", "landet", 75)]
    assert outcome(*rows, of=target(**NATION)) == (NONE, Reason.DISPUTED)


# What decides


def test_the_last_figure_of_the_targets_year_decides():
    rows = [("2021-03", "byen", 70), ("2021-ultimo", "byen", 81), ("2022", "byen", 60)]
    assert verdict(*rows).deciding.figure.period.code == "2021-ultimo"


def test_the_whole_year_decides_before_its_last_day():
    assert verdict(("2021-ultimo", "byen", 70), ("2021", "byen", 80)).status is MET


@pytest.mark.parametrize("value", [79, 81])
def test_a_figure_from_after_the_year_measures_another_year_and_decides_nothing(value):
    found = verdict(("2019", "byen", 90), ("2022", "byen", value), of=target(year=2021))
    assert (found.status, found.reason, found.newest.period.code) == (NONE, Reason.YEAR_OVER, "2022")
    assert verdict(("2021", "byen", 80), ("2022", "byen", value)).deciding.figure.period.code == "2021"


def test_a_demand_for_one_year_is_not_decided_before_the_year_is_over():
    rows = [("2020-K1", "byen", 70), ("2021-K1", "byen", 75)]
    assert outcome(*rows, today=dt.date(2021, 12, 31)) == (ON, None)
    assert outcome(*rows, today=dt.date(2022, 1, 1)) == (MISSED, None)
    worse = [("2020-K1", "byen", 70), ("2021-K1", "byen", 69)]
    assert outcome(*worse, today=dt.date(2021, 5, 1)) == (OFF, None)


def test_a_demand_that_already_holds_is_decided_so_far():
    of = target(year=2023, stated=(2021, 2023))
    assert outcome(("2022-03", "byen", 79), of=of, today=dt.date(2022, 6, 1)) == (MISSED, None)


def test_a_period_belongs_to_the_year_in_which_it_ends():
    assert verdict(("2020-K3/2021-K2", "byen", 80)).status is MET


def test_a_demand_of_several_plans_holds_from_the_first_of_them_on():
    of = target(year=2023, stated=(2021, 2023))
    found = verdict(("2020-02", "byen", 75.6), ("2022-03", "byen", 93), of=of)
    assert (found.status, found.due, found.rule) == (MET, 2021, Ruling.DUE)
    assert outcome(("2022-03", "byen", 79), of=of) == (MISSED, None)


def test_a_demand_that_only_a_later_plan_states_does_not_hold_before_that_plan():
    of = target(year=2023, stated=(2021, 2023), since=2023)
    found = verdict(("2022-03", "byen", 93), of=of)
    assert (found.status, found.reason, found.begins, found.due) == (NONE, Reason.BEFORE_PLAN, 2023, 2023)
    assert outcome(("2023-03", "byen", 93), of=of) == (MET, None)
    by_2030 = verdict(("2022", "byen", 93), of=target(year=2030, stated=(2021, 2023), since=2023))
    assert (by_2030.reason, by_2030.begins, by_2030.due) == (Reason.BEFORE_PLAN, 2023, 2030)


def test_a_demand_for_a_year_after_the_plans_does_not_hold_before_it():
    found = verdict(("2022", "byen", 93), of=target(year=2030, stated=(2021, 2023)))
    assert (found.begins, found.due, found.rule) == (2021, 2030, Ruling.BEFORE)


def test_a_plan_may_set_a_target_for_the_year_before_it():
    found = verdict(("2020", "byen", 80), of=target(year=2020, stated=(2021,)))
    assert (found.status, found.begins, found.due) == (MET, 2020, 2020)


def test_a_break_since_the_plan_is_told():
    late = [{"period": "2022", "note": "Sent."}]
    early = [{"period": "2018", "note": "Tidligt."}]
    assert verdict(("2021", "byen", 80), ("2020", "byen", 80), breaks=BREAK).breaks == ()
    of = target(year=2023, stated=(2020, 2023))
    assert verdict(("2021", "byen", 80), breaks=[*early, *BREAK, *late], of=of).breaks == ("Ny opgørelse.",)


@pytest.mark.parametrize(
    ("period", "is_told"),
    [("2020-12-31", False), ("2021", True), ("2022-01-01", True), ("2022-K2", True), ("2022-K3", False)],
    ids=["before the plan", "with the plan", "between", "with the figure", "after its first day"],
)
def test_a_break_is_told_from_the_first_plans_year_to_the_day_when_the_deciding_figure_begins(period, is_told):
    of = target(year=2022, stated=(2021, 2022))
    found = verdict(("2022-K2", "byen", 80), breaks=[{"period": period, "note": "Ny."}], of=of)
    assert (found.deciding.figure.period.code, found.breaks) == ("2022-K2", ("Ny.",) if is_told else ())


# Before the year


BY_2030 = {"year": 2030, "stated": (2021,)}


@pytest.mark.parametrize(
    ("comparator", "before", "now", "expected"),
    [
        ("at_least", 70, 75, ON),
        ("at_least", 70, 70, OFF),
        ("at_least", 70, 65, OFF),
        ("at_least", 85, 79, OFF),
        ("at_least", 85, 80, ON),
        ("at_most", 90, 85, ON),
        ("at_most", 90, 95, OFF),
        ("above", 79, 80, ON),
        ("above", 81, 80, OFF),
        ("above", 80, 80, OFF),
        ("below", -5, 5, ON),
    ],
)
def test_before_the_year_the_distance_to_the_demand_says_which_way_it_goes(comparator, before, now, expected):
    found = verdict(("2019", "byen", before), ("2022", "byen", now), of=target(comparator=comparator, **BY_2030))
    assert (found.status, found.rule, found.reason) == (expected, Ruling.BEFORE, None)
    assert (found.deciding.figure.value, found.before.figure.value) == (now, before)


def test_at_level_without_a_direction_is_on_track_only_on_the_level():
    of = target(comparator="at_level", **BY_2030)
    assert outcome(("2019", "byen", 90), ("2022", "byen", 80), of=of, direction="none") == (ON, None)
    rows = [("2019", "byen", 90), ("2022", "byen", 85)]
    assert outcome(*rows, of=of, direction="none") == (NONE, Reason.NO_DIRECTION)


def test_the_distance_to_another_area_counts_and_not_the_figure_itself():
    of = target(**NATION, **BY_2030)
    rows = [("2019", "byen", 60), ("2019", "landet", 61), ("2022", "byen", 62), ("2022", "landet", 64)]
    assert verdict(*rows, of=of).status is OFF


def test_a_figure_that_meets_the_demand_early_needs_no_earlier_one():
    found = verdict(("2022", "byen", 80), of=target(**BY_2030))
    assert (found.status, found.before) == (ON, None)


@pytest.mark.parametrize(
    ("earlier", "changes"),
    [
        ((), {}),
        ((("2019", "byen", 60, "estimate"),), {}),
        ((("2019", "byen", 60, "forecast"),), {}),
        ((("2019-ultimo", "byen", 60),), {}),
        ((("2019", "landet", 60),), {}),
        ((("2019", "byen", 60, "actual", "mænd"),), {}),
        ((("2019", "byen", 60), ("2019", "byen", 61)), {}),
        ((("2019", "byen", 60),), {"breaks": BREAK}),
    ],
    ids=["one", "estimate", "forecast", "length", "area", "group", "disputed", "break"],
)
def test_without_a_comparable_figure_nobody_knows_which_way_it_goes(earlier, changes):
    assert outcome(*earlier, ("2022", "byen", 70), of=target(**BY_2030), **changes) == (NONE, Reason.NO_EARLIER)


def test_when_the_year_is_over_nothing_is_on_its_way():
    of = target(year=2024, stated=(2021,))
    rows = [("2021", "byen", 70), ("2022", "byen", 75)]
    assert outcome(*rows, of=of, today=dt.date(2024, 12, 31)) == (ON, None)
    found = verdict(*rows, of=of, today=dt.date(2025, 1, 1))
    assert (found.status, found.reason, found.newest.text) == (NONE, Reason.YEAR_OVER, "75 %")
    assert outcome(rows[0], of=of) == (NONE, Reason.YEAR_OVER)


def test_the_figures_of_a_verdict_are_the_deciding_one_and_the_one_before_each_with_the_other_areas():
    source = {"document": "b", "section": "8"}
    nation = [
        {"period": year, "area": "landet", "value": 90, "kind": "actual", "source": source} for year in ("2019", "2022")
    ]
    found = verdict(("2019", "byen", 60), ("2022", "byen", 65), *nation, of=target(**NATION, **BY_2030))
    assert [(one.period.code, one.area, one.text) for one in found.figures] == [
        ("2022", "Byen", "65 %"),
        ("2022", "Hele landet", "90 %"),
        ("2019", "Byen", "60 %"),
        ("2019", "Hele landet", "90 %"),
    ]
    assert found.sources == (("a", "2.1 Vilkår"), ("b", "8"))


def test_two_figures_of_the_newest_period_say_nothing_of_the_way():
    rows = [("2019", "byen", 60), ("2022", "byen", 70), ("2022", "byen", 71)]
    assert outcome(*rows, of=target(**BY_2030)) == (NONE, Reason.DISPUTED)


# Nothing to judge by


@pytest.mark.parametrize(
    ("rows", "part", "reason"),
    [
        ([("2021", "byen", 80)], {"comparator": None, "value": None}, Reason.NO_DEMAND),
        ([("2021", "byen", 80)], {"value": None}, Reason.NO_DEMAND),
        ([("2021", "byen", 80)], {"unit": "personer"}, Reason.OTHER_UNIT),
        ([("2021", "byen", 80)], {"unit": None}, Reason.OTHER_UNIT),
        ([("2021", "byen", 80)], {"group": "mænd"}, Reason.NO_FIGURE),
        ([("2021", "byen", 80, "actual", "mænd")], {}, Reason.NO_FIGURE),
        ([("2021", "landet", 80)], {}, Reason.NO_FIGURE),
        ([("2021", "naboen", 80)], {}, Reason.NO_FIGURE),
        ([("2021", "byen", 80, "estimate")], {}, Reason.NOT_COUNTED),
        ([("2021", "byen", 80, "forecast")], {}, Reason.NOT_COUNTED),
        ([("2021", "byen", 80), ("2021", "byen", 81)], {}, Reason.DISPUTED),
        ([("2019", "byen", 80)], {}, Reason.BEFORE_PLAN),
        ([("2019", "byen", 80)], NATION, Reason.BEFORE_PLAN),
    ],
)
def test_there_is_no_verdict_without_a_figure_that_fits(rows, part, reason):
    assert outcome(*rows, of=target(**part)) == (NONE, reason)


def test_a_demand_that_is_worked_out_has_the_number_that_is_written():
    # 1.1 + 2.2 is 3.3000000000000003 to a computer, and open data would say so.
    of = target(reference="landet", offset=2.2)
    found = verdict(("2021", "byen", 3.3), ("2021", "landet", 1.1), of=of)
    assert (found.status, found.deciding.asked, found.deciding.demand) == (MET, 3.3, "3,3 %")


def test_an_offset_is_in_percentage_points():
    rows = [("2021", "byen", 80), ("2021", "landet", 80)]
    of = target(reference="landet", offset=2, unit="personer")
    assert outcome(*rows, of=of, unit="personer") == (NONE, Reason.OTHER_UNIT)
    level = target(reference="landet", unit="personer")
    assert outcome(*rows, of=level, unit="personer") == (MET, None)


def test_there_is_no_verdict_without_an_indicator():
    of = target(indicator=None)
    assert judge(of, of.parts[0], None, TODAY).reason is Reason.NO_INDICATOR


def test_the_newest_figure_has_the_decimals_of_its_table():
    rows = [("2019", "byen", 1, "actual", "mænd"), ("2019", "byen", 2.5, "actual", "kvinder")]
    assert verdict(*rows, of=target(group="mænd")).newest.text == "1,0 %"


def test_a_figure_from_before_the_plan_is_the_start_and_still_shown():
    found = verdict(("2019", "byen", 90))
    assert (found.deciding, found.newest.text, found.newest.period.code) == (None, "90 %", "2019")
    assert [one.is_met for one in found.held] == [True]
    assert found.sources == (("a", "2.1 Vilkår"),)


# What always holds


PERIODS = st.sampled_from(["2018", "2019", "2019-ultimo", "2021", "2021-K2", "2022", "2023", "2030"])
VALUES = st.integers(-300, 1200).map(lambda tenths: tenths / 10)
ROWS = st.lists(
    st.tuples(
        PERIODS,
        st.sampled_from(["byen", "landet"]),
        VALUES,
        st.sampled_from(["actual", "actual", "estimate", "forecast"]),
        st.sampled_from([None, None, "mænd"]),
    ),
    min_size=1,
    max_size=10,
    unique_by=lambda row: (row[0], row[1], row[3], row[4]),
)
TARGETS = st.builds(
    lambda year, demand, comparator: target(year=year, stated=(2021,), comparator=comparator, **demand),
    st.sampled_from([2021, 2022, 2030]),
    st.one_of(
        st.builds(lambda value: {"value": value}, VALUES),
        st.builds(lambda offset: {"reference": "landet", "offset": offset}, st.sampled_from([0, 2, -0.2])),
    ),
    st.sampled_from(["at_least", "at_most", "at_level", "above", "below"]),
)
TIMES = settings(deadline=None, max_examples=80)
RANKED = (MISSED, OFF, ON, MET)


@TIMES
@given(VALUES, st.sampled_from(["at_least", "at_most", "at_level", "above", "below"]), st.sampled_from(["up", "down"]))
def test_a_value_on_the_demand_meets_it_unless_it_must_be_above_or_below(value, comparator, direction):
    status = in_2021(value, of=target(value=value, comparator=comparator), direction=direction)
    assert status is (MISSED if comparator in ("above", "below") else MET)


@TIMES
@given(ROWS, TARGETS, st.randoms(use_true_random=False))
def test_the_order_of_the_observations_plays_no_part(rows: list[Row], of: Target, random: Random):
    assert verdict(*rows, of=of) == verdict(*random.sample(rows, len(rows)), of=of)


@TIMES
@given(ROWS, TARGETS, st.sampled_from(["up", "down"]), st.integers(1, 500))
def test_a_better_deciding_figure_never_makes_the_verdict_worse(
    rows: list[Row], of: Target, direction: str, tenths: int
):
    first = verdict(*rows, of=of, direction=direction)
    if first.deciding is None:
        return
    wants_more = of.parts[0].comparator in ("at_least", "above") or (
        of.parts[0].comparator == "at_level" and direction == "up"
    )
    code = first.deciding.figure.period.code
    better = [
        (period, area, value + (tenths if wants_more else -tenths) / 10, kind, group)
        if (period, area, kind, group) == (code, "byen", "actual", None)
        else (period, area, value, kind, group)
        for period, area, value, kind, group in rows
    ]
    second = verdict(*better, of=of, direction=direction)
    assert RANKED.index(second.status) >= RANKED.index(first.status)


@TIMES
@given(ROWS, TARGETS, st.lists(st.tuples(PERIODS, VALUES), max_size=4, unique_by=lambda row: row[0]))
def test_other_areas_and_groups_change_nothing(rows: list[Row], of: Target, more: list[tuple[str, float]]):
    others = [(period, "naboen", value) for period, value in more]
    others += [(period, "byen", value, "actual", "kvinder") for period, value in more]
    found, alone = verdict(*rows, *others, of=of), verdict(*rows, of=of)
    assert (found.newest and found.newest.value) == (alone.newest and alone.newest.value)
    # Another group's decimals are written on ours too, so that a page has one number of them.
    assert replace(found, newest=None) == replace(alone, newest=None)


@TIMES
@given(ROWS, TARGETS)
def test_a_verdict_has_its_numbers_or_its_reason(rows: list[Row], of: Target):
    found = verdict(*rows, of=of)
    assert (
        (found.status is NONE) == (found.deciding is None) == (found.reason is not None) == (found.rule is Ruling.NONE)
    )


TENTHS = st.integers(-300, 1200)


@TIMES
@given(TENTHS, st.integers(-50, 50), st.sampled_from(["up", "down"]))
def test_tenths_are_held_against_each_other_as_written(reference: int, offset: int, direction: str):
    def status(tenths: int, comparator: str):
        of = target(reference="landet", comparator=comparator, offset=offset / 10)
        rows = [("2021", "byen", tenths / 10), ("2021", "landet", reference / 10)]
        return verdict(*rows, of=of, direction=direction).status

    on = reference + offset
    assert [status(on, one) for one in ("at_least", "at_most", "at_level")] == [MET, MET, MET]
    assert [status(on, one) for one in ("above", "below")] == [MISSED, MISSED]
    assert [status(on + 1, one) for one in ("at_least", "above", "at_most", "below")] == [MET, MET, MISSED, MISSED]
    assert [status(on - 1, one) for one in ("at_least", "above", "at_most", "below")] == [MISSED, MISSED, MET, MET]


MIRRORED = {"at_least": "at_most", "at_most": "at_least", "above": "below", "below": "above", "at_level": "at_level"}


def changed(rows: list[Row], of: Target, factor: float, comparator: str):
    """Multiply every number of a case by a factor."""
    part = of.parts[0]
    demand = {"value": part.value * factor} if part.value is not None else {}
    if part.reference:
        demand = {"reference": part.reference, "offset": part.offset * factor}
    held = [(period, area, value * factor, kind, group) for period, area, value, kind, group in rows]
    return held, target(year=of.year, stated=(2021,), comparator=comparator, **demand)


@TIMES
@given(ROWS, TARGETS, st.sampled_from(["up", "down"]))
def test_at_most_mirrors_at_least_and_below_mirrors_above(rows: list[Row], of: Target, direction: str):
    first = verdict(*rows, of=of, direction=direction)
    mirrored, mirror = changed(rows, of, -1, MIRRORED[of.parts[0].comparator])
    second = verdict(*mirrored, of=mirror, direction="down" if direction == "up" else "up")
    assert (second.status, second.reason) == (first.status, first.reason)


@TIMES
@given(ROWS, TARGETS, st.sampled_from([0.1, 10, 1000]), st.sampled_from(["up", "down", "none"]))
def test_a_smaller_or_larger_unit_changes_no_status(rows: list[Row], of: Target, factor: float, direction: str):
    first = verdict(*rows, of=of, direction=direction)
    scaled, scale = changed(rows, of, factor, of.parts[0].comparator)
    second = verdict(*scaled, of=scale, direction=direction)
    assert (second.status, second.reason) == (first.status, first.reason)


@TIMES
@given(ROWS, TARGETS, VALUES, st.sampled_from(["2001", "2001-ultimo", "2001-K2"]))
def test_an_older_figure_never_changes_a_status(rows: list[Row], of: Target, value: float, period: str):
    first = verdict(*rows, of=of)
    second = verdict(*rows, (period, "byen", value), of=of)
    if first.deciding:
        assert second.status is first.status
        assert second.deciding.figure.period == first.deciding.figure.period
    else:
        # It may be what the newest figure lacked to be compared with, but it decides nothing itself.
        assert second.status in (NONE, ON, OFF)


@TIMES
@given(ROWS, TARGETS, st.sampled_from([None, BREAK]))
def test_a_verdict_rests_on_counted_figures_of_one_kind_and_place_that_were_given(rows, of, breaks):
    found = verdict(*rows, of=of, breaks=breaks or [])
    given_rows = {(period, area, value) for period, area, value, kind, group in rows if kind == "actual" and not group}
    places = {"Byen": "byen", "Hele landet": "landet"}
    for held in filter(None, (found.deciding, found.before, *found.held)):
        used = [held.figure, *([held.reference] if held.reference else [])]
        assert {(one.period.code, places[one.area], one.value) for one in used} <= given_rows
        assert len({one.period for one in used}) == len({one.group for one in used}) == 1
        assert held.figure.area == "Byen"
    if found.before:
        first, last = found.before.figure.period, found.deciding.figure.period
        assert (last.end - last.start).days == pytest.approx((first.end - first.start).days, abs=3)
        assert not breaks or not first.start.year < 2020 <= last.start.year
