"""`pejl schema`: JSON Schemas, so that an editor completes fields, offers ids and explains mistakes."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.editing.schema import FOLDER, written
from generator.reading.loading import load
from generator.terminal.group import Command
from generator.terminal.statuses import Status
from generator.terminal.values import data_option


@click.command(cls=Command)
@data_option
def command(data: Path) -> Status:
    """Write a schema for each kind of file into the data folder, with the ids that stand there."""
    if not data.is_dir():
        print(f"{data} findes ikke. Angiv mappen med --data.", file=sys.stderr)
        return Status.USAGE
    out = data / FOLDER
    out.mkdir(exist_ok=True)
    for name, text in written(load(data).origins).items():
        (out / name).write_text(text, "utf-8", newline="\n")
    print(f"Skemaerne ligger i {out}.")
    return Status.FINE
