"""What can be wrong with the data, where it stands, and how it is shown."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from generator.base.rule import Rule


class Severity(StrEnum):
    """How much a problem matters: an error stops the build, a warning never does."""

    ERROR = "fejl"
    WARNING = "advarsel"


@dataclass(frozen=True, order=True)
class Location:
    """A place in a file, with line and column counted from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing an editor should mend: where it is, what is wrong and how to put it right."""

    location: Location
    message: str
    rule: Rule
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        return f"{self.location}: {self.severity}: {self.message} [{self.rule}]"


def has_errors(problems: Iterable[Problem]) -> bool:
    """Tell whether any of the problems stops a build."""
    return any(problem.severity is Severity.ERROR for problem in problems)


MOST_ALIKE = 6
"""As many problems of a rule in one file as anybody reads."""


def limited(problems: Iterable[Problem]) -> list[Problem]:
    """Keep the first problems of each rule in a file, and tell at the last of them that there are more."""
    kept: dict[Rule, list[Problem]] = {}
    for problem in problems:
        alike = kept.setdefault(problem.rule, [])
        if len(alike) < MOST_ALIKE:
            alike.append(problem)
        elif len(alike) == MOST_ALIKE:
            last = alike[-1]
            alike[-1] = replace(last, message=f"{last.message} Det samme gælder andre steder i filen.")
            alike.append(problem)
    return [problem for alike in kept.values() for problem in alike[:MOST_ALIKE]]


def first_of(problems: Iterable[Problem]) -> list[Problem]:
    """Keep as many problems of one rule in a file as anybody reads, without looking for the rest."""
    return limited(itertools.islice(problems, MOST_ALIKE + 1))


def as_text(problems: Iterable[Problem]) -> str:
    """Write the problems in order of place, one a line, with a count at the end."""
    found = sorted(set(problems))
    return "\n".join([*map(str, found), summary(found)])


MOST_SHOWN = 10
"""GitHub shows so many errors, and so many warnings, of a step beside their lines, and leaves the rest out unsaid."""


def as_github(problems: Iterable[Problem]) -> str:
    """Write the problems as GitHub workflow commands, which GitHub shows beside the line; the rest as text.

    The escapes are those of GitHub's "workflow commands" documentation.
    """
    found = sorted(set(problems))
    shown: list[Problem] = []
    for severity in Severity:
        shown += [problem for problem in found if problem.severity is severity][:MOST_SHOWN]
    rest = [str(problem) for problem in found if problem not in shown]
    return "\n".join([*map(_workflow_command, shown), *rest, summary(found)])


def as_report(problems: Iterable[Problem], guide: str = "") -> str:
    """Write the problems as a Markdown page for the summary of a GitHub run; `guide` is the address of our guide."""
    found = sorted(set(problems), key=lambda problem: (problem.severity is not Severity.ERROR, problem))
    lines = ["## Tjek af data", "", summary(found)]
    if any(sum(problem.severity is severity for problem in found) > MOST_SHOWN for severity in Severity):
        lines += ["", f"Ved linjerne i forslaget viser GitHub kun {MOST_SHOWN} fejl og {MOST_SHOWN} advarsler. "]
        lines[-1] += "Her står dem alle."
    if found:
        lines += ["", "| | Sted | Hvad skal rettes | Vejledning |", "|---|---|---|---|"]
        lines += [
            f"| {problem.severity} | {_plain(str(problem.location))} | {_plain(problem.message)} "
            f"| {_guided(problem.rule, guide)} |"
            for problem in found
        ]
    return "\n".join(lines)


def as_json(problems: Iterable[Problem]) -> str:
    """Write the problems as a JSON list, for other tools."""
    rows = [
        {
            "path": problem.location.path,
            "line": problem.location.line,
            "column": problem.location.column,
            "severity": problem.severity.value,
            "message": problem.message,
            "rule": problem.rule,
        }
        for problem in sorted(set(problems))
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


FORMATS = {"text": as_text, "github": as_github, "json": as_json}


def summary(problems: Iterable[Problem]) -> str:
    """Count the errors and warnings in a Danish sentence."""
    found = list(problems)
    errors = sum(problem.severity is Severity.ERROR for problem in found)
    warnings = len(found) - errors
    if not found:
        return "Ingen fejl og ingen advarsler."
    error_words = f"{errors or 'Ingen'} fejl"
    warning_words = f"{warnings or 'ingen'} {'advarsel' if warnings == 1 else 'advarsler'}"
    return f"{error_words} og {warning_words}."


def _guided(rule: Rule, guide: str) -> str:
    return f"[{rule}]({guide}#{rule.section})" if guide else _plain(rule)


def _plain(text: str) -> str:
    """Write text so that Markdown shows it and does nothing else with it."""
    return re.sub(r"([\\`*_{}\[\]()<>#+|~!&@:-])", r"\\\1", " ".join(text.split()))


def _workflow_command(problem: Problem) -> str:
    command = "error" if problem.severity is Severity.ERROR else "warning"
    place = problem.location
    where = f"file={_escape_property(place.path)},line={place.line},col={place.column}"
    title = _escape_property(problem.rule)
    return f"::{command} {where},title={title}::{_escape(problem.message)}"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
