"""Real tables, as statistics offices and jobindsats.dk give them, held against another reading of the same files."""

import csv
import json
import zipfile
from xml.etree import ElementTree as ET

import pytest
from imports import EXPORTS, SOURCE, imported

from generator.commands import main
from generator.model.vocabulary import Unit

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
COUNTED = {"unit": "personer", "observations": ""}


def every(run, tmp_path, name, mapping, **more):
    """Import a file twice, and give the figures that came of it."""
    status, said = run(EXPORTS / name, mapping, "--write", **more)
    assert status == 0, said
    again, said = run(EXPORTS / name, mapping, "--write", **more)
    assert (again, said.splitlines()[-1]) == (0, "Der er intet at skrive.")
    return imported(tmp_path / "data")


def test_statistics_denmarks_api_in_danish(run, tmp_path):
    mapping = f"""import:
{SOURCE}  columns: {{period: TID, area: OMRÅDE, value: INDHOLD}}
  areas: {{Hele landet: landet}}
  keep: {{CIVILSTAND: [I alt]}}
"""
    found = every(run, tmp_path, "statbank-FOLK1A-da.csv", mapping, **COUNTED)
    text = (EXPORTS / "statbank-FOLK1A-da.csv").read_text("utf-8-sig")
    rows = list(csv.DictReader(text.splitlines(), delimiter=";"))
    expected = [(row["TID"].replace("K", "-K"), "landet", None, float(row["INDHOLD"]), "actual") for row in rows]
    assert found == expected
    assert found[0] == ("2008-K1", "landet", None, 5475791, "actual")


def raw_rows(path):
    """Read a workbook's first sheet out of its XML, without the library that the import reads with."""
    space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    with zipfile.ZipFile(path) as book:
        strings, sheet = (ET.fromstring(book.read(f"xl/{name}.xml")) for name in ("sharedStrings", "worksheets/sheet"))  # noqa: S314  ours
    words = ["".join(text.text or "" for text in item.iter(f"{space}t")) for item in strings.iter(f"{space}si")]
    for row in sheet.iter(f"{space}row"):
        cells = {}
        for cell in row.iter(f"{space}c"):
            value = cell.findtext(f"{space}v")
            if value is not None:
                cells[cell.get("r").rstrip("0123456789")] = words[int(value)] if cell.get("t") == "s" else float(value)
        yield [cells.get(letter) for letter in [*LETTERS, *(f"A{letter}" for letter in LETTERS)]][:52]


def test_the_website_of_statistics_denmark_as_a_workbook_in_english(run, tmp_path):
    mapping = f"""import:
{SOURCE}  columns: {{area: kolonne 1}}
  across: period
  areas: {{Randers: eksempelby, Copenhagen: landet}}
  keep: {{kolonne 1: [Randers, Copenhagen]}}
"""
    found = every(run, tmp_path, "statbank-FOLK1A-website-en.xlsx", mapping, **COUNTED)
    _, _, headings, *rows = raw_rows(EXPORTS / "statbank-FOLK1A-website-en.xlsx")
    towns = {"Randers": "eksempelby", "Copenhagen": "landet"}
    expected = [
        (period.replace("Q", "-K"), towns[town], None, value, "actual")
        for town, *values in rows
        if town in towns
        for period, value in zip(headings[1:], values, strict=True)
    ]
    assert sorted(found) == sorted(expected)
    assert len(found) == 2 * 51
    assert ("2020-K3", "landet", None, 633035, "actual") in found


def test_every_town_of_the_workbook_is_told_of_in_one_sentence(refused):
    mapping = f"import:\n{SOURCE}  columns: {{area: kolonne 1}}\n  across: period\n  areas: {{Randers: eksempelby}}\n"
    (line,) = refused(EXPORTS / "statbank-FOLK1A-website-en.xlsx", mapping, **COUNTED)
    assert "fejl: »Copenhagen«, »Frederiksberg« og 96 andre er ikke områder, som importen kender." in line


def test_statistics_denmarks_json_stat(run, tmp_path):
    mapping = f"""import:
{SOURCE}  columns: {{period: Tid}}
  area: landet
  keep: {{HERKOMST1: [Total]}}
  ignore: [ContentsCode]
"""
    (figure,) = every(run, tmp_path, "statbank-STRAF42.json", mapping, unit="antal", observations="")
    raw = json.loads((EXPORTS / "statbank-STRAF42.json").read_text("utf-8"))["dataset"]
    assert figure == ("2023", "landet", None, raw["value"][0], "actual")
    assert figure[3] == 233454


JOBINDSATS = EXPORTS / "jobindsats-y30r21-randers.jsonl"
SHARE = "Forventet og faktisk andel fuldtidspersoner på offentlig forsørgelse: Faktisk andel (pct.)"
COUNT = "Forventet og faktisk antal fuldtidspersoner på offentlig forsørgelse: Faktisk antal"
RANK = "Placering på benchmarkranglisten"
ENDS = {"2020QMAT02": "2019-K3/2020-K2", "2020QMAT04": "2020-K1/2020-K4", "2021QMAT02": "2020-K3/2021-K2",
        "2021QMAT04": "2021-K1/2021-K4", "2022QMAT02": "2021-K3/2022-K2", "2022QMAT04": "2022-K1/2022-K4"}  # fmt: skip


def jobindsats_rows():
    return [json.loads(line) for line in JOBINDSATS.read_text("utf-8").splitlines()]


def jobindsats_mapping(measure):
    ignored = [name for name in jobindsats_rows()[0] if name not in ("Area", "Periode", "Ydelsesgrupper", measure)]
    return f"""import:
{SOURCE}  columns: {{period: Periode, area: Area, group: Ydelsesgrupper, value: "{measure}"}}
  areas: {{Randers: eksempelby}}
  total: [Ydelsesgrupper i alt]
  numbers: 1234,5
  ignore: {json.dumps(ignored, ensure_ascii=False)}
"""


