import json

import pytest
from rewriting import Repository
from sample import FILES

BAD = {"indicators/ledighed.yml": FILES["indicators/ledighed.yml"].replace("value: 2550", "value: 72,3")}


def test_good_data_ends_with_a_count_and_status_0(project, pejl):
    assert pejl("check", "--data", project()) == (0, "Ingen fejl og ingen advarsler.\n", "")


def test_bad_data_ends_with_status_1_and_a_line_for_the_editor(project, pejl):
    data = project(BAD)
    assert pejl("check", "--data", data) == (
        1,
        (
            f"{data.as_posix()}/indicators/ledighed.yml:12:12: fejl: »72,3« er ikke et tal. "
            "Skriv 72.3 med punktum. [tal]\n1 fejl og ingen advarsler.\n"
        ),
        "",
    )


def test_github_gets_annotations(project, pejl):
    data = project(BAD)
    status, said, _ = pejl("check", "--data", data, "--format", "github")
    assert status == 1
    assert said.startswith(
        f"::error file={data.as_posix()}/indicators/ledighed.yml,line=12,col=12,title=tal::»72,3« er ikke et tal."
    )


def test_other_tools_get_json(project, pejl):
    status, said, _ = pejl("check", "--data", project(BAD), "--format", "json")
    assert (status, [row["rule"] for row in json.loads(said)]) == (1, ["tal"])


def test_a_report_is_added_to_a_file(project, pejl, tmp_path):
    report = tmp_path / "report.md"
    report.write_text("Før\n", "utf-8")
    data = project(BAD | {"site.yml": FILES["site.yml"].replace("licence:", "address: https://by.dk/plan/\nlicence:")})
    assert pejl("check", "--data", data, "--report", report)[0] == 1
    said = report.read_text("utf-8")
    assert said.startswith("Før\n## Tjek af data\n\n1 fejl og ingen advarsler.\n")
    assert "[tal](https://by.dk/plan/redaktoer/#regler-tal)" in said


def test_a_report_that_cannot_be_written_is_refused(project, pejl, tmp_path):
    status, _, said = pejl("check", "--data", project(), "--report", tmp_path / "none" / "report.md")
    assert status == 2
    assert f"{tmp_path}/none/report.md kan ikke skrives. Angiv en fil i en mappe, der findes" in said
    status, _, said = pejl("check", "--data", project(), "--report", tmp_path)
    assert (status, f"{tmp_path} er en mappe. Angiv en fil." in said) == (2, True)


@pytest.fixture
def repository(tmp_path, monkeypatch):
    monkeypatch.setenv("PEJL_TODAY", "2027-01-15")
    made = Repository(tmp_path / "town")
    made.commit("2026-02-01")
    return made


def test_what_is_rewritten_since_a_revision_is_a_mistake_as_well(repository, pejl):
    assert pejl("check", "--data", repository.data, "--against", "HEAD") == (0, "Ingen fejl og ingen advarsler.\n", "")
    repository.commit("2026-03-01", {"file": "indicators/ledige.yml", "old": "value: 2550", "new": "value: 2500"})
    assert pejl("check", "--data", repository.data)[0] == 0
    assert pejl("check", "--data", repository.data, "--against", "HEAD~1") == (
        1,
        (
            f"{repository.data.as_posix()}/indicators/ledige.yml:10:42: fejl: Tallet for 2024 var 2.550 personer og er "
            "nu 2.500 personer. Skriv det gamle tal og grunden i »revised«. [omskrevet]\n1 fejl og ingen advarsler.\n"
        ),
        "",
    )


@pytest.mark.parametrize("form", ["text", "github", "json"])
def test_an_unknown_revision_is_never_green(repository, pejl, form):
    assert pejl("check", "--data", repository.data, "--against", "origin/main", "--format", form) == (
        2,
        "",
        "Der er ingen mappe og ingen revision, der hedder »origin/main«. Hent den med: git fetch origin main\n",
    )


def test_at_a_terminal_the_line_is_shown_with_a_mark(project, pejl, monkeypatch):
    data = project(BAD)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert pejl("check", "--data", data)[1].splitlines()[1:] == [
        "        value: 72,3",
        "               ^",
        "1 fejl og ingen advarsler.",
    ]


def test_pages_written_by_hand_are_checked_as_well(project, pejl, tmp_path, monkeypatch):
    (tmp_path / "sider").mkdir()
    (tmp_path / "sider/om.md").write_text("# Om\n\n[a](javascript:b)\n", "utf-8")
    monkeypatch.setenv("PEJL_CONTENT", str(tmp_path / "sider"))
    assert pejl("check", "--data", project()) == (
        1,
        (
            f"{tmp_path.as_posix()}/sider/om.md:3:5: fejl: Adressen »javascript:b« kan ikke bruges. Brug https:, "
            "mailto: eller tel:, eller en side her. [webadresse]\n1 fejl og ingen advarsler.\n"
        ),
        "",
    )
