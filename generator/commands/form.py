"""`pejl form`: what was sent by one of the repository's issue forms, written by the command that it asks for."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import cast

import click

from generator.base import clock
from generator.base.problems import Problem
from generator.base.text import composed, did_you_mean, shown
from generator.checking import check
from generator.commands import answer, letter
from generator.commands.showing import refuse, show
from generator.editing.correcting import WISH, Mistake, corrected
from generator.editing.filling import FillingError, given
from generator.editing.issue_forms import FIELD, FormError, Sent, questions_of, sent
from generator.editing.observing import FIGURE, observed
from generator.editing.rewriting import Change, RewriteError
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
    if form.wanted == "mistake":
        return _mistake(form, data, write=write)
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
    return _shown(lambda: observed(loaded, indicator, given(form.pairs, FIGURE)), data, before, write=write)


def _mistake(form: Sent, data: Path, *, write: bool) -> Status:
    """Show a record with a mistake mended, and write it where that is wanted."""
    today = clock.today()
    loaded, before = check(data, today)
    if loaded.unread:
        return refuse(before)

    def change() -> Change:
        field = next((pair for pair in form.pairs if pair.startswith(f"{FIELD}=")), "").partition("=")[2]
        said = given([pair for pair in form.pairs if not pair.startswith(f"{FIELD}=")], WISH)
        missing = [name for name in ("before", "after", "why") if not said.get(name)]
        if missing:
            questions = {value: name for name, value in questions_of("mistake").items()}
            raise FillingError(f"{shown(questions[missing[0]])} er ikke udfyldt. Udfyld det.")
        return corrected(loaded, Mistake(form.subject, field, said["before"], said["after"], said["why"]), today)

    return _shown(change, data, before, write=write)


def _shown(make: Callable[[], Change], data: Path, before: Sequence[Problem], *, write: bool) -> Status:
    """Show a change, and write it where that is wanted and no rule is broken."""
    try:
        change = make()
    except FillingError as error:
        print(error, file=sys.stderr)
        return Status.USAGE
    except RewriteError as error:
        return refuse([error.problem])
    if broken := broken_by(data, [change], before, clock.today()):
        return refuse(broken)
    return show([change], write=write, done="Det følger alle regler.")
