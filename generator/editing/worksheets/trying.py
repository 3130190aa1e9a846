"""The answers of a table, tried against every rule; what a rule says is told at the row of the table."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from generator.base.problems import Problem
from generator.editing.answering import all_answered
from generator.editing.rewriting import Change, RewriteError
from generator.editing.trying import broken_by
from generator.editing.worksheets.answers import Filled
from generator.reading.loaded import Loaded
from generator.reading.source import parse


def tried(
    data: Path, loaded: Loaded, found: Filled, before: Sequence[Problem], today: dt.date
) -> tuple[list[Change], list[str]]:
    """Give the files with the new answers in them, and what the rules say of them."""
    if found.troubles or not found.answers:
        return [], found.troubles
    if not all("source" in entry for _, entry in found.answers):
        return [], ["Skriv, hvor svarene står: --set source.document=ID --set source.section=AFSNIT."]
    try:
        changes = all_answered(loaded, found.answers)
    except RewriteError as error:
        return [], [str(error.problem)]
    broken = broken_by(data, changes, before, today)
    placed = [_placed(problem, loaded, changes, found) for problem in broken]
    # A letter that cannot be read is missed everywhere else, and only its row can be mended.
    return changes, [words for words in placed if words] or [str(problem) for problem in broken]


def _placed(problem: Problem, loaded: Loaded, changes: Sequence[Change], found: Filled) -> str:
    """Say a rule's words at the row of the table that breaks it; nothing where it cannot be told which row that is."""
    for change in changes:
        if change.path.as_posix() == problem.location.path and change.after is not None:
            after, _ = parse(change.after, problem.location.path)
            for point, _ in found.answers:
                part = after.span(loaded.origin(point).place)
                lines = range(after.locate_offset(part.start).line, after.locate_offset(part.stop).line + 1)
                if problem.location.line in lines and loaded.origin(point).file.path == problem.location.path:
                    return f"{found.places[point.id]}: {problem.message} [{problem.rule}]"
    return ""
