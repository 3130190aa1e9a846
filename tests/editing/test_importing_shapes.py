"""Tables of other shapes than the samples: each gives the right figures, or says what to mend and where."""

import datetime as dt
import io
import random
import zipfile

import openpyxl
import pytest
from imports import AREAS, EXPORTS, FILE, HEAD, OLD, SIMPLE, SOURCE, imported, workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.chart import BarChart, Reference

from generator.editing.importing import files

HEADINGS = ["OMRÅDE", "TID", "INDHOLD"]
COUNTED = {"unit": "personer", "observations": OLD.replace("7.5", "7")}


def sheet_of(*rows, change=lambda _: None):
    """Make a workbook of one sheet with some rows, changed afterwards."""

    def fill(sheet):
        for row in rows:
            sheet.append(row)
        change(sheet)

    return workbook(fill)


def mapped(columns, more=""):
    return f"import:\n{SOURCE}  columns: {{{columns}}}\n{AREAS}{more}"


# Labels that are said once

STEPS = mapped(
    "area: kolonne 1, period: kolonne 2",
    "  across: group\n  fill_down: true\n  total: [I alt]\n  keep: {kolonne 3: [Alder i alt]}\n",
)


def test_labels_on_rows_of_their_own(run, tmp_path):
    status, said = run(EXPORTS / "statistikbanken-trin.csv", STEPS, "--write", **COUNTED)
    assert (status, said.splitlines()[-3]) == (0, "3 celler har intet tal. 3 rækker er valgt fra med »keep«.")
    assert [figure[:4] for figure in imported(tmp_path / "data")[1:]] == [
        ("2020-K1", "landet", None, 133150),
        ("2020-K1", "landet", "Mænd", 70020),
        ("2020-K1", "landet", "Kvinder", 63130),
        ("2020-K1", "eksempelby", None, 2401),
        ("2020-K1", "eksempelby", "Mænd", 1201),
        ("2020-K1", "eksempelby", "Kvinder", 1200),
    ]


def test_a_label_is_not_taken_from_another_area(refused):
    table = ";;2020\nHele landet;Mænd;3\n;Kvinder;4\nEksempelby;;5\n"
    mapping = mapped("area: kolonne 1, group: kolonne 2", "  across: period\n  fill_down: true\n")
    assert refused(table, mapping) == ["tabel.csv:4:2: fejl: Her mangler en gruppe. Udfyld cellen. [import]"]


def test_a_label_that_is_repeated_is_not_a_new_one(figures):
    table = ";;;2020\nHele landet;Byer;Mænd;3\nHele landet;;Kvinder;4\n"
    mapping = mapped(
        "area: kolonne 1, group: kolonne 3", "  across: period\n  fill_down: true\n  keep: {kolonne 2: [Byer]}\n"
    )
    assert figures(table, mapping) == [("2020", "landet", "Mænd", 3), ("2020", "landet", "Kvinder", 4)]


def test_headings_between_the_figures_are_no_mistakes(figures):
    table = "OMRÅDE;TID;INDHOLD\nLandet;;\nHele landet;2020;3\n\nKommuner;;\nEksempelby;2020;4\n"
    assert figures(table) == [("2020", "landet", None, 3), ("2020", "eksempelby", None, 4)]


# Headings


@pytest.mark.parametrize(
    ("table", "columns", "more"),
    [
        (
            "Område;2020;;2021;\n;Antal;Andel;Antal;Andel\nEksempelby;1;2,5;3;4,5\n",
            "area: Område, value: Andel",
            "  across: period\n  header_rows: 2\n  ignore: [Antal]\n",
        ),
        (
            "Område;Antal;;;Andel;;\n;2020;2021;;2020;2021;\nEksempelby;1;3;;2,5;4,5;\n",
            "area: Område, value: Andel",
            "  across: period\n  header_rows: 2\n  ignore: [Antal]\n",
        ),
        (
            "Område;Periode;Andel;;Antal\nEksempelby;2020;2,5;;1\nEksempelby;2021;4,5;;3\n",
            "area: Område, period: Periode, value: Andel",
            "  ignore: [Antal]\n",
        ),
        (
            "Periode;Hele landet;;Eksempelby;\n;Antal;Andel;Antal;Andel\n2020;9;;1;2,5\n2021;9;;3;4,5\n",
            "period: Periode, value: Andel",
            "  across: area\n  header_rows: 2\n  ignore: [Antal]\n",
        ),
    ],
    ids=["measure-under-period", "period-under-measure", "empty-column", "measure-under-area"],
)
def test_headings_in_two_rows_and_columns_of_nothing(figures, table, columns, more):
    assert figures(table, mapped(columns, f"  numbers: 1234,5\n{more}")) == [
        ("2020", "eksempelby", None, 2.5),
        ("2021", "eksempelby", None, 4.5),
    ]


