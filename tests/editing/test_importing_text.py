"""How tables are parted, headed, lettered and coded: each kind is read rightly, or refused with the way on."""

import json
import unicodedata

import pytest
from imports import AREAS, FILE, HEAD, OLD, SIMPLE, SOURCE, imported, workbook

from generator.editing.importing import files


def mapped(columns, more=""):
    return f"import:\n{SOURCE}  columns: {{{columns}}}\n{AREAS}{more}"


# Tables without headings

NUMBERED = mapped("area: kolonne 1, period: kolonne 2, value: kolonne 3")
ROWS = [["Eksempelby", 2020, 4], ["Eksempelby", 2021, 5], ["Hele landet", 2020, 6]]
FOUND = [("2020", "eksempelby", None, 4), ("2021", "eksempelby", None, 5), ("2020", "landet", None, 6)]


def text_of(rows):
    return "".join(";".join(map(str, row)) + "\n" for row in rows)


def book_of(rows):
    return workbook(lambda sheet: [sheet.append(row) for row in rows])


@pytest.mark.parametrize("make", [text_of, book_of])
@pytest.mark.parametrize(
    ("above", "more"),
    [
        ([], ""),
        ([], "  header_rows: 0\n"),
        ([["OMRÅDE", "TID", "INDHOLD"]], ""),
        ([["OMRÅDE", "TID", "INDHOLD"]], "  header_rows: 1\n"),
        ([["Ledige 2020"], [], ["OMRÅDE", "TID", "INDHOLD"]], ""),
    ],
    ids=["none", "none-said", "one", "one-said", "title"],
)
def test_no_row_is_lost_where_columns_are_given_by_number(figures, make, above, more):
    assert figures(make(above + ROWS), NUMBERED + more) == FOUND


def test_a_first_row_that_cannot_be_read_is_told_and_not_taken_for_headings(refused):
    assert refused("Eksempelby;20x20;4\nEksempelby;2021;5\n", NUMBERED) == [
        (
            "tabel.csv:1:2: fejl: »20x20« er ikke en periode, som importen kender. Skriv navnet i »periods« under "
            "»import«, eller vælg rækker med »keep«. [import]"
        )
    ]


def test_no_headings_and_columns_by_name(refused):
    assert refused(text_of(ROWS), SIMPLE + "  header_rows: 0\n") == [
        (
            "tabel.csv:1:1: fejl: »header_rows: 0« betyder, at tabellen ingen overskrifter har. Skriv kolonnerne ved "
            "nummer under »import«, for eksempel »kolonne 2«. [import]"
        )
    ]


def test_a_column_that_the_table_does_not_have(refused):
    assert refused(text_of(ROWS), NUMBERED.replace("kolonne 3", "kolonne 5")) == [
        "tabel.csv:1:1: fejl: Tabellen har ikke »kolonne 5«: den har 3 kolonner. Ret »import«. [import]"
    ]


# What parts the cells


@pytest.mark.parametrize(
    "table",
    [
        "OMRÅDE|TID|INDHOLD\nEksempelby|2020|4,5\n",
        "OMRÅDE, TID, INDHOLD\nEksempelby, 2020, 4,5\n",
        "OMRÅDE, TID, INDHOLD\nEksempelby, 2020, 4,5\nEksempelby, 2021, ..\nHele landet, 2020, ..\n",
        '"OMRÅDE", "TID", "INDHOLD"\n"Eksempelby", "2020", "4,5"\n',
        'OMRÅDE, TID, "INDHOLD"\nEksempelby, 2020, "4,5"\n',
        'OMRÅDE,TID,INDHOLD\nEksempelby,2020,"4,5"\nKilde: a, b\nKilde: c, d\nKilde: e, f\n',
    ],
    ids=["bar", "comma-space", "more-rows", "quoted", "some-quoted", "comma-and-notes"],
)
def test_signs_between_cells(figures, table):
    assert figures(table, SIMPLE + "  numbers: 1234,5\n") == [("2020", "eksempelby", None, 4.5)]


