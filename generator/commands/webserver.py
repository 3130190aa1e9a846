"""`pejl webserver`: the file that a web server is set up with for this very site."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.base import clock, placing, problems
from generator.base.text import shown
from generator.editing.form_editor import api
from generator.publish import servers
from generator.site import build
from generator.terminal.group import Command
from generator.terminal.statuses import Status
from generator.terminal.values import OneOf, WritableFile, data_option


@click.command(cls=Command)
@click.option("--for", "server", type=OneOf(servers.SERVERS), required=True, help="webserveren")
@click.option("--out", type=WritableFile(), metavar="FIL", help="filen, der skrives; uden den bliver den vist")
@click.option(
    "--root",
    default=servers.ROOT,
    metavar="MAPPE",
    help=f"mappen på serveren, som siden ligger i ({servers.ROOT})",
)
@data_option
def command(server: str, out: Path | None, root: str, data: Path) -> Status:
    """Write what a web server needs to know of the site: types, headers, what has moved, and what is not found."""
    if not _is_place(root):
        print(
            f"{shown(root)} kan ikke bruges til --root. Skriv hele stien, for eksempel {servers.ROOT}.", file=sys.stderr
        )
        return Status.USAGE
    built = build(data, clock.today(), address=placing.given())
    if built.plan is None or problems.has_errors(built.problems):
        print(problems.as_text(built.problems), file=sys.stderr)
        return Status.PROBLEMS
    site = built.plan.site
    if not site.root:
        print(f"Sidens adresse mangler. Skriv den i feltet »address« i {data / 'site.yml'}.", file=sys.stderr)
        return Status.PROBLEMS
    for problem in built.elsewhere:
        print(problem, file=sys.stderr)
    text = servers.configuration(server, built.plan, built.pages, api(site), root)
    if out is None:
        print(text, end="")
        return Status.FINE
    out.write_text(text, "utf-8", newline="\n")
    print(f"Opsætningen ligger i {out}. Øverst i den står, hvordan den bliver taget i brug.")
    return Status.FINE


def _is_place(root: str) -> bool:
    """Tell whether a path begins at the top of a server's disk and holds nothing that a server reads as its own."""
    return root.startswith("/") and root.isprintable() and set(root).isdisjoint('"\\$%*?[]{}')
