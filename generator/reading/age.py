"""Which of two files that are alike is the newer, as far as git knows."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

_NEVER = float("inf")
_LONGEST = 5  # seconds


def newer_of(first: str, second: str) -> str | None:
    """Give the newer of two files: the one that git does not know, or came to know later; None where it cannot tell."""
    ages = [_since(first), _since(second)]
    if None in ages or ages[0] == ages[1]:
        return None
    return first if ages.index(max(age for age in ages if age is not None)) == 0 else second


def _since(path: str) -> float | None:
    """Give when a file came into the repository, in seconds; None where there is no git or no repository."""
    file = Path(path)
    git = shutil.which("git")
    if git is None:
        return None
    command = [git, "-C", str(file.parent), "log", "--diff-filter=A", "--format=%ct", "-1", "--", file.name]
    try:
        told = subprocess.run(command, capture_output=True, text=True, timeout=_LONGEST, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return None
    if told.returncode:
        return None
    return float(told.stdout) if told.stdout.strip() else _NEVER
