"""Tables as they are exported, read into an indicator's file: what is understood, what is refused, what is written."""

import datetime as dt
import json
import os
import shutil
import stat

import pytest
from hypothesis import given
from hypothesis import strategies as st
from imports import AREAS, EXPORTS, FILE, HEAD, OLD, SIMPLE, SOURCE, imported, workbook
from sample import TARGET, TARGETS, TODAY

from generator import rules
from generator.commands import main
from generator.editing import importing
from generator.editing.importing import rewriting
from generator.history import against
from generator.model import Indicator, Observation
from generator.reading.loading import load
from generator.reading.source import parse

API = f"""import:
{SOURCE}  columns: {{period: TID, area: OMRÅDE, group: KØN, value: INDHOLD}}
  numbers: 1.234,5
{AREAS}  total: [I alt]
  keep:
    ENHED: [Personer]
"""
TABLE = f"""import:
{SOURCE}  columns: {{area: kolonne 1, group: kolonne 2}}
  across: period
  fill_down: true
  numbers: 1234,5
{AREAS}  total: [Alder i alt]
"""
JOBINDSATS = f"""import:
{SOURCE}  header_rows: 2
  columns:
    period: Periode
    area: Område
    value: "Fuldtidspersoner i pct. af arbejdsstyrken 16-66 år: I alt"
  numbers: 1.234,5
{AREAS}  ignore: [Antal, Mænd]
"""


def jobindsats(sheet):
    """Fill a sheet as a report is laid out: title rows, headings merged across and down, numbers as numbers, notes."""
    sheet.append(["Jobindsats.dk"])
    sheet.append(["A-dagpenge: Antal personer og fuldtidspersoner"])
    sheet.append([])
    sheet.append(["Område", "Periode", "Antal personer", None, "Andel", None])
    sheet.append([None, None, "I alt", "Mænd", "I alt", "Mænd"])
    for cells_merged in ("A2:F2", "A4:A5", "B4:B5", "C4:D4", "E4:F4", "A6:A7", "A10:F10"):
        sheet.merge_cells(cells_merged)
    sheet["A6"], sheet["B6"], sheet["C6"], sheet["E6"] = "Hele landet", "Jan 2020", 95102, 0.026
    sheet["B7"], sheet["C7"], sheet["E7"] = "1. kvt. 2020", 99000, 0.0305
    sheet["A8"], sheet["B8"], sheet["C8"], sheet["E8"] = "Eksempelby", dt.date(2020, 1, 1), 1634, 0.029
    sheet["A10"] = "Kilde: opdigtet udtræk. Tal for de seneste måneder kan ændre sig."
    for row in (6, 7, 8):
        sheet.cell(row, 5).number_format = "0.0%"
    sheet["B8"].number_format = "mmm yyyy"


# What is understood


def test_a_long_table_with_points_quoted_cells_and_missing_figures(run, tmp_path):
    status, said = run(EXPORTS / "statistikbanken-api.csv", API, unit="personer", observations=OLD.replace("7.5", "7"))
    assert (status, said) == (
        0,
        (
            "5 nye tal:\n"
            "  1. kvartal 2020, Hele landet: 133.150 personer\n"
            "  1. kvartal 2020, Hele landet, Mænd: 70.020 personer\n"
            "  1. kvartal 2020, Eksempelby Kommune: 2.401 personer\n"
            "  2. kvartal 2020, Eksempelby Kommune: 2.390 personer\n"
            "  1. kvartal 2020, Eksempelby Kommune, Mænd: 1.201 personer\n"
            "1 celle har intet tal.\n"
            "Læs »summary« igen, og kør »pejl confirm ledighed«, når ordene passer til tallene.\n"
            "Intet er skrevet endnu. Passer det, så kør det samme igen med --write.\n"
        ),
    )
    assert imported(tmp_path / "data") == [("2010", "landet", None, 7.0, "actual")]


LONG = (EXPORTS / "statistikbanken-api.csv").read_text("utf-8")


@pytest.mark.parametrize(
    "raw",
    [
        LONG.encode("utf-8-sig"),
        LONG.encode("cp1252"),
        LONG.encode("utf-16"),
        LONG.replace("\n", "\r\n").encode(),
        LONG.replace(";", "\t").encode(),
        LONG.replace(";", ",").replace(".150", '.150"').replace("133", '"133').encode(),
        f"Ledige efter område\n\n{LONG}\nKilde: Danmarks Statistik\n".encode(),
        LONG.replace("133.150", "133.150\u00a0").replace("OMRÅDE", " område ").encode(),
    ],
    ids=["bom", "ansi", "utf-16", "crlf", "tab", "comma", "title-and-note", "spaces"],
)
def test_however_the_table_is_saved_the_figures_are_the_same(run, tmp_path, raw):
    assert run(raw, API, "--write", unit="personer", observations=OLD.replace("7.5", "7"))[0] == 0
    assert imported(tmp_path / "data")[1:] == [
        ("2020-K1", "landet", None, 133150, "actual"),
        ("2020-K1", "landet", "Mænd", 70020, "actual"),
        ("2020-K1", "eksempelby", None, 2401, "actual"),
        ("2020-K2", "eksempelby", None, 2390, "actual"),
        ("2020-K1", "eksempelby", "Mænd", 1201, "actual"),
    ]


