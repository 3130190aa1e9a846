"""`pejl bilag`: an appendix to an agenda, as a PDF that can be read aloud."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.base import clock, problems
from generator.base.local import said
from generator.base.text import did_you_mean, shown
from generator.publish.paper.appendix import appendix, known, subject
from generator.site import seen
from generator.terminal.group import Command
from generator.terminal.statuses import Status
from generator.terminal.values import WritableFile, data_option


@click.command(cls=Command)
@click.argument("about", metavar="[ID]", required=False, help="id på en del af planen, en høring eller et møde")
@click.option("--hele-planen", "whole", is_flag=True, help="tag hele planen og alle punkter med")
@click.option("--out", type=WritableFile(), metavar="FIL", help="filen, bilaget skrives i (bilag-ID.pdf)")
@data_option
def command(about: str | None, out: Path | None, data: Path, *, whole: bool) -> Status:
    """Write an appendix about a record, or about the whole plan."""
    if bool(about) is whole:
        print("Angiv id på en del af planen, en høring eller et møde, eller skriv --hele-planen.", file=sys.stderr)
        return Status.USAGE
    view, found = seen(data, clock.today())
    if view is None:
        print(problems.as_text(found), file=sys.stderr)
        print("Bilaget er ikke lavet. Ret først fejlene i data.", file=sys.stderr)
        return Status.PROBLEMS
    record = subject(view, about) if about else None
    if about and record is None:
        print(
            f"Hverken {said('{with_article}')}, en høring eller et møde har id'et {shown(about)}. "
            f"{did_you_mean(about, known(view))}".rstrip(),
            file=sys.stderr,
        )
        return Status.USAGE
    made = appendix(view, record)
    file = out or Path(f"bilag-{record.id if record else 'hele-planen'}.pdf")
    file.write_bytes(made)
    print(f"Bilaget ligger i {file}.")
    return Status.FINE