def test_other_columns_under_the_same_periods_must_be_mentioned(refused):
    table = "Område;Antal;;Andel;\n;2020;2021;2020;2021\nEksempelby;1;2;3;4\n"
    mapping = mapped("area: Område, value: Antal", "  across: period\n  header_rows: 2\n")
    unnamed = "er ikke nævnt. Skriv den i »columns«, »keep« eller »ignore« under »import«. [import]"
    assert refused(table, mapping) == [
        f"tabel.csv:2:4: fejl: Kolonnen »2020« {unnamed}",
        f"tabel.csv:2:5: fejl: Kolonnen »2021« {unnamed}",
    ]


def test_a_table_of_fewer_rows_than_headings(refused):
    mapping = mapped("area: Område, period: TID, value: Andel", "  header_rows: 2\n")
    assert refused("Område;TID;Andel\n", mapping) == [
        (
            "tabel.csv:1:1: fejl: Tabellen har færre rækker, end »header_rows« under »import« siger. Hent filen igen. "
            "[import]"
        )
    ]


def test_columns_by_number_and_a_heading_that_is_not_there(refused):
    mapping = mapped("area: kolonne 1, period: kolonne 2, value: Andel")
    assert refused("\n;;\nEksempelby;2020;4\n", mapping) == [
        (
            "tabel.csv:3:1: fejl: Rækken ligner overskrifterne, men mangler »Andel«. Vælg mellem »Eksempelby«, »2020« "
            "og »4«. [import]"
        )
    ]


# Text


@pytest.mark.parametrize(
    ("table", "more"),
    [
        ("OMRÅDE;TID;INDHOLD;;;\nEksempelby;2020;4,5;;;\n;;;;;\n\n\n;;\n", ""),
        ("sep=;\nOMRÅDE;TID;INDHOLD\nEksempelby;2020;4,5\n", ""),
        ('"OMRÅDE";"TID";"INDHOLD"\r\n"Eksempelby";"2020";"4,5"\r\n', ""),
        ("OMRÅDE;TID;INDHOLD\rEksempelby;2020;4,5\r", ""),
        ("OMRÅDE\tTID\tINDHOLD\nEksempelby\t2020\t4,5\nNoter: a, b; c\n\nKilde: d, e\n", ""),
        ('OMRÅDE;TID;"IND\nHOLD"\nEksempelby;2020;4,5\n', "IND HOLD"),
        ('OMRÅDE;TID;"INDHOLD; pct."\nEksempelby;2020;4,5\n', "INDHOLD; pct."),
        ("OMRÅDE;TID;INDHOLD\nEksempelby;2020;4,5\nAnm.: a, b\nAnm.: c, d\nAnm.: e, f\nKilde: g, h\n", ""),
        ("OMRÅDE;TID;INDHOLD\n\u00a0Eksempelby\u00a0;2020\u00a0;4,5\u00a0%\n", ""),
    ],
    ids=["empty-cells", "sep", "quoted", "cr", "tab-notes", "line-break", "semicolon", "commas-in-notes", "spaces"],
)
def test_text_in_other_shapes(figures, table, more):
    mapping = SIMPLE.replace("INDHOLD", f'"{more}"') if more else SIMPLE
    assert figures(table, mapping + "  numbers: 1.234,5\n") == [("2020", "eksempelby", None, 4.5)]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_excel_saves_text_with_a_mark_or_in_the_alphabet_of_windows(figures, encoding):
    mark = {"utf-16-le": "\ufeff", "utf-16-be": "\ufeff"}.get(encoding, "")
    table = f"{mark}OMRÅDE\tTID\tINDHOLD\r\nEksempelby\t2020\t4\r\n".encode(encoding)
    assert figures(table) == [("2020", "eksempelby", None, 4)]


