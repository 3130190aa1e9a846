"""The plans that the bench measures with: valid, the same every time, and growing evenly."""

import datetime as dt
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from generator.base.problems import has_errors
from generator.model import Response
from generator.reading.loading import load
from generator.rules import check

PLAN = Path(__file__).parents[2] / "bench" / "plan.py"
TODAY = dt.date(2026, 1, 15)


def make(records, folder, seed=1):
    subprocess.run([sys.executable, PLAN, str(records), folder, "--seed", str(seed)], check=True)  # noqa: S603
    return folder


@pytest.fixture(scope="module")
def thousand(tmp_path_factory):
    return make(1000, tmp_path_factory.mktemp("plan"))


def contents(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.yml")}


def kinds(folder):
    """Count the records of each kind: files by their folder, letters by themselves, and points."""
    files = Counter(name.split("/")[0] for name in contents(folder) if "/" in name)
    letters = load(folder).of(Response).values()
    files["consultations"] -= len(letters)
    return files + Counter(letters=len(letters), points=sum(len(list(letter.points())) for letter in letters))


def test_a_small_plan_has_no_mistakes(tmp_path):
    loaded = load(make(60, tmp_path))
    found = [*loaded.problems, *check(loaded, TODAY)]
    assert not has_errors(found)
    # Some points are linked to nothing, as in life; nothing else is warned about.
    assert {str(problem.rule) for problem in found} == {"punkt-uden-kobling"}
    assert loaded.plan is not None


def test_the_same_seed_makes_the_same_bytes_and_another_does_not(tmp_path):
    first = contents(make(60, tmp_path / "first"))
    assert contents(make(60, tmp_path / "again")) == first
    assert contents(make(60, tmp_path / "other", seed=2)) != first


@pytest.mark.parametrize("records", [60, 137, 499])
def test_a_plan_has_as_many_records_as_are_asked_for(records, tmp_path):
    assert kinds(make(records, tmp_path)).total() == records


def test_every_kind_of_record_grows_as_the_plan_does(thousand, tmp_path):
    few = kinds(thousand)
    assert (few.total(), few["points"], few["letters"], few["benchmarks"]) == (1000, 740, 37, 48)
    assert kinds(make(2000, tmp_path)) == Counter({kind: 2 * count for kind, count in few.items()})


def test_a_third_of_the_points_wait_and_the_rest_are_in_every_other_state(thousand):
    letters = load(thousand).of(Response).values()
    states = Counter(point.state.value for letter in letters for _, point in letter.points())
    assert 0.30 < states.pop("uden svar i kilderne") / 740 < 0.37
    assert set(states) == {
        "under vurdering",
        "besvaret",
        "imødekommet",
        "delvist imødekommet",
        "ikke imødekommet",
        "taget til efterretning",
    }
    assert min(states.values()) >= 30
