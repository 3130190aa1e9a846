"""What a command ends with."""

from enum import IntEnum


class Status(IntEnum):
    """The exit status of a command."""

    FINE = 0
    PROBLEMS = 1
    USAGE = 2
    BUG = 3
    MACHINE = 4
    INTERRUPTED = 130  # 128 and the number of the signal, as shells have it


ENDINGS = {
    Status.FINE: "alt er i orden",
    Status.PROBLEMS: "noget i data eller på en side skal rettes",
    Status.USAGE: "kommandoen er skrevet forkert",
    Status.BUG: "en fejl i Pejl",
    Status.MACHINE: "maskinen står i vejen, fx med fuld disk eller uden adgang",
    Status.INTERRUPTED: "kommandoen blev afbrudt",
}
"""What each status means, as the help says it."""
