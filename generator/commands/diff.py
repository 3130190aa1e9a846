"""`pejl diff`: what has changed between two versions of the data, a sentence for each change."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.history.forms import FORMS
from generator.history.sentences import told
from generator.history.versions import UnknownVersionError, pairs, version
from generator.terminal.group import Command
from generator.terminal.statuses import Status
from generator.terminal.values import OneOf, data_option


@click.command(cls=Command)
@click.argument("old", metavar="GAMMEL", help="den gamle version: en revision i git eller en mappe")
@click.argument("new", metavar="[NY]", required=False, help="den nye; uden den: mappen med data, som den er nu")
@click.option("--format", "form", type=OneOf(FORMS), default="text", help="hvordan ændringerne skrives (text)")
@data_option
def command(old: str, new: str | None, form: str, data: Path) -> Status:
    """Tell what has changed between two versions of the data."""
    try:
        before, after = version(old, data), version(new or str(data), data)
    except UnknownVersionError as error:
        print(error, file=sys.stderr)
        return Status.USAGE
    folder = data.as_posix()
    print(FORMS[form](told(delta for pair in pairs(before, after, folder) for delta in pair.deltas)))
    return Status.FINE
