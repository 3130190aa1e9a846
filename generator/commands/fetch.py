"""`pejl fetch`: the tables that indicators name, fetched, and what they would change, shown before it is written."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from generator.base import clock, problems
from generator.base.text import did_you_mean
from generator.checking import check
from generator.commands.import_ import bring_in
from generator.editing import fetching, importing
from generator.model import Indicator
from generator.terminal.group import Command
from generator.terminal.statuses import Status
from generator.terminal.values import data_option


@click.command(cls=Command)
@click.argument("ids", nargs=-1, metavar="[ID …]", help="indikatorerne, der skal hentes tal til")
@click.option("--all", "every", is_flag=True, help="alle indikatorer, der siger, hvor deres tal hentes")
@click.option("--write", is_flag=True, help="skriv ændringerne i indikatorernes filer")
@data_option
def command(ids: tuple[str, ...], data: Path, *, every: bool, write: bool) -> Status:
    """Show what fetched tables would change, and with `--write` change it; one that fails stops no other."""
    today = clock.today()
    loaded, found = check(data, today)
    if importing.hindrances(found) or loaded.plan is None:
        print(problems.as_text(found), file=sys.stderr)
        print("Intet er hentet. Ret først fejlene i data.", file=sys.stderr)
        return Status.PROBLEMS
    known = loaded.plan.of(Indicator)
    for name in ids:
        if name not in known:
            print(f"Ingen indikator har id'et »{name}«. {did_you_mean(name, known)}", file=sys.stderr)
            return Status.USAGE
    chosen = [indicator.id for indicator in fetching.fetchable(loaded)] if every else ids
    if not chosen:
        print("Ingen indikatorer er valgt. Skriv et id, eller skriv --all.", file=sys.stderr)
        return Status.USAGE
    status = Status.FINE
    for name in chosen:
        # Each is held against the data as those before it have left them.
        loaded = check(data, today)[0] if write else loaded
        indicator = loaded.of(Indicator)[name]
        print(f"{indicator.title} ({name})", flush=True)
        table = fetching.fetch(loaded, indicator, os.environ)
        if bring_in(importing.prepare(loaded, indicator, table, today, remove=False), write=write) is not Status.FINE:
            status = Status.PROBLEMS
        print()
    return status