@pytest.mark.parametrize(
    ("style", "text", "number"),
    [
        ("1 234,5", "1\u00a0234,5", 1234.5),
        ("1 234,5", "−1\u202f234,5", -1234.5),
        ("1.234,5", "-1.234.567", -1234567),
        ("1,234.5", "1,234.5", 1234.5),
        ("1234.5", "-0.50", -0.5),
    ],
)
def test_numbers_of_every_style(figures, style, text, number):
    table = f"OMRÅDE;TID;INDHOLD\nEksempelby;2020;{text}\n"
    assert figures(table, f'{SIMPLE}  numbers: "{style}"\n', unit="mio. kr.") == [("2020", "eksempelby", None, number)]


@pytest.mark.parametrize("text", ["jan-20", "01-01-2020", "2020D0101", "2019/2020", "År 2020", "43831", "202001"])
def test_a_period_that_could_be_another_is_not_guessed(refused, text):
    assert refused(f"OMRÅDE;TID;INDHOLD\nEksempelby;{text};4\n") == [
        (
            f"tabel.csv:2:2: fejl: »{text}« er ikke en periode, som importen kender. Skriv navnet i »periods« under "
            "»import«, eller vælg rækker med »keep«. [import]"
        )
    ]


NO_NUMBER = (
    "er ikke et tal. Ret cellen, eller skriv tegnet i »missing« under »import«, "
    "hvis det betyder, at tallet ikke findes."
)
MARKED = "Skriv i »marks« under »import«, hvilken slags tal det betyder, eller slet mærket."


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("D", f"»D« {NO_NUMBER}"),
        ("*", f"»*« {NO_NUMBER}"),
        ("(4)", f"»(4)« {NO_NUMBER}"),
        ("+4", f"»+4« {NO_NUMBER}"),
        ("=1+1", f"»=1+1« {NO_NUMBER}"),
        ("@x", f"»@x« {NO_NUMBER}"),
        ("#I/T", f"»#I/T« {NO_NUMBER}"),
        ("41)", f"»41)« {NO_NUMBER}"),
        ("4¹", f"»4¹« {NO_NUMBER}"),
        ("4 kr.", f"»4 kr.« {NO_NUMBER}"),
        ("4*", f"»4*« er et tal med mærket »*«. {MARKED}"),
        ("4 a", f"»4 a« er et tal med mærket »a«. {MARKED}"),
        ("4,5 (p)", f"»4,5 (p)« er et tal med mærket »(p)«. {MARKED}"),
    ],
)
def test_cells_that_hold_more_than_a_number(refused, text, message):
    assert refused(f"OMRÅDE;TID;INDHOLD\nEksempelby;2020;{text}\n") == [f"tabel.csv:2:3: fejl: {message} [import]"]


def test_a_figure_that_stands_twice(refused):
    assert refused("OMRÅDE;TID;INDHOLD\nEksempelby;2020;4\nEksempelby;2020;4\nEksempelby;2020;5\n") == [
        (
            "tabel.csv:3:3: fejl: Tallet for 2020, Eksempelby Kommune står to gange: her »4«, og »4« i række 2, "
            "kolonne 3. Slet det ene, eller vælg rækker med »keep« under »import«. [import]"
        ),
        (
            "tabel.csv:4:3: fejl: Tallet for 2020, Eksempelby Kommune står to gange: her »5«, og »4« i række 2, "
            "kolonne 3. Slet det ene, eller vælg rækker med »keep« under »import«. [import]"
        ),
    ]