def test_a_comma_and_a_space_in_quotes_part_nothing(figures):
    table = 'OMRÅDE, G, TID, INDHOLD\nEksempelby, "Unge, 16-24 år", 2020, 4\n'
    assert figures(table, SIMPLE.replace("value: INDHOLD", "group: G, value: INDHOLD")) == [
        ("2020", "eksempelby", "Unge, 16-24 år", 4)
    ]


CUT = (
    "har delt tallet i to celler. Sæt anførselstegn om tal med komma, eller gem tabellen med semikolon mellem "
    "kolonnerne."
)


@pytest.mark.parametrize(
    ("table", "mapping", "place", "number"),
    [
        ("OMRÅDE,TID,INDHOLD\nEksempelby,2020,7,4\nEksempelby,2021,8\n", SIMPLE, "2:3", "7,4"),
        ("OMRÅDE,TID,INDHOLD\nEksempelby,2020,-7,45\n", SIMPLE + "  ignore: [kolonne 4]\n", "2:3", "-7,45"),
        ("OMRÅDE,INDHOLD,TID\nEksempelby,7,4,2020\n", SIMPLE, "2:2", "7,4"),
        ("Eksempelby,2020,7,4\n", NUMBERED + "  ignore: [kolonne 4]\n", "1:3", "7,4"),
        ("OMRÅDE,2020,2021\nEksempelby,7,4,8,1\n", mapped("area: OMRÅDE", "  across: period\n"), "2:2", "7,4"),
    ],
    ids=["last", "ignored", "between", "no-headings", "across"],
)
def test_decimals_that_a_comma_has_cut_off_are_never_ignored(refused, table, mapping, place, number):
    assert refused(table, mapping) == [f"tabel.csv:{place}: fejl: Kommaet i {number} {CUT} [import]"]


def test_a_column_without_a_heading_is_not_passed_over(refused):
    table = "OMRÅDE;TID;INDHOLD\nEksempelby;2020;4;se note\n"
    assert refused(table) == [
        (
            "tabel.csv:2:4: fejl: Cellen står i en kolonne uden overskrift. Ret rækken, eller skriv »kolonne 4« i "
            "»columns«, »keep« eller »ignore« under »import«. [import]"
        )
    ]


def test_a_column_without_a_heading_can_be_ignored_as_the_message_says(figures):
    table = "OMRÅDE;TID;INDHOLD\nEksempelby;2020;4;se note\n"
    assert figures(table, SIMPLE + "  ignore: [kolonne 4]\n") == [("2020", "eksempelby", None, 4)]


# Headings


def test_a_heading_that_is_written_alike_comes_first(figures):
    table = "AREA;Area;TID;INDHOLD\n999;Eksempelby;2020;4\n"
    mapping = mapped("period: TID, area: Area, value: INDHOLD", "  ignore: [AREA]\n")
    assert figures(table, mapping) == [("2020", "eksempelby", None, 4)]


def test_a_heading_that_two_columns_could_be(refused):
    mapping = mapped("period: TID, area: area, value: INDHOLD")
    assert refused("AREA;Area;TID;INDHOLD\n999;Eksempelby;2020;4\n", mapping) == [
        (
            "tabel.csv:1:2: fejl: Overskriften »area« står over flere kolonner: 1 og 2. Skriv hele overskriften, eller "
            "skriv »kolonne 1«. [import]"
        )
    ]


def test_an_area_that_is_written_alike_comes_first(figures):
    mapping = f"import:\n{SOURCE}  columns: {{period: TID, area: OMRÅDE, value: INDHOLD}}\n"
    mapping += "  areas: {BYEN: landet, Byen: eksempelby}\n"
    assert figures("OMRÅDE;TID;INDHOLD\nByen;2020;4\nBYEN;2020;5\n", mapping) == [
        ("2020", "eksempelby", None, 4),
        ("2020", "landet", None, 5),
    ]


