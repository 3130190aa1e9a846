import json


def test_schemas_are_written_for_the_editor(pejl, tmp_path):
    out = tmp_path / "a/skema"
    assert pejl("schema", "--out", out) == (0, f"Skemaerne ligger i {out}.\n", "")
    assert json.loads((out / "benchmark.json").read_text("utf-8"))["properties"]["number"]
