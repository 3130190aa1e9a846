"""`pejl confirm`: what has been read again is written down in the data."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.base import clock, problems
from generator.base.text import capitalised, counted
from generator.checking import check
from generator.editing.confirm import confirm
from generator.editing.rewriting import RewriteError
from generator.reading.reviews import figure_reviews, reviews
from generator.terminal.group import Command
from generator.terminal.statuses import Status
from generator.terminal.values import data_option


@click.command(cls=Command)
@click.argument("ids", nargs=-1, metavar="[ID …]", help="kun disse poster; uden id: kun dem, der aldrig er læst")
@data_option
def command(ids: tuple[str, ...], data: Path) -> Status:
    """Write down which texts and figures links, answers and words have been read against."""
    loaded, found = check(data, clock.today())
    if problems.has_errors(found):
        print(problems.as_text(found), file=sys.stderr)
        return Status.PROBLEMS
    known = [*reviews(loaded), *figure_reviews(loaded)]
    unknown = set(ids) - {review.record.id for review in known}
    if unknown:
        print(f"Ingen koblinger, svar eller ord om tal hører til: {', '.join(sorted(unknown))}.", file=sys.stderr)
        return Status.USAGE
    # Without ids only what nobody has read before: a changed text must be read again by its editor, not in bulk.
    chosen = [review for review in known if (review.record.id in ids if ids else review.seen is None)]
    try:
        written = confirm(chosen)
    except RewriteError as error:
        print(problems.as_text([error.problem]), file=sys.stderr)
        return Status.PROBLEMS
    print(f"{capitalised(counted(written, 'linje', 'linjer'))} er skrevet.")
    return Status.FINE
