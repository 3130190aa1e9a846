"""`pejl answer`: an answer written at its point, shown before it is written."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from generator.base import clock
from generator.base.text import composed, did_you_mean, shown
from generator.checking import check
from generator.commands.showing import asks, fields, refuse, show
from generator.editing.answering import ANSWER, answered, left_out, points, wanted
from generator.editing.filling import FillingError, Wish
from generator.editing.rewriting import RewriteError
from generator.editing.trying import broken_by
from generator.terminal.group import Command
from generator.terminal.statuses import Status
from generator.terminal.values import data_option, set_option, write_option


@click.command(cls=Command)
@click.argument("point", metavar="PUNKT", help="punktets id, for eksempel hr25-4-1")
@set_option
@write_option
@data_option
def command(point: str, pairs: tuple[str, ...], data: Path, *, write: bool) -> Status:
    """Show how an answer would stand at its point, and write it where that is wanted."""
    today = clock.today()
    loaded, before = check(data, today)
    known = points(loaded)
    record = known.get(composed(point).strip().lower())
    if record is None:
        if loaded.unread:
            return refuse(before)
        print(f"Intet punkt har id'et {shown(point)}. {_hint(point, known)}", file=sys.stderr)
        return Status.USAGE
    try:
        if is_asked := asks(pairs):
            print(f"{record.id}: {record.text}\n", file=sys.stderr)
        entry = fields(pairs, ANSWER, Wish(left_out, wanted))
        change = answered(loaded, record, entry)
    except FillingError as error:
        print(error, file=sys.stderr)
        return Status.USAGE
    except RewriteError as error:
        return refuse([error.problem])
    if broken := broken_by(data, [change], before, today):
        return refuse(broken, entry if is_asked else None)
    return show([change], write=write, done="Det følger alle regler.", is_asked=is_asked)


def _hint(point: str, known: Iterable[str]) -> str:
    """Suggest the point that was meant; a whole letter's are too many to name."""
    hint = did_you_mean(point, known)
    return hint if hint.startswith("Mente") else "Find det i brevet i data/consultations/."
