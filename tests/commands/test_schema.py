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


def ids(data, kind):
    return json.loads((data / ".schemas/ids.json").read_text("utf-8"))["$defs"][kind]["enum"]


SOURCE = ("--set", "title=Referat", "--set", "publisher=Byen", "--set", "kind=referat", "--set", "date=2026-01-10",
          "--set", "final=ja", "--set", "rights=Byens.", "--set", "used_for=Svar.")  # fmt: skip


def test_the_list_of_ids_follows_a_new_record_and_a_new_id(pejl, project):
    data = project()
    pejl("schema", "--data", data)
    shown = pejl("new", "kilde", *SOURCE, "--data", data)
    assert (shown[0], "referat" in ids(data, "document")) == (0, False)
    status, said, _ = pejl("new", "kilde", *SOURCE, "--data", data, "--write")
    renewed = f"Listen over id'er i {data}/.schemas er også fornyet. Send det nu ind som et forslag.\n"
    assert (status, said.endswith(f"Skrevet. Det følger alle regler. {renewed}")) == (0, True)
    assert ids(data, "document") == ["brev-2025", "plan-2025", "referat"]
    status, said, _ = pejl("rename", "p1", "job-foerst", "--data", data, "--write")
    assert (status, said.endswith(f"Skrevet. Den gamle adresse fører videre til den nye. {renewed}")) == (0, True)
    assert ids(data, "benchmark") == ["job-foerst", "p2"]


def test_without_schemas_no_list_of_ids_is_made(pejl, project):
    data = project()
    assert pejl("new", "kilde", *SOURCE, "--data", data, "--write")[0] == 0
    assert not (data / ".schemas").exists()
