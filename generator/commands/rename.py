"""`pejl rename`: another id for a record, in every file that names it, and a line that leads on to the new address."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.base import clock, problems
from generator.base.folders import pages_folder
from generator.base.text import capitalised, composed, did_you_mean, joined, shown
from generator.checking import check
from generator.commands.showing import refuse, show
from generator.editing.creating import free, type_of, types
from generator.editing.filling import FillingError
from generator.editing.renaming import candidates, pages, renamed
from generator.editing.rewriting import RewriteError
from generator.editing.trying import broken_by
from generator.model import Record
from generator.reading.loaded import Loaded
from generator.terminal.group import Command
from generator.terminal.statuses import Status
from generator.terminal.values import data_option, write_option


@click.command(cls=Command)
@click.argument("old", metavar="GAMMEL", help="postens id")
@click.argument("new", metavar="NY", help="det nye id")
@click.option("--type", "type_", metavar="TYPE", help="hvad posten er, hvis flere har id'et")
@write_option
@data_option
def command(old: str, new: str, type_: str | None, data: Path, *, write: bool) -> Status:
    """Show what changes when a record gets another id, and write it where that is wanted."""
    old, new, today = composed(old).strip(), composed(new).strip(), clock.today()
    loaded, before = check(data, today)
    if type_ is not None and type_of(type_) is None:  # in the municipality's own words, now that they are known
        raise click.BadParameter(f"{shown(type_)} kan ikke bruges til --type. {did_you_mean(type_, types())}")
    if problems.has_errors(before):
        print(problems.as_text(before), file=sys.stderr)
        print("Intet er skrevet. Ret først fejlene i data.", file=sys.stderr)
        return Status.PROBLEMS
    try:
        record = _found(loaded, old, type_)
        free(loaded, type(record), new)
        changes = renamed(loaded, record, new, data)
        written = [*changes, *pages(loaded, record, new, pages_folder(data))]
    except FillingError as error:
        print(error, file=sys.stderr)
        return Status.USAGE
    except RewriteError as error:
        return refuse([error.problem])
    if broken := broken_by(data, changes, before, today):
        return refuse(broken)
    return show(written, write=write, done="Den gamle adresse fører videre til den nye.")


def _found(loaded: Loaded, name: str, word: str | None) -> Record:
    """Give the record that an id belongs to.

    Raises:
        FillingError: there is none, there are several, or it is one whose id follows from others or has no address.
    """
    known = candidates(loaded, name)
    found = [record for record in known if word is None or type(record) is type_of(word)]
    if len(found) > 1:
        whose = joined([record.noun for record in found])
        raise FillingError(f"{shown(name)} er id på {whose}. Skriv hvilken med --type.")
    if not found:
        if ("point", name) in loaded.origins:
            raise FillingError(f"{shown(name)} er id på et punkt. Det står i breve og svar og ændres aldrig.")
        names = [other for known in loaded.records.values() for other in known]
        hint = did_you_mean(name, names)
        raise FillingError(f"Ingen post har id'et {shown(name)}. {hint if hint.startswith('Mente') else ''}".rstrip())
    (record,) = found
    if "/" in record.id:
        raise FillingError("Et brev hedder som sin høring og sin organisation. Omdøb en af dem.")
    if not record.has_place:
        raise FillingError(f"{capitalised(record.noun)} har ingen adresse på siden, der kan føre videre. Ret titlen.")
    return record