def test_a_table_of_every_municipality_is_told_in_one_sentence(refused):
    others = "".join(f"By {number};{year};{number}\n" for number in range(97) for year in (2020, 2021))
    assert refused(f"OMRÅDE;TID;INDHOLD\n{others}Eksempelby;2020;mange\n") == [
        (
            "tabel.csv:2:1: fejl: »By 0«, »By 1« og 95 andre er ikke områder, som importen kender. Skriv navnene i "
            "»areas« under »import«, eller vælg rækker med »keep«, for eksempel »OMRÅDE: [Hele landet, Eksempelby]«. "
            "Det gælder 194 celler. [import]"
        ),
        f"tabel.csv:196:3: fejl: »mange« {NO_NUMBER} [import]",
    ]


def test_long_names_that_begin_alike_are_told_together(refused):
    others = "".join(f"{'Et meget langt navn på et område ' * 3}{number};2020;4\n" for number in range(7))
    line, *more = refused(f"OMRÅDE;TID;INDHOLD\n{others}")
    assert (line.startswith("tabel.csv:2:1: fejl: »Et meget langt"), "og 5 andre er ikke områder" in line, more) == (
        True,
        True,
        [],
    )


def test_areas_across_that_nobody_knows_are_told_in_one_sentence(refused):
    names = ";".join(f"By {number}" for number in range(9))
    mapping = mapped("period: TID", "  across: area\n")
    assert refused(f"TID;Eksempelby;{names}\n2020;4{';5' * 9}\n", mapping) == [
        (
            "tabel.csv:1:3: fejl: »By 0«, »By 1« og 7 andre er ikke områder, som importen kender. Skriv navnene i "
            "»areas« under »import«, eller skriv kolonnerne i »ignore«. Det gælder 9 celler. [import]"
        )
    ]


# Excel


def number_format(cell, form):
    def change(sheet):
        sheet[cell].number_format = form

    return change


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ("yyyy", "2020"),
        ("mmm yyyy", "2020-01"),
        ("mmm-yy", "2020-01"),
        ("[$-406]mmmm yyyy;@", "2020-01"),
        ("dd-mm-yyyy", "2020-01-01"),
        ("[$-F800]dddd, mmmm dd, yyyy", "2020-01-01"),
    ],
)
def test_a_date_is_what_its_form_shows(figures, form, code):
    table = sheet_of(HEADINGS, ["Eksempelby", dt.date(2020, 1, 1), 4], change=number_format("B2", form))
    assert figures(table) == [(code, "eksempelby", None, 4)]


@pytest.mark.parametrize("form", ["hh:mm", "mm:ss"])
def test_a_date_that_shows_a_time(refused, form):
    table = sheet_of(HEADINGS, ["Eksempelby", dt.date(2020, 1, 1), 4], change=number_format("B2", form))
    assert refused(table, name="bog.xlsx") == [
        "bog.xlsx:2:2: fejl: Cellen er et klokkeslæt. Skriv en periode. [import]"
    ]


@pytest.mark.parametrize(
    ("value", "form", "number"),
    [
        (0.723, "0.0%", 72.3),
        (72.3, '0.0" %"', 72.3),
        (0.1 + 0.2, "General", 0.3),
        (0.289, "0.00%", 28.9),
        (-4.5, "#,##0.0;[Red]-#,##0.0", -4.5),
        ("4,5", "@", 4.5),
    ],
)
def test_numbers_in_cells_are_those_that_a_reader_sees(figures, value, form, number):
    table = sheet_of(HEADINGS, ["Eksempelby", 2020.0, value], change=number_format("C2", form))
    mapping = SIMPLE + "  numbers: 1.234,5\n"
    rule = {"unit": "procentpoint"}
    assert figures(table, mapping, **rule) == [("2020", "eksempelby", None, number)]


def test_a_column_with_and_without_the_sign_for_per_cent_is_told(run):
    told = "\n1 tal har procenttegn, og 2 har ikke. Alle er læst som procent, så 0,67 er ikke 67 %.\n"
    table = "OMRÅDE;TID;INDHOLD\nEksempelby;2018;67 %\nEksempelby;2019;0,67\nEksempelby;2020;66\n"
    mapping = f"{SIMPLE}  numbers: 1.234,5\n"
    assert told in run(table, mapping)[1]
    assert "procenttegn" not in run(table.replace(" %", ""), mapping)[1]


