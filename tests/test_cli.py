import json
import subprocess
import sys
from pathlib import Path

import pytest
from sample import FILES

from generator import cli

ROOT = Path(__file__).parent.parent
BAD = {"indicators/ledighed.yml": FILES["indicators/ledighed.yml"].replace("value: 2550", "value: 72,3")}


def run(*arguments):
    return cli.main([str(argument) for argument in arguments])


def test_good_data_ends_with_a_count_and_status_0(project, capsys):
    assert run("check", "--data", project()) == 0
    assert capsys.readouterr().out == "Ingen fejl og ingen advarsler.\n"


def test_bad_data_ends_with_status_1_and_a_line_for_the_editor(project, capsys):
    data = project(BAD)
    assert run("check", "--data", data) == 1
    assert capsys.readouterr().out == (
        f"{data.as_posix()}/indicators/ledighed.yml:12:12: fejl: »72,3« er ikke et tal. Skriv 72.3 med punktum. [tal]\n"
        "1 fejl og ingen advarsler.\n"
    )


def test_github_gets_annotations(project, capsys):
    data = project(BAD)
    assert run("check", "--data", data, "--format", "github") == 1
    assert capsys.readouterr().out.startswith(
        f"::error file={data.as_posix()}/indicators/ledighed.yml,line=12,col=12,title=tal::»72,3« er ikke et tal."
    )


def test_other_tools_get_json(project, capsys):
    assert run("check", "--data", project(BAD), "--format", "json") == 1
    assert [row["rule"] for row in json.loads(capsys.readouterr().out)] == ["tal"]


def test_wrong_usage_ends_with_status_2():
    with pytest.raises(SystemExit) as stopped:
        run("chekc")
    assert stopped.value.code == 2


def test_a_bug_of_ours_says_so_and_ends_with_status_3(project, capsys, monkeypatch):
    def fall(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(cli.site, "check", fall)
    assert run("check", "--data", project()) == 3
    assert "Det er en fejl i Pejl, ikke i dine data." in capsys.readouterr().err


def test_schemas_are_written_for_the_editor(tmp_path, capsys):
    assert run("schema", "--out", tmp_path / "skema") == 0
    assert json.loads((tmp_path / "skema" / "benchmark.json").read_text("utf-8"))["properties"]["number"]
    assert capsys.readouterr().out == f"Skemaerne ligger i {tmp_path / 'skema'}.\n"


def test_pages_are_written_as_markdown(project, tmp_path):
    assert run("pages", "--data", project(), "--out", tmp_path / "ud") == 0
    text = (tmp_path / "ud/pejlemaerker/p1.md").read_text("utf-8")
    assert text.startswith('---\n{"title": "Pejlemærke 1: Job først"')
    assert (tmp_path / "ud/data/indikatorer/ledighed.csv").is_file()


def test_bad_data_writes_no_pages(project, tmp_path, capsys):
    assert run("pages", "--data", project(BAD), "--out", tmp_path / "ud") == 1
    assert "[tal]" in capsys.readouterr().err
    assert not (tmp_path / "ud").exists()


def test_confirm_reads_what_nobody_has_read_and_then_nothing(project, capsys):
    data = project()
    assert run("confirm", "--data", data) == 0
    assert capsys.readouterr().out == "5 linjer er skrevet.\n"
    assert run("confirm", "--data", data) == 0
    assert capsys.readouterr().out == "0 linjer er skrevet.\n"


def test_a_changed_text_is_confirmed_only_by_its_id(project, capsys):
    data = project()
    run("confirm", "--data", data)
    path = data / "indicators/ledighed.yml"
    path.write_text(path.read_text("utf-8").replace("Personer uden job.", "Personer uden løn."), "utf-8")
    capsys.readouterr()
    assert run("confirm", "--data", data) == 0
    assert capsys.readouterr().out == "0 linjer er skrevet.\n"
    assert run("confirm", "--data", data, "p1") == 0
    assert capsys.readouterr().out == "1 linjer er skrevet.\n"


def test_confirm_knows_when_an_id_is_wrong(project, capsys):
    assert run("confirm", "--data", project(), "p99") == 2
    assert capsys.readouterr().err == "Ingen koblinger eller svar hører til: p99.\n"


def build(data, out):
    command = [sys.executable, "-m", "generator", "build", "--data", str(data), "--out", str(out)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603


def test_a_build_says_where_the_site_is(project, tmp_path):
    done = build(project(), tmp_path / "site")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        f"Ingen fejl og ingen advarsler.\nSiden ligger i {tmp_path / 'site'}. Se den med: make serve\n"
    )
    assert "Job først" in (tmp_path / "site/pejlemaerker/p1/index.html").read_text("utf-8")


def test_bad_data_leaves_the_last_good_site(project, tmp_path):
    out = tmp_path / "site"
    assert build(project(), out).returncode == 0
    before = {path: path.read_bytes() for path in out.rglob("*.html")}
    done = build(project(BAD), out)
    assert done.returncode == 1
    assert done.stderr.endswith(f"[tal]\n1 fejl og ingen advarsler.\nSiden er ikke bygget. {out} er, som den var.\n")
    assert {path: path.read_bytes() for path in out.rglob("*.html")} == before
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_new_build_replaces_the_last_one_whole(project, tmp_path):
    out = tmp_path / "site"
    assert build(project(), out).returncode == 0
    (out / "gammel.html").write_text("væk", "utf-8")
    assert build(project(), out).returncode == 0
    assert not (out / "gammel.html").exists()


def test_a_folder_that_is_not_a_site_is_never_replaced(project, tmp_path):
    folder = tmp_path / "breve"
    folder.mkdir()
    (folder / "brev.txt").write_text("vigtigt", "utf-8")
    done = build(project(), folder)
    assert done.returncode == 2
    assert done.stderr == f"{folder} er ikke en side, som Pejl har bygget. Vælg en anden mappe med --out.\n"
    assert (folder / "brev.txt").read_text("utf-8") == "vigtigt"
