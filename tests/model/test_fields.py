import datetime as dt

import pytest
from pydantic import TypeAdapter, ValidationError

from generator.model.fields import Date, Id, Number, PeriodText, Text
from generator.reading.values import Decimal


def read(kind, value):
    return TypeAdapter(kind).validate_python(value)


def refusal(kind, value):
    with pytest.raises(ValidationError) as caught:
        read(kind, value)
    (error,) = caught.value.errors(include_url=False)
    return error["type"], error["msg"]


@pytest.mark.parametrize(("value", "expected"), [(72, 72.0), (72.3, 72.3), (Decimal("2.550"), 2.55), (-1, -1.0)])
def test_numbers_are_read(value, expected):
    assert read(Number, value) == expected
    assert type(read(Number, value)) is float


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("72,3", "»72,3« er ikke et tal. Skriv 72.3 med punktum."),
        ("1.234,5", "»1.234,5« er ikke et tal. Skriv 1234.5 med punktum."),
        ("72,3 %", "»72,3 %« er ikke et tal. Skriv 72.3 med punktum."),
        ("2.550.000", "»2.550.000« er ikke et tal. Skriv 2550000 uden punktum."),
        ("2 550", "»2 550« er ikke et tal. Skriv 2550 uden anførselstegn, mellemrum og enhed."),
        ("72.3", "»72.3« er ikke et tal. Skriv 72.3 uden anførselstegn, mellemrum og enhed."),
        ("2.140", "»2.140« kan være 2140 eller 2,140. Skriv 2140 eller 2.140 uden anførselstegn."),
        ("-12.500 kr", "»-12.500 kr« er ikke et tal. Skriv kun cifre, for eksempel 72.3."),
        ("−12.500 %", "»−12.500 %« kan være -12500 eller -12,500. Skriv -12500 eller -12.500 uden anførselstegn."),
        ("007", "»007« er ikke et tal. Skriv 7 uden anførselstegn, mellemrum og enhed."),
        ("−5 pct.", "»−5 pct.« er ikke et tal. Skriv -5 uden anførselstegn, mellemrum og enhed."),
        ("mange", "»mange« er ikke et tal. Skriv kun cifre, for eksempel 72.3."),
        ("nan", "»nan« er ikke et tal. Skriv kun cifre, for eksempel 72.3."),
        ("1,2,3", "»1,2,3« er ikke et tal. Skriv kun cifre, for eksempel 72.3."),
        (True, "»true« er ikke et tal. Skriv kun cifre, for eksempel 72.3."),
        ([1], "En liste er ikke et tal. Skriv kun cifre, for eksempel 72.3."),
        ({"a": 1}, "En gruppe felter er ikke et tal. Skriv kun cifre, for eksempel 72.3."),
    ],
)
def test_what_is_no_number_is_answered_with_the_number_that_was_meant(value, message):
    assert refusal(Number, value) == ("tal", message)


def test_a_number_too_big_to_count_is_refused():
    assert refusal(Number, float("inf"))[0] == "finite_number"


def test_dates_are_read():
    assert read(Date, "2025-11-21") == dt.date(2025, 11, 21)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("2025-02-30", "»2025-02-30« er en dag, der ikke findes. Ret dagen eller måneden."),
        ("30.02.2025", "»30.02.2025« er en dag, der ikke findes. Ret dagen eller måneden."),
        ("21/11-2025", "»21/11-2025« er ikke en dato. Skriv 2025-11-21 (år-måned-dag)."),
        ("20251121", "»20251121« er ikke en dato. Skriv den som 2025-11-21 (år-måned-dag)."),
        ("2025-W47-5", "»2025-W47-5« er ikke en dato. Skriv den som 2025-11-21 (år-måned-dag)."),
        ("0205-11-21", "»0205-11-21« er ikke en dato. Skriv den som 2025-11-21 (år-måned-dag)."),
        (2025, "»2025« er ikke en dato. Skriv den som 2025-11-21 (år-måned-dag)."),
        (False, "»false« er ikke en dato. Skriv den som 2025-11-21 (år-måned-dag)."),
    ],
)
def test_what_is_no_date_is_answered_with_the_form_of_one(value, message):
    assert refusal(Date, value) == ("dato", message)


def test_a_year_may_be_written_as_a_number():
    assert read(PeriodText, 2020).code == "2020"


@pytest.mark.parametrize(
    ("value", "quoted"), [("2020-13", "»2020-13«"), (2020.5, "»2020.5«"), (True, "»true«"), ([2020], "En liste")]
)
def test_what_is_no_period_is_answered_with_the_forms_of_one(value, quoted):
    assert refusal(PeriodText, value) == (
        "periode",
        (
            f"{quoted} er ikke en periode. Skriv 2020, 2020-05, 2020-05-31, 2020-K2 (kvartal), 2020-H1 (halvår), "
            "2020-ultimo eller et spænd som 2021-K3/2022-K2."
        ),
    )


@pytest.mark.parametrize(("value", "expected"), [(" a b ", "a b"), (30, "30"), (Decimal("2.10"), "2.10")])
def test_a_text_that_looks_like_a_number_stays_as_it_was_written(value, expected):
    assert read(Text, value) == expected


@pytest.mark.parametrize("value", [True, [], {}, None, "  "])
def test_what_is_no_text_is_refused(value):
    assert refusal(Text, value)[0].startswith("string_")


@pytest.mark.parametrize("value", ["p4", "hr25-4-1", "2020"])
def test_ids_are_read(value):
    assert read(Id, value) == value


@pytest.mark.parametrize("value", ["P4", "p 4", "p_4", "-p", "p--4", "må", "", "p4\n", "../p4"])
def test_what_is_no_id_is_refused(value):
    assert refusal(Id, value)[0] == "string_pattern_mismatch"
