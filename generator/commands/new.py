"""`pejl new`: a new record in the file that it belongs in, with every field explained, or a municipality's new folder."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from generator.base import clock, problems
from generator.base.text import did_you_mean, shown
from generator.checking import check
from generator.commands.showing import THEN, asks, refuse, show
from generator.editing import starting
from generator.editing.creating import TYPES, asked_for, created, empty, named, type_of
from generator.editing.filling import FillingError, Wish, filled, given
from generator.editing.formatting.kinds import Kind
from generator.editing.trying import broken_by
from generator.terminal import asking
from generator.terminal.group import Command
from generator.terminal.statuses import Status
from generator.terminal.values import data_option, set_option, write_option


@click.command(cls=Command)
@click.argument("type_", metavar="TYPE|MAPPE", help="hvad posten er, for eksempel kilde, eller en ny kommunes mappe")
@set_option
@write_option
@data_option
def command(type_: str, pairs: tuple[str, ...], data: Path, *, write: bool) -> Status:
    """Show the file of a new record, and write it where that is wanted."""
    model = type_of(type_)
    if model is None and _is_folder(type_, data):
        return _start(Path(type_), pairs)
    if model is None:
        print(f"{shown(type_)} er ikke en type. {did_you_mean(type_, TYPES)}", file=sys.stderr)
        return Status.USAGE
    today = clock.today()
    loaded, before = check(data, today)
    kind, is_asked = Kind(model), asks(pairs)
    try:
        known = filled(kind, asking.ask, Wish(asked_for(model), may_wait=True)) if is_asked else given(pairs, kind)
        said = dict(known) if is_asked else None
        change = created(model, named(loaded, model, known), known, data)
    except FillingError as error:
        print(error, file=sys.stderr)
        return Status.USAGE
    broken = broken_by(data, [change], before, today)
    unfilled = empty(broken)
    if len(unfilled) < len(broken):
        return refuse([problem for problem in broken if problem not in unfilled], said)
    done = "Der er tomme felter i filen." if unfilled else "Det følger alle regler."
    then = "Udfyld dem, og kør pejl check." if unfilled else THEN
    return show([change], write=write, done=done, then=then, is_asked=is_asked)


def _is_folder(word: str, data: Path) -> bool:
    """Tell whether a word that is no type names a folder to begin in: it is written as one, or there are no data yet."""
    return len(Path(word).parts) != 1 or word.endswith(("/", os.sep)) or not data.is_dir()


def _start(folder: Path, pairs: tuple[str, ...]) -> Status:
    """Write the folder of a municipality that begins."""
    try:
        if not pairs and not asking.is_somebody_there():
            raise FillingError("Der er ingen at spørge. Skriv svarene med --set felt=værdi, som i site.yml.")
        known = starting.told(pairs) if pairs else starting.asked(asking.ask)
        changes = starting.started(folder, known, clock.today())
    except FillingError as error:
        print(error, file=sys.stderr)
        return Status.USAGE
    for change in changes:
        change.path.parent.mkdir(parents=True, exist_ok=True)
        change.path.write_text(change.after or "", "utf-8", newline="\n")
    _, found = check(folder / "data", clock.today())
    if problems.has_errors(found):
        print(problems.as_text(found), file=sys.stderr)
        return Status.PROBLEMS
    print(f"{len(changes)} filer ligger i {folder}. Læs README.md, og begynd med data/site.yml.")
    return Status.FINE
