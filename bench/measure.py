"""Runs commands in fresh processes and tells what they took: seconds of the processor, and memory."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_PROC = Path("/proc")
_PAUSE = 0.25
"""Seconds between two looks at the memory of a command."""


class CommandError(Exception):
    """A command failed; its words say why."""


@dataclass(frozen=True)
class Usage:
    """What one run of a command took."""

    seconds: float
    """User and system time of the command and of every process that it started and waited for."""
    largest: float
    """The most memory that any one of its processes had, in MB."""
    together: float
    """The most that all of them had at one time, pages that they share counted once; 0 where nobody can tell."""
    output: str


@dataclass(frozen=True)
class Runs:
    """What several runs of a command took."""

    all: tuple[Usage, ...]

    @property
    def least(self) -> float:
        """The seconds of the quickest run, which other work on the machine disturbed the least."""
        return min(usage.seconds for usage in self.all)

    @property
    def median(self) -> float:
        """The seconds of the run in the middle."""
        return statistics.median(usage.seconds for usage in self.all)

    @property
    def memory(self) -> float:
        """The most memory at one time in MB, in the thriftiest run."""
        return min(max(usage.together, usage.largest) for usage in self.all)


def python(*arguments: str | int | Path) -> list[str]:
    """Give the command that runs this Python."""
    return [sys.executable, *map(str, arguments)]


def pejl(*arguments: str | Path) -> list[str]:
    """Give a command of Pejl, as `pejl` runs it."""
    return python("-m", "generator", *arguments)


def several(
    times: int, command: Sequence[str | Path], cwd: Path = ROOT, extra: Mapping[str, str] | None = None
) -> Runs:
    """Run a command some times; raises CommandError where it fails."""
    return Runs(tuple(once(command, cwd, extra) for _ in range(times)))


def once(command: Sequence[str | Path], cwd: Path = ROOT, extra: Mapping[str, str] | None = None) -> Usage:
    """Run a command; raises CommandError where it fails."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT), **(extra or {})}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # what pip installs is compiled, and so is ours for its users
    with subprocess.Popen(  # noqa: S603  our own commands
        list(map(str, command)),
        cwd=cwd,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    ) as process:
        watch = _Watch(process.pid)
        watch.start()
        output = process.stdout.read() if process.stdout else ""
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        watch.stop()
    if process.returncode:
        raise CommandError(f"{' '.join(map(str, command))}\n{output[-2000:]}")
    unit = 2**20 if sys.platform == "darwin" else 2**10  # Linux counts in kB, macOS in bytes
    return Usage(used.ru_utime + used.ru_stime, used.ru_maxrss / unit, watch.most / 2**10, output)


class _Watch(threading.Thread):
    """Looks again and again at how much memory the processes of a session have together."""

    def __init__(self, session: int) -> None:
        super().__init__(daemon=True)
        self.session = session
        self.most = 0.0
        self.ended = threading.Event()

    def run(self) -> None:
        """Look until told to stop."""
        while _PROC.is_dir() and not self.ended.wait(_PAUSE):
            self.most = max(self.most, sum(map(_share, _processes(self.session))))

    def stop(self) -> None:
        """Stop looking."""
        self.ended.set()
        self.join()


def _processes(session: int) -> list[Path]:
    found = []
    for folder in _PROC.glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:  # it has ended
            continue
        if int(fields[3]) == session:
            found.append(folder)
    return found


def _share(folder: Path) -> float:
    """Give the memory of a process in kB; of what it shares with others, its part."""
    try:
        lines = (folder / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((float(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def clock() -> float:
    """Give the time, to say how long everything took."""
    return time.monotonic()
