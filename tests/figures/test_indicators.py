import datetime as dt
from random import Random

import pandas as pd
import pytest
from charting import AREAS, Row, indicator, table
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.figures.indicators import COLUMNS, changes, comparison, drawn, facts, newest, records, series, surest
from generator.figures.indicators import table as lay_out

BREAK = [{"period": "2015", "note": "Ny opgørelse."}]


def change(*rows: Row | dict[str, object], **words: object):
    """Give the change of an indicator's only series, if there is one."""
    one = indicator(*rows, **words)
    found = changes(one, lay_out(one, AREAS))
    assert len(found) < 2
    return found[0] if found else None


def edges(df: pd.DataFrame):
    return [(row["series"], row["period"], row["edge"]) for row in records(series(df))]


def test_a_table_has_one_row_an_observation_and_empty_text_for_what_is_absent():
    (row,) = records(table(("2020-K2", "byen", 72.3)))
    assert tuple(row) == COLUMNS
    assert {name: row[name] for name in ("period", "period_label", "area_title", "area_short", "home")} == {
        "period": "2020-K2",
        "period_label": "2. kvartal 2020",
        "area_title": "Byen Kommune",
        "area_short": "Byen",
        "home": True,
    }
    assert (row["start"].isoformat(), row["end"].isoformat()) == ("2020-04-01", "2020-06-30")
    assert (row["group"], row["calculation"], row["note"]) == ("", "", "")
    assert (row["value"], row["unit"], row["kind"]) == (72.3, "procent", "actual")
    assert (row["source_document"], row["source_section"], row["stretch"]) == ("a", "2.1 Vilkår", 0)


def test_an_observation_has_its_own_source_note_and_calculation():
    own = {"document": "b", "section": "8"}
    observation = {"period": "2020", "area": "byen", "value": 1, "kind": "actual", "source": own, "note": "N"}
    (row,) = records(table(observation | {"calculation": "2 - 1"}))
    assert (row["source_document"], row["source_section"]) == ("b", "8")
    assert (row["note"], row["calculation"]) == ("N", "2 - 1")


def test_rows_stand_home_area_first_then_as_the_areas_then_by_period():
    df = table(
        ("2020", "naboen", 1), ("2020", "landet", 2), ("2020", "byen", 3), ("2010", "byen", 4), ("2010", "naboen", 5)
    )
    assert list(df["value"]) == [4, 3, 2, 5, 1]


def test_groups_stand_as_the_chart_names_them_then_by_name_after_the_whole():
    rows = [("2020", "byen", value, "actual", group) for value, group in enumerate(["c", "b", "A", "d"])]
    df = table(*rows, ("2020", "byen", 9), chart={"groups": ["d", "b"]})
    assert list(df["group"]) == ["", "d", "b", "A", "c"]


def test_the_surest_kind_stands_first_in_its_period():
    df = table(("2020", "byen", 1, "forecast"), ("2020", "byen", 2, "actual"), ("2020", "byen", 3, "estimate"))
    assert list(df["kind"]) == ["actual", "estimate", "forecast"]


OBSERVATIONS = st.lists(
    st.tuples(
        st.sampled_from(["2010", "2020", "2020-K2", "2020-ultimo", "2021-K3/2022-K2"]),
        st.sampled_from(list(AREAS)),
        st.floats(-1000, 1000).map(lambda value: round(value, 1)),
        st.sampled_from(["actual", "estimate", "forecast"]),
        st.sampled_from([None, "mænd", "kvinder"]),
    ),
    min_size=1,
    max_size=12,
)


@settings(deadline=None, max_examples=60)
@given(OBSERVATIONS, st.randoms(use_true_random=False))
def test_the_order_of_the_observations_plays_no_part(observations: list[Row], random: Random):
    shuffled = random.sample(observations, len(observations))
    one, other = indicator(*observations), indicator(*shuffled)
    df, df_shuffled = lay_out(one, AREAS), lay_out(other, AREAS)
    assert records(df) == records(df_shuffled)
    assert facts(one, df) == facts(other, df_shuffled)


def test_drawn_are_the_groups_that_the_chart_names():
    rows = [("2020", "byen", 1, "actual", "mænd"), ("2020", "byen", 2, "actual", "kvinder"), ("2020", "byen", 3)]
    named = indicator(*rows, chart={"groups": ["kvinder"]})
    unknown = indicator(*rows, chart={"groups": ["børn"]})
    assert list(drawn(named, lay_out(named, AREAS))["value"]) == [2]
    assert list(drawn(unknown, lay_out(unknown, AREAS))["value"]) == [3, 2, 1]


