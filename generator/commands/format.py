"""`pejl format`: files put in their one form, so that a change shows as what it is."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
from pydantic import BaseModel

from generator.base import problems
from generator.base.problems import Problem
from generator.base.text import capitalised, counted
from generator.commands.showing import show
from generator.editing.formatting import formatted, model_of, restored
from generator.editing.rewriting import Change
from generator.history.filed import Texts
from generator.history.versions import UnknownVersionError, version
from generator.reading.folder import files_below, leads_out
from generator.reading.source import YamlFile, parse, read
from generator.terminal.group import Command
from generator.terminal.statuses import Status
from generator.terminal.values import ExistingFile, data_option


@click.command(cls=Command)
@click.argument("files", type=ExistingFile(), nargs=-1, metavar="[FIL …]", help="kun disse filer; ellers alle i data")
@click.option("--against", metavar="FØR", help="hent tabte noter fra filerne i en revision eller mappe")
@click.option("--check", is_flag=True, help="skriv intet, og fejl, hvis en fil ikke er sat op")
@click.option("--write", is_flag=True, help="skriv ændringerne i filerne")
@data_option
def command(files: tuple[Path, ...], against: str | None, data: Path, *, check: bool, write: bool) -> Status:
    """Show how files would be put in their one form, and with `--write` do it."""
    strange = next((file for file in files if not _is_in(file, data)), None)
    if strange:
        print(f"{strange} ligger ikke i {data}. Angiv en fil med data.", file=sys.stderr)
        return Status.USAGE
    try:
        before = version(against, data) if against else {}
    except UnknownVersionError as error:
        print(error, file=sys.stderr)
        return Status.USAGE
    paths = [data / file.resolve().relative_to(data.resolve()) for file in files] or list(_all(data))
    changes, found = _prepared(paths, data, before)
    if found:
        print(problems.as_text(found), file=sys.stderr)
        print("Intet er skrevet. Ret først fejlene i filerne.", file=sys.stderr)
        return Status.PROBLEMS
    if check:
        for change in changes:
            print(f"{change.path} er ikke sat op. Kør »pejl format {change.path} --write«.")
        print(f"{capitalised(counted(len(changes), 'fil', 'filer'))} skal sættes op.")
        return Status.PROBLEMS if changes else Status.FINE
    return show(changes, write=write, done="Det, der står i filerne, er det samme.")


def _is_in(file: Path, data: Path) -> bool:
    return file.resolve().is_relative_to(data.resolve()) and file.suffix == ".yml"


def _all(data: Path) -> Iterator[Path]:
    """Yield every file with data; a link out of the folder is not ours to write to."""
    for path in files_below(str(data)):
        if path.endswith(".yml") and not leads_out(path, str(data)):
            yield Path(path)


def _prepared(files: Sequence[Path], data: Path, before: Texts) -> tuple[list[Change], list[Problem]]:
    """Give what would change in each file, and what keeps the others from being read."""
    changes: list[Change] = []
    found: list[Problem] = []
    for path in files:
        file, wrong = read(path, path.as_posix())
        found += wrong
        was = before.get(path.relative_to(data).as_posix())
        text = file.text if wrong or file.value is None else _formed(file, was, model_of(path, data))
        if text != file.text:
            changes.append(Change(path, file.text, text))
    return changes, found


def _formed(file: YamlFile, before: str | None, model: type[BaseModel] | None) -> str:
    """Give the form of a file, with what it has lost since it was as before."""
    if before is None:
        return formatted(file, model)
    base, wrong = parse(before, file.path)
    return formatted(file, model) if wrong or base.value is None else restored(base, file, model)
