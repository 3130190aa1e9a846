"""The editors' guide to the import: what its example says is what the program does."""

import re

import pytest
from imports import importer, workbook
from pages import page
from sample import FILES

from generator.editing.importing import accounting, files, grids
from generator.model import ImportFrom, ImportMapping
from generator.reading import source
from generator.reading.source import parse

GUIDE = page("redaktoer/import.md", "{#felter}")
SOURCE, INDICATOR, WRITTEN = re.findall(r"^```yaml\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL)
TABLE, PREVIEW, LOOK, MISTAKE, MERGED, EMPTY, FROM = re.findall(r"^```text\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL)
AREA = "- id: opdigtet\n  title: Opdigtet Kommune\n  short: Opdigtet\n"


@pytest.fixture
def run(project, tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("PEJL_TODAY", "2026-03-02")
    project(
        {
            "areas.yml": FILES["areas.yml"] + AREA,
            "sources/opdigtet-tabel.yml": SOURCE,
            "indicators/opdigtet-ledighed.yml": INDICATOR,
        }
    )
    call = importer(project, tmp_path, capsys, indicator="opdigtet-ledighed")
    return lambda table, *options, **more: call(table, "", *options, **more)


def test_the_example_gives_what_the_guide_says(run, tmp_path):
    file = tmp_path / "data/indicators/opdigtet-ledighed.yml"
    assert run(TABLE) == (0, PREVIEW)
    assert file.read_text("utf-8") == INDICATOR
    assert run(TABLE, "--write")[0] == 0
    old = re.search(r"^observations:\n(  - .*\n)+", INDICATOR, re.MULTILINE)[0]
    assert file.read_text("utf-8") == INDICATOR.replace(old, WRITTEN)
    assert run(TABLE)[1].endswith("Der er intet at skrive.\n")


def test_the_mistake_gives_what_the_guide_says(run):
    broken = TABLE.replace("16-24 år;2024K1;2,2", "Alder i alt;2023K4;mange")
    status, said = run(broken)
    assert (status, said.splitlines(keepends=True)[0]) == (1, MISTAKE)


def test_a_merged_figure_and_an_empty_cell_give_what_the_guide_says(run):
    rows = [line.split(";") for line in TABLE.strip().splitlines()]

    def fill(sheet, merged):
        for row in rows:
            sheet.append([*row[:-1], row[-1] if row[-1] == "INDHOLD" else 4])
        if merged:
            sheet.merge_cells("E2:E3")

    merged = workbook(lambda sheet: fill(sheet, merged=True))
    status, said = run(merged, name="bog.xlsx")
    place = re.compile(r":\d+:\d+: ")
    assert (status, place.sub(": ", said.splitlines(keepends=True)[0])) == (1, place.sub(": ", MERGED))
    assert EMPTY.strip() in run(TABLE)[1]


def test_the_bounds_that_the_guide_tells_are_those_that_hold():
    table = GUIDE[GUIDE.index("{#former}") : GUIDE.index("{#huller}")]
    told = [int(number.replace(".", "")) for number in re.findall(r"\| ([0-9.]+)[^|]* \|$", table, re.MULTILINE)]
    known = [files._MOST_BYTES // 10**6, grids.MOST_CELLS, grids.MOST_COLUMNS, grids.MOST_TABLES, files._LONGEST,
             accounting._MOST_FIGURES, source.MOST_BYTES // 1000]  # fmt: skip
    assert told == known


def test_the_first_look_is_what_the_guide_shows(run, tmp_path):
    file = tmp_path / "data/indicators/opdigtet-ledighed.yml"
    file.write_text(INDICATOR[: INDICATOR.index("import:")], "utf-8")
    status, said = run(TABLE)
    assert (status, LOOK in said, "\n  areas:\n    Hele landet: landet\n    Opdigtet: opdigtet\n" in said) == (
        0,
        True,
        True,
    )


def test_what_the_guide_says_of_fetching_is_what_an_import_may_say():
    wanted = parse(FROM, "x.yml")[0].value["import"]["from"]
    assert ImportFrom.model_validate(wanted).variables["Tid"] == ["*"]


def test_the_guide_tells_of_every_field_once():
    table = GUIDE[GUIDE.index("{#felter}") : GUIDE.index("{#fejl}")]
    assert sorted(re.findall(r"^\| `([a-z_]+)` \|", table, re.MULTILINE)) == sorted(
        field.alias or name for name, field in ImportMapping.model_fields.items()
    )