def test_a_wide_table_with_periods_as_headings_and_labels_said_once(run, tmp_path):
    status, said = run(EXPORTS / "statistikbanken-tabel.csv", TABLE, "--write")
    assert status == 0
    assert "\n2 celler har intet tal. 3 rækker under tallene er ikke læst.\n" in said
    assert imported(tmp_path / "data")[1:] == [
        ("2020-01", "landet", None, 3.9, "actual"),
        ("2020-02", "landet", None, 3.8, "actual"),
        ("2020-03", "landet", None, 4.1, "actual"),
        ("2020-01", "landet", "16-24 år", 2.5, "actual"),
        ("2020-02", "landet", "16-24 år", 2.4, "actual"),
        ("2020-01", "eksempelby", None, 4.4, "actual"),
        ("2020-02", "eksempelby", None, 4.2, "actual"),
        ("2020-03", "eksempelby", None, 4.6, "actual"),
        ("2020-01", "eksempelby", "16-24 år", 3.1, "actual"),
        ("2020-03", "eksempelby", "16-24 år", 3.3, "actual"),
    ]


def test_headings_in_two_rows_with_notes_and_spans(run, tmp_path):
    status, said = run(EXPORTS / "jobindsats.csv", JOBINDSATS, "--write")
    assert (status, "2 rækker under tallene er ikke læst." in said) == (0, True)
    assert imported(tmp_path / "data")[1:] == [
        ("2020-01", "landet", None, 2.6, "actual"),
        ("2019-10/2020-09", "landet", None, 3.0, "actual"),
        ("2020-01", "eksempelby", None, 2.9, "actual"),
        ("2020-K1", "eksempelby", None, 3.0, "actual"),
        ("2019-10/2020-09", "eksempelby", None, 3.3, "actual"),
    ]


def test_the_groups_may_stand_in_the_headings_under_one_measure(run, tmp_path):
    mapping = f"""import:
{SOURCE}  header_rows: 2
  columns: {{period: Periode, area: Område, value: "Fuldtidspersoner i pct. af arbejdsstyrken 16-66 år"}}
  across: group
  numbers: 1.234,5
{AREAS}  total: [I alt]
  ignore: [Antal]
"""
    assert run(EXPORTS / "jobindsats.csv", mapping, "--write")[0] == 0
    assert imported(tmp_path / "data")[1:3] == [
        ("2020-01", "landet", None, 2.6, "actual"),
        ("2020-01", "landet", "Mænd", 2.7, "actual"),
    ]
    assert len(imported(tmp_path / "data")) == 1 + 9


def test_a_workbook_with_merged_headings_dates_and_percentages(run, tmp_path):
    mapping = f"""import:
{SOURCE}  header_rows: 2
  columns: {{period: Periode, area: Område, value: "Andel: I alt"}}
{AREAS}  ignore: [Antal personer, Mænd]
  rounding: held
"""
    status, said = run(workbook(jobindsats), mapping, "--write", name="rapport.xlsx")
    assert (status, "1 række under tallene er ikke læst." in said) == (0, True)
    assert "\n1 tal har flere decimaler, end Excel viser: alle decimaler er taget med.\n" in said
    assert imported(tmp_path / "data")[1:] == [
        ("2020-01", "landet", None, 2.6, "actual"),
        ("2020-K1", "landet", None, 3.05, "actual"),
        ("2020-01", "eksempelby", None, 2.9, "actual"),
    ]


def test_json_stat_1_with_four_dimensions_and_short_names(run, tmp_path):
    mapping = f"""import:
{SOURCE}  columns: {{period: Tid, area: OMRÅDE, group: KØN}}
  areas: {{"000": landet, "999": eksempelby}}
  total: [TOT]
  keep:
    ContentsCode: [AUS07]
"""
    status, said = run(
        EXPORTS / "statistikbanken-1.json", mapping, "--write", unit="personer", observations=OLD.replace("7.5", "7")
    )
    assert (status, "\n1 celle har intet tal.\n" in said) == (0, True)
    assert imported(tmp_path / "data")[1:] == [
        ("2020-01", "landet", None, 115000, "actual"),
        ("2020-02", "landet", None, 113000, "actual"),
        ("2020-01", "landet", "Mænd", 61000, "actual"),
        ("2020-02", "landet", "Mænd", 60000, "actual"),
        ("2020-01", "eksempelby", None, 2401, "actual"),
        ("2020-02", "eksempelby", None, 2390, "actual"),
        ("2020-01", "eksempelby", "Mænd", 1201, "actual"),
    ]


JSON_2 = f"""import:
{SOURCE}  columns: {{period: tid, area: geo}}
{AREAS}  ignore: [metric]
"""


def test_json_stat_2_with_few_values_and_a_mark(run, tmp_path):
    assert run(EXPORTS / "json-stat-2.json", JSON_2 + "  marks: {f: forecast}\n", "--write")[0] == 0
    assert imported(tmp_path / "data")[1:] == [
        ("2019-H2", "landet", None, 3.9, "actual"),
        ("2019-H2", "eksempelby", None, 4.4, "actual"),
        ("2020-H1", "landet", None, 4.1, "actual"),
        ("2020-H1", "eksempelby", None, 4.6, "actual"),
        ("2020-H2", "eksempelby", None, 4.65, "forecast"),
    ]


def test_one_area_a_factor_decimals_marks_zero_and_periods_of_its_own(run, tmp_path):
    mapping = f"""import:
{SOURCE}  columns: {{period: År, value: Tal}}
  area: eksempelby
  numbers: 1.234,5
  factor: 0.001
  decimals: 1
  marks: {{"*": estimate, "**": forecast}}
  zero: ["-"]
  periods: {{2019/20: 2019-K3/2020-K2}}
"""
    table = "År;Tal\n2018;1.250\n2019;-\n2019/20;2.649,9*\n2021;2.650 **\n"
    assert run(table, mapping, "--write", unit="mio. kr.")[0] == 0
    assert imported(tmp_path / "data")[1:] == [
        ("2018", "eksempelby", None, 1.3, "actual"),
        ("2019", "eksempelby", None, 0.0, "actual"),
        ("2019-K3/2020-K2", "eksempelby", None, 2.6, "estimate"),
        ("2021", "eksempelby", None, 2.7, "forecast"),
    ]


