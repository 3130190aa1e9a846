"""Files, numbers and periods from outside, one by one: which can be read in exactly one way, and which cannot."""

import io
import json
import zipfile
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.editing.importing import cells, files
from generator.model.period import Period, PeriodError
from generator.model.vocabulary import NumberStyle


def tall_workbook():
    """Make a workbook with one cell, so far down that the sheet has too many."""
    book = openpyxl.Workbook()
    book.active.cell(1_000_000, 2, 1)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2020", "2020"),
        ("2020K1", "2020-K1"),
        ("2020Q3", "2020-K3"),
        ("2020M05", "2020-05"),
        ("2020M5", "2020-05"),
        ("2020M05D09", "2020-05-09"),
        ("2020M5D09", "2020-05-09"),
        ("2020H1", "2020-H1"),
        ("2020Y01", "2020"),
        ("2021-K3/2022-K2", "2021-K3/2022-K2"),
        ("2019-ultimo/2021-ultimo", "2019-ultimo/2021-ultimo"),
        ("2023-Q2", "2023-K2"),
        ("2023-M05", "2023-05"),
        ("2023 H2", "2023-H2"),
        ("2020QMAT02", "2019-K3/2020-K2"),
        ("2021QMAT04", "2021-K1/2021-K4"),
        ("2023Q01", "2023-K1"),
        ("Jan 2020", "2020-01"),
        ("Jan-2020", "2020-01"),
        ("jan. 2020", "2020-01"),
        ("sept. 2020", "2020-09"),
        ("Oktober 2020", "2020-10"),
        ("1. kvt. 2020", "2020-K1"),
        ("2. kv 2020", "2020-K2"),
        ("4. kvartal 2020", "2020-K4"),
        ("K2 2020", "2020-K2"),
        ("2. halvår 2020", "2020-H2"),
        ("ultimo 2020", "2020-ultimo"),
        ("Okt 2019 - Sep 2020", "2019-10/2020-09"),
        ("okt. 2019 – sep. 2020", "2019-10/2020-09"),
        ("3. kvt. 2019 til 2. kvt. 2020", "2019-K3/2020-K2"),
        ("2020-05", "2020-05"),
    ],
)
def test_periods(text, code):
    assert cells.read_period(text) == Period.parse(code)


@pytest.mark.parametrize(
    "text",
    ["2020/21", "2020/2021", "2020K5", "2020M13", "2020QMAT05", "2020QMAT2", "2020MMAT02", "2020Y02", "2020Y01D03",
     "3. halvår 2020", "Januaar 2020", "20", "01-02-2020", "Sep 2020 - Okt 2019", "2020 - 2021 - 2022", "I alt",
     "2020K1D02", "2020*", "٢٠٢٠"],
)  # fmt: skip
def test_no_period(text):
    with pytest.raises(PeriodError):
        cells.read_period(text)


@pytest.mark.parametrize(
    ("text", "style", "number"),
    [
        ("2550", None, "2550"),
        ("-12", None, "-12"),
        ("−12", "1234,5", "-12"),
        ("1.234", "1.234,5", "1234"),
        ("1.234.567,89", "1.234,5", "1234567.89"),
        ("72,3", "1.234,5", "72.3"),
        ("0,723", "1234,5", "0.723"),
        ("1 234,5", "1 234,5", "1234.5"),
        ("1,234", "1,234.5", "1234"),
        ("1.234", "1234.5", "1.234"),
    ],
)
def test_numbers(text, style, number):
    assert cells.read_number(text, style and NumberStyle(style)) == Decimal(number)


