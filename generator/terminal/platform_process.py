"""Runs the platform's adapter in a process of its own: the package never imports it, and it cannot take us along."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

# Beside the package, in the repository and in what is installed alike.
_SCRIPTS = Path(__file__).parents[2] / "hooks"
_TRACE = re.compile(r"^Traceback \(most recent call last\):$", re.MULTILINE)
_OS_ERROR = re.compile(r"^\w+: \[Errno (\d+)\] ([^\n:]+)(?:: '(.*?)')?", re.MULTILINE)


@dataclass(frozen=True)
class Outcome:
    """How a run ended, and what was said in it."""

    status: int
    said: str = ""
    errors: str = ""

    @property
    def is_bug(self) -> bool:
        """Tell whether the program fell, rather than finding mistakes for an editor to mend, which is status 1."""
        return self.status not in {0, 1} or _TRACE.search(self.errors) is not None

    @property
    def os_error(self) -> OSError | None:
        """The system's error that the program fell over, if that is what happened."""
        *_, last = _TRACE.split(self.errors)
        found = _OS_ERROR.findall(last) if last != self.errors else []
        if not found:
            return None
        number, words, path = found[-1]
        return OSError(int(number), words, path or None)


def build(data: Path, site: Path, settings: Mapping[str, str], held: Collection[int] = ()) -> Outcome:
    """Build a site; the open files that are `held` stay open until it has ended, even where we end before."""
    done = subprocess.run(  # noqa: S603  nothing in the command comes from outside
        _command("build", data, site),
        env={**os.environ, **settings, "PYTHONIOENCODING": "utf-8"},
        check=False,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        pass_fds=tuple(held),
    )
    return Outcome(done.returncode, done.stdout, done.stderr)


def serve(data: Path, settings: Mapping[str, str]) -> int:
    """Show a site until somebody breaks it off, and give the exit status."""
    # The words go straight to our own streams, which may not hold every sign.
    environment = {**os.environ, **settings, "PYTHONIOENCODING": f"{sys.stdout.encoding}:replace"}
    return subprocess.run(_command("serve", data), env=environment, check=False).returncode  # noqa: S603


def _command(script: str, *arguments: Path) -> list[str]:
    return [sys.executable, str(_SCRIPTS / f"{script}.py"), *map(str, arguments)]