def test_a_percentage_is_no_number_of_persons(refused):
    table = sheet_of(HEADINGS, ["Eksempelby", 2020, 0.72], change=number_format("C2", "0%"))
    message = "Tallet er i procent, men indikatorens enhed er »personer«. Vælg en anden kolonne under »import«."
    assert refused(table, name="bog.xlsx", **COUNTED) == [f"bog.xlsx:2:3: fejl: {message} [import]"]
    assert refused("OMRÅDE;TID;INDHOLD\nEksempelby;2020;72 %\n") == [f"tabel.csv:2:3: fejl: {message} [import]"]


def test_areas_that_are_merged_down_and_headings_that_are_merged_across(figures):
    def merge(sheet):
        for cells_merged in ("A1:C1", "A3:A4", "A5:C5", "A6:A7", "A9:C9"):
            sheet.merge_cells(cells_merged)

    table = sheet_of(
        ["Ledighed i procent"],
        HEADINGS,
        ["Hele landet", 2020, 3],
        [None, 2021, 4],
        ["Kommuner"],
        ["Eksempelby", 2020, 5],
        [None, 2021, 6],
        [],
        ["Kilde: opdigtet"],
        change=merge,
    )
    assert figures(table) == [
        ("2020", "landet", None, 3),
        ("2021", "landet", None, 4),
        ("2020", "eksempelby", None, 5),
        ("2021", "eksempelby", None, 6),
    ]


@pytest.mark.parametrize("merged", ["C2:C3", "C2:D2"])
def test_a_number_that_is_merged_over_several_figures(refused, merged):
    table = sheet_of(
        ["OMRÅDE", "X", 2020, 2021],
        ["Eksempelby", "x", 4, 4],
        ["Hele landet", "x", 5, 5],
        change=lambda sheet: sheet.merge_cells(merged),
    )
    mapping = mapped("area: OMRÅDE", "  across: period\n  ignore: [X]\n")
    place = {"C2:C3": "3:3", "C2:D2": "2:4"}[merged]
    assert refused(table, mapping, name="bog.xlsx") == [
        (
            f"bog.xlsx:{place}: fejl: Et tal er flettet over flere celler. Ophæv fletningen i Excel, og skriv hver "
            "celles tal. [import]"
        )
    ]


def test_a_mark_for_no_figure_may_be_merged(figures):
    table = sheet_of(
        ["OMRÅDE", 2020, 2021],
        ["Eksempelby", "..", None],
        ["Hele landet", 5, 6],
        change=lambda sheet: sheet.merge_cells("B2:C2"),
    )
    mapping = mapped("area: OMRÅDE", "  across: period\n")
    assert figures(table, mapping) == [("2020", "landet", None, 5), ("2021", "landet", None, 6)]


def hide_row(sheet):
    sheet.row_dimensions[3].hidden = True


def hide_column(sheet):
    sheet.column_dimensions["C"].hidden = True


@pytest.mark.parametrize(("change", "place", "count"), [(hide_row, "3:1", 3), (hide_column, "2:3", 2)])
def test_a_hidden_figure_is_not_taken_behind_the_readers_back(refused, change, place, count):
    table = sheet_of(HEADINGS, ["Eksempelby", 2020, 4], ["Eksempelby", 2021, 5], change=change)
    assert refused(table, name="bog.xlsx") == [
        (
            f"bog.xlsx:{place}: fejl: Cellen er skjult i Excel. Vis den, hvis tallet skal med, eller slet rækken eller "
            f"kolonnen. Det gælder {count} celler. [import]"
        )
    ]


def test_what_is_hidden_and_not_used_does_no_harm(figures):
    def hide(sheet):
        sheet.column_dimensions["D"].hidden = True
        sheet.row_dimensions[3].hidden = True

    table = sheet_of([*HEADINGS, "KODE"], ["Eksempelby", 2020, 4, "x"], ["Andenby", 2020, 5, "y"], change=hide)
    mapping = SIMPLE + "  keep: {OMRÅDE: [Eksempelby]}\n  ignore: [KODE]\n"
    assert figures(table, mapping) == [("2020", "eksempelby", None, 4)]


