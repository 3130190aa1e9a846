"""`pejl pages`: the pages as Markdown and the data files, for another site generator."""

from __future__ import annotations

import sys
from itertools import chain
from pathlib import Path

import click

from generator.base import clock, placing, problems
from generator.publish.assets import unnamed
from generator.site import build
from generator.terminal.group import Command
from generator.terminal.statuses import Status
from generator.terminal.values import data_option, out_option


@click.command(cls=Command)
@out_option("siderne")
@data_option
def command(out: Path, data: Path) -> Status:
    """Write every page and data file of a site."""
    built = build(data, clock.today(), address=placing.given())
    if problems.has_errors(built.problems):
        print(problems.as_text(built.problems), file=sys.stderr)
        return Status.PROBLEMS
    for problem in built.elsewhere:
        print(problem)
    pages = ((path, page.markdown().encode()) for path, page in built.outline.items())
    assert built.plan  # noqa: S101  without an error there is a plan
    # The frame is another generator's, which knows our style sheets and scripts by their plain names.
    found = unnamed(built.stream(), built.plan.site, built.plan.logo)
    assets = ((asset.path, asset.data) for asset in found)
    written = 0
    for path, content in chain(pages, assets):
        target = out / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        written += 1
    print(f"{written} filer ligger i {out}.")
    return Status.FINE
