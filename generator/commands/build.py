"""`pejl build`: the whole site, put in the last one's place only when it is finished."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.base import clock, placing
from generator.commands import together
from generator.publish import form_library, swapping
from generator.reading.folder import SITE
from generator.reading.source import read
from generator.terminal import platform_process as platform
from generator.terminal.group import Command
from generator.terminal.running import bug
from generator.terminal.statuses import Status
from generator.terminal.values import content_option, data_option, out_option


@click.command(cls=Command)
@out_option("siden", "site")
@data_option
@content_option
def command(out: Path, data: Path, content: Path | None) -> Status:
    """Check the data and build the site of them; whatever goes wrong, the last site stays."""
    today, goal = clock.today(), out.resolve()
    placing.given()  # an address that is none is told before anything is made
    if not swapping.is_replaceable(goal):
        print(f"{out} er ikke en side, som Pejl har bygget. Vælg en anden mappe med --out.", file=sys.stderr)
        return Status.USAGE
    settings = {clock.VARIABLE: today.isoformat(), **together.settings(data, content)}
    swapping.tidy(goal)
    left = f"Siden er ikke bygget. {out} er, som den var."
    if _has_form_editor(data) and not form_library.is_fetched():
        print("Henter formularredaktøren …")
        try:
            form_library.fetch()
        except form_library.FetchError as error:
            print(f"{error}\n{left}", file=sys.stderr)
            return Status.MACHINE
    is_swapped = False
    try:
        with swapping.workplace(goal) as place:
            made = platform.build(data, place.fresh, settings, place.held)
            if made.os_error:
                raise made.os_error  # as if it were our own
            if made.status:
                return _failed(made, left)
            place.swap()
            is_swapped = True
    except (OSError, KeyboardInterrupt) as error:
        if not is_swapped:  # later only the last site is left to remove
            error.add_note(left)
        raise
    print(made.said, end="")
    print(made.errors, end="", file=sys.stderr)
    print(f"Siden ligger i {out}. Se den med: {'make' if Path('Makefile').is_file() else 'pejl'} serve")
    return Status.FINE


def _has_form_editor(data: Path) -> bool:
    """Tell whether a site has the form editor; what is wrong in its file is told by the check."""
    about = data / SITE
    file, _ = read(about, about.as_posix())
    return isinstance(file.value, dict) and bool(file.value.get("form_editor"))


def _failed(made: platform.Outcome, left: str) -> Status:
    """Tell why there is no site: somebody who stopped the process, a bug of ours, or mistakes for an editor to mend."""
    if made.status < 0:
        print("Bygningen blev standset udefra. Måske slap hukommelsen op.", file=sys.stderr)
        status = Status.MACHINE
    elif made.is_bug:
        status = bug(made.errors)
    else:
        print(made.errors, end="", file=sys.stderr)
        status = Status.PROBLEMS
    print(left, file=sys.stderr)
    return status
