"""`pejl hvidbog`: a case's table to work in, and what has been filled in read back into the data."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from generator.base import clock, problems
from generator.base.text import composed, did_you_mean, joined, shown
from generator.chain import worksheet as table
from generator.chain.graph import Graph
from generator.checking import check
from generator.commands.showing import refuse, show
from generator.editing import worksheets
from generator.editing.answering import ANSWER
from generator.editing.filling import FillingError, given
from generator.model import Consultation
from generator.publish.paper import worksheet
from generator.site import seen
from generator.terminal.group import Command
from generator.terminal.statuses import Status
from generator.terminal.values import ExistingFile, WritableFile, data_option, set_option, write_option

_KINDS = {".docx": worksheet.word, ".csv": worksheet.spreadsheet}


@click.command(cls=Command)
@click.argument("case", metavar="HØRING", help="høringens id, for eksempel pejlemaerker-2025")
@click.option("--out", type=WritableFile(), metavar="FIL", help="skriv skemaet: .docx til Word, .csv til regneark")
@click.option("--from", "source", type=ExistingFile(), metavar="FIL", help="læs svarene i et udfyldt skema")
@set_option
@write_option
@data_option
def command(  # noqa: PLR0913  what a command is given
    case: str, out: Path | None, source: Path | None, pairs: tuple[str, ...], data: Path, *, write: bool
) -> Status:
    """Write the table of a case, or show what a filled-in one would change, and write it where that is wanted."""
    if (out is None) is (source is None):
        return _usage("Skriv enten --out FIL for at lave skemaet eller --from FIL for at læse det.")
    if out:
        return _made(case, out, data)
    return _read(case, source, pairs, data, write=write) if source else Status.USAGE


def _made(case: str, out: Path, data: Path) -> Status:
    make = _KINDS.get(out.suffix.lower())
    if make is None:
        return _usage(f"{out} ender ikke på .docx eller .csv.")
    view, found = seen(data, clock.today())
    if view is None:
        print(problems.as_text(found), file=sys.stderr)
        print("Skemaet er ikke lavet. Ret først fejlene i data.", file=sys.stderr)
        return Status.PROBLEMS
    record = view.plan.of(Consultation).get(_name(case))
    if record is None:
        return _unknown(case, view.plan.of(Consultation))
    out.write_bytes(make(worksheet.sheet(view, record)))
    print(f"Skemaet ligger i {out}.")
    return Status.FINE


def _read(case: str, source: Path, pairs: tuple[str, ...], data: Path, *, write: bool) -> Status:
    today = clock.today()
    loaded, before = check(data, today)
    plan = loaded.plan
    if plan is None or problems.has_errors(before):
        return refuse(before)
    record = plan.of(Consultation).get(_name(case))
    if record is None:
        return _unknown(case, plan.of(Consultation))
    lines = [line for chapter in table.chapters(Graph.of(plan), record) for line in chapter.lines]
    try:
        found = worksheets.filled(worksheets.read(source), lines, given(pairs, ANSWER))
    except (FillingError, worksheets.TableError) as error:
        return _wrong([str(error)], source)
    changes, troubles = worksheets.tried(data, loaded, found, before, today)
    if troubles:
        return _wrong(troubles, source)
    if found.skipped:
        print(f"Ikke en del af skemaet og ikke læst: {joined(found.skipped)}.", file=sys.stderr)
    if found.absent:
        print(f"Skemaet har ikke {joined(found.absent)}. De bliver, som de er.", file=sys.stderr)
    return show(changes, write=write, done="Det følger alle regler.")


def _name(case: str) -> str:
    return composed(case).strip().lower()


def _unknown(case: str, known: Mapping[str, Consultation]) -> Status:
    return _usage(f"Ingen høring har id'et {shown(case)}. {did_you_mean(case, known)}".rstrip())


def _usage(words: str) -> Status:
    print(words, file=sys.stderr)
    return Status.USAGE


def _wrong(lines: Sequence[str], source: Path) -> Status:
    print("\n".join([*(f"{source}: {line}" for line in lines), "Intet er skrevet."]), file=sys.stderr)
    return Status.PROBLEMS
