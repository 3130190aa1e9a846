import json
import re

import pytest

from generator.editing.schema import schemas, written
from generator.model.period import PERIOD_SCHEMA, Period, PeriodError


def needed(schema):
    return [name for part in schema["allOf"] for name in part["required"]]


def parts(schema):
    """Give a schema and every schema inside it."""
    yield schema
    for key in ("properties", "patternProperties", "$defs"):
        for part in schema.get(key, {}).values():
            yield from parts(part)
    for key in ("items", "additionalProperties"):
        if isinstance(schema.get(key), dict):
            yield from parts(schema[key])
    for part in [*schema.get("anyOf", ()), *schema.get("allOf", ())]:
        yield from parts(part)


def test_there_is_a_schema_for_every_kind_of_file():
    assert {"site", "document", "benchmark", "goal", "indicator", "consultation", "response", "term"} <= set(schemas())


def test_keys_that_follow_from_the_files_name_are_not_asked_for():
    assert "id" not in schemas()["benchmark"]["properties"]
    letter = schemas()["response"]
    assert not {"id", "organisation", "consultation"} & {*letter["properties"], *needed(letter)}
    assert "id" in needed(schemas()["term"]["items"])


def test_keys_are_explained_in_danish_and_unknown_ones_refused():
    benchmark = schemas()["benchmark"]
    assert benchmark["properties"]["number"]["title"] == "Nummer"
    assert benchmark["additionalProperties"] is False
    assert benchmark["$defs"]["DeliveryState"]["enum"][0] == "ikke startet"


def test_the_developers_own_docstrings_are_not_shown_to_editors():
    for schema in schemas().values():
        parts = [schema.get("items", schema), *schema.get("$defs", {}).values()]
        assert [part["description"] for part in parts if "description" in part] == []


def test_everything_that_can_be_wrong_is_said_in_danish():
    known = {
        "$schema",
        "$defs",
        "$ref",
        "title",
        "description",
        "errorMessage",
        "allOf",
        "anyOf",
        "items",
        "properties",
    }
    told = {"type", "enum", "pattern", "required", "additionalProperties", "patternProperties"}
    for schema in schemas().values():
        for part in parts(schema):
            assert set(part) <= known | told
            assert "errorMessage" in part or not told & set(part)


def test_nothing_is_filled_in_that_the_check_would_refuse():
    for schema in schemas().values():
        assert [part for part in parts(schema) if "default" in part or part.get("type") == "null"] == []


def test_a_reference_offers_the_ids_that_there_are_and_allows_another():
    files = written([("indicator", "b"), ("indicator", "a"), ("benchmark", "p1"), ("response", "sag/raad")])
    link = json.loads(files["benchmark.json"])["$defs"]["Link"]["properties"]["indicator"]
    message = "Det er ikke et id. Brug kun små bogstaver a-z, cifre og bindestreg, højst 80 tegn."
    assert link == {
        "title": "Indikator",
        "description": "Id på den indikator, der kobles til.",
        "errorMessage": message,
        "anyOf": [
            {"type": ["string", "number"], "pattern": "^[a-z0-9]+(?:-[a-z0-9]+)*$", "errorMessage": message},
            {"$ref": "ids.json#/$defs/indicator"},
        ],
    }
    ids = json.loads(files["ids.json"])["$defs"]
    assert (ids["indicator"], ids["benchmark"], ids["goal"]) == ({"enum": ["a", "b"]}, {"enum": ["p1"]}, {"enum": []})
    assert "response" not in ids


@pytest.mark.parametrize(
    "text",
    [
        *("2020", "2020-05", "2020-05-31", "2020-K2", "2020-H1", "2020-ultimo", "2021-K3/2022-K2", "2020-primo/2021"),
        *("2020-13", "2020-K5", "2020-H3", "1820", "2020-", "2020/", "2020-05-32", "20201", "2020 ", "2020-K2/"),
    ],
)
def test_a_period_looks_as_the_check_reads_it(text):
    try:
        Period.parse(text)
        is_period = True
    except PeriodError:
        is_period = False
    assert bool(re.search(PERIOD_SCHEMA, text)) is is_period
