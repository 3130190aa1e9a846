"""The copy is blamed and not the original, whatever the two are called."""

import subprocess

import pytest
from conftest import problem_lines
from sample import FILES, GOAL, LETTER

from generator.reading import age
from generator.reading.age import newer_of


@pytest.fixture
def repository(project):
    """Write the sample, and keep it in a repository of its own, a second at a time."""
    data = project()

    def git(*arguments, second=0):
        day = f"2026-01-01T00:00:{second:02}+00:00"
        environment = {"GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": day, "PATH": "/usr/bin:/bin", "HOME": str(data)}
        names = ["-c", "user.name=Kim", "-c", "user.email=kim"]
        subprocess.run(["git", *names, *arguments], cwd=data, env=environment, check=True, capture_output=True)  # noqa: S603, S607

    def keep(second):
        git("add", ".")
        git("commit", "--quiet", "--message", "Kept", second=second)

    git("init", "--quiet")
    keep(1)
    return data, keep


def copies(data):
    return [line for line in problem_lines(data) if line.endswith("[kopi]")]


@pytest.mark.parametrize("name", ["a-ny", "zz-ny"])
@pytest.mark.parametrize("is_kept", [True, False])
def test_a_new_letter_that_is_a_copy_is_blamed_whatever_it_is_called(repository, name, is_kept):
    data, keep = repository
    (data / f"consultations/jobplan-2025/{name}.yml").write_text(FILES[LETTER], "utf-8")
    if is_kept:
        keep(2)
    assert problem_lines(data) == [
        (
            f"data/consultations/jobplan-2025/{name}.yml:1:1: fejl: Brevet er en kopi af data/{LETTER}. "
            "Skriv det nye brevs egne ord, eller slet filen. [kopi]"
        )
    ]


@pytest.mark.parametrize("name", ["a1", "m9"])
def test_a_new_record_that_is_a_copy_is_blamed_whatever_it_is_called(repository, name):
    data, _ = repository
    (data / f"goals/{name}.yml").write_text(FILES[GOAL], "utf-8")
    assert copies(data) == [
        f"data/goals/{name}.yml:1:1: fejl: Filen er en kopi af »m1«. Skriv det nye i den, eller slet den. [kopi]"
    ]


def test_of_two_that_came_at_the_same_time_none_is_blamed(project):
    data = project({"goals/a1.yml": FILES[GOAL]})
    assert newer_of(str(data / GOAL), str(data / "goals/a1.yml")) is None
    assert copies(data) == [
        (
            "data/goals/m1.yml:1:1: fejl: Filen er den samme som »a1«. Den ene er en kopi: skriv det nye i den, eller "
            "slet den. [kopi]"
        )
    ]


def test_without_git_nobody_is_blamed(project, monkeypatch):
    monkeypatch.setattr(age.shutil, "which", lambda _: None)
    data = project()
    assert newer_of(str(data / GOAL), str(data / LETTER)) is None