def test_many_columns_that_are_not_mentioned_are_told_in_one_sentence(refused):
    names = [f"Svar på spørgsmål {number}" for number in range(1, 16)]
    table = f"OMRÅDE;TID;INDHOLD;{';'.join(names)}\nEksempelby;2020;4{';1' * 15}\n"
    quoted = ", ".join(f"»{name}«" for name in names[:12])
    assert refused(table) == [
        (
            f"tabel.csv:1:4: fejl: Kolonnerne {quoted} og 3 til er ikke nævnt. Skriv dem i »columns«, »keep« eller "
            "»ignore« under »import«. [import]"
        )
    ]


# Letters

APART = "".join(unicodedata.normalize("NFD", sign) for sign in "Årslev")
"""The same name with a ring as a sign of its own, as macOS writes it."""


def test_letters_in_two_signs_are_the_same_letters(figures):
    assert len(APART) == len("Årslev") + 1
    mapping = f"import:\n{SOURCE}  columns: {{period: TID, area: OMRÅDE, group: G, value: INDHOLD}}\n"
    mapping += "  areas: {Årslev: eksempelby}\n"
    table = f"OMRÅDE;G;TID;INDHOLD\n{APART};Små børn;2020;4\nÅrslev;{unicodedata.normalize('NFD', 'Små børn')};2021;5\n"
    assert figures(table, mapping) == [("2020", "eksempelby", "Små børn", 4), ("2021", "eksempelby", "Små børn", 5)]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_group_in_two_signs_joins_the_group_that_is_there(run, tmp_path, form):
    observations = "observations:\n  - {period: 2019, area: eksempelby, group: Små børn, value: 1, kind: actual}\n"
    mapping = SIMPLE.replace("value: INDHOLD", "group: G, value: INDHOLD")
    table = unicodedata.normalize(form, "OMRÅDE;G;TID;INDHOLD\nEksempelby;Små børn;2020;4\n")
    assert run(table, mapping, "--write", observations=observations)[0] == 0
    assert imported(tmp_path / "data")[1] == ("2020", "eksempelby", "Små børn", 4.0, "actual")


@pytest.mark.parametrize("sign", "\u00ad\u034f\u115f\u200b\u200d\u2060\u2800\u3164\ufe0f\uffa0", ids=ascii)
def test_a_sign_that_nobody_sees_is_refused_in_a_name(refused, sign):
    mapping = mapped("area: OMRÅDE, period: TID, group: GRUPPE, value: TAL")
    (line,) = refused(f"OMRÅDE;TID;GRUPPE;TAL\nEksempelby;2020;Sm{sign}å;4\n", mapping)
    assert line == f"tabel.csv:2:3: fejl: Cellen har et usynligt tegn (U+{ord(sign):04X}). Slet det. [import]"


def test_a_workbook_and_json_stat_in_two_signs(figures, tmp_path):
    table = book_of([["OMRÅDE", "TID", "INDHOLD"], [APART, 2020, 4]])
    mapping = SIMPLE.replace(AREAS, "  areas: {Årslev: eksempelby}\n")
    assert figures(table, mapping, name="bog.xlsx") == [("2020", "eksempelby", None, 4)]
    path = tmp_path / "svar.json"
    dimension = {"o": {"category": {"index": [APART], "label": {APART: APART}}}}
    content = {"class": "dataset", "id": ["o"], "size": [1], "dimension": dimension, "value": [4]}
    path.write_text(json.dumps(content), "utf-8")
    assert files.read(path).grids[0].rows[1][0].names == ("Årslev", "Årslev")


# Weeks