def test_rows_that_are_not_kept_need_not_be_understood(run, tmp_path):
    mapping = SIMPLE + "  keep:\n    OMRÅDE: [Eksempelby]\n"
    status, said = run("OMRÅDE;TID;INDHOLD\nAndenby;hvornår;mange\nEksempelby;2020;4\n", mapping, "--write")
    assert (status, "\n1 række er valgt fra med »keep«.\n" in said) == (0, True)
    assert imported(tmp_path / "data")[1:] == [("2020", "eksempelby", None, 4.0, "actual")]


# What is refused


def test_every_problem_is_told_at_once_with_row_and_column(refused):
    table = (
        "OMRÅDE;TID;INDHOLD\n"
        "Eksemplby;2020;4\n"
        "Eksempelby;2020/21;5\n"
        "Eksempelby;2020;72.3\n"
        "Eksempelby;2021;mange\n"
        ";2022;5\n"
        "Hele landet;2020;5\n"
        "Hele landet;2020;5\n"
        "Hele landet;2020/21;6\n"
    )
    assert refused(table) == [
        (
            "tabel.csv:2:1: fejl: »Eksemplby« er ikke et område, som importen kender. Skriv navnet i »areas« "
            "under »import«, eller vælg rækker med »keep«. Mente du »Eksempelby«? [import]"
        ),
        (
            "tabel.csv:3:2: fejl: »2020/21« er ikke en periode, som importen kender. Skriv navnet i »periods« under "
            "»import«, eller vælg rækker med »keep«. Det gælder 2 celler. [import]"
        ),
        (
            "tabel.csv:4:3: fejl: »72.3« er skrevet med tegn, der kan betyde flere ting. Skriv i »numbers« under "
            "»import«, hvordan filen skriver tal: »1234.5« giver 72,3. [import]"
        ),
        (
            "tabel.csv:5:3: fejl: »mange« er ikke et tal. Ret cellen, eller skriv tegnet i »missing« under »import«, "
            "hvis det betyder, at tallet ikke findes. [import]"
        ),
        (
            "tabel.csv:6:1: fejl: Her mangler et område. Udfyld cellen, eller skriv »fill_down: true« under »import«. "
            "[import]"
        ),
        (
            "tabel.csv:8:3: fejl: Tallet for 2020, Hele landet står to gange: her »5«, og »5« i række 7, kolonne 3. "
            "Slet det ene, eller vælg rækker med »keep« under »import«. [import]"
        ),
    ]


def test_a_mistake_in_every_cell_is_told_once(refused):
    rows = "".join(f"Eksempelby;{2000 + number};{number},5\n" for number in range(9))
    assert refused(f"OMRÅDE;TID;INDHOLD\n{rows}Eksempelby;2020;mange\n") == [
        (
            "tabel.csv:2:3: fejl: »0,5« er skrevet med tegn, der kan betyde flere ting. Skriv i »numbers« under "
            "»import«, hvordan filen skriver tal: »1.234,5« giver 0,5. Det samme gælder 8 andre celler. [import]"
        ),
        (
            "tabel.csv:11:3: fejl: »mange« er ikke et tal. Ret cellen, eller skriv tegnet i »missing« under »import«, "
            "hvis det betyder, at tallet ikke findes. [import]"
        ),
    ]


def test_a_column_of_figures_that_nobody_has_named(refused):
    mapping = SIMPLE.replace(", value: INDHOLD", "") + "  ignore: [INDHOLD]\n"
    assert refused("OMRÅDE;TID;INDHOLD\nEksempelby;2020;4\n", mapping) == [
        (
            "tabel.csv:1:1: fejl: Importen ved ikke, hvor tallene står. Skriv overskriften over dem i »columns« som "
            "»value«. [import]"
        )
    ]


def test_a_column_that_is_not_mentioned_may_divide_the_figures(refused):
    assert refused("OMRÅDE;KØN;TID;INDHOLD\nEksempelby;Mænd;2020;4\n") == [
        (
            "tabel.csv:1:2: fejl: Kolonnen »KØN« er ikke nævnt. Skriv den i »columns«, »keep« eller »ignore« under "
            "»import«. [import]"
        )
    ]


def test_a_decimal_comma_that_cuts_a_cell_in_two(refused):
    assert refused("OMRÅDE,TID,INDHOLD\nEksempelby,2020,72,3\nEksempelby,2021,73\nEksempelby,2022,74\n") == [
        (
            "tabel.csv:2:3: fejl: Kommaet i 72,3 har delt tallet i to celler. Sæt anførselstegn om tal med komma, "
            "eller gem tabellen med semikolon mellem kolonnerne. [import]"
        )
    ]


def test_a_word_to_keep_that_is_not_there(refused):
    assert refused("OMRÅDE;KØN;TID;INDHOLD\nEksempelby;Ialt;2020;4\n", SIMPLE + "  keep:\n    KØN: [I alt]\n") == [
        "tabel.csv:1:2: fejl: Kolonnen »KØN« har ingen celler med »I alt«. Mente du »Ialt«? [import]"
    ]


def test_headings_that_are_not_there(refused):
    assert refused("Titel\n\nOMRÅDE;TIDEN;INDHOLD\nEksempelby;2020;4\n") == [
        "tabel.csv:3:1: fejl: Rækken ligner overskrifterne, men mangler »TID«. Mente du »TIDEN«? [import]"
    ]


def test_headings_that_are_not_there_under_an_empty_row(refused):
    assert refused("\n\nOmråde;Periode;Andel\n;;I alt\nHele landet;2020;3\n", JOBINDSATS) == [
        (
            "tabel.csv:3:1: fejl: Rækken ligner overskrifterne, men mangler »Fuldtidspersoner i pct. af "
            "arbejdsstyrken 16-66 år: I alt«, »Antal« og »Mænd«. Vælg mellem »Område«, »Periode« og »Andel«. [import]"
        )
    ]


