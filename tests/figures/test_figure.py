import datetime as dt
from random import Random

import pytest
from charting import AREAS, Row, indicator, ledger
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.figures.figure import Figure, laid_out, of_surest_kind, surest
from generator.figures.ledger import Ledger
from generator.model.vocabulary import ObservationKind, Unit

BREAK = [{"period": "2015", "note": "Ny opgørelse."}]


def figures(*rows: Row | dict[str, object], **changes: object):
    return laid_out(indicator(*rows, **changes), AREAS)


def values(*rows: Row, **changes: object):
    return [figure.value for figure in figures(*rows, **changes)]


def test_a_figure_holds_what_its_observation_says_and_empty_text_for_what_is_absent():
    (found,) = figures(("2020-K2", "byen", 72.3))
    assert found == Figure(
        period=found.period,
        area=AREAS["byen"],
        group="",
        value=72.3,
        unit=Unit.PERCENT,
        kind=ObservationKind.ACTUAL,
        calculation="",
        note="",
        document="a",
        section="2.1 Vilkår",
        stretch=0,
    )
    assert (found.period.code, found.period.label) == ("2020-K2", "2. kvartal 2020")
    assert (found.place, found.is_counted) == (("byen", ""), True)


def test_an_observation_has_its_own_source_note_and_calculation():
    own = {"document": "b", "section": "8"}
    observation = {"period": "2020", "area": "byen", "value": 1, "kind": "estimate", "source": own, "note": "N"}
    (found,) = figures(observation | {"calculation": "2 - 1", "group": "mænd"})
    assert (found.document, found.section, found.note, found.calculation) == ("b", "8", "N", "2 - 1")
    assert (found.place, found.is_counted) == (("byen", "mænd"), False)


@pytest.mark.parametrize(
    ("period", "months"),
    [("2020", 12), ("2020-02", 1), ("2020-K2", 3), ("2021-K3/2022-K2", 12), ("2020-ultimo", 0), ("2020-05-31", 0)],
)
def test_a_period_is_as_long_as_its_months_and_a_day_is_none(period: str, months: int):
    assert [figure.months for figure in figures((period, "byen", 1))] == [months]


@pytest.mark.parametrize(
    ("period", "stretch"),
    [("2014-12-31", 0), ("2014-K4", 0), ("2015", 1), ("2015-01-01", 1), ("2015-02", 1)],
)
def test_a_break_comes_before_the_period_that_it_names(period: str, stretch: int):
    assert [figure.stretch for figure in figures((period, "byen", 1), breaks=BREAK)] == [stretch]


def test_figures_stand_home_area_first_then_as_the_areas_then_by_period():
    rows = [
        ("2020", "naboen", 1),
        ("2020", "landet", 2),
        ("2020", "byen", 3),
        ("2010", "byen", 4),
        ("2010", "naboen", 5),
    ]
    assert values(*rows) == [4, 3, 2, 5, 1]


def test_groups_stand_as_the_chart_names_them_then_as_the_file_has_them_after_the_whole():
    rows = [("2020", "byen", value, "actual", group) for value, group in enumerate(["c", "b", "A", "d"])]
    found = figures(*rows, ("2020", "byen", 9), chart={"groups": ["d", "b"]})
    assert [figure.group for figure in found] == ["", "d", "b", "c", "A"]


def test_groups_that_have_an_order_keep_it():
    rows = [("2022", "byen", value, "actual", group) for value, group in enumerate(["0-4 år", "5-9 år", "10-14 år"])]
    assert [figure.group for figure in figures(*rows)] == ["0-4 år", "5-9 år", "10-14 år"]
    assert ledger(*rows).newest.group == "0-4 år"


def test_of_periods_that_begin_together_the_shortest_comes_first():
    assert values(("2020", "byen", 1), ("2020-01", "byen", 2), ("2020-K1", "byen", 3), ("2020-primo", "byen", 4)) == [
        4,
        2,
        3,
        1,
    ]


def test_the_surest_kind_stands_first_in_its_period():
    rows = [("2020", "byen", 1, "forecast"), ("2020", "byen", 2, "actual"), ("2020", "byen", 3, "estimate")]
    assert [figure.kind for figure in figures(*rows)] == ["actual", "estimate", "forecast"]


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
def test_apart_from_groups_the_order_of_the_observations_plays_no_part(observations: list[Row], random: Random):
    chart = {"groups": ["mænd", "kvinder"]}
    shuffled = random.sample(observations, len(observations))
    one, other = ledger(*observations, chart=chart), ledger(*shuffled, chart=chart)
    assert one.figures == other.figures
    assert one.facts == other.facts


def surest_values(*rows: Row):
    return [figure.value for figure in surest(figures(*rows))]


def test_the_surest_figure_of_a_period_replaces_the_others():
    rows = [("2020", "byen", 72.5, "forecast"), ("2020", "byen", 72.3), ("2021", "byen", 73, "estimate")]
    assert surest_values(*rows) == [72.3, 73]
    assert surest_values(("2020", "byen", 1, "forecast"), ("2020", "byen", 2, "estimate")) == [2]


def test_the_surest_figure_is_chosen_in_each_area_and_group():
    rows = [("2020", "byen", 1), ("2020", "landet", 2, "estimate"), ("2020", "byen", 3, "forecast", "mænd")]
    assert surest_values(*rows) == [1, 3, 2]


def test_two_counted_figures_of_one_period_both_stay():
    assert surest_values(("2019", "byen", 1532), ("2019", "byen", 1192)) == [1192, 1532]
    assert surest_values(("2019", "byen", 2), ("2019", "byen", 1), ("2019", "byen", 3, "estimate")) == [1, 2]


def test_the_surest_kind_is_counted_before_estimated_before_projected():
    rows = [("2018", "byen", 1, "forecast"), ("2019", "byen", 2, "estimate"), ("2020", "byen", 3, "estimate")]
    assert [figure.value for figure in of_surest_kind(figures(*rows))] == [2, 3]
    assert [figure.value for figure in of_surest_kind(figures(*rows, ("2010", "byen", 4)))] == [4]
    assert of_surest_kind([]) == []


def test_a_figure_never_changes():
    (found,) = ledger(("2020", "byen", 1)).figures
    with pytest.raises(AttributeError):
        found.value = 2
    assert isinstance(found.period.start, dt.date)
    assert Ledger.of(indicator(("2020", "byen", 1)), AREAS) == ledger(("2020", "byen", 1))