def test_a_week_is_asked_about_with_its_days(refused, figures, tmp_path):
    table = "OMRÅDE;TID;INDHOLD\nEksempelby;2023U12;4\n"
    assert refused(table) == [
        (
            "tabel.csv:2:2: fejl: »2023U12« er en uge. Skriv i »periods« under »import«, hvilke dage den dækker, for "
            "eksempel »2023U12: 2023-03-20/2023-03-26«, som er ugen i kalenderen. [import]"
        )
    ]
    path = tmp_path / "data" / FILE
    path.write_text(path.read_text("utf-8") + "  periods: {2023U12: 2023-03-20/2023-03-26}\n", "utf-8")
    assert figures(table, "") == [("2023-03-20/2023-03-26", "eksempelby", None, 4)]


@pytest.mark.parametrize("text", ["2020W53", "2020-W53", "uge 53, 2020"])
def test_the_last_week_of_a_year_may_end_in_the_next(refused, text):
    (line,) = refused(f"OMRÅDE;TID;INDHOLD\nEksempelby;{text};4\n")
    assert f"»{text}: 2020-12-28/2021-01-03«" in line


def test_a_week_that_is_not_there_is_no_week(refused):
    (line,) = refused("OMRÅDE;TID;INDHOLD\nEksempelby;2023U53;4\n")
    assert "»2023U53« er ikke en periode, som importen kender." in line


# JSON

ROW = {"Område": "Eksempelby", "Periode": "2020QMAT02", "Andel": "4,5", "Antal": 12}
JSON_ROWS = mapped("period: Periode, area: Område, value: Andel", "  numbers: 1234,5\n  ignore: [Antal]\n")
EXPECTED = [("2019-K3/2020-K2", "eksempelby", None, 4.5)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (json.dumps([ROW]), "svar.json"),
        (json.dumps([ROW], indent=2), "svar.txt"),
        (json.dumps(ROW), "svar.json"),
        (f"{json.dumps(ROW)}\n{json.dumps(ROW | {'Periode': '2021QMAT02', 'Andel': None})}\n", "svar.jsonl"),
        (f"\n{json.dumps(ROW)}\r\n\r\n{json.dumps({'Periode': '2021QMAT02', 'Område': 'Eksempelby'})}", "svar.csv"),
        (json.dumps({"count": 1, "rows": [ROW]}), "svar.json"),
        (json.dumps([{"Variables": [{"Label": name} for name in ROW], "Data": [list(ROW.values())]}]), "svar.json"),
    ],
    ids=["array", "indented", "one", "lines", "lines-with-gaps", "envelope", "variables"],
)
def test_rows_in_json(figures, text, name):
    assert figures(text, JSON_ROWS, name=name) == EXPECTED


PXWEB = {
    "columns": [
        {"code": "Region", "text": "region", "type": "d"},
        {"code": "Tid", "text": "år", "type": "t"},
        {"code": "000", "text": "Ledige i procent", "type": "c"},
    ],
    "comments": [],
    "data": [
        {"key": ["999", "2023-Q2"], "values": ["4.50"]},
        {"key": ["999", "2023Q3"], "values": [".."]},
        {"key": ["00", "2023M05"], "values": ["3"]},
    ],
}


def test_the_json_of_pxweb(figures):
    mapping = f"import:\n{SOURCE}  columns: {{period: Tid, area: Region, value: Ledige i procent}}\n"
    mapping += '  areas: {"999": eksempelby, "00": landet}\n'
    assert figures(json.dumps(PXWEB), mapping, name="svar.json") == [
        ("2023-K2", "eksempelby", None, 4.5),
        ("2023-05", "landet", None, 3),
    ]


