"""What a folder of data would say with some files changed: every rule is held against it before anything is written."""

from __future__ import annotations

import dataclasses
import datetime as dt
import shutil
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from generator import rules
from generator.base.problems import Problem, Severity
from generator.editing.rewriting import Change, remove
from generator.reading.loaded import Loaded
from generator.reading.loading import load


def tried(data: Path, changes: Sequence[Change], today: dt.date) -> tuple[Loaded, list[Problem]]:
    """Load a copy of a data folder with files changed, and give every problem in it, as if it stood where it should."""
    with tempfile.TemporaryDirectory() as place:
        copy = Path(place) / "data"
        if data.is_dir():
            shutil.copytree(data, copy, symlinks=True)
        for change in changes:
            path = copy / change.path.relative_to(data)
            if change.after is None:
                remove(path)
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(change.after, "utf-8", newline="")
        loaded = load(copy)
        found = [*loaded.problems, *rules.check(loaded, today)]
        return loaded, [_moved(problem, copy, data) for problem in found]


def worse(before: Sequence[Problem], after: Sequence[Problem]) -> list[Problem]:
    """Give the errors that a change makes; where they stand does not count, because lines move."""
    known = Counter((problem.location.path, problem.message) for problem in before)
    found = []
    for problem in sorted(after):
        key = (problem.location.path, problem.message)
        known[key] -= 1
        if problem.severity is Severity.ERROR and known[key] < 0:
            found.append(problem)
    return found


def broken_by(data: Path, changes: Sequence[Change], before: Sequence[Problem], today: dt.date) -> list[Problem]:
    """Give the errors that a folder would have with some files changed, and has not now."""
    return worse(before, tried(data, changes, today)[1])


def _moved(problem: Problem, copy: Path, data: Path) -> Problem:
    """Give a problem of the copy as one of the folder itself."""
    there, here = copy.as_posix(), data.as_posix()
    path = problem.location.path.replace(there, here, 1)
    location = dataclasses.replace(problem.location, path=path)
    return dataclasses.replace(problem, location=location, message=problem.message.replace(there, here))
