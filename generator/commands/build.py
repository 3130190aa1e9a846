"""`pejl build`: the whole site, put in the last one's place only when it is finished."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.base import clock, problems
from generator.checking import check
from generator.publish import swapping
from generator.terminal import platform_process as platform
from generator.terminal.group import Command
from generator.terminal.running import bug
from generator.terminal.statuses import Status
from generator.terminal.values import data_option, out_option


@click.command(cls=Command)
@out_option("siden", "site")
@data_option
def command(out: Path, data: Path) -> Status:
    """Check the data and build the site of them; whatever goes wrong, the last site stays."""
    today, goal = clock.today(), out.resolve()
    if not swapping.is_replaceable(goal):
        print(f"{out} er ikke en side, som Pejl har bygget. Vælg en anden mappe med --out.", file=sys.stderr)
        return Status.USAGE
    swapping.tidy(goal)
    left = f"Siden er ikke bygget. {out} er, som den var."
    _, found = check(data, today)
    if problems.has_errors(found):
        print(problems.as_text(found), file=sys.stderr)
        print(left, file=sys.stderr)
        return Status.PROBLEMS
    try:
        with swapping.workplace(goal) as place:
            made = platform.build(data, place.fresh, {clock.VARIABLE: today.isoformat()}, place.held)
            if made.os_error:
                raise made.os_error  # as if it were our own
            if made.status:
                return _failed(made, left)
            place.swap()
    except (OSError, KeyboardInterrupt) as error:
        error.add_note(left)
        raise
    print(problems.summary(found))
    print(f"Siden ligger i {out}. Se den med: make serve")
    return Status.FINE


def _failed(made: platform.Outcome, left: str) -> Status:
    """Tell why there is no site: a bug of ours, somebody who stopped the process, or a mistake in a page."""
    if made.is_bug:
        status = bug(made.words)
    elif made.status < 0:
        print("Bygningen blev standset udefra. Måske slap hukommelsen op.", file=sys.stderr)
        status = Status.MACHINE
    else:
        print(made.words, file=sys.stderr)
        status = Status.PROBLEMS
    print(left, file=sys.stderr)
    return status
