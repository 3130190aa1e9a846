import datetime as dt

import pytest
from charting import AREAS, Row, ledger
from hypothesis import given, settings
from hypothesis import strategies as st

BREAK = [{"period": "2015", "note": "Ny opgørelse."}]


def change(*rows: Row | dict[str, object], **words: object):
    """Give the change of an indicator's only series, if there is one."""
    found = ledger(*rows, **words).changes
    assert len(found) < 2
    return found[0] if found else None


@pytest.mark.parametrize(
    ("before", "now", "unit", "difference", "text"),
    [
        (69.2, 72.3, "procent", 3.1, "3,1 procentpoint"),
        (5.8, 4, "procent", -1.8, "1,8 procentpoint"),
        (0, 0, "procent", 0, "0 procentpoint"),
        (-30, 10, "personer", 40, "40 personer"),
        (2, 1, "personer", -1, "1 person"),
        (0.1, 0.3, "mio. kr.", 0.2, "0,2 mio. kr."),
        (0.5000003, 0.5000004, "procent", 0.0000001, "0,0000001 procentpoint"),
        (0.0000004, 0.0000003, "procent", -0.0000001, "0,0000001 procentpoint"),
        (59.96, 60, "procent", 0.04, "0,04 procentpoint"),
        (1_000_000, 999_999.5, "mio. kr.", -0.5, "0,5 mio. kr."),
        (95, 94, "placering", -1, "1 plads"),
        (95, 98, "placering", 3, "3 pladser"),
    ],
)
def test_change_is_the_difference_in_its_own_unit(before: float, now: float, unit: str, difference: float, text: str):
    found = change(("2019", "byen", before), ("2020", "byen", now), unit=unit)
    assert (found.difference, found.text) == (difference, text)
    assert (found.before.value, found.now.value) == (before, now)


@pytest.mark.parametrize(
    "rows",
    [
        [("2020", "byen", 1)],
        [("2019", "landet", 1), ("2020", "byen", 2)],
        [("2019", "byen", 1, "estimate"), ("2020", "byen", 2)],
        [("2019", "byen", 1), ("2020", "byen", 2, "forecast")],
        [("2019-ultimo", "byen", 1), ("2020", "byen", 2)],
        [("2019-ultimo", "byen", 1), ("2020-12", "byen", 2)],
        [("2019", "byen", 1), ("2020", "byen", 2), ("2020", "byen", 3)],
        [("2019", "byen", 1), ("2019", "byen", 2), ("2020", "byen", 3)],
        [("2020", "byen", 1, "estimate"), ("2021", "byen", 2, "estimate")],
    ],
    ids=[
        "one",
        "areas",
        "from estimate",
        "to forecast",
        "lengths",
        "day and month",
        "disputed now",
        "disputed before",
        "estimates",
    ],
)
def test_there_is_no_change_without_two_comparable_figures(rows: list[Row]):
    assert change(*rows) is None


def test_change_does_not_reach_across_a_break():
    assert change(("2014", "byen", 1), ("2015", "byen", 2), breaks=BREAK) is None
    found = change(("2014", "byen", 1), ("2015", "byen", 2), ("2018", "byen", 5), breaks=BREAK)
    assert (found.before.period.code, found.difference) == ("2015", 3)


def test_change_passes_over_figures_that_cannot_be_compared():
    found = change(("2018", "byen", 4), ("2019-ultimo", "byen", 9), ("2020", "byen", 6))
    assert (found.before.period.code, found.difference) == ("2018", 2)


