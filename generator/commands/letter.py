"""`pejl letter`: a letter from outside as a letter's file, word for word, for an editor to correct."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.base import clock, problems
from generator.checking import check
from generator.commands.showing import asks, fields, refuse, show
from generator.editing import letters
from generator.editing.creating import asked_for, created, empty, named
from generator.editing.filling import FillingError, Wish
from generator.editing.formatting.kinds import Kind
from generator.editing.trying import broken_by
from generator.model import Response
from generator.terminal.group import Command
from generator.terminal.statuses import Status
from generator.terminal.values import ExistingFile, data_option, set_option, write_option

_TEXT = "regler-tekst"
"""The section of rules on words, which are the letter's own here: they are told of, and the file is made anyway."""


@click.command(cls=Command)
@click.argument("file", type=ExistingFile(), metavar="FIL", help="brevet: ren tekst eller Word (.docx)")
@click.option("--prefix", metavar="ID", help="det, alle punkternes id'er begynder med, for eksempel hr25")
@set_option
@write_option
@data_option
def command(file: Path, prefix: str | None, pairs: tuple[str, ...], data: Path, *, write: bool) -> Status:
    """Show a letter cut into sections and points, and write it where that is wanted."""
    today = clock.today()
    loaded, before = check(data, today)
    is_asked = asks(pairs)
    try:
        letter = letters.cut(letters.read(file))
        known = fields(pairs, Kind(Response), Wish(asked_for(Response), may_wait=True))
        said = dict(known) if is_asked else None
        name = named(loaded, Response, known)
        start = letters.prefix_of(prefix, name.partition("/")[2], str(known.get("date", "")), loaded)
        whole = {**known, **letters.filed(letter, start, loaded)}
        change = created(Response, name, whole, data, letters.NOTES)
    except (FillingError, letters.LetterError) as error:
        print(error, file=sys.stderr)
        return Status.USAGE
    broken = broken_by(data, [change], before, today)
    words = [problem for problem in broken if problem.rule.section == _TEXT]
    if wrong := [problem for problem in broken if problem not in (*words, *empty(broken))]:
        return refuse(wrong, said)
    if words:
        print(problems.as_text(words), file=sys.stderr)
    done = "Brevet er delt i afsnit og punkter."
    then = "Ret delingen, udfyld felterne, og kør pejl check."
    return show([change], write=write, done=done, then=then, is_asked=is_asked)
