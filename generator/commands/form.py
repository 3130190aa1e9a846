"""`pejl form`: what was sent by one of the repository's issue forms, written by the command that it asks for."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import cast

import click

from generator.base import clock
from generator.base.text import composed, did_you_mean, shown
from generator.checking import check
from generator.commands import answer, letter
from generator.commands.showing import refuse, show
from generator.editing.filling import FillingError, given
from generator.editing.issue_forms import FormError, Sent, sent
from generator.editing.observing import FIGURE, observed
from generator.editing.rewriting import RewriteError
from generator.editing.trying import broken_by
from generator.model import Indicator
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
    if form.wanted == "answer":
        done = context.invoke(answer.command, point=form.subject, pairs=form.pairs, data=data, write=write)
        return cast(Status, done)
    if form.wanted == "figure":
        return _figure(form, data, write=write)
    with tempfile.TemporaryDirectory() as folder:
        text = Path(folder) / "brev.txt"
        text.write_text(form.subject, "utf-8", newline="\n")
        done = context.invoke(letter.command, file=text, prefix=None, pairs=form.pairs, data=data, write=write)
    return cast(Status, done)


def _figure(form: Sent, data: Path, *, write: bool) -> Status:
    """Show an indicator with one figure more, and write it where that is wanted."""
    today = clock.today()
    loaded, before = check(data, today)
    known = loaded.of(Indicator)
    indicator = known.get(composed(form.subject).strip().lower())
    if indicator is None:
        if loaded.unread:
            return refuse(before)
        print(f"Ingen indikator har id'et {shown(form.subject)}. {did_you_mean(form.subject, known)}", file=sys.stderr)
        return Status.USAGE
    try:
        change = observed(loaded, indicator, given(form.pairs, FIGURE))
    except FillingError as error:
        print(error, file=sys.stderr)
        return Status.USAGE
    except RewriteError as error:
        return refuse([error.problem])
    if broken := broken_by(data, [change], before, today):
        return refuse(broken)
    return show([change], write=write, done="Det følger alle regler.")