@pytest.mark.parametrize(("measure", "unit"), [(SHARE, "procent"), (COUNT, "fuldtidspersoner"), (RANK, "placering")])
@pytest.mark.parametrize("form", ["lines", "array", "variables"])
def test_jobindsats_rows_as_they_come(run, tmp_path, measure, unit, form):
    assert unit in list(Unit)
    rows = jobindsats_rows()
    names = list(rows[0])
    answer = [{"Variables": [{"Label": name} for name in names], "Data": [list(row.values()) for row in rows]}]
    text = {"lines": JOBINDSATS.read_text("utf-8"), "array": json.dumps(rows), "variables": json.dumps(answer)}[form]
    mapping = jobindsats_mapping(measure)
    status, said = run(text, mapping, "--write", unit=unit, observations="", name="svar.json")
    assert status == 0, said
    expected = [
        (
            ENDS[row["Periode"]],
            "eksempelby",
            None if row["Ydelsesgrupper"] == "Ydelsesgrupper i alt" else row["Ydelsesgrupper"],
            float(str(row[measure]).replace(",", ".")),
            "actual",
        )
        for row in rows
    ]
    assert imported(tmp_path / "data") == expected
    by_hand = {SHARE: 10.81, COUNT: 6770, RANK: 52}
    assert expected[0] == ("2019-K3/2020-K2", "eksempelby", None, by_hand[measure], "actual")


def test_six_measures_that_begin_alike_are_each_named_whole(refused):
    mapping = jobindsats_mapping(SHARE)
    mapping = mapping[: mapping.index("  ignore")]
    lines = refused(JOBINDSATS, mapping)
    unnamed = [name for name in list(jobindsats_rows()[0])[3:] if name != SHARE]
    assert len(lines) == 6
    assert [line.split("fejl: ")[1] for line in lines] == [
        f"Kolonnen »{name}« er ikke nævnt. Skriv den i »columns«, »keep« eller »ignore« under »import«. [import]"
        for name in unnamed
    ]


def test_an_open_sdg_table_where_an_empty_cell_means_all(run, tmp_path):
    mapping = f"""import:
{SOURCE}  columns: {{period: Year, group: Type of documentation, value: Value}}
  area: landet
  numbers: 1234.5
  empty_is_all: true
  keep: {{Security: [Perceived, Documented]}}
  ignore: [Unit measure, Observation status, Unit multiplier]
"""
    found = every(run, tmp_path, "opensdg-ons-1-4-2.csv", mapping, observations="")
    rows = list(csv.DictReader((EXPORTS / "opensdg-ons-1-4-2.csv").read_text("utf-8-sig").splitlines()))
    expected = [
        (row["Year"], "landet", row["Type of documentation"] or None, float(row["Value"]), "actual") for row in rows
    ]
    assert found == expected
    assert found == [
        ("2018", "landet", "Formal", 79, "actual"),
        ("2018", "landet", "Informal Documentation", 1, "actual"),
        ("2018", "landet", "No Documentation", 20, "actual"),
        ("2018", "landet", None, 87, "actual"),
    ]


def test_what_an_empty_group_means_is_asked(refused):
    mapping = f"""import:
{SOURCE}  columns: {{period: Year, group: Type of documentation, value: Value}}
  area: landet
  numbers: 1234.5
  ignore: [Security, Unit measure, Observation status, Unit multiplier]
"""
    assert refused(EXPORTS / "opensdg-ons-1-4-2.csv", mapping) == [
        (
            "opensdg-ons-1-4-2.csv:5:3: fejl: Her mangler en gruppe. Udfyld cellen, eller skriv under »import«, hvad "
            "den betyder: »empty_is_all: true« (alle) eller »fill_down: true« (det samme som cellen over). [import]"
        )
    ]


@pytest.mark.parametrize(("kind", "style"), [("", "1234.5"), ("-excel", "1234,5")])
def test_our_own_table_comes_back_in(run, tmp_path, kind, style):
    """What the site publishes of an indicator's figures is read into another one, kinds and groups and all."""
    figures = (
        "observations:\n"
        "  - {period: 2020-K1, area: landet, value: 7.5, kind: actual}\n"
        "  - {period: 2020-K1, area: landet, group: Unge, value: 9, kind: actual}\n"
        "  - {period: 2021-K3/2022-K2, area: eksempelby, value: -0.5, kind: estimate}\n"
        "  - {period: 2099, area: eksempelby, group: Unge, value: 1.25, kind: forecast}\n"
    )
    run("x", "", unit="procentpoint", observations=figures)
    before = imported(tmp_path / "data")
    out = tmp_path / "ud"
    assert main(["pages", "--out", str(out), "--data", str(tmp_path / "data")]) == 0
    table = (out / f"data/indikatorer/ledighed{kind}.csv").read_bytes()
    mapping = f"""import:
  source: {{document: plan-2025, section: 2.1 Rammer}}
  columns: {{period: period, area: area_id, group: group, value: value, kind: kind}}
  areas: {{landet: landet, eksempelby: eksempelby}}
  numbers: "{style}"
  empty_is_all: true
  ignore: [start, end, area, unit, calculation, note, source, source_id, section]
"""
    file = tmp_path / "data/indicators/ledighed.yml"
    text = file.read_text("utf-8")
    file.write_text(text[: text.index("observations:")] + "observations: []\n" + mapping, "utf-8")
    status, said = run(table, "", "--write")
    assert status == 0, said
    assert imported(tmp_path / "data") == before