def test_a_raised_number_of_a_note_is_no_digit(refused):
    def raise_note(sheet):
        sheet["C2"] = CellRichText("4", TextBlock(InlineFont(vertAlign="superscript"), "1"))
        sheet["A3"] = CellRichText("Eks", TextBlock(InlineFont(b=True), "empelby"))

    table = sheet_of(HEADINGS, ["Eksempelby", 2020, 4], ["Eksempelby", 2021, 4], change=raise_note)
    assert refused(table, name="bog.xlsx") == [
        (
            "bog.xlsx:2:3: fejl: Cellen har hævede tegn, måske en henvisning til en note. Slet dem, så de ikke "
            "bliver læst som cifre. [import]"
        )
    ]


def test_a_sheet_for_each_area_a_hidden_sheet_and_a_chart(figures, refused):
    book = openpyxl.Workbook()
    book.active.title = "Eksempelby"
    for row in (["TID", "INDHOLD"], [2020, 4]):
        book.active.append(row)
    hidden = book.create_sheet("Skjult")
    hidden.append(["x"])
    hidden.sheet_state = "hidden"
    chart = BarChart()
    chart.add_data(Reference(book.active, min_col=2, min_row=1, max_row=2))
    book.create_chartsheet("Diagram").add_chart(chart)
    stream = io.BytesIO()
    book.save(stream)
    mapping = mapped("period: TID, value: INDHOLD", "  area: eksempelby\n")
    assert figures(stream.getvalue(), mapping) == [("2020", "eksempelby", None, 4)]
    hidden.sheet_state = "visible"
    stream = io.BytesIO()
    book.save(stream)
    assert refused(stream.getvalue(), name="bog.xlsm") == [
        (
            "bog.xlsm:1:1: fejl: Filen har flere tabeller: »Eksempelby« og »Skjult«. Skriv i »sheet« under »import«, "
            "hvilken det er. [import]"
        )
    ]


def test_a_table_twice_on_a_sheet(refused):
    table = sheet_of(HEADINGS, ["Eksempelby", 2020, 4], [], HEADINGS, ["Eksempelby", 2020, 9])
    assert refused(table, name="bog.xlsx")[0] == (
        "bog.xlsx:4:1: fejl: »OMRÅDE« er ikke et område, som importen kender. Skriv navnet i »areas« under »import«, "
        "eller vælg rækker med »keep«. Vælg mellem »Hele landet« og »Eksempelby«. [import]"
    )


# JSON-stat

JSON = mapped("period: Tid, area: OMRÅDE")


def json_stat(values, more=""):
    return (
        '{"class": "dataset", "id": ["OMRÅDE", "Tid"], "size": [1, 2], '
        '"dimension": {"OMRÅDE": {"category": {"label": {"999": "Eksempelby"}}}, '
        f'"Tid": {{"category": {{"index": {{"2020": 1, "2019": 0}}}}}}}}, "value": {values}{more}}}'
    )


@pytest.mark.parametrize(
    ("values", "more", "expected"),
    [
        ("[1, 2]", "", [("2019", 1), ("2020", 2)]),
        ('{"1": 2.5}', "", [("2020", 2.5)]),
        ("[null, 2]", ', "status": {"0": ".."}', [("2020", 2)]),
        ("[1, 2]", ', "status": ["", null]', [("2019", 1), ("2020", 2)]),
        ('["..", "2"]', "", [("2020", 2)]),
    ],
    ids=["list", "few", "status-of-none", "empty-status", "text"],
)
def test_values_of_json_stat(figures, values, more, expected):
    found = figures("\ufeff" + json_stat(values, more), JSON, name="x.json")
    assert [(period, value) for period, _, _, value in found] == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (json_stat('{"1": 2, "01": 3}'), "Filen er ikke et JSON-stat-datasæt. Et tal har en plads, der er optaget"),
        (json_stat('[1, 2], "value": [3, 4]'), "Filen har det samme felt to gange. Hent den igen."),
        (json_stat("[1e999999, 2]"), "Tallet er for stort eller for lille."),
        (json_stat("[true, 2]"), "Værdien er hverken et tal eller en tekst."),
    ],
)
def test_json_stat_that_says_two_things(refused, text, message):
    (line,) = refused(text, JSON, name="x.json")
    assert f"fejl: {message}" in line


