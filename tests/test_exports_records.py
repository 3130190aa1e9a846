import json

import pytest
from sample import FILES, TODAY

from generator import schema, site
from generator.exports import records


@pytest.fixture
def text(project):
    def build(path, changes=None):
        built = site.build(project(changes), TODAY)
        return next(asset.content for asset in built.assets if asset.path == path)

    return build


@pytest.fixture
def read(text):
    return lambda path, changes=None: json.loads(text(path, changes))


def test_every_type_of_record_has_a_file_and_a_name():
    assert set(records.TITLES) == set(schema.schemas()) - {"site"} | {"point"}


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
        "state": "ikke besvaret",
        "summary": "Rådet spørger om planen.",
        "text": "Hvad betyder planen?",
        "continues": False,
        "kind": "spørgsmål",
        "benchmarks": ["p2"],
        "themes": ["job"],
        "history": [],
        "links": [{"goal": "m1", "why": "Målet siger, hvad planen vil."}],
    }
    assert (second["state"], second["benchmarks"], len(second["history"])) == ("imødekommet", ["p1", "p2"], 2)


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
        "Begge handler om job.",
        "Målet siger, hvad planen vil.",
        "Tallet viser, om der er job nok.",
    ]


def test_a_node_has_a_title_and_a_page(read):
    nodes = {node["id"]: node for node in read("data/links.json")["nodes"]}
    assert nodes["ae-1"]["title"] == "Rådet spørger om planen."
    assert nodes["m1"] == {"type": "goal", "id": "m1", "title": "Flere i job", "page": "ministermaal/m1/"}


def test_a_record_is_a_line_so_that_two_versions_can_be_compared(text):
    lines = text("data/benchmark.json").splitlines()
    assert len(lines) == 4
    assert lines[0] == '{"records": ['
    assert json.loads(lines[1].rstrip(","))["id"] == "p1"


def test_a_type_without_records_is_an_empty_list(read):
    assert read("data/initiative.json") == {"records": []}
