"""`pejl check`: every mistake in the data, for people or for other programs."""

from __future__ import annotations

from pathlib import Path

import click

from generator.base import clock, problems
from generator.checking import check
from generator.reading.kept import memory
from generator.terminal.group import Command
from generator.terminal.statuses import Status
from generator.terminal.values import OneOf, data_option


@click.command(cls=Command)
@click.option("--format", "form", type=OneOf(problems.FORMATS), default="text", help="hvordan fejlene skrives (text)")
@data_option
def command(form: str, data: Path) -> Status:
    """Find every problem in the data and print it."""
    with memory(data) as known:
        _, found = check(data, clock.today(), known)
    print(problems.FORMATS[form](found))
    return Status.PROBLEMS if problems.has_errors(found) else Status.FINE