# Files that are no tables


def archive(*names):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        for name in names:
            packed.writestr(name, "x")
    return stream.getvalue()


PAGE = "Filen er en hjemmeside eller XML og ikke en tabel. Åbn den i Excel, og gem den som .xlsx."
NO_TEXT = "Filen er hverken tekst, Excel eller JSON-stat. Hent tabellen igen i et af de formater."


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"\xef\xbb\xbf<table><tr><td>4</td></tr></table>", PAGE),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', PAGE),
        (
            b'CHARSET="ANSI";\nAXIS-VERSION="2006";\nTITLE="Ledige";\nDATA=\n1 2;\n',
            "Filen er en PX-fil (PC-Axis). Hent tabellen som CSV, Excel eller JSON-stat i stedet.",
        ),
        (
            archive("mimetype", "content.xml"),
            "Filen er et OpenDocument-regneark (.ods). Åbn det, og gem det som .xlsx.",
        ),
        (
            archive("[Content_Types].xml", "xl/workbook.bin"),
            "Filen er en binær Excel-projektmappe (.xlsb). Åbn den i Excel, og gem den som .xlsx.",
        ),
        (archive("tabel.csv"), "Filen er pakket sammen (zip). Pak den ud, og vælg tabellen i den."),
        (b"%PDF-1.7\n1 0 obj", NO_TEXT),
        (b"\x1f\x8b\x08\x08abc", NO_TEXT),
        (b"\x89PNG\r\x1a\x00\x00", NO_TEXT),
        ("OMRÅDE\tTID\n".encode("utf-16-le"), NO_TEXT),
        ("OMRÅDE\tTID\n".encode("utf-32"), NO_TEXT),
    ],
    ids=["html", "xml", "px", "ods", "xlsb", "zip", "pdf", "gzip", "png", "utf-16", "utf-32"],
)
def test_files_of_other_formats_are_told_by_name(tmp_path, raw, message):
    path = tmp_path / "tabel.xls"
    path.write_bytes(raw)
    assert [problem.message for problem in files.read(path).problems] == [message]


