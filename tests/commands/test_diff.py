import json

import frozen
import pytest
from rewriting import Repository, copied

EDIT = {"file": "indicators/ledige.yml", "old": "value: 2550", "new": "value: 2500"}
TOLD = "Tal »Ledige«: Tallet for 2024 (fjordby) var 2.550 personer og er nu 2.500 personer."


@pytest.fixture
def repository(tmp_path):
    made = Repository(tmp_path / "town")
    made.commit("2026-02-01")
    return made


def test_two_folders_are_held_against_each_other(tmp_path, pejl):
    data = copied(tmp_path, [EDIT])
    assert pejl("diff", frozen.YEAR, data) == (0, f"Tal og krav\n  {TOLD}\n1 ændring.\n", "")
    assert pejl("diff", data, data) == (0, "Der er ingen ændringer.\n", "")


def test_without_a_new_version_the_folder_is_taken_as_it_is(repository, pejl):
    repository.commit("2026-03-01", EDIT)
    (repository.data / "site.yml").write_text("title: Ny\n", "utf-8")
    status, said, _ = pejl("diff", "HEAD~1", "--data", repository.data, "--format", "json")
    assert status == 0
    assert TOLD in [change["sentence"] for change in json.loads(said)]
    assert "Vores egne ord" in [change["kind"] for change in json.loads(said)]
    assert pejl("diff", "HEAD~1", "HEAD", "--data", repository.data)[1] == f"Tal og krav\n  {TOLD}\n1 ændring.\n"


def test_a_pull_request_gets_markdown(tmp_path, pejl):
    data = copied(tmp_path, [EDIT])
    assert pejl("diff", frozen.YEAR, data, "--format", "markdown")[1] == f"### Tal og krav\n\n- {TOLD}\n\n1 ændring.\n"


def test_an_unknown_version_is_an_error(repository, pejl):
    assert pejl("diff", "nope", "--data", repository.data) == (
        2,
        "",
        "Der er ingen mappe og ingen revision, der hedder »nope«. Hent den med: git fetch origin nope\n",
    )
