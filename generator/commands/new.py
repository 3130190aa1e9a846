"""`pejl new`: a new record in the file that it belongs in, with every field explained, or a municipality's folder."""

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
from generator.editing.creating import asked_for, created, empty, named, type_of, types
from generator.editing.filling import FillingError, Wish, filled, given
from generator.editing.formatting.kinds import Kind
from generator.editing.rewriting import swap
from generator.editing.trying import broken_by, tried
from generator.terminal import asking
from generator.terminal.group import Command
from generator.terminal.statuses import Status
from generator.terminal.values import data_option, set_option, write_option

_UNASKED = "Der er ingen at spørge. Skriv svarene med --set felt=værdi. Felterne hedder det samme som i site.yml."


@click.command(cls=Command)
@click.argument("type_", metavar="TYPE|MAPPE", help="hvad posten er, for eksempel kilde, eller en ny kommunes mappe")
@set_option
@write_option
@data_option
def command(type_: str, pairs: tuple[str, ...], data: Path, *, write: bool) -> Status:
    """Show the file of a new record, and write it where that is wanted."""
    if type_of(type_) is None and _is_folder(type_, data):
        return _start(Path(type_), pairs, write=write)
    today = clock.today()
    loaded, before = check(data, today)
    model = type_of(type_)  # in the municipality's own words, now that they are known
    if model is None:
        print(f"{shown(type_)} er ikke en type. {did_you_mean(type_, types())}", file=sys.stderr)
        return Status.USAGE
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
    """Tell whether a word that is no type names a folder to begin in: it is written as one, or there are no data."""
    return "/" in word or os.sep in word or not data.is_dir()


def _start(folder: Path, pairs: tuple[str, ...], *, write: bool) -> Status:
    """Show the folder of a municipality that begins, and write it where that is wanted."""
    is_asked, data, today = asks(pairs), folder / "data", clock.today()
    if not (pairs or is_asked):
        print(_UNASKED, file=sys.stderr)
        return Status.USAGE
    try:
        known = starting.asked(asking.ask) if is_asked else starting.told(pairs)
        changes = starting.started(folder, known, today)
    except FillingError as error:
        print(error, file=sys.stderr)
        return Status.USAGE
    found = tried(data, [change for change in changes if change.path.is_relative_to(data)], today)[1]
    if problems.has_errors(found):
        return refuse(found, known if is_asked else None)
    schemas = [change for change in changes if starting.is_schema(change.path)]
    shown_ones = [change for change in changes if change not in schemas]
    done = f"Mappen {folder.as_posix()} er klar."
    status = show(shown_ones, write=write, done=done, then="Læs README.md i den.", is_asked=is_asked)
    if all(change.path.is_file() for change in shown_ones):
        swap(schemas)
    return status
