import pytest
from charting import Row, ledger
from sample import FILES, INDICATOR, TODAY

from generator.figures.missing import lacks
from generator.site import build

START = FILES[INDICATOR][: FILES[INDICATOR].index("observations:")]


def indicator(*periods, extra=""):
    rows = "".join(
        f"  - period: {period}\n    area: eksempelby\n    value: {10 + n}\n    kind: actual\n"
        for n, period in enumerate(periods)
    )
    return {INDICATOR: f"{START}observations:\n{rows}{extra}"}


@pytest.mark.parametrize(
    ("periods", "said"),
    [
        (["2013", "2014", "2015", "2019"], "2016 til 2018"),
        (["2015", "2019"], "2016 til 2018"),
        (["2015", "2017", "2018"], "2016"),
        (["2012", "2014", "2016"], None),
        (["2022", "2023", "2024"], None),
        (["2023-K3", "2023-K4", "2024-K3"], "1. kvartal 2024 til 2. kvartal 2024"),
        (["2023-11", "2023-12", "2024-03"], "januar 2024 til februar 2024"),
        (["2020-ultimo", "2021-ultimo", "2023-ultimo"], "ultimo 2022"),
        (["2023-05-31", "2024-05-31"], None),
        (["2020-05-31", "2021-05-31", "2023-05-31"], "31. maj 2022"),
        (["2020-02-29", "2021-02-28", "2023-02-28"], None),
        (["2020-08/2021-07", "2021-08/2022-07", "2024-08/2025-07"], "august 2022 til juli 2024"),
        (["2020-K1/2020-K4", "2020-K2/2021-K1", "2020-K4/2021-K3"], "3. kvartal 2020 til 2. kvartal 2021"),
        (
            ["2020-K1/2020-K4", "2020-K2/2021-K1", "2021-K1/2021-K4"],
            "3. kvartal 2020 til 2. kvartal 2021 – 4. kvartal 2020 til 3. kvartal 2021",
        ),
        (["2020-H1", "2020-H2", "2022-H1"], "1. halvår 2021 til 2. halvår 2021"),
        (["2020", "2021", "2023", "2024", "2025-K1"], None),
    ],
)
def test_what_is_missing_is_said_and_no_line_is_drawn_over_it(project, periods, said):
    site = build(project(indicator(*periods)), TODAY)
    body = site.outline["indikatorer/ledighed.md"].body
    if said is None:
        assert "Der er ingen tal for" not in body
    else:
        assert f'<p class="meta">Der er ingen tal for {said}.</p>' in body


def told(*rows: Row, **changes: object):
    shown = ledger(*rows, **changes)
    return list(lacks(shown.series, shown.gaps))


def years(*found: int, area: str = "byen", group: str = "", kind: str = "actual"):
    return [(str(year), area, year, kind, group or None) for year in found]


@pytest.mark.parametrize(
    ("rhythm", "expected"),
    [
        (None, []),
        ("Undersøgelsen laves hvert andet år.", []),
        ("Hvert 2. år", []),
        ("Kilden gør tallene op hvert år.", ["2015", "2017"]),
        ("Årligt", ["2015", "2017"]),
        ("Hvert kvartal", []),
    ],
)
def test_how_often_figures_come_is_what_the_source_says_or_else_what_they_show(rhythm: str | None, expected: list[str]):
    found = ledger(*years(2014, 2016, 2018), update_rhythm=rhythm).gaps
    assert [gap.label for gap in found] == expected


def test_a_survey_of_every_second_year_lacks_nothing_in_a_year_with_an_extra_one():
    found = ledger(*years(2012, 2014, 2015, 2016, 2018, 2022), update_rhythm="Den laves hvert andet år.").gaps
    assert [gap.label for gap in found] == ["2020"]


def test_months_that_are_put_out_once_a_year_are_still_months():
    rows = [(period, "byen", 1) for period in ("2020-01", "2020-02", "2020-04")]
    assert told(*rows, update_rhythm="Årligt") == [("marts 2020", ())]


def test_a_group_comes_as_often_as_its_neighbours_and_another_area_as_often_as_itself():
    rows = [*years(*range(2014, 2019), group="0-4 år"), *years(2014, 2016, 2018, group="5-9 år")]
    rows += years(2014, 2016, 2018, area="landet", group="5-9 år")
    assert told(*rows) == [("2015 og 2017", ("5-9 år, Byen",))]


def test_what_begins_late_or_ends_early_lacks_the_periods_that_others_have():
    rows = [*years(*range(2014, 2019)), *years(2016, 2017, 2018, area="landet"), *years(2014, 2015, area="naboen")]
    assert told(*rows) == [("2014 til 2015", ("Hele landet",)), ("2016 til 2018", ("Naboen",))]


def test_nobody_lacks_what_the_others_have_only_a_projection_of():
    rows = [*years(2018, 2019), *years(2030, kind="forecast"), *years(2018, 2019, area="landet")]
    assert [gap.place for gap in ledger(*rows).gaps] == [("byen", "")]


def test_a_group_with_one_figure_lacks_the_periods_of_the_other_groups_but_not_those_of_all_together():
    rows = [*years(2015, group="5-9 år"), *years(2019, group="0-4 år"), *years(2015, 2020, group="10-14 år")]
    assert told(*years(2010), *years(2025), *rows) == [
        ("2011 til 2024", ("Byen",)),
        ("2016 til 2020", ("5-9 år",)),
        ("2015 til 2018 og 2020", ("0-4 år",)),
        ("2010 til 2014, 2016 til 2019 og 2021 til 2025", ("10-14 år",)),
    ]


def test_a_single_figure_is_no_series_that_lacks_others():
    assert told(*years(2018, 2019), *years(2019, area="landet")) == []


def test_no_line_joins_what_lies_on_either_side_of_a_gap():
    rows = [*years(2015, 2016, 2018, 2019), *years(*range(2015, 2020), area="landet")]
    assert [one.edges for one in ledger(*rows).series] == [("", "solid", "", "solid"), ("", *["solid"] * 4)]