def test_no_headings_at_all(refused):
    assert refused("Eksempelby;2020;4\nEksempelby;2021;4\n") == [
        (
            "tabel.csv:1:1: fejl: Overskrifterne er ikke fundet: ingen række har »TID«, »OMRÅDE« og »INDHOLD«. "
            "Ret »columns« under »import«. [import]"
        )
    ]


def test_no_periods_in_the_headings(refused):
    assert refused(';"";Antal\nHele landet;Alder i alt;3\n', TABLE) == [
        "tabel.csv:1:1: fejl: Overskrifterne er ikke fundet: ingen række har perioder, som »across« siger. [import]"
    ]


def test_a_heading_among_the_periods_that_is_none(refused):
    assert refused("Område;Alder;2020;Enhed\nHele landet;Alder i alt;3;pct\n", TABLE) == [
        (
            "tabel.csv:1:4: fejl: »Enhed« er ikke en periode, som importen kender. Skriv navnet i »periods« under "
            "»import«, eller skriv kolonnen i »ignore«. [import]"
        ),
        (
            "tabel.csv:2:4: fejl: »pct« er ikke et tal. Ret cellen, eller skriv tegnet i »missing« under »import«, "
            "hvis det betyder, at tallet ikke findes. [import]"
        ),
    ]


def test_areas_as_headings_and_one_that_nobody_knows(refused, run, tmp_path):
    mapping = f"""import:
{SOURCE}  columns: {{period: Periode}}
  across: area
{AREAS}"""
    table = "Ledighed\n\nPeriode;Eksempelby;Hele landet;Andenby\nJan 2020;4;3;9\nFeb 2020;5;;8\n\nKilde: opdigtet\n"
    assert refused(table, mapping) == [
        (
            "tabel.csv:3:4: fejl: »Andenby« er ikke et område, som importen kender. Skriv navnet i »areas« under "
            "»import«, eller skriv kolonnen i »ignore«. Vælg mellem »Hele landet« og »Eksempelby«. [import]"
        )
    ]
    path = tmp_path / "data" / FILE
    path.write_text(path.read_text("utf-8") + "  ignore: [Andenby]\n", "utf-8")
    assert run(table, mapping, "--write")[0] == 0
    assert imported(tmp_path / "data")[1:] == [
        ("2020-01", "eksempelby", None, 4, "actual"),
        ("2020-01", "landet", None, 3, "actual"),
        ("2020-02", "eksempelby", None, 5, "actual"),
    ]


def test_a_heading_over_several_columns(refused):
    assert refused(EXPORTS / "jobindsats.csv", JOBINDSATS.replace(": I alt", "").replace("[Antal, Mænd]", "[]")) == [
        (
            "jobindsats.csv:6:6: fejl: Overskriften »Fuldtidspersoner i pct. af arbejdsstyrken 16-66 år« står "
            "over flere kolonner: 5 og 6. Skriv hele overskriften, eller skriv »kolonne 5«. [import]"
        )
    ]


def test_headings_without_figures_under_them(refused):
    assert refused("OMRÅDE;TID;INDHOLD\nKilde: opdigtet\n") == [
        "tabel.csv:1:1: fejl: Under overskrifterne står ingen tal. Hent filen igen, eller ret »import«. [import]"
    ]


def test_a_group_that_is_not_among_those_that_are_named(refused):
    assert refused(
        LONG, API + "  groups: {Kvinder: kvinder}\n", unit="personer", observations=OLD.replace(".5", "")
    ) == [
        (
            "tabel.csv:4:2: fejl: »Mænd« er ikke en gruppe, som importen kender. Skriv navnet i »groups« under "
            "»import«, eller vælg rækker med »keep«. Det gælder 2 celler. [import]"
        )
    ]


def test_what_is_counted_is_whole(refused):
    mapping = SIMPLE + "  numbers: 1234,5\n"
    table = "OMRÅDE;TID;INDHOLD\nEksempelby;2020;4,5\n"
    assert refused(table, mapping, unit="personer", observations=OLD.replace("7.5", "7")) == [
        (
            "tabel.csv:2:3: fejl: »4,5« er ikke et helt tal, men personer tælles i hele tal. Ret cellen, eller skriv "
            "»decimals: 0« under »import«, hvis tallet skal afrundes. [import]"
        )
    ]


def test_a_rule_that_a_figure_would_break_is_told_at_its_cell(refused):
    assert refused("OMRÅDE;TID;INDHOLD\nEksempelby;2020;104\nEksempelby;2099;4\n") == [
        (
            "tabel.csv:2:3: fejl: 104 procent ligger ikke mellem 0 og 100. Ret tallet. Kan tallene det, fordi de viser "
            "en ændring, så skriv hvorfor i »unbounded«. [procent]"
        ),
        (
            "tabel.csv:3:3: fejl: Perioden 2099 er ikke slut, så tallet kan ikke være talt op. Ret perioden, eller "
            "vælg »forecast« eller »estimate« i »kind«. [fremtidigt-tal]"
        ),
    ]


def test_an_estimate_beside_the_figure_is_named_as_one(run):
    table = "OMRÅDE;TID;INDHOLD\nEksempelby;2020;4*\nEksempelby;2021;5**\n"
    _, said = run(table, SIMPLE + '  marks: {"*": estimate, "**": forecast}\n')
    assert said.splitlines()[1:3] == [
        "  2020, Eksempelby Kommune, skøn: 4 %",
        "  2021, Eksempelby Kommune, fremskrivning: 5 %",
    ]


def test_a_value_with_a_mark_that_nobody_has_explained(refused):
    assert refused(EXPORTS / "json-stat-2.json", JSON_2) == [
        (
            "json-stat-2.json:6:4: fejl: Tallet har mærket »f«. Skriv i »marks« under »import«, hvilken slags tal det "
            "betyder. [import]"
        )
    ]


