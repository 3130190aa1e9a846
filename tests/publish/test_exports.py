import json
import subprocess
import sys

import pytest
from lxml import html
from sample import FILES, TODAY

from generator import site

LETTER = "consultations/jobplan-2025/aeldreraadet.yml"
ADDRESS = {"site.yml": FILES["site.yml"] + "address: https://eksempelby.example/pejl/\n"}


@pytest.fixture
def built(project):
    def build(changes=None):
        return site.build(project(changes), TODAY)

    return build


def test_every_file_has_an_address_that_stays(built):
    assert sorted(asset.path for asset in built().assets if asset.path.startswith("data/")) == [
        "data/area.json",
        "data/benchmark.json",
        "data/beslutninger-excel.csv",
        "data/beslutninger.csv",
        "data/catalog.jsonld",
        "data/consultation.json",
        "data/datapackage.json",
        "data/decision.json",
        "data/department.json",
        "data/document.json",
        "data/goal.json",
        "data/hoeringssvar-excel.csv",
        "data/hoeringssvar.csv",
        "data/hvidbog/jobplan-2025-excel.csv",
        "data/hvidbog/jobplan-2025.csv",
        "data/indicator.json",
        "data/indikatorer-excel.csv",
        "data/indikatorer.csv",
        "data/indikatorer/ledighed-excel.csv",
        "data/indikatorer/ledighed.csv",
        "data/initiative.json",
        "data/koblinger-excel.csv",
        "data/koblinger.csv",
        "data/links.json",
        "data/loefter-excel.csv",
        "data/loefter.csv",
        "data/maal-excel.csv",
        "data/maal.csv",
        "data/organisation.json",
        "data/overblik-excel.csv",
        "data/overblik.csv",
        "data/plan.json",
        "data/point.json",
        "data/punkter-excel.csv",
        "data/punkter.csv",
        "data/reaktioner-excel.csv",
        "data/reaktioner.csv",
        "data/recommendation.json",
        "data/response.json",
        "data/svar-excel.csv",
        "data/svar.csv",
        "data/target.json",
        "data/target_group.json",
        "data/term.json",
        "data/theme.json",
    ]


def test_every_file_is_linked_on_the_page_that_explains_them(built):
    made = built()
    page = next(page.body for page in made.pages if page.path == "data/index.md")
    files = [asset.path for asset in made.assets if asset.path.startswith("data/")]
    assert [path for path in files if f'href="../{path}"' not in page] == []


def test_every_column_is_explained_on_the_page(built):
    made = built()
    page = next(page.body for page in made.pages if page.path == "data/index.md")
    package = json.loads(next(asset.content for asset in made.assets if asset.path == "data/datapackage.json"))
    names = {field["name"] for resource in package["resources"] for field in resource["schema"]["fields"]}
    assert [name for name in names if f"<code>{name}</code>" not in page] == []


def test_the_examples_read_the_sites_own_file_where_its_address_is_known(built):
    def examples(changes):
        return next(page.body for page in built(changes).pages if page.path == "data/index.md")

    known = "https://eksempelby.example/pejl/data/indikatorer/ledighed.csv"
    assert examples(ADDRESS).count(f'"{known}"') == 2
    assert examples(None).count('"ledighed.csv"') == 2


def test_the_example_for_python_runs_beside_the_file(built, tmp_path):
    made = built()
    page = html.fromstring(next(page.body for page in made.pages if page.path == "data/index.md"))
    (example,) = [block.text_content() for block in page.iter("pre") if "pandas" in block.text_content()]
    figures = next(asset.content for asset in made.assets if asset.path == "data/indikatorer/ledighed.csv")
    (tmp_path / "ledighed.csv").write_text(figures, "utf-8")
    done = subprocess.run([sys.executable, "-c", example], cwd=tmp_path, capture_output=True, text=True, check=False)  # noqa: S603
    assert done.stderr == ""
    assert done.stdout.split()[:6] == ["period", "area", "group", "value", "unit", "0"]


def test_every_table_is_offered_with_its_size_its_extent_and_its_licence(built):
    page = html.fromstring(next(page.body for page in built().pages if page.path == "data/index.md"))
    (table,) = [one for one in page.iter("table") if one.findtext("caption") == "Tabeller, du kan hente"]
    rows = [[" ".join(cell.text_content().split()) for cell in row] for row in table.find("tbody")]
    assert rows[2] == [
        "Høringspunkter",
        "CSV (1 kB)",
        "Excel (1 kB)",
        "2",
        "32",
        "Har citater, som ikke er vores",
    ]
    names = [link.get("aria-label") for link in table.find("tbody")[2].iter("a")]
    assert names == [None, "CSV: Høringspunkter", "Excel: Høringspunkter"]
    assert [row[5] for row in rows].count("Sidens licens") == 4


def test_without_indicators_the_page_has_no_examples(built):
    others = {
        "benchmarks/p1.yml": FILES["benchmarks/p1.yml"].replace("indicator: ledighed", "benchmark: p2"),
        LETTER: FILES[LETTER].replace("indicator: ledighed", "goal: m1"),
    }
    made = built({"indicators/ledighed.yml": None, **others})
    page = next(page.body for page in made.pages if page.path == "data/index.md")
    assert "Excel" in page
    assert "pandas" not in page


def test_a_page_names_the_files_with_the_same_content(built):
    page = next(page for page in built().pages if page.path == "indikatorer/ledighed.md")
    assert [(file.path, file.media) for file in page.alternates] == [
        ("data/indikatorer/ledighed.csv", "text/csv"),
        ("data/indikatorer/ledighed-excel.csv", "text/csv"),
        ("data/indicator.json", "application/json"),
    ]
    page = next(page for page in built().pages if page.path == "pejlemaerker/p1.md")
    assert [(file.path, file.media) for file in page.alternates] == [
        ("data/benchmark.json", "application/json"),
        ("pejlemaerker/p1/opdateringer.xml", "application/atom+xml"),
    ]
