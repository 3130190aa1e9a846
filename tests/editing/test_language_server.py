"""What an editor is told while writing, by the real yaml-language-server over its own protocol."""

import json
import os
import shutil
from contextlib import contextmanager
from pathlib import Path

import frozen
import language_server
import pytest
from sample import FILES, INDICATOR, SOURCE, changed

from generator.editing.schema import FOLDER, written
from generator.reading.loading import load

SCHEMAS = json.loads((frozen.ROOT / ".vscode/settings.json").read_text("utf-8"))["yaml.schemas"]

P1 = "benchmarks/p1.yml"
BENCHMARK = FILES[P1]
FIELDS_OF_A_LINK = "benchmark, goal, indicator, target, initiative, recommendation, why og seen"
NO_ID = "Det er ikke et id. Brug kun små bogstaver a-z, cifre og bindestreg, højst 80 tegn."
NO_SECTION = "Feltet »section« mangler. Tilføj det: Afsnit. Afsnittet i kilden, for eksempel »2.1 Rammevilkår«."
NO_DATE = "Det er ikke en dato. Skriv den som 2025-11-21 (år-måned-dag)."
NO_PERIOD = (
    "Det er ikke en periode. Skriv 2020, 2020-05, 2020-05-31, 2020-K2 (kvartal), 2020-H1 (halvår), 2020-ultimo eller "
    "et spænd som 2021-K3/2022-K2."
)
NO_FINGERPRINT = (
    "Det er ikke et fingeraftryk i anførselstegn. Slet linjen, eller skriv de otte tegn, som pejl confirm skriver, for "
    'eksempel "5e570912".'
)


@contextmanager
def serving(root: Path, data: Path, schemas: dict[str, str]):
    """Run the server for a copy of a data folder, with the schemas that `pejl schema` writes."""
    if reason := language_server.missing():
        if os.environ.get("PEJL_REQUIRE_LANGUAGE_SERVER") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    shutil.copytree(data, root / "data")
    (root / "data" / FOLDER).mkdir()
    for name, text in written(load(data).origins).items():
        (root / "data" / FOLDER / name).write_text(text, "utf-8")
    with language_server.running(root, {"yaml": {"schemas": schemas, "schemaStore": {"enable": False}}}) as server:
        yield server


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    """Run the server for the frozen plan."""
    with serving(tmp_path_factory.mktemp("plan"), frozen.DATA, SCHEMAS) as server:
        yield server


@pytest.mark.parametrize("data", [frozen.DATA, frozen.YEAR], ids=["letters", "year"])
def test_a_file_that_the_check_accepts_is_green(tmp_path, data):
    with serving(tmp_path, data, SCHEMAS) as server:
        paths = sorted((tmp_path / "data").rglob("*.yml"))
        names = [server.open(path, path.read_text("utf-8")) for path in paths]
        assert len(paths) > 30
        assert {name: found for name in names if (found := server.found(name))} == {}


@pytest.mark.parametrize(
    ("name", "change", "told"),
    [
        (P1, ("number: 1", "number: et"), (1, "Skriv et helt tal uden anførselstegn.")),
        (P1, ("title: Job først", "title:"), (2, "Skriv en tekst.")),
        (P1, ("indicator: led", "indikator: led"), (6, f"Det kendes ikke her. Felterne er {FIELDS_OF_A_LINK}.")),
        (P1, ("indicator: led", "indicator: Led"), (6, NO_ID)),
        (P1, (SOURCE, "themes: job\n" + SOURCE), (8, "Skriv en liste, hvor hvert punkt begynder med »- «.")),
        (P1, (SOURCE, "    seen: 75711082\n" + SOURCE), (8, NO_FINGERPRINT)),
        (P1, (SOURCE, ""), (1, "Feltet »source« mangler. Tilføj det: Kilde.")),
        (P1, ("  section: 2.1 Rammer\n", ""), (8, NO_SECTION)),
        (INDICATOR, ("period: 2024", "period: 2024-K5"), (14, NO_PERIOD)),
        (INDICATOR, ("value: 2550", "value: 2.550,5"), (12, "Det er ikke et tal. Skriv kun cifre, for eksempel 72.3.")),
        (INDICATOR, ("direction: down", "direction: ned"), (5, "Det kan ikke stå her. Skriv up, down eller none.")),
        ("benchmarks/p2.yml", ("date: 2025-01-01", "date: 01-01-2025"), (11, NO_DATE)),
    ],
)
def test_a_mistake_is_told_in_danish_at_its_line(town, tmp_path, name, change, told):
    text = changed(name, change)[name]
    assert town.found(town.open(town.root / "data" / Path(name).with_stem(tmp_path.name), text)) == [told]


def test_ids_are_offered_and_a_new_one_is_no_mistake(town):
    text = BENCHMARK.replace("indicator: ledighed", "indicator: ")
    offered = town.offered(town.root / "data/benchmarks/valg.yml", text, 6, 16)
    assert {"ledige", "rummelige-firmaer"} <= set(offered)
    new = town.open(town.root / "data/benchmarks/nyt.yml", BENCHMARK.replace(": ledighed", ": findes-endnu-ikke"))
    assert town.found(new) == []


def test_what_is_accepted_writes_no_value_of_its_own(town):
    offered = town.offered(town.root / "data/benchmarks/felt.yml", BENCHMARK + "\n", 11, 1)
    assert offered["no_metric"] == "no_metric: "
    assert offered["quotes"] == "quotes:\n  - "


def test_the_line_in_a_new_file_leads_to_its_schema_in_any_editor(tmp_path):
    with serving(tmp_path, frozen.DATA, {}) as server:
        line = "# yaml-language-server: $schema=../.schemas/benchmark.json\n"
        name = server.open(tmp_path / "data/benchmarks/nyt.yml", line + BENCHMARK.replace("number: 1", "number: et"))
        assert server.found(name) == [(2, "Skriv et helt tal uden anførselstegn.")]