def test_another_source_is_not_overruled(refused):
    observations = "observations:\n  - {period: 2020-01/2020-12, area: eksempelby, value: 4.5, kind: actual}\n"
    assert refused("OMRÅDE;TID;INDHOLD\nEksempelby;2020;4\n", observations=observations) == [
        (
            "tabel.csv:2:3: fejl: Tallet for 2020, Eksempelby Kommune er 4 %, men »plan-2025« siger 4,5 % på linje 10. "
            "Importen vælger ikke mellem kilder: slet det gamle tal, eller giv det en gruppe. [import]"
        )
    ]


def test_a_bundle_of_datasets_needs_a_choice(refused):
    one = json.loads((EXPORTS / "statistikbanken-1.json").read_text("utf-8"))["dataset"]
    both = json.dumps({"en": one, "to": one})
    assert refused(both, JSON_2, name="tabel.json") == [
        (
            "tabel.json:1:1: fejl: Filen har flere tabeller: »en« og »to«. Skriv i »sheet« under »import«, hvilken "
            "det er. [import]"
        )
    ]


def test_a_sheet_is_chosen_by_its_name(run, tmp_path):
    def other(sheet):
        sheet.append(["Om tallene"])

    def table(sheet):
        sheet.append(["OMRÅDE", "TID", "INDHOLD"])
        sheet.append(["Eksempelby", 2020, 4.5])

    assert run(workbook(other, table), SIMPLE + "  sheet: ark2\n", "--write", name="bog.xlsx")[0] == 0
    assert imported(tmp_path / "data")[1:] == [("2020", "eksempelby", None, 4.5, "actual")]


def test_a_sheet_that_is_not_there(refused):
    assert refused(workbook(jobindsats), SIMPLE + "  sheet: Ark2\n", name="bog.xlsx") == [
        "bog.xlsx:1:1: fejl: Filen har ikke et ark, der hedder »Ark2«. Mente du »Ark1«? [import]"
    ]


def test_formulas_errors_and_hidden_characters_in_cells_are_refused(refused):
    def table(sheet):
        sheet.append(["OMRÅDE", "TID", "INDHOLD"])
        sheet.append(["Eksempelby", 2020, "=1+1"])
        sheet.append(["Eksempelby", 2021, "#N/A"])
        sheet.append(["Eksem\u200bpelby", 2022, 4])
        sheet.append(["Eksempelby", dt.datetime(2023, 1, 1, 12, 30), 4])  # noqa: DTZ001  Excel knows no zones

    assert refused(workbook(table), name="bog.xlsx") == [
        "bog.xlsx:2:3: fejl: Cellen er en formel. Kopiér den i Excel, og indsæt den som værdi. [import]",
        "bog.xlsx:3:3: fejl: Cellen viser fejlen #N/A. Ret den i Excel. [import]",
        "bog.xlsx:4:1: fejl: Cellen har et usynligt tegn (U+200B). Slet det. [import]",
        "bog.xlsx:5:2: fejl: Cellen er et klokkeslæt. Skriv en periode. [import]",
    ]


# What is written

WRITTEN = f"""\
observations:
  # Tal fra planen.
  - period: 2018   # det første
    area: eksempelby
    value: 4.0
    kind: actual
    note: >-
      En bemærkning
      på to linjer.

  # Tal fra tabellen.
  - {{period: 2019, area: eksempelby, value: 5.10, kind: actual, source: {{document: brev-2025, section: AUS07}}}}  # ny
  - {{period: 2020, area: eksempelby, value: 6, kind: actual, source: {{document: brev-2025, section: AUS07}}}}
  - period: 2021
    area: eksempelby
    value: 7
    kind: actual
    note: Ses efter.
    source:
      document: brev-2025
      section: AUS07
      quote: Der er syv.

  # Slut på tallene.
chart:
  form: line   # altid
{SIMPLE}"""


def test_only_values_and_new_lines_change_in_the_file(run, tmp_path, monkeypatch):
    monkeypatch.setenv("PEJL_TODAY", "2026-01-15")
    table = "OMRÅDE;TID;INDHOLD\nEksempelby;2019;5\nEksempelby;2021;8\nEksempelby;2022;9\n"
    status, said = run(table, "", "--write", observations=WRITTEN)
    assert (status, said) == (
        0,
        (
            "1 nyt tal:\n"
            "  2022, Eksempelby Kommune: 9 %\n"
            "2 ændrede tal:\n"
            "  2019, Eksempelby Kommune: 5,1 % → 5 %\n"
            "  2021, Eksempelby Kommune: 7 % → 8 % (ved tallet står en bemærkning og et citat: læs efter, om det "
            "stadig passer)\n"
            "1 tal fra samme kilde er ikke i tabellen:\n"
            "  2020, Eksempelby Kommune: 6 %\n"
            "  Det bliver stående. Slet med --remove.\n"
            "Læs »summary« igen, og kør »pejl confirm ledighed«, når ordene passer til tallene.\n"
            "Skrevet i data/indicators/ledighed.yml. Filen følger alle regler. Send den nu ind som et forslag.\n"
        ),
    )
    new = """\
  - period: 2022
    area: eksempelby
    value: 9
    kind: actual
    source:
      document: brev-2025
      section: AUS07
"""
    why = "why: Tabellen hos kilden har fået et andet tal."
    revised = f"    revised: [{{date: 2026-01-15, value: 7, {why}}}]\n"
    expected = WRITTEN.replace("value: 7\n", "value: 8\n")
    expected = expected.replace("quote: Der er syv.\n", f"quote: Der er syv.\n{revised}{new}")
    first = "source: {document: brev-2025, section: AUS07}}  # ny"
    assert first in expected
    changed = first.replace("}}", f"}}, revised: [{{date: 2026-01-15, value: 5.10, {why}}}]}}")
    expected = expected.replace("value: 5.10", "value: 5", 1).replace(first, changed)
    head = HEAD.replace("personer", "procent")
    assert (tmp_path / "data" / FILE).read_text("utf-8") == head + expected


