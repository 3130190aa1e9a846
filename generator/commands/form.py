"""`pejl form`: what was sent by one of the repository's issue forms, written by the command that it asks for."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import cast

import click

from generator.commands import answer, letter
from generator.editing.issue_forms import FormError, sent
from generator.terminal.group import Command
from generator.terminal.statuses import Status
from generator.terminal.values import ExistingFile, data_option, write_option


@click.command(cls=Command)
@click.argument("file", type=ExistingFile(), metavar="FIL", help="formularens tekst, som den står i sagen")
@write_option
@data_option
@click.pass_context
def command(context: click.Context, file: Path, data: Path, *, write: bool) -> Status:
    """Show what a form would change, and write it where that is wanted."""
    try:
        form = sent(file.read_text("utf-8", errors="replace"))
    except FormError as error:
        print(error, file=sys.stderr)
        return Status.USAGE
    if form.command == "answer":
        done = context.invoke(answer.command, point=form.subject, pairs=form.pairs, data=data, write=write)
        return cast(Status, done)
    with tempfile.TemporaryDirectory() as folder:
        text = Path(folder) / "brev.txt"
        text.write_text(form.subject, "utf-8")
        done = context.invoke(letter.command, file=text, prefix=None, pairs=form.pairs, data=data, write=write)
    return cast(Status, done)
