"""The Data Package, held against what the frictionless package finds in the generated folder."""

import json

import frictionless
import frozen
import pytest
from sample import FILES, TARGETS, TODAY

from generator import site

LICENSED = FILES["site.yml"] + "licence_url: https://creativecommons.org/licenses/by/4.0/\n"


def write(data, folder, today=TODAY):
    for asset in site.build(data, today).assets:
        path = folder / asset.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(asset.data)
    return folder / "data/datapackage.json"


@pytest.fixture
def package(project, tmp_path):
    return lambda changes=None: write(project(changes), tmp_path / "out")


def errors(path):
    return frictionless.validate(str(path)).flatten(["name", "type", "fieldName", "rowNumber", "note"])


def test_frictionless_finds_nothing_wrong_with_the_sample(package):
    path = package(TARGETS)
    assert errors(path) == []
    assert len(json.loads(path.read_text("utf-8"))["resources"]) == 12


def test_frictionless_finds_nothing_wrong_with_a_whole_plan(tmp_path):
    path = write(frozen.DATA, tmp_path, frozen.TODAY)
    assert errors(path) == []
    figures = len(list((frozen.DATA / "indicators").glob("*.yml")))
    assert (
        len(json.loads(path.read_text("utf-8"))["resources"])
        == 10 + len(("ungeplan-2024", "pejlemaerker-2025")) + figures
    )


@pytest.mark.parametrize(
    ("file", "before", "after", "error"),
    [
        ("indikatorer/ledighed.csv", "2024-01-01", "i fjor", "type-error"),
        ("indikatorer/ledighed.csv", ",actual,", ",gættet,", "constraint-error"),
        ("indikatorer/ledighed.csv", "2024,2024-01-01,2024-12-31", "2023,2023-01-01,2023-12-31", "primary-key"),
        ("indikatorer/ledighed.csv", "period,", "periode,", "incorrect-label"),
        ("svar.csv", "ae-2", "ae-9", "foreign-key"),
        ("maal.csv", "ledighed", "findes-ikke", "foreign-key"),
    ],
)
def test_frictionless_would_find_what_is_wrong(package, file, before, after, error):
    path = package(TARGETS)
    table = path.parent / file
    table.write_text(table.read_text("utf-8").replace(before, after), "utf-8")
    assert {found[1] for found in errors(path)} == {error}


def test_the_files_for_excel_hold_the_same_schema(package):
    path = package(TARGETS)
    described = json.loads(path.read_text("utf-8"))
    for resource in described["resources"]:
        resource["path"] = resource["path"].replace(".csv", "-excel.csv")
        resource["encoding"] = "utf-8-sig"
        resource["dialect"]["delimiter"] = ";"
        for field in resource["schema"]["fields"]:
            if field["type"] == "number":
                field["decimalChar"] = ","
    path.write_text(json.dumps(described), "utf-8")
    assert errors(path) == []


def test_every_column_is_described_and_typed(package):
    for resource in json.loads(package().read_text("utf-8"))["resources"]:
        for field in resource["schema"]["fields"]:
            assert field["description"].endswith(".")
            assert field["title"]
            assert field["type"] in {"string", "number", "integer", "date", "boolean"}


def test_a_quotation_is_not_licensed_by_us(package):
    described = json.loads(package({"site.yml": LICENSED}).read_text("utf-8"))
    licences = [{"path": "https://creativecommons.org/licenses/by/4.0/", "title": "CC BY 4.0"}]
    assert described["licenses"] == licences
    quoted = {"punkter", "svar", "hoeringssvar", "loefter", "reaktioner", "beslutninger", "hvidbog-jobplan-2025"}
    assert {resource["name"] for resource in described["resources"] if "licenses" in resource} == quoted
    assert "licenses" not in json.loads(package().read_text("utf-8"))


def test_the_package_has_a_homepage_only_where_the_address_is_known(package):
    known = FILES["site.yml"] + "address: https://eksempelby.example/\n"
    assert json.loads(package({"site.yml": known}).read_text("utf-8"))["homepage"] == "https://eksempelby.example/"
    assert "homepage" not in json.loads(package().read_text("utf-8"))


def test_an_indicator_names_its_sources(package):
    resources = {item["name"]: item for item in json.loads(package().read_text("utf-8"))["resources"]}
    assert resources["indikator-ledighed"]["sources"] == [{"title": "Plan for job 2025"}]


@pytest.mark.parametrize(
    ("groups", "key"),
    [
        (("", ""), ["period", "area_id", "kind"]),
        (("mænd", "kvinder"), ["period", "area_id", "group", "kind"]),
        (("mænd", ""), None),
    ],
)
def test_no_column_of_a_primary_key_is_ever_empty(package, groups, key):
    lines = [
        f"  - {{period: '2024', area: eksempelby, group: '{group}', value: 5, kind: actual}}\n"
        for group in groups
        if group
    ]
    lines += [
        f"  - {{period: '{2021 + at}', area: eksempelby, value: 5, kind: actual}}\n"
        for at, group in enumerate(groups)
        if not group
    ]
    start = FILES["indicators/ledighed.yml"].partition("observations:")[0]
    path = package({"indicators/ledighed.yml": f"{start}observations:\n{''.join(lines)}"})
    (table,) = [one for one in json.loads(path.read_text("utf-8"))["resources"] if one["name"] == "indikator-ledighed"]
    assert table["schema"].get("primaryKey") == key
    assert errors(path) == []