FROM = "source: {document: brev-2025, section: AUS07}"
BLOCK = f"  - period: 2019\n    area: eksempelby\n    value: 5.1\n    kind: actual\n    {FROM}\n"
EARLIER = "{date: 2025-02-01, value: 4, why: Kilden havde skrevet forkert.}"


@pytest.mark.parametrize(
    "written",
    [
        f"  - {{period: 2019, area: eksempelby, value: 5.1, kind: actual, {FROM}}}\n",
        BLOCK,
        f"  - {{period: 2019, area: eksempelby, value: 5.1, kind: actual, {FROM}, revised: [{EARLIER}]}}\n",
        f"{BLOCK}    revised: [{EARLIER}]\n",
        f"{BLOCK}    revised:\n      - {EARLIER}\n",
    ],
)
def test_a_changed_figure_keeps_what_it_was_however_it_is_written(run, tmp_path, monkeypatch, written):
    monkeypatch.setenv("PEJL_TODAY", "2026-01-15")
    status, said = run(
        "OMRÅDE;TID;INDHOLD\nEksempelby;2019;5\n", SIMPLE, "--write", observations=f"observations:\n{written}"
    )
    assert status == 0, said
    (figure,) = load(tmp_path / "data").plan.of(Indicator)["ledighed"].observations
    assert figure.value == 5
    *before, newest = [(one.date, one.value) for one in figure.revised]
    assert newest == (dt.date(2026, 1, 15), 5.1)
    assert before == ([(dt.date(2025, 2, 1), 4)] if "revised" in written else [])


def test_what_an_import_changes_does_not_rewrite_history(run, tmp_path, monkeypatch):
    monkeypatch.setenv("PEJL_TODAY", "2026-01-15")
    monkeypatch.chdir(tmp_path)
    run("OMRÅDE;TID;INDHOLD\nEksempelby;2019;5\n", "", observations=WRITTEN)
    shutil.copytree(tmp_path / "data", tmp_path / "before")
    assert run("OMRÅDE;TID;INDHOLD\nEksempelby;2019;5\n", "", "--write")[0] == 0
    assert against.rewritten(tmp_path / "data", "before") == []


def test_the_same_table_again_changes_nothing(run, tmp_path):
    table = "OMRÅDE;TID;INDHOLD\nEksempelby;2019;5\nEksempelby;2021;8\nEksempelby;2022;9\n"
    run(table, "", "--write", "--remove", observations=WRITTEN)
    before = (tmp_path / "data" / FILE).read_bytes()
    status, said = run(table, "", "--write", "--remove")
    assert (status, said) == (
        0,
        ("3 tal er uændrede.\nDer er intet at skrive.\n"),
    )
    assert (tmp_path / "data" / FILE).read_bytes() == before


@pytest.mark.parametrize(
    ("name", "mapping", "unit"),
    [
        ("statistikbanken-api.csv", API, "personer"),
        ("statistikbanken-tabel.csv", TABLE, "procent"),
        ("jobindsats.csv", JOBINDSATS, "procent"),
        ("json-stat-2.json", JSON_2 + "  marks: {f: forecast}\n", "procent"),
    ],
)
def test_every_sample_can_be_imported_twice(run, tmp_path, name, mapping, unit):
    observations = OLD.replace("7.5", "7")
    run(EXPORTS / name, mapping, "--write", unit=unit, observations=observations)
    before = (tmp_path / "data" / FILE).read_bytes()
    assert run(EXPORTS / name, mapping, "--write")[1].endswith("Der er intet at skrive.\n")
    assert (tmp_path / "data" / FILE).read_bytes() == before


def test_figures_of_other_sources_are_never_gone(run):
    status, said = run("OMRÅDE;TID;INDHOLD\nEksempelby;2020;4\n", SIMPLE, "--remove")
    assert (status, "fra samme kilde" in said) == (0, False)


def test_gone_figures_are_removed_with_their_lines_and_no_comment(run, tmp_path):
    status, said = run("OMRÅDE;TID;INDHOLD\nEksempelby;2019;5,1\n", "  numbers: 1234,5\n", "--write", "--remove",
                       observations=WRITTEN)  # fmt: skip
    assert (status, "2 tal fra samme kilde er ikke i tabellen:" in said, "  De slettes.\n" in said) == (0, True, True)
    start, end = WRITTEN.index("  - {period: 2020"), WRITTEN.index("\n  # Slut på tallene.")
    expected = HEAD.replace("personer", "procent") + WRITTEN[:start] + WRITTEN[end:] + "  numbers: 1234,5\n"
    assert (tmp_path / "data" / FILE).read_text("utf-8") == expected


def test_the_last_figure_cannot_be_removed(run):
    observations = OLD.replace("actual}", "actual, source: {document: brev-2025, section: AUS07}}")
    status, said = run("OMRÅDE;TID;INDHOLD\nEksempelby;2020;..\nEksempelby;2021;-\n", SIMPLE, "--write", "--remove",
                       observations=observations)  # fmt: skip
    assert (status, said) == (
        1,
        (
            "data/indicators/ledighed.yml:9:1: fejl: Alle tal ville være væk, og så er filen ikke længere en "
            "indikator. Behold mindst ét. [import]\n1 fejl og ingen advarsler.\nIntet er skrevet.\n"
        ),
    )


