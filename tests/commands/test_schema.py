import json

from sample import FILES


def test_schemas_are_written_for_the_editor_with_the_ids_that_there_are(pejl, project):
    data = project({"benchmarks/p12.yml": FILES["benchmarks/p1.yml"]})
    assert pejl("schema", "--data", data) == (0, f"Skemaerne ligger i {data}/.schemas.\n", "")
    assert json.loads((data / ".schemas/benchmark.json").read_text("utf-8"))["properties"]["number"]
    assert json.loads((data / ".schemas/ids.json").read_text("utf-8"))["$defs"]["benchmark"] == {
        "enum": ["p1", "p12", "p2"]
    }


def test_schemas_are_no_records(pejl, project):
    data = project()
    pejl("schema", "--data", data)
    assert pejl("check", "--data", data)[0] == 0


def test_without_data_no_folder_is_made(pejl, tmp_path):
    assert pejl("schema", "--data", tmp_path / "nej") == (
        2,
        "",
        f"{tmp_path}/nej findes ikke. Angiv mappen med --data.\n",
    )
    assert not (tmp_path / "nej").exists()