@pytest.mark.parametrize(
    ("text", "name", "message"),
    [
        (
            f"{json.dumps(ROW)}\n{{\n",
            "svar.jsonl",
            "svar.jsonl:2:2: fejl: Filen er ikke gyldig JSON. Hent den igen. [import]",
        ),
        (
            json.dumps(PXWEB | {"data": [{"key": ["999"], "values": ["4.5"]}]}),
            "svar.json",
            "svar.json:1:1: fejl: Et felt i filen mangler eller har en forkert form. Hent den igen. [import]",
        ),
        (
            json.dumps([{"Variables": [{"Label": "Periode"}], "Data": [["2020", 4]]}]),
            "svar.json",
            "svar.json:1:1: fejl: Et felt i filen mangler eller har en forkert form. Hent den igen. [import]",
        ),
        (
            json.dumps([ROW | {"Andel": [4]}]),
            "svar.json",
            "svar.json:1:3: fejl: Værdien er hverken et tal eller en tekst. [import]",
        ),
        (
            "[]",
            "svar.json",
            (
                "svar.json:1:1: fejl: Filen er JSON, men hverken JSON-stat, rækker eller PxWebs JSON. Hent tabellen "
                "igen i et af de formater, eller som CSV eller Excel. [import]"
            ),
        ),
    ],
    ids=["cut", "pxweb", "variables", "nested", "empty"],
)
def test_json_that_cannot_be_read(refused, text, name, message):
    assert refused(text, JSON_ROWS, name=name) == [message]


# What an import may say


@pytest.mark.parametrize(
    ("mapping", "line"),
    [
        (
            SIMPLE.replace("value: INDHOLD", "value: INDHOLD, kind: SLAGS") + "  kind: estimate\n",
            (
                "19:3: fejl: Skriv ét sted, hvilken slags tal det er: »kind« i »columns« eller »kind« for hele "
                "tabellen. [import]"
            ),
        ),
        (
            SIMPLE + "  fill_down: true\n  empty_is_all: true\n",
            (
                "20:3: fejl: En tom celle kan ikke både betyde alle og det samme som cellen over. Slet det ene felt. "
                "[import]"
            ),
        ),
    ],
)
def test_an_import_that_says_two_things(found, mapping, line):
    assert [said for said in found({FILE: HEAD + OLD.replace("7.5", "7") + mapping}) if "ledighed.yml" in said] == [
        f"data/indicators/ledighed.yml:{line}"
    ]


def test_kinds_in_a_column(refused, run, tmp_path):
    mapping = SIMPLE.replace("value: INDHOLD", "kind: SLAGS, value: INDHOLD")
    table = "OMRÅDE;TID;SLAGS;INDHOLD\nEksempelby;2020;estimate;4\nEksempelby;2021;skøn;5\n"
    assert refused(table, mapping) == [
        ("tabel.csv:3:3: fejl: »skøn« er ikke en slags tal. Skriv actual, estimate eller forecast i cellen. [import]")
    ]
    assert run(table.replace("skøn", "actual"), "", "--write")[0] == 0
    assert [figure[4] for figure in imported(tmp_path / "data")[1:]] == ["estimate", "actual"]


# Sources


def test_a_figure_from_another_section_of_the_same_document_is_not_overwritten(run, tmp_path, refused):
    source = "source: {document: brev-2025, section: AUS08}"
    observations = f"observations:\n  - {{period: 2020, area: eksempelby, value: 4.5, kind: actual, {source}}}\n"
    table = "OMRÅDE;TID;INDHOLD\nEksempelby;2020;4\n"
    assert refused(table, observations=observations) == [
        (
            "tabel.csv:2:3: fejl: Tallet for 2020, Eksempelby Kommune er 4 %, men »brev-2025« siger 4,5 % på linje 10. "
            "Importen vælger ikke mellem kilder: slet det gamle tal, eller giv det en gruppe. [import]"
        )
    ]
    before = (tmp_path / "data" / FILE).read_bytes()
    status, said = run("OMRÅDE;TID;INDHOLD\nEksempelby;2021;4\n", "", "--remove", "--write")
    assert (status, "fra samme kilde" in said) == (0, False)
    assert (tmp_path / "data" / FILE).read_bytes().startswith(before[: before.index(b"import:")])
    assert [figure[:4] for figure in imported(tmp_path / "data")] == [
        ("2020", "eksempelby", None, 4.5),
        ("2021", "eksempelby", None, 4),
    ]