@pytest.mark.parametrize(
    ("text", "style", "message"),
    [
        (
            "1.234",
            None,
            (
                "»1.234« kan læses på flere måder. Skriv i »numbers« under »import«, hvordan filen skriver tal: "
                "»1.234,5« giver 1234 og »1234.5« giver 1,234."
            ),
        ),
        (
            "2,140",
            None,
            (
                "»2,140« kan læses på flere måder. Skriv i »numbers« under »import«, hvordan filen skriver tal: "
                "»1.234,5« giver 2,140 og »1,234.5« giver 2140."
            ),
        ),
        (
            "1 234",
            None,
            (
                "»1 234« er skrevet med tegn, der kan betyde flere ting. Skriv i »numbers« under »import«, hvordan "
                "filen skriver tal: »1 234,5« giver 1234."
            ),
        ),
        ("12.34.5", None, "»12.34.5« er ikke et tal på nogen kendt form. Ret cellen."),
        (
            "1.234",
            "1234,5",
            (
                "»1.234« er ikke skrevet på formen 1234,5, som »numbers« under »import« siger. "
                "Ret cellen, eller ret »numbers«."
            ),
        ),
        (
            "12.34",
            "1.234,5",
            (
                "»12.34« er ikke skrevet på formen 1.234,5, som »numbers« under »import« siger. "
                "Ret cellen, eller ret »numbers«."
            ),
        ),
        (
            "0.723",
            "1.234,5",
            (
                "»0.723« er ikke skrevet på formen 1.234,5, som »numbers« under »import« siger. "
                "Ret cellen, eller ret »numbers«."
            ),
        ),
        (
            "=1+1",
            "1.234,5",
            (
                "»=1+1« er ikke et tal. Ret cellen, eller skriv tegnet i »missing« under »import«, "
                "hvis det betyder, at tallet ikke findes."
            ),
        ),
        (
            "1000000000000000",
            None,
            "Tallet er for stort eller for lille. Ret cellen, eller skriv »factor« under »import«.",
        ),
    ],
)
def test_no_number(text, style, message):
    with pytest.raises(cells.CellError) as raised:
        cells.read_number(text, style and NumberStyle(style))
    assert str(raised.value) == message


@given(st.decimals(-(10**9), 10**9, places=3), st.sampled_from(list(NumberStyle)))
def test_what_a_style_writes_it_reads_again(number, style):
    text = f"{number:,.3f}" if style not in (NumberStyle.COMMA, NumberStyle.POINT) else f"{number:.3f}"
    signs = {NumberStyle.POINTS_AND_COMMA: ",.|.,", NumberStyle.COMMA: ".|,", NumberStyle.SPACES_AND_COMMA: ",.| ,"}
    here, there = signs.get(style, "|").split("|")
    assert cells.read_number(text.translate(str.maketrans(here, there)), style) == number


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        (b"", "1:1: fejl: Filen er tom. Hent den igen."),
        (
            b"<html><table></table></html>",
            "1:1: fejl: Filen er en hjemmeside eller XML og ikke en tabel. Åbn den i Excel, og gem den som .xlsx.",
        ),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "1:1: fejl: Filen er en gammel Excel-fil, eller den har adgangskode. Gem den som .xlsx uden adgangskode.",
        ),
        (b"OMR\xc5DE;TID\nx;\x81\n", "2:1: fejl: Tegnene kan ikke læses. Gem filen som UTF-8."),
        (
            b'a;b\n"x" y;2\n',
            (
                "2:1: fejl: Anførselstegnene passer ikke sammen, eller cellen er for lang. Ret rækken, eller hent "
                "filen igen."
            ),
        ),
        (b'{"value": [1,\n 2,,]}', "2:4: fejl: Filen er ikke gyldig JSON. Hent den igen."),
        (
            b'{"value": [NaN]}',
            "1:1: fejl: Filen er ikke et JSON-stat-datasæt. Et felt mangler eller har en forkert form. Hent den igen.",
        ),
        (
            b"PK\x03\x04 nej",
            (
                "1:1: fejl: Filen er ikke en Excel-projektmappe, eller den er beskadiget. Hent den igen, eller gem "
                "den som .xlsx."
            ),
        ),
        (b"x" * 10_000_001, "1:1: fejl: Filen er for stor: over 10 MB. Vælg færre rækker, og hent den igen."),
    ],
)
def test_files_that_are_no_tables(tmp_path, raw, line):
    path = tmp_path / "tabel.csv"
    path.write_bytes(raw)
    export = files.read(path)
    assert [str(problem) for problem in export.problems] == [f"{path.as_posix()}:{line} [import]"]


