"""Runs MkDocs in a process of its own: the package never imports it, and a failure there cannot take us along."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

_TRACE = "Traceback (most recent call last):"
_OS_ERROR = re.compile(r"^\w+: \[Errno (\d+)\] ([^\n:]+)(?:: '(.*?)')?", re.MULTILINE)


@dataclass(frozen=True)
class Outcome:
    """How a run ended, and what was said in it."""

    status: int
    words: str

    @property
    def is_bug(self) -> bool:
        """Tell whether the program fell, rather than finding a mistake in the pages."""
        return _TRACE in self.words

    @property
    def os_error(self) -> OSError | None:
        """The system's error that the program fell over, if that is what happened."""
        found = _OS_ERROR.findall(self.words.rpartition(_TRACE)[2]) if self.is_bug else []
        if not found:
            return None
        number, words, path = found[-1]
        return OSError(int(number), words, path or None)


def build(data: Path, site: Path, settings: Mapping[str, str], held: Collection[int] = ()) -> Outcome:
    """Build a site; the open files that are `held` stay open until it has ended, even where we end before."""
    done = subprocess.run(  # noqa: S603  nothing in the command comes from outside
        [*_COMMAND, "build", "--strict", "--site-dir", str(site)],
        env={**_environment(data), **settings, "PYTHONIOENCODING": "utf-8"},
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        pass_fds=tuple(held),
    )
    return Outcome(done.returncode, done.stdout)


def serve(data: Path) -> int:
    """Show a site until somebody breaks it off, and give the exit status."""
    return subprocess.run([*_COMMAND, "serve"], env=_environment(data), check=False).returncode  # noqa: S603


_COMMAND = (sys.executable, "-m", "mkdocs")


def _environment(data: Path) -> dict[str, str]:
    return {**os.environ, "PEJL_DATA": str(data), "NO_MKDOCS_2_WARNING": "1"}
