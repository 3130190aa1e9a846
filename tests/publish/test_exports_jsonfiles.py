import json

import pytest
from sample import FILES, TARGET, TARGETS, TODAY

from generator import site
from generator.editing import schema


@pytest.fixture
def read(asset):
    return lambda path, changes=None: json.loads(asset(path, changes))


def test_every_type_of_record_has_a_file(project):
    paths = {asset.path for asset in site.build(project(), TODAY).assets}
    assert {f"data/{name}.json" for name in {*schema.schemas(), "point"} - {"site", "gone"}} <= paths


def test_a_record_is_as_its_editor_wrote_it_without_what_is_empty(read):
    assert read("data/theme.json") == {
        "records": [{"id": "job", "type": "theme", "page": "emner/job/", "title": "Job", "summary": "Alt om job."}]
    }


def test_a_period_says_what_it_is_called_and_what_it_covers(read):
    observation = read("data/indicator.json")["records"][0]["observations"][0]
    assert observation == {
        "period": {"start": "2023-01-01", "end": "2023-12-31", "code": "2023", "label": "2023"},
        "area": "eksempelby",
        "value": 2550.0,
        "kind": "actual",
        "revised": [],
    }


def test_a_point_says_where_it_stands_and_how_it_is_answered(read):
    first, second = read("data/point.json")["records"]
    assert first == {
        "id": "ae-1",
        "type": "point",
        "page": "hoeringer/jobplan-2025/aeldreraadet/#ae-1",
        "response": "jobplan-2025/aeldreraadet",
        "organisation": "aeldreraadet",
        "received": "2025-03-03",
        "heading": "1. Job først OG 2. En samlet plan",
        "state": "uden svar i kilderne",
        "summary": "Rådet spørger om planen.",
        "text": "Hvad betyder planen?",
        "continues": False,
        "kind": "spørgsmål",
        "benchmarks": ["p2"],
        "themes": ["job"],
        "history": [],
        "replies": [],
        "links": [{"goal": "m1", "why": "Målet siger, hvad planen vil."}],
    }
    assert (second["state"], second["benchmarks"], len(second["history"])) == ("imødekommet", ["p1", "p2"], 2)


def test_a_target_says_how_it_and_each_of_its_parts_stand(read):
    figure = "  - {period: '2025', area: eksempelby, group: unge, value: 2300, kind: actual}\n"
    indicator = FILES["indicators/ledighed.yml"].partition("observations:")[0] + f"observations:\n{figure}"
    measured = "unit: personer\n    indicator: ledighed\n    group: unge\n"
    target = TARGET.replace("unit: personer\n", measured).replace("    offset: -0.2\n    indicator: ledighed\n", "")
    target = target.replace("year: 2026", "year: 2025")
    (record,) = read("data/target.json", TARGETS | {"indicators/ledighed.yml": indicator, "targets/t1.yml": target})[
        "records"
    ]
    assert record["status"] == "ingen måling"
    unmeasured, measured = (part["result"] for part in record["parts"])
    assert unmeasured == {"status": "ingen måling", "rule": "ingen måling", "reason": "ingen indikator", "sources": []}
    assert measured == {
        "status": "mål nået",
        "rule": "kravet gælder",
        "status_value": 2300.0,
        "status_unit": "personer",
        "status_period": "2025",
        "status_kind": "actual",
        "threshold": 2300.0,
        "sources": [{"document": "plan-2025", "section": "2.1 Rammer"}],
    }


def test_every_record_says_where_on_the_site_it_stands(project):
    built = site.build(project(TARGETS), TODAY)
    pages = {page.path.removesuffix("index.md").removesuffix(".md").rstrip("/"): page.body for page in built.pages}
    files = [
        json.loads(asset.content) for asset in built.assets if asset.path.endswith(".json") and "data/" in asset.path
    ]
    places = [record["page"].split("#") for file in files for record in file.get("records", file.get("nodes", []))]
    assert len(places) > 20
    assert [place for place in places if place[0].rstrip("/") not in pages] == []
    assert [place for place in places if f'id="{place[-1]}"' not in pages[place[0].rstrip("/")] and place[1:]] == []


def test_text_stays_text(read):
    changed = FILES["benchmarks/p1.yml"].replace("title: Job først", "title: '=SUM(A1) \"æøå\"'")
    titles = [record["title"] for record in read("data/benchmark.json", {"benchmarks/p1.yml": changed})["records"]]
    assert titles == ['=SUM(A1) "æøå"', "En samlet plan"]


def test_the_graph_joins_records_that_are_there(read):
    graph = read("data/links.json")
    nodes = {(node["type"], node["id"]) for node in graph["nodes"]}
    ends = {(link[end]["type"], link[end]["id"]) for link in graph["links"] for end in ("source", "target")}
    assert ends <= nodes
    assert graph["links"][0] == {
        "source": {"type": "point", "id": "ae-1"},
        "target": {"type": "benchmark", "id": "p2"},
        "editorial": False,
        "stale": False,
    }
    assert [link["why"] for link in graph["links"] if link["editorial"]] == [
        "Tallet viser, hvor mange der er ledige.",
        "Målet siger, hvad planen vil.",
        "Tallet viser, om der er job nok.",
        "Begge handler om job.",
    ]


def test_a_node_has_a_title_and_a_page(read):
    nodes = {node["id"]: node for node in read("data/links.json")["nodes"]}
    assert nodes["ae-1"]["title"] == "Rådet spørger om planen."
    assert nodes["m1"] == {"type": "goal", "id": "m1", "title": "Flere i job", "page": "ministermaal/m1/"}


def test_a_record_is_a_line_so_that_two_versions_can_be_compared(asset):
    lines = asset("data/benchmark.json").splitlines()
    assert len(lines) == 4
    assert lines[0] == '{"records": ['
    assert json.loads(lines[1].rstrip(","))["id"] == "p1"


def test_a_type_without_records_is_an_empty_list(read):
    assert read("data/initiative.json") == {"records": []}