def test_the_surest_figure_of_a_period_replaces_the_others():
    df = table(("2020", "byen", 72.5, "forecast"), ("2020", "byen", 72.3), ("2021", "byen", 73, "estimate"))
    assert list(surest(df)["value"]) == [72.3, 73]


def test_two_counted_figures_of_one_period_both_stay():
    assert list(surest(table(("2019", "byen", 1532), ("2019", "byen", 1192)))["value"]) == [1192, 1532]


def test_series_are_areas_and_groups():
    df = table(("2020", "byen", 1), ("2021", "byen", 2), ("2021", "landet", 3), ("2021", "landet", 4, "actual", "mænd"))
    assert edges(df) == [(0, "2020", ""), (0, "2021", "solid"), (1, "2021", ""), (2, "2021", "")]


def test_a_series_is_not_joined_across_a_break():
    df = table(("2014", "byen", 1), ("2015", "byen", 2), ("2016", "byen", 3), breaks=BREAK)
    assert edges(df) == [(0, "2014", ""), (0, "2015", ""), (0, "2016", "solid")]
    assert list(df["stretch"]) == [0, 1, 1]


def test_a_series_is_not_joined_between_periods_of_different_lengths():
    df = table(("2018-H2", "byen", 1), ("2019-H1", "byen", 2), ("2020", "byen", 5), ("2021-ultimo", "byen", 6))
    assert [edge for _, _, edge in edges(df)] == ["", "solid", "", ""]


def test_a_series_is_dashed_to_and_from_what_is_not_counted():
    df = table(("2019", "byen", 1), ("2020", "byen", 2, "estimate"), ("2021", "byen", 3), ("2022", "byen", 4))
    assert [edge for _, _, edge in edges(df)] == ["", "dashed", "dashed", "solid"]


def test_two_projections_are_joined_by_a_dashed_line():
    df = table(("2021", "byen", 1, "forecast"), ("2022", "byen", 2, "forecast"))
    assert [edge for _, _, edge in edges(df)] == ["", "dashed"]


def test_groups_of_the_newest_period_are_compared_by_size():
    df = table(
        ("2019", "byen", 99, "actual", "a"),
        ("2020", "byen", 5, "actual", "a"),
        ("2020", "byen", 7, "actual", "c"),
        ("2020", "byen", 7, "actual", "b"),
        ("2020", "byen", 19),
        ("2020", "landet", 50, "actual", "a"),
    )
    assert list(comparison(df)["group"]) == ["b", "c", "a"]


def test_areas_are_compared_where_there_are_no_groups():
    df = table(("2020", "byen", -2), ("2020", "landet", 0), ("2020", "naboen", -1), ("2021", "byen", 9, "forecast"))
    assert list(comparison(df)["area"]) == ["landet", "naboen", "byen"]


def test_placings_are_compared_from_the_best():
    df = table(("2020", "byen", 95), ("2020", "landet", 3), unit="placering")
    assert list(comparison(df)["value"]) == [3, 95]


def test_figures_that_are_alike_stand_as_the_table_has_them():
    df = table(("2020", "landet", 4), ("2020", "byen", 4), ("2020", "naboen", 5))
    assert list(comparison(df)["area"]) == ["naboen", "byen", "landet"]


def test_groups_of_the_first_area_are_compared_where_the_home_area_has_no_figures():
    df = table(("2020", "naboen", 1, "actual", "a"), ("2020", "naboen", 2, "actual", "b"))
    assert list(comparison(df)["group"]) == ["b", "a"]


@pytest.mark.parametrize("rows", [[("2020", "byen", 1)], [("2020", "byen", 1), ("2019", "landet", 2)]])
def test_nothing_is_compared_without_two_figures_of_one_period(rows: list[Row]):
    assert comparison(table(*rows)).empty


def test_newest_is_the_last_counted_figure_of_the_home_area():
    df = table(("2019", "byen", 72), ("2020", "byen", 72.3), ("2021", "byen", 73, "forecast"), ("2022", "landet", 9))
    found = newest(df)
    assert (found.text, found.period.code, found.area, found.kind) == ("72,3 %", "2020", "Byen", "actual")


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [(["estimate", "forecast"], ("2019", "estimate")), (["forecast", "forecast"], ("2020", "forecast"))],
)
def test_newest_says_when_it_is_not_counted(kinds: list[str], expected: tuple[str, str]):
    found = newest(table(("2019", "byen", 1, kinds[0]), ("2020", "byen", 2, kinds[1])))
    assert (found.period.code, found.kind) == expected


