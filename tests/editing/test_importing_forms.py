"""What a reader of a workbook sees of a number, and what comes in: the two agree, or the import says how not."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from imports import OLD, SIMPLE, imported, workbook

from generator.editing.importing.forms import seen

HEADINGS = ["OMRÅDE", "TID", "INDHOLD"]


def cells(*figures):
    """Make a workbook with a figure for each year from 2015, each a value and its form."""

    def fill(sheet):
        sheet.append(HEADINGS)
        for row, (value, form) in enumerate(figures, start=2):
            sheet.append(["Eksempelby", 2013 + row, value])
            sheet.cell(row, 3).number_format = form

    return workbook(fill)


@pytest.mark.parametrize(
    ("held", "form", "number", "rounded"),
    [
        ("61200000", "#,##0.0,,", "61.2", "61.2"),
        ("61234567", '0.00,, "mio."', "61.234567", "61.23"),
        ("61200", "#,##0,", "61.2", "61"),
        ("61200", "#,##0,.0", "61.2", "61.2"),
        ("-61200000", "#,##0.0,,;[Red]-#,##0.0,,", "-61.2", "-61.2"),
        ("-61200000", "#,##0.0,,;(#,##0.0,,)", "-61.2", "-61.2"),
        ("1234567", '[>=1000000]0.0,,"M";[>=1000]0.0,"K";0', "1.234567", "1.2"),
        ("1234", '[>=1000000]0.0,,"M";[>=1000]0.0,"K";0', "1.234", "1.2"),
        ("12", '[>=1000000]0.0,,"M";[>=1000]0.0,"K";0', "12", "12"),
        ("1234.5", "#,##0.00", "1234.5", "1234.5"),
        ("1234", r"#\ ##0", "1234", "1234"),
        ("1234", "#,##0.00 [$kr.-406]", "1234", "1234"),
        ("0.66666", "0%", "66.666", "67"),
        ("66.6", '0" %"', "66.6", "67"),
        ("5", '0" mio., afrundet";-0', "5", "5"),
        ("2.5", "0", "2.5", "3"),
        ("-2.5", "0", "-2.5", "-3"),
        ("61234567", "0.00E+00", "61234567", "61200000"),
        ("0.25", "# ?/?", "0.25", "0.25"),
        ("28.5714285714286", "General", "28.5714285714286", "28.5714285714286"),
        ("28.57", 'General" kr."', "28.57", "28.57"),
        ("28.57", "@", "28.57", "28.57"),
        ("0", '_-* #,##0_-;-* #,##0_-;_-* "-"??_-', "0", "0"),
        ("0", '0;-0;"-"', "0", "0"),
    ],
)
def test_a_number_as_its_form_shows_it(held, form, number, rounded):
    found = seen(Decimal(held), form)
    assert (found.number, found.rounded, found.instead) == (Decimal(number), Decimal(rounded), None)


@pytest.mark.parametrize(
    ("held", "form", "instead"),
    [
        ("3", '[<5]"<5";0', "<5"),
        ("4", ";;;", ""),
        ("0", "0;-0;;@", ""),
        ("0", '0;-0;"under 5"', "under 5"),
        ("-4.5", "0.0;[Red]0.0", "4,5"),
        ("61", '0"000"', "61000"),
        ("61", r"0\0", "610"),
    ],
)
def test_a_form_that_shows_something_else(held, form, instead):
    assert seen(Decimal(held), form).instead == instead


@given(st.integers(-(10**9), 10**9), st.integers(0, 3), st.integers(0, 2))
def test_a_form_shows_thousands_and_decimals_as_they_are_counted(held, decimals, thousands):
    form = "#,##0" + ("." + "0" * decimals if decimals else "") + "," * thousands
    found = seen(Decimal(held), form)
    assert found.number * 1000**thousands == held
    assert abs(found.rounded - found.number) <= Decimal(5).scaleb(-decimals - 1)


def test_thousands_and_millions_come_in_as_they_are_shown_and_it_is_said(run, tmp_path):
    table = cells((61_200_000, "#,##0.0,,"), (-3_500_000, '0.0,, "mio.";-0.0,, "mio."'), (4.5, "0.0"))
    status, said = run(table, SIMPLE, "--write", unit="mio. kr.", name="bog.xlsx")
    assert status == 0, said
    assert (
        "\n2 tal vises i tusinder eller millioner i Excel og er taget, som de vises: 61,2, hvor cellen indeholder "
        "61200000.\n"
    ) in said
    assert [figure[3] for figure in imported(tmp_path / "data")[1:]] == [61.2, -3.5, 4.5]


OTHER_UNIT = (
    "Cellen viser {} og indeholder 61200000, men indikatorens enhed er »{}«. Skriv under »import«, hvad der gælder: "
    "»factor: {}« giver {}, og »rounding: shown« giver {}."
)


@pytest.mark.parametrize(
    ("unit", "form", "told"),
    [
        ("kr.", '0.0,, "mio."', ("61,2", "kr.", "1000000", "61200000", "61,2")),
        ("mio. kr.", "#,##0,", ("61200", "mio. kr.", "0.001", "61,2", "61200")),
    ],
)
def test_thousands_that_the_unit_does_not_count_in_are_asked_about(refused, unit, form, told):
    table = cells((12.5, "0.0"), (61_200_000, form))
    assert refused(table, unit=unit, name="bog.xlsx") == [f"bog.xlsx:3:3: fejl: {OTHER_UNIT.format(*told)} [import]"]


@pytest.mark.parametrize(("field", "value"), [("factor: 1000000", 61_200_000), ("rounding: shown", 61.2)])
def test_the_import_says_what_millions_come_in_as(run, tmp_path, field, value):
    table = cells((61_200_000, '0.0,, "mio."'))
    assert run(table, f"{SIMPLE}  {field}\n", "--write", unit="kr.", name="bog.xlsx")[0] == 0
    assert imported(tmp_path / "data")[1][3] == value


def test_a_factor_gives_thousands_their_full_number(run, tmp_path):
    mapping = SIMPLE + "  factor: 1000\n  rounding: held\n"
    counted = {"unit": "personer", "observations": OLD.replace("7.5", "7")}
    assert run(cells((61_234, "#,##0,")), mapping, "--write", name="bog.xlsx", **counted)[0] == 0
    assert imported(tmp_path / "data")[1][3] == 61234


MORE = cells((28.5714285714286, "0.0"), (2 / 3, "0%"), (5, "0.0"))


def test_more_decimals_than_are_shown_are_counted_and_asked_about(refused):
    assert refused(MORE, name="bog.xlsx") == [
        (
            "bog.xlsx:2:3: fejl: 2 tal har flere decimaler, end Excel viser. Cellen her viser 28,6, men indeholder "
            "28,5714285714286. Skriv under »import«, hvad der gælder: »rounding: shown« (det viste), »rounding: held« "
            "(alle decimaler) eller »decimals« (et bestemt antal). [import]"
        )
    ]


@pytest.mark.parametrize(
    ("field", "values", "words"),
    [
        ("rounding: shown", [28.6, 67, 5], "de er rundet af, som de vises"),
        ("rounding: held", [28.5714285714286, 66.6666666666667, 5], "alle decimaler er taget med"),
        ("decimals: 2", [28.57, 66.67, 5], "de er rundet af til 2 decimaler"),
    ],
)
def test_the_import_says_which_decimals_count(run, tmp_path, field, values, words):
    status, said = run(MORE, f"{SIMPLE}  {field}\n", "--write", name="bog.xlsx")
    assert status == 0, said
    assert f"\n2 tal har flere decimaler, end Excel viser: {words}.\n" in said
    assert [figure[3] for figure in imported(tmp_path / "data")[1:]] == values


DATE = (
    "Cellen er en dato (2024) og ikke et tal, hvordan Excel end viser den. Skriv tallet, eller vælg en anden kolonne "
    "under »import«."
)


@pytest.mark.parametrize(
    ("value", "form", "message"),
    [
        (3, '[<5]"<5";0', "Cellen viser »<5«, men indeholder 3. Vælg en talform i Excel, der viser tallet."),
        (7, ";;;", "Cellen viser intet, men indeholder 7. Vælg en talform i Excel, der viser tallet."),
        (-4.5, "0.0;0.0", "Cellen viser »4,5«, men indeholder -4,5. Vælg en talform i Excel, der viser tallet."),
        (
            dt.date(2024, 5, 1),
            "yyyy",
            DATE,
        ),
        (
            dt.date(2024, 5, 1),
            "yy",
            DATE,
        ),
        (dt.timedelta(hours=30), "[h]:mm", "Cellen er et klokkeslæt. Skriv en periode."),
    ],
)
def test_what_a_reader_does_not_see_as_this_number_is_refused(refused, value, form, message):
    assert refused(cells((value, form)), name="bog.xlsx") == [f"bog.xlsx:2:3: fejl: {message} [import]"]


def test_a_group_that_excel_has_made_a_date(refused):
    def fill(sheet):
        sheet.append(["OMRÅDE", "ALDER", "TID", "INDHOLD"])
        sheet.append(["Eksempelby", dt.date(2026, 9, 5), 2020, 4])

    mapping = SIMPLE.replace("value: INDHOLD", "group: ALDER, value: INDHOLD")
    assert refused(workbook(fill), mapping, name="bog.xlsx") == [
        (
            "bog.xlsx:2:2: fejl: Cellen er en dato. Excel kan have lavet en tekst som 5-9 om: skriv den igen som "
            "tekst. [import]"
        )
    ]


def test_thousands_beside_millions_in_one_column_are_refused(refused):
    form = '[>=1000000]0.0,,"M";[>=1000]0.0,"K";0'
    (line,) = refused(cells((61200000, form), (0, form), (5000, form)), observations="")
    assert line == (
        "tabel.csv:4:3: fejl: Cellen viser 5 og indeholder 5000, men i række 2 viser Excel 61,2 af 61200000: tallene "
        "vises ikke i samme enhed. Giv dem den samme talform i Excel. [import]"
    )
