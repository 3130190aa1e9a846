from generator.editing.schema import schemas


def test_there_is_a_schema_for_every_kind_of_file():
    assert {"site", "document", "benchmark", "goal", "indicator", "consultation", "response", "term"} <= set(schemas())


def test_keys_that_follow_from_the_files_name_are_not_asked_for():
    assert "id" not in schemas()["benchmark"]["properties"]
    letter = schemas()["response"]
    assert not {"id", "organisation", "consultation"} & {*letter["properties"], *letter["required"]}
    assert "id" in schemas()["term"]["items"]["required"]


def test_keys_are_explained_in_danish_and_unknown_ones_refused():
    benchmark = schemas()["benchmark"]
    assert benchmark["properties"]["number"]["title"] == "Nummer"
    assert benchmark["additionalProperties"] is False
    assert benchmark["$defs"]["DeliveryState"]["enum"][0] == "ikke startet"


def test_the_developers_own_docstrings_are_not_shown_to_editors():
    for schema in schemas().values():
        parts = [schema.get("items", schema), *schema.get("$defs", {}).values()]
        assert [part["description"] for part in parts if "description" in part] == []
