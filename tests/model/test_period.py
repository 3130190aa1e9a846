import datetime as dt

import pytest

from generator.model.period import Period, PeriodError


@pytest.mark.parametrize(
    ("code", "start", "end", "label"),
    [
        ("2020", (2020, 1, 1), (2020, 12, 31), "2020"),
        ("2020-02", (2020, 2, 1), (2020, 2, 29), "februar 2020"),
        ("2021-02", (2021, 2, 1), (2021, 2, 28), "februar 2021"),
        ("2020-05-31", (2020, 5, 31), (2020, 5, 31), "31. maj 2020"),
        ("2020-K1", (2020, 1, 1), (2020, 3, 31), "1. kvartal 2020"),
        ("2020-K4", (2020, 10, 1), (2020, 12, 31), "4. kvartal 2020"),
        ("2020-H2", (2020, 7, 1), (2020, 12, 31), "2. halvår 2020"),
        ("2020-primo", (2020, 1, 1), (2020, 1, 1), "primo 2020"),
        ("2020-medio", (2020, 6, 30), (2020, 6, 30), "medio 2020"),
        ("2020-ultimo", (2020, 12, 31), (2020, 12, 31), "ultimo 2020"),
        ("2020-01/2020-05", (2020, 1, 1), (2020, 5, 31), "januar til maj 2020"),
        ("2021-K3/2022-K2", (2021, 7, 1), (2022, 6, 30), "3. kvartal 2021 til 2. kvartal 2022"),
    ],
)
def test_a_period_is_a_span_of_days_with_a_name(code, start, end, label):
    period = Period.parse(code)
    assert (period.start, period.end, period.label) == (dt.date(*start), dt.date(*end), label)
    assert str(period) == code


@pytest.mark.parametrize(
    "code",
    [
        "",
        "20",
        "1899",
        "2200",
        "2020-0",
        "2020-00",
        "2020-13",
        "2020-02-30",
        "2020-K5",
        "2020-H3",
        "2020-slut",
        "K2 2020",
        "2020 ",
        "2020\n",
        "２０２０",
        "2020/",
        "/2020",
        "2021/2020",
        "2020/2020",
        "2020/2020-06",
        "2020/2021/2022",
    ],
)
def test_what_names_no_period_is_refused(code):
    with pytest.raises(PeriodError):
        Period.parse(code)


def test_periods_sort_by_their_first_day_and_then_their_last():
    codes = ["2021", "2020-K2", "2020", "2020-ultimo", "2020-K1"]
    assert [str(period) for period in sorted(map(Period.parse, codes))] == [
        "2020-K1",
        "2020",
        "2020-K2",
        "2020-ultimo",
        "2021",
    ]
