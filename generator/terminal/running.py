"""Runs a command, and makes of whatever ends it one Danish sentence and an exit status."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Sequence

import click

from generator.base.clock import ClockError
from generator.base.placing import PlaceError
from generator.terminal import machine, streams, usage
from generator.terminal.group import HelpWanted
from generator.terminal.statuses import Status

_BUG = "Det er en fejl i Pejl, ikke i dine data. Opret en sag i projektets kodelager, og sæt teksten ovenfor ind."


def run(commands: click.Group, arguments: Sequence[str]) -> int:
    """Run one of the commands and give its exit status; an error's notes say what came of it, after its sentence."""
    streams.prepare()
    try:
        status = _run(commands, arguments)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read the output has read enough
        streams.silence()
        status = Status.INTERRUPTED
    return status


def _run(commands: click.Group, arguments: Sequence[str]) -> int:
    try:
        with commands.make_context("pejl", list(arguments)) as context:
            return int(commands.invoke(context))
    except HelpWanted as wanted:
        print(wanted)
        return Status.FINE
    except BrokenPipeError:
        raise
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001  a bug of ours must not look like the editor's mistake
        words, status = _told(error)
        return _ended(words, status) if words else bug(traceback.format_exc())


def _told(error: BaseException) -> tuple[str | None, Status]:
    """Say in Danish what ended a command; None where nobody expected it."""
    match error:
        case click.exceptions.NoArgsIsHelpError():
            return error.format_message(), Status.USAGE
        case click.UsageError():
            return usage.explained(error), Status.USAGE
        case ClockError() | PlaceError():
            return str(error), Status.USAGE
        case KeyboardInterrupt() | EOFError() | click.Abort():
            return _with_notes("\nAfbrudt.", error), Status.INTERRUPTED
        case OSError():
            sentence = machine.explained(error)
            return sentence and _with_notes(sentence, error), Status.MACHINE
    return None, Status.BUG


def bug(trace: str) -> Status:
    """Say that something is a mistake of ours, below what a developer needs to find it."""
    return _ended(f"{trace}\n{_BUG}", Status.BUG)


def _ended(words: str, status: Status) -> Status:
    print(words, file=sys.stderr)
    return status


def _with_notes(sentence: str, error: BaseException) -> str:
    return " ".join([sentence, *getattr(error, "__notes__", [])])