@settings(deadline=None, max_examples=80)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["2018", "2019", "2020", "2020-ultimo", "2021", "2021-K1", "2022"]),
            st.sampled_from(["byen", "landet"]),
            st.integers(-50, 50).map(lambda tenths: tenths / 10),
            st.sampled_from(["actual", "actual", "estimate", "forecast"]),
        ),
        min_size=1,
        max_size=9,
        unique_by=lambda row: (row[0], row[1], row[3]),
    )
)
def test_what_is_said_rests_on_figures_that_were_given_and_can_be_compared(rows: list[Row]):
    seam = dt.date(2020, 1, 1)
    one = ledger(*rows, breaks=[{"period": "2020", "note": "Ny opgørelse."}])
    found = one.facts
    given_rows = {(period, AREAS[area].short, value, kind) for period, area, value, kind in rows}
    for story in found.stories:
        ways = [way for way in (story.change, story.since_first) if way]
        for way in ways:
            assert way.before.kind == way.now.kind == "actual"
            assert way.before.area == way.now.area == story.newest.area
            assert way.now == story.newest
            assert not way.before.period.start < seam <= way.now.period.start
            assert way.difference == pytest.approx(way.now.value - way.before.value)
        said = [story.newest, *found.others, *([story.ahead] if story.ahead else [])]
        said += [reading for way in ways for reading in (way.before, way.now)]
        assert {(reading.period.code, reading.area, reading.value, reading.kind) for reading in said} <= given_rows
        assert {other.period for other in found.others} <= {story.newest.period}


def test_facts_tell_the_story_of_the_home_area():
    one = ledger(
        ("2010", "byen", 69),
        ("2019", "byen", 72),
        ("2020", "byen", 72.3),
        ("2021", "byen", 73, "estimate"),
        ("2022", "byen", 74, "forecast"),
        ("2020", "landet", 73.1),
        ("2019", "naboen", 70),
    )
    found = one.facts
    (story,) = found.stories
    assert (found.title, found.unit) == ("Andel i job", "procent")
    assert story.newest.text == "72,3 %"
    assert (story.change.before.text, story.since_first.before.text) == ("72,0 %", "69,0 %")
    assert (story.ahead.text, story.ahead.kind) == ("74,0 %", "forecast")
    assert [other.area for other in found.others] == ["Hele landet"]
    assert (found.ranking, found.total) == ((), None)


def test_facts_rank_the_groups_beside_their_total():
    rows = [("2022", "byen", 5.5, "actual", "a"), ("2022", "byen", 7, "actual", "b"), ("2022", "byen", 12.5)]
    one = ledger(*rows, unit="mio. kr.", chart={"groups": ["a", "b"]})
    found = one.facts
    assert [(item.group, item.text) for item in found.ranking] == [("b", "7,0 mio. kr."), ("a", "5,5 mio. kr.")]
    assert found.total.text == "12,5 mio. kr."


def test_the_way_from_the_first_figure_is_not_told_where_the_sources_disagree_about_it():
    one = ledger(("2018", "byen", 1), ("2018", "byen", 2), ("2019", "byen", 3), ("2020", "byen", 4))
    (story,) = one.facts.stories
    assert (story.change.before.value, story.since_first) == (3, None)


def test_the_others_are_areas_with_the_same_group():
    rows = [("2020", area, value, "actual", "mænd") for area, value in (("byen", 1), ("landet", 2))]
    one = ledger(*rows, ("2020", "landet", 3, "actual", "kvinder"), ("2020", "naboen", 4))
    assert [other.value for other in one.facts.others] == [2]


def test_an_estimate_is_not_told_beside_the_counted_figure_of_its_period():
    one = ledger(("2020", "byen", 7), ("2020", "landet", 8), ("2020", "landet", 9, "estimate"))
    assert [other.value for other in one.facts.others] == [8]


def test_a_counted_group_is_not_ranked_with_an_expected_one():
    one = ledger(("2020", "byen", 40, "actual", "a"), ("2020", "byen", 60, "forecast", "b"))
    assert one.facts.ranking == ()


@pytest.mark.parametrize(
    "totals",
    [[("2021", "byen", 9)], [("2022", "landet", 9)], [("2022", "byen", 9), ("2022", "byen", 10)]],
    ids=["year", "area", "disputed"],
)
def test_only_the_same_periods_one_figure_for_all_is_their_total(totals: list[Row]):
    one = ledger(("2022", "byen", 5, "actual", "a"), ("2022", "byen", 7, "actual", "b"), *totals)
    assert one.facts.total is None


def test_a_figure_that_we_worked_out_says_so():
    observation = {"period": "2020", "area": "byen", "value": 1, "kind": "actual", "calculation": "2 - 1"}
    assert ledger(observation).newest.calculated
