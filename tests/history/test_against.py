"""Histories rewritten, each refused at its line with what to write instead; and as many honest changes, which pass."""

from pathlib import Path

import frozen
import pytest
import yaml
from rewriting import copied

from generator.history.against import rewritten

EDITS = yaml.safe_load((Path(__file__).parent / "edits.yml").read_text("utf-8"))


def cases(name):
    return pytest.mark.parametrize("case", [pytest.param(case, id=case["what"]) for case in EDITS[name]])


def refused(folder, case):
    data = copied(folder, case["edits"])
    return [str(problem).replace(f"{folder.as_posix()}/data/", "") for problem in rewritten(data, str(frozen.YEAR))]


@cases("refused")
def test_what_is_rewritten_is_refused_at_its_line(tmp_path, case):
    assert refused(tmp_path, case) == case["refused"] != []


@cases("honest")
def test_an_honest_change_passes(tmp_path, case):
    assert refused(tmp_path, case) == []


def test_there_are_many_of_each():
    assert len(EDITS["refused"]) > 30
    assert len(EDITS["honest"]) > 30


def test_nothing_else_is_told_of_a_file_that_cannot_be_read(tmp_path):
    data = copied(tmp_path, [{"file": "goals/m1.yml", "old": "title: Flere i job", "new": "title: [Flere"}])
    (problem,) = rewritten(data, str(frozen.YEAR))
    assert problem.location.path.endswith("goals/m1.yml")