def test_no_damage_to_a_workbook_makes_reading_fail(tmp_path):
    """Bytes are changed and cut inside the parts of a workbook, the same ones in every run."""
    whole = sheet_of(HEADINGS, ["Eksempelby", dt.date(2020, 1, 1), 0.5], change=number_format("C2", "0.000%"))
    with zipfile.ZipFile(io.BytesIO(whole)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    choose = random.Random(4)  # noqa: S311  nothing is kept secret with it
    path = tmp_path / "bog.xlsx"
    read = 0
    for _ in range(300):
        name = choose.choice(sorted(parts))
        place = choose.randrange(len(parts[name]))
        junk = choose.choice([b"", b"NaN", b"-1", b"1e400", b"99999999", b'"', b"<", b"&", b"\x00", b"\xff", b"ZZZ9"])
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as packed:
            for other, content in parts.items():
                changed = content[:place] + junk + content[place + choose.randrange(9) :]
                packed.writestr(other, changed if other == name else content)
        raw = stream.getvalue()
        path.write_bytes(raw[: choose.randrange(len(raw))] if choose.random() < 0.1 else raw)
        export = files.read(path)
        assert export.grids or len(export.problems) == 1
        read += bool(export.grids)
    assert 50 < read < 290


def test_a_style_that_is_not_there(tmp_path):
    """The style of a cell is looked up when the cell is read, long after the workbook was opened."""
    whole = sheet_of(HEADINGS, ["Eksempelby", 2020, 4], change=number_format("C2", "0.000"))
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as packed, zipfile.ZipFile(stream, "w") as damaged:
        for name in packed.namelist():
            content = packed.read(name)
            damaged.writestr(
                name, content.replace(b'numFmtId="164"', b'numFmtId="999"', 1) if "styles" in name else content
            )
    path = tmp_path / "bog.xlsx"
    path.write_bytes(stream.getvalue())
    assert [problem.message for problem in files.read(path).problems] == [
        "Filen er ikke en Excel-projektmappe, eller den er beskadiget. Hent den igen, eller gem den som .xlsx."
    ]


# What is shown and what is written

YEARS, PLACES = range(2016, 2022), {"Hele landet": "landet", "Eksempelby": "eksempelby"}


def written(choose, figures):
    """Write figures as editors do: on one line or on several, with notes and empty lines between them."""
    text = "observations:   # tallene\n  # Slut på 2015: æøå\n"
    for (year, area), value in figures.items():
        source = "{document: brev-2025, section: AUS07}"
        fields = {"period": year, "area": PLACES[area], "value": f"{value}.0", "kind": "actual", "source": source}
        names = choose.sample(sorted(fields), len(fields))
        if choose.random() < 0.5:
            text += f"  - {{{', '.join(f'{name}: {fields[name]}' for name in names)}}}   # {year}\n"
        else:
            text += "  - " + "    ".join(f"{name}: {fields[name]}   # om {name}\n" for name in names)
        text += choose.choice(["", "\n", "  # mellem\n", "\n    # indrykket\n\n"])
    return text


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("remove", [False, True])
def test_what_is_shown_is_what_is_written_and_once_is_enough(run, tmp_path, seed, remove):
    choose = random.Random(seed)  # noqa: S311  nothing is kept secret with it
    every = [(year, area) for year in YEARS for area in PLACES]
    old = {place: choose.randrange(9) for place in choose.sample(every, 7)}
    new = {place: choose.choice([choose.randrange(9), old.get(place, 5)]) for place in choose.sample(every, 7)}
    table = "OMRÅDE;TID;INDHOLD\n" + "".join(f"{area};{year};{value}\n" for (year, area), value in new.items())
    options = ["--remove"] if remove else []
    status, shown = run(table, SIMPLE, *options, observations=written(choose, old))
    assert status == 0, shown
    file = tmp_path / "data" / FILE
    before = file.read_text("utf-8")
    said = run(table, SIMPLE, "--write", *options)[1]
    assert said.splitlines()[:-1] == shown.splitlines()[:-1]
    expected = {place: value for place, value in old.items() if place in new or not remove} | new
    found = {(int(code), area): value for code, area, _, value, _ in imported(tmp_path / "data")}
    assert found == {(year, PLACES[area]): value for (year, area), value in expected.items()}
    added, gone = sum(place not in old for place in new), sum(place not in new for place in old)
    changed = sum(old.get(place, value) != value for place, value in new.items())
    starts = {"nye tal:": added, "ændrede tal:": changed, "tal fra samme kilde er ikke i tabellen:": gone}
    for words, count in starts.items():
        one = words.replace("nye", "nyt").replace("ændrede", "ændret")
        assert (f"{count} {one if count == 1 else words}\n" in shown) == (count > 0)
    after = file.read_text("utf-8")
    kept = [line for line in before.splitlines() if line.strip().startswith("#")]
    assert [line for line in after.splitlines() if line.strip().startswith("#")] == kept
    assert after.startswith(HEAD.replace("personer", "procent"))
    assert after.endswith(SIMPLE)
    assert run(table, SIMPLE, "--write", *options)[1].endswith("Der er intet at skrive.\n")
    assert file.read_text("utf-8") == after


# What may be a mark


def test_a_mark_is_no_digit(found):
    mapping = SIMPLE + '  marks: {"1)": estimate, "p": estimate}\n'
    assert [line for line in found({FILE: HEAD + COUNTED["observations"] + mapping}) if "ledighed" in line] == [
        (
            "data/indicators/ledighed.yml:19:3: fejl: Mærket »1)« kan være en del af et tal. Brug mærker uden cifre, "
            "punktum og komma. [import]"
        )
    ]