NEW = "  - {period: 2020, area: eksempelby, value: 4, kind: actual, source: {document: brev-2025, section: AUS07}}\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"observations: []\n{SIMPLE}", f"observations:\n{NEW}{SIMPLE}"),
        (f"observations: []   # hentes\n{SIMPLE}", f"observations:   # hentes\n{NEW}{SIMPLE}"),
        (f"observations:   # hentes\n  []\n{SIMPLE}", f"observations:   # hentes\n{NEW}{SIMPLE}"),
        (f"{SIMPLE}observations: []", f"{SIMPLE}observations:\n{NEW}"),
        (SIMPLE, f"observations:\n{NEW}{SIMPLE}"),
        (SIMPLE.rstrip(), f"observations:\n{NEW}{SIMPLE.rstrip()}"),
    ],
    ids=["empty", "comment", "two-lines", "last", "without", "without-line-break"],
)
def test_a_new_indicator_needs_no_figure_before_its_first_import(run, tmp_path, before, after):
    status, said = run("OMRÅDE;TID;INDHOLD\nEksempelby;2020;4\n", before, "--write", observations="")
    assert (status, said.splitlines()[0]) == (0, "1 nyt tal:")
    assert (tmp_path / "data" / FILE).read_text("utf-8") == HEAD.replace("personer", "procent") + after


def test_a_new_indicator_may_already_be_used_while_another_also_waits_for_figures(run, project, tmp_path):
    head = HEAD.replace("unit: personer", "unit: procent")
    waiting = f"{head.replace('title: Ledige', 'title: Huse')}observations: []\n"
    chart = "breaks:\n  - {period: 2021, note: Ny måde.}\nchart:\n  groups: [Mænd]\n"
    project(
        TARGETS
        | {
            FILE: f"{head}{chart}{SIMPLE.replace('value: INDHOLD', 'group: KØN, value: INDHOLD')}",
            "indicators/huse.yml": waiting,
            "targets/t1.yml": TARGET.replace("indicator: ledighed", "indicator: ledighed\n    group: Mænd"),
        }
    )
    table = "OMRÅDE;KØN;TID;INDHOLD\nEksempelby;{};2020;4\nEksempelby;{};2021;4\n"
    status, said = run(table.format("Kvinder", "Kvinder"))
    assert (status, [line.rsplit("[")[-1] for line in said.splitlines()[:-2]]) == (
        1,
        ["gruppens-navn]", "delmålets-måling]"],
    )
    assert run(table.format("Mænd", "Mænd"), "", "--write")[0] == 0
    assert [problem.rule for problem in rules.check(load(tmp_path / "data"), TODAY)] == [
        "ubrugt-indikator",
        "ingen-tal",
        "uden-måling",
    ]


def test_figures_on_one_line_stay_on_one_line_where_they_fit(run, tmp_path):
    run("OMRÅDE;TID;INDHOLD\nEksempelby;2020;4\n", SIMPLE, "--write")
    assert (
        "  - {period: 2020, area: eksempelby, value: 4, kind: actual, source: {document: brev-2025, section: AUS07}}\n"
    ) in (tmp_path / "data" / FILE).read_text("utf-8")


def test_a_figure_of_the_indicators_own_source_does_not_repeat_it(run, tmp_path):
    mapping = SIMPLE.replace("document: brev-2025", "document: plan-2025").replace("AUS07", "2.1 Rammer")
    run("OMRÅDE;TID;INDHOLD\nEksempelby;2020;4\n", mapping, "--write")
    assert "  - {period: 2020, area: eksempelby, value: 4, kind: actual}\n" in (tmp_path / "data" / FILE).read_text()


@pytest.mark.parametrize(
    "group",
    [
        "=CMD()",
        "a: b",
        "a #b",
        "'citat'",
        '"x',
        "- x",
        "[x]",
        "null",
        "no",
        "2020",
        "æ, ø",
        "*x",
        "!x",
        "|",
        "1e5",
        "?",
    ],
)
def test_a_group_is_text_whatever_it_says(run, tmp_path, group):
    mapping = SIMPLE.replace("value: INDHOLD", "group: G, value: INDHOLD")
    quoted = group.replace('"', '""')
    status, said = run(f'OMRÅDE;G;TID;INDHOLD\nEksempelby;"{quoted}";2020;4\n', mapping, "--write")
    assert status == 0, said
    assert imported(tmp_path / "data")[1:] == [("2020", "eksempelby", group, 4.0, "actual")]


@given(st.text(st.characters(exclude_categories=("C", "Z"), exclude_characters="\\"), min_size=1, max_size=20))
def test_any_text_is_written_so_that_it_reads_back(text):
    file = parse("observations:\n  - {period: 2019, area: by, value: 1, kind: actual}\n", "x.yml")[0]
    added = Observation(period="2020", area="by", group=text, value=1, kind="actual")
    new = rewriting.rewritten(file, {}, [], [added], dt.date(2026, 1, 15))
    assert str(new.value["observations"][1]["group"]) == text


def test_a_group_keeps_the_spelling_that_it_has(run, tmp_path):
    mapping = SIMPLE.replace("value: INDHOLD", "group: G, value: INDHOLD")
    observations = "observations:\n  - {period: 2019, area: eksempelby, group: Unge mænd, value: 1, kind: actual}\n"
    run("OMRÅDE;G;TID;INDHOLD\nEksempelby;UNGE MÆND;2020;4\n", mapping, "--write", observations=observations)
    assert imported(tmp_path / "data")[1] == ("2020", "eksempelby", "Unge mænd", 4.0, "actual")


def test_no_file_is_made_that_is_too_large_to_be_read_again(refused, tmp_path):
    mapping = SIMPLE.replace("value: INDHOLD", "group: G, value: INDHOLD")
    rows = "".join(f"Eksempelby;{number}{'x' * 9000};2020;4\n" for number in range(70))
    assert refused(f"OMRÅDE;G;TID;INDHOLD\n{rows}", mapping) == [
        (
            "data/indicators/ledighed.yml:9:1: fejl: Filen ville fylde over 600 kB, og så kan den ikke læses. Vælg "
            "færre rækker med »keep« under »import«. [import]"
        )
    ]
    assert len(imported(tmp_path / "data")) == 1