def test_newest_is_the_whole_before_its_groups():
    assert newest(table(("2021", "byen", 1, "actual", "mænd"), ("2020", "byen", 2))).value == 2


def test_newest_is_the_first_areas_where_the_home_area_has_no_figures():
    assert newest(table(("2020", "naboen", 1), ("2019", "landet", 2))).area == "Hele landet"


def test_an_empty_table_has_nothing_newest():
    df = table(("2020", "byen", 1)).iloc[:0]
    assert newest(df) is None
    assert changes(indicator(("2020", "byen", 1)), df) == ()


@pytest.mark.parametrize(
    ("before", "now", "unit", "difference", "text"),
    [
        (69.2, 72.3, "procent", 3.1, "3,1 procentpoint"),
        (5.8, 4, "procent", -1.8, "1,8 procentpoint"),
        (0, 0, "procent", 0, "0 procentpoint"),
        (-30, 10, "personer", 40, "40 personer"),
        (2, 1, "personer", -1, "1 person"),
        (0.1, 0.3, "mio. kr.", 0.2, "0,2 mio. kr."),
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
    one = indicator(*rows, breaks=[{"period": "2020", "note": "Ny opgørelse."}])
    found = facts(one, lay_out(one, AREAS))
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
    one = indicator(
        ("2010", "byen", 69),
        ("2019", "byen", 72),
        ("2020", "byen", 72.3),
        ("2021", "byen", 73, "estimate"),
        ("2022", "byen", 74, "forecast"),
        ("2020", "landet", 73.1),
        ("2019", "naboen", 70),
    )
    found = facts(one, lay_out(one, AREAS))
    (story,) = found.stories
    assert (found.title, found.unit) == ("Andel i job", "procent")
    assert story.newest.text == "72,3 %"
    assert (story.change.before.text, story.since_first.before.text) == ("72,0 %", "69,0 %")
    assert (story.ahead.text, story.ahead.kind) == ("74,0 %", "forecast")
    assert [other.area for other in found.others] == ["Hele landet"]
    assert (found.ranking, found.total) == ((), None)


def test_facts_rank_the_groups_beside_their_total():
    rows = [("2022", "byen", 5.5, "actual", "a"), ("2022", "byen", 7, "actual", "b"), ("2022", "byen", 12.5)]
    one = indicator(*rows, unit="mio. kr.", chart={"groups": ["a", "b"]})
    found = facts(one, lay_out(one, AREAS))
    assert [(item.group, item.text) for item in found.ranking] == [("b", "7,0 mio. kr."), ("a", "5,5 mio. kr.")]
    assert found.total.text == "12,5 mio. kr."


def test_the_way_from_the_first_figure_is_not_told_where_the_sources_disagree_about_it():
    one = indicator(("2018", "byen", 1), ("2018", "byen", 2), ("2019", "byen", 3), ("2020", "byen", 4))
    (story,) = facts(one, lay_out(one, AREAS)).stories
    assert (story.change.before.value, story.since_first) == (3, None)


def test_the_others_are_areas_with_the_same_group():
    rows = [("2020", area, value, "actual", "mænd") for area, value in (("byen", 1), ("landet", 2))]
    one = indicator(*rows, ("2020", "landet", 3, "actual", "kvinder"), ("2020", "naboen", 4))
    assert [other.value for other in facts(one, lay_out(one, AREAS)).others] == [2]


def test_an_estimate_is_not_told_beside_the_counted_figure_of_its_period():
    one = indicator(("2020", "byen", 7), ("2020", "landet", 8), ("2020", "landet", 9, "estimate"))
    assert [other.value for other in facts(one, lay_out(one, AREAS)).others] == [8]


def test_a_counted_group_is_not_ranked_with_an_expected_one():
    one = indicator(("2020", "byen", 40, "actual", "a"), ("2020", "byen", 60, "forecast", "b"))
    assert facts(one, lay_out(one, AREAS)).ranking == ()


@pytest.mark.parametrize(
    "totals",
    [[("2021", "byen", 9)], [("2022", "landet", 9)], [("2022", "byen", 9), ("2022", "byen", 10)]],
    ids=["year", "area", "disputed"],
)
def test_only_the_same_periods_one_figure_for_all_is_their_total(totals: list[Row]):
    one = indicator(("2022", "byen", 5, "actual", "a"), ("2022", "byen", 7, "actual", "b"), *totals)
    assert facts(one, lay_out(one, AREAS)).total is None


def test_a_figure_that_we_worked_out_says_so():
    observation = {"period": "2020", "area": "byen", "value": 1, "kind": "actual", "calculation": "2 - 1"}
    assert newest(table(observation)).calculated
