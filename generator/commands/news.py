"""`pejl news`: the text of a mail with what is new, for a secretary to send; no address is kept anywhere."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import click

from generator.base import clock, problems
from generator.base.text import did_you_mean
from generator.checking import check
from generator.history import git
from generator.history import news as history
from generator.model import Organisation
from generator.terminal.group import Command
from generator.terminal.statuses import Status
from generator.terminal.values import Day, data_option


@click.command(cls=Command)
@click.option("--since", type=Day(), required=True, metavar="DATO", help="den første dag, der tæller, fx 2026-01-31")
@click.option("--organisation", metavar="ID", help="kun det, der gælder organisationens egne punkter")
@data_option
def command(since: dt.date, organisation: str | None, data: Path) -> Status:
    """Write the text of a mail about what has been put on the site since a day."""
    loaded, found = check(data, clock.today())
    plan = loaded.plan
    if plan is None or problems.has_errors(found):
        print(problems.as_text(found), file=sys.stderr)
        return Status.PROBLEMS
    known = plan.of(Organisation)
    if organisation is not None and organisation not in known:
        print(f"Ingen organisation har id'et »{organisation}«. {did_you_mean(organisation, known)}", file=sys.stderr)
        return Status.USAGE
    if not git.is_known(data) or git.is_shallow(data):
        message = "Det kan ikke ses, hvad der er nyt: hele historikken i git skal være her."
        print(f"{message} Hent den med: git fetch --unshallow", file=sys.stderr)
        return Status.USAGE
    print(history.mail(plan, since, history.news(plan, history.since(data, since), organisation)))
    return Status.FINE
