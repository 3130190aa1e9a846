"""`pejl serve`: the site in a browser, made again whenever the data change."""

from __future__ import annotations

from pathlib import Path

import click

from generator.base import clock, placing
from generator.commands import together
from generator.terminal import platform_process as platform
from generator.terminal.group import Command
from generator.terminal.statuses import Status
from generator.terminal.values import content_option, data_option


@click.command(cls=Command)
@data_option
@content_option
def command(data: Path, content: Path | None) -> int:
    """Show the site until somebody breaks it off, which is how it is meant to end."""
    clock.today()  # a day that is no date is told before anything starts, and so is an address that is none
    placing.given()
    try:
        return platform.serve(data, together.settings(data, content))
    except KeyboardInterrupt:
        return Status.FINE
