"""`pejl import`: what a table from outside would change in an indicator, shown before it is written."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.base import clock, problems
from generator.base.text import did_you_mean
from generator.checking import check
from generator.editing import importing
from generator.editing.rewriting import RewriteError
from generator.model import Area, Indicator
from generator.terminal.group import Command
from generator.terminal.statuses import Status
from generator.terminal.values import ExistingFile, data_option


@click.command(cls=Command)
@click.argument("file", type=ExistingFile(), metavar="FIL", help="tabellen: CSV, Excel eller JSON")
@click.option("--indicator", required=True, metavar="ID", help="indikatoren, som tallene hører til")
@click.option("--write", is_flag=True, help="skriv ændringerne i indikatorens fil")
@click.option("--remove", is_flag=True, help="slet også tal fra samme kilde, som tabellen ikke har")
@data_option
def command(file: Path, indicator: str, data: Path, *, write: bool, remove: bool) -> Status:
    """Show what a table would change in an indicator, and with `--write` change it."""
    today = clock.today()
    loaded, found = check(data, today)
    if importing.hindrances(found) or loaded.plan is None:
        print(problems.as_text(found), file=sys.stderr)
        print("Intet er skrevet. Ret først fejlene i data.", file=sys.stderr)
        return Status.PROBLEMS
    known = loaded.plan.of(Indicator)
    record = known.get(indicator)
    if record is None:
        hint = did_you_mean(indicator, known)
        print(f"Ingen indikator har id'et »{indicator}«. {hint}", file=sys.stderr)
        return Status.USAGE
    table = importing.read(file)
    if record.import_ is None and not table.problems:
        print("\n".join([*importing.proposal(table, record, loaded.plan.of(Area)), "", "Intet er skrevet."]))
        return Status.FINE
    return bring_in(importing.prepare(loaded, record, table, today, remove=remove), write=write)


def bring_in(result: importing.Import, *, write: bool) -> Status:
    """Show what an import changes, and write it where that is asked for."""
    if result.problems:
        print(problems.as_text(result.problems), file=sys.stderr)
        print("Intet er skrevet.", file=sys.stderr)
        return Status.PROBLEMS
    print("\n".join(importing.lines(result)))
    if result.file is None:
        print("Der er intet at skrive.")
    elif write:
        try:
            result.write()
        except RewriteError as error:
            print(problems.as_text([error.problem]), file=sys.stderr)
            return Status.PROBLEMS
        print(f"Skrevet i {result.file.path}. Filen følger alle regler. Send den nu ind som et forslag.")
    else:
        print("Intet er skrevet endnu. Passer det, så kør det samme igen med --write.")
    return Status.FINE