def test_a_list_on_one_line_is_left_alone(run):
    observations = "observations: [{period: 2010, area: landet, value: 7.5, kind: actual}]\n"
    status, said = run("OMRÅDE;TID;INDHOLD\nEksempelby;2020;4\n", SIMPLE, "--write", observations=observations)
    assert (status, said) == (
        1,
        (
            "data/indicators/ledighed.yml:9:16: fejl: Tallene er skrevet på en måde, som importen ikke kan rette i. "
            "Skriv »observations«, så hvert tal begynder med »- « på sin egen linje. [import]\n"
            "1 fejl og ingen advarsler.\nIntet er skrevet.\n"
        ),
    )


def test_a_file_without_a_last_line_break(run, tmp_path):
    observations = f"{SIMPLE}observations:\n  - period: 2010\n    area: landet\n    kind: actual\n    value: 7.5"
    assert run("OMRÅDE;TID;INDHOLD\nEksempelby;2020;4\n", "", "--write", observations=observations)[0] == 0
    assert len(imported(tmp_path / "data")) == 2


def test_the_file_keeps_its_rights_and_nothing_is_left_beside_it(run, tmp_path):
    run("OMRÅDE;TID;INDHOLD\nEksempelby;2020;4\n", SIMPLE)
    path = tmp_path / "data" / FILE
    path.chmod(0o640)
    run("OMRÅDE;TID;INDHOLD\nEksempelby;2020;4\n", SIMPLE, "--write")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert os.listdir(path.parent) == [path.name]  # noqa: PTH208  hidden files too


def test_a_file_that_somebody_changes_meanwhile_is_not_overwritten(run, tmp_path, monkeypatch):
    prepare = importing.prepare

    def slow(*arguments, **options):
        done = prepare(*arguments, **options)
        path = tmp_path / "data" / FILE
        path.write_text(path.read_text("utf-8") + "# ny\n", "utf-8")
        return done

    monkeypatch.setattr(importing, "prepare", slow)
    status, said = run("OMRÅDE;TID;INDHOLD\nEksempelby;2020;4\n", SIMPLE, "--write")
    assert (status, said.splitlines()[-2]) == (
        1,
        "data/indicators/ledighed.yml:1:1: fejl: Filen er ændret, mens programmet kørte. Kør det samme igen. [fil]",
    )
    assert (tmp_path / "data" / FILE).read_text("utf-8").endswith("# ny\n")


def test_a_failed_replacement_leaves_the_old_file(run, tmp_path, monkeypatch):
    def fail(*_):
        raise OSError

    monkeypatch.setattr(os, "fsync", fail)
    status, _ = run("OMRÅDE;TID;INDHOLD\nEksempelby;2020;4\n", SIMPLE, "--write")
    assert status == 3
    assert os.listdir(tmp_path / "data/indicators") == ["ledighed.yml"]  # noqa: PTH208
    assert len(imported(tmp_path / "data")) == 1


# The command


def test_an_indicator_that_is_not_there(project, capsys):
    assert main(["import", __file__, "--indicator", "ledige", "--data", str(project())]) == 2
    assert capsys.readouterr().err == "Ingen indikator har id'et »ledige«. Mente du »ledighed«?\n"


def test_data_with_errors_are_not_added_to(run):
    status, said = run("OMRÅDE;TID;INDHOLD\nEksempelby;2020;4\n", SIMPLE, "--write", observations=OLD + "flag: x\n")
    assert (status, said.splitlines()[-1]) == (1, "Intet er skrevet. Ret først fejlene i data.")


@pytest.mark.parametrize(
    ("mapping", "line"),
    [
        (
            SIMPLE.replace("value: INDHOLD", "vaerdi: INDHOLD"),
            "15:40: fejl: Feltet »vaerdi« kendes ikke. Vælg mellem: area, group, kind, period, value. [ukendt-felt]",
        ),
        (
            SIMPLE + "  marks: {x: skøn}\n",
            "19:14: fejl: »skøn« kan ikke stå i »x«. Vælg mellem: actual, estimate, forecast. [ukendt-værdi]",
        ),
        (
            SIMPLE + "  numbers: 1.5\n",
            "19:12: fejl: »1.5« kan ikke stå i »numbers«. Mente du »1234.5«? [ukendt-værdi]",
        ),
        (
            SIMPLE.replace("landet: landet", "landet: landt"),
            "17:18: fejl: »landt« findes ikke. Intet område har det id. Mente du »landet«? [ukendt-id]",
        ),
        (
            SIMPLE.replace("document: brev-2025", "document: brev-2024"),
            "13:15: fejl: »brev-2024« findes ikke. Ingen kilde har det id. Mente du »brev-2025«? [ukendt-id]",
        ),
        (
            SIMPLE.replace(SOURCE, ""),
            (
                "11:1: fejl: Feltet »source« mangler. Tilføj det: Kilde. Hvor tallene kan efterprøves. Hvert nyt tal "
                "får den kilde. [manglende-felt]"
            ),
        ),
    ],
)
def test_mistakes_in_the_import_itself_are_told_at_their_place(found, mapping, line):
    assert [said for said in found({FILE: HEAD + OLD.replace("7.5", "7") + mapping}) if "ledighed.yml" in said] == [
        f"data/indicators/ledighed.yml:{line}"
    ]


def test_how_figures_are_fetched_is_not_published(project):
    data = project({FILE: HEAD + OLD.replace("7.5", "7") + SIMPLE + "  periods: {2019/20: 2019-K3/2020-K2}\n"})
    indicator = load(data).plan.of(Indicator)["ledighed"]
    assert indicator.import_.columns.period == "TID"
    assert not [name for name in indicator.model_dump(mode="json") if "import" in name]
    assert main(["check", "--data", str(data)]) == 0