def dataset(**changes):
    whole = {
        "class": "dataset",
        "id": ["tid", "geo"],
        "size": [2, 1],
        "dimension": {
            "tid": {"category": {"index": ["2019", "2020"]}},
            "geo": {"category": {"label": {"by": "Eksempelby"}}},
        },
        "value": [1, 2],
    }
    return whole | changes


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (
            [1],
            (
                "Filen er JSON, men hverken JSON-stat, rækker eller PxWebs JSON. Hent tabellen igen i et af de "
                "formater, eller som CSV eller Excel."
            ),
        ),
        (
            dataset(size=[3, 1]),
            "Filen er ikke et JSON-stat-datasæt. »size« passer ikke med dimensionerne. Hent den igen.",
        ),
        (
            dataset(value=[1]),
            "Filen er ikke et JSON-stat-datasæt. Der er 1 tal, men dimensionerne giver plads til 2.",
        ),
        (
            dataset(value={"2": 1}),
            "Filen er ikke et JSON-stat-datasæt. Et tal har en plads, der er optaget eller ikke findes.",
        ),
        (
            dataset(value="12"),
            "Filen er ikke et JSON-stat-datasæt. Et felt mangler eller har en forkert form. Hent den igen.",
        ),
        (
            dataset(dimension={}),
            "Filen er ikke et JSON-stat-datasæt. Et felt mangler eller har en forkert form. Hent den igen.",
        ),
        (
            dataset(dimension=dataset()["dimension"] | {"tid": {"category": {"index": {"2019": 0, "2020": 2}}}}),
            "Filen er ikke et JSON-stat-datasæt. »index« springer et tal over. Hent den igen.",
        ),
        (
            {"class": "collection", "link": {}},
            "Filen er ikke et JSON-stat-datasæt. Den hører til klassen »collection«. Hent selve datasættet.",
        ),
        (
            dataset(size=[10**9, 1]),
            "Filen er ikke et JSON-stat-datasæt. »size« passer ikke med dimensionerne. Hent den igen.",
        ),
    ],
)
def test_json_that_is_no_dataset(tmp_path, content, message):
    path = tmp_path / "tabel.json"
    path.write_text(json.dumps(content), "utf-8")
    assert [problem.message for problem in files.read(path).problems] == [message]


ROWS = ['["TID", "INDHOLD"]', '["2020", "7,5"]', "[2021, 8.25]"]


@pytest.mark.parametrize("text", [f"[{','.join(ROWS)}]", "\n".join(ROWS)])
def test_rows_of_json_that_do_not_name_their_columns(tmp_path, text):
    path = tmp_path / "tabel.json"
    path.write_text(text, "utf-8")
    (grid,) = files.read(path).grids
    assert [[cell.text for cell in row] for row in grid.rows] == [["TID", "INDHOLD"], ["2020", "7,5"], ["2021", "8.25"]]
    assert [cell.number for cell in grid.rows[2]] == [2021, Decimal("8.25")]
    assert (grid.rows[2][0].row, grid.headed) == (3, False)


def archive(**parts):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(f"{name}.xml", content)
    return stream.getvalue()


def damaged():
    """Make an archive whose packed bytes cannot be unpacked."""
    raw = bytearray(archive(x=bytes(range(256)) * 9))
    raw[60:120] = b"\xff" * 60
    return bytes(raw)


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (
            damaged(),
            "Filen er ikke en Excel-projektmappe, eller den er beskadiget. Hent den igen, eller gem den som .xlsx.",
        ),
        (
            archive(bombe=b" " * 30_000_001),
            "Projektmappen fylder for meget, når den pakkes ud. Gem kun arket med tabellen i en ny projektmappe.",
        ),
        (
            archive(navne=b'<!DOCTYPE x [<!ENTITY a "b">]><x/>'),
            "Filen er ikke en Excel-projektmappe, eller den er beskadiget. Hent den igen, eller gem den som .xlsx.",
        ),
        (
            archive(tom=b"<x/>"),
            "Filen er pakket sammen (zip). Pak den ud, og vælg tabellen i den.",
        ),
        (
            tall_workbook(),
            "Tabellen har over 100.000 celler. Vælg færre områder, perioder eller grupper, og hent den igen.",
        ),
    ],
    ids=["damaged", "bomb", "entities", "no-workbook", "large"],
)
def test_archives_that_are_no_workbooks(tmp_path, raw, message):
    path = tmp_path / "bog.xlsx"
    path.write_bytes(raw)
    assert [problem.message for problem in files.read(path).problems] == [message]


@given(st.binary(max_size=200))
def test_no_bytes_make_reading_fail(tmp_path_factory, raw):
    path = tmp_path_factory.getbasetemp() / "bytes.csv"
    for start in (b"", b"{", b"PK\x03\x04", b"\xff\xfe"):
        path.write_bytes(start + raw)
        export = files.read(path)
        assert export.grids or len(export.problems) == 1
