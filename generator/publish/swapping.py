"""A new site made beside the last one and put in its place in one step, so that nobody ever finds half a site.

A build works in a folder of its own, `.NAME-…`, beside its goal, and holds a lock in it. What a killed build left is
known by its lock, which the system let go of. Where a folder cannot be exchanged for another in one step, the last site
is moved into the build's folder first; a build killed just then leaves no site, and the next one puts it back.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> bool:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        return True
else:
    import fcntl

    def _lock(handle: int) -> bool:
        """Lock an open file, and tell whether files can be locked at all here; raises where another holds the lock."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno in {errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP}:
                return False
            raise
        return True


_LOCK, _FRESH, _LAST = "lock", "fresh", "last"
_HERE, _EXCHANGE = -100, 2
"""AT_FDCWD and RENAME_EXCHANGE, as Linux has them in its headers."""
_NOT_AT_ONCE = {errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP, errno.ENOENT}
"""What the exchange says where it is not to be had: an old kernel, the file system, or nothing to exchange with."""
_OCCUPIED = {errno.ENOTEMPTY, errno.EEXIST}


@dataclass(frozen=True)
class Workplace:
    """The folder that a build works in."""

    folder: Path
    goal: Path
    lock: int

    @property
    def fresh(self) -> Path:
        """Where the new site is made."""
        return self.folder / _FRESH

    @property
    def held(self) -> tuple[int, ...]:
        """The open files that a process working here keeps open, so that its folder is never taken for a leftover."""
        return () if sys.platform == "win32" else (self.lock,)

    def swap(self) -> None:
        """Put the new site in the place of the last one."""
        if not _exchanged(self.fresh, self.goal):
            _renamed(self.fresh, self.goal, self.folder / _LAST)


def is_replaceable(goal: Path) -> bool:
    """Tell whether a folder may be replaced: it is not there, is empty, or holds what a build leaves."""
    if not goal.exists():
        return True
    left = (goal / "index.html", goal / "data/datapackage.json")
    return goal.is_dir() and (not any(goal.iterdir()) or all(path.is_file() for path in left))


@contextlib.contextmanager
def workplace(goal: Path) -> Iterator[Workplace]:
    """Give a build a folder of its own beside its goal, and take it away at the end."""
    goal.parent.mkdir(parents=True, exist_ok=True)
    folder, lock = _made(goal)
    try:
        yield Workplace(folder, goal, lock)
    finally:
        os.close(lock)  # first, because Windows removes no open file
        shutil.rmtree(folder, ignore_errors=True)  # what stays is swept by the next build


def tidy(goal: Path) -> None:
    """Sweep away what killed builds left beside a goal, and put back a last site that one of them had moved."""
    for folder in _workplaces(goal):
        with contextlib.suppress(OSError):  # a folder that another holds, or that cannot be removed, is left
            _swept(folder, goal)


def _swept(folder: Path, goal: Path) -> None:
    handle = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if _lock(handle):
            if (folder / _LAST).is_dir() and not goal.exists():
                (folder / _LAST).rename(goal)
            shutil.rmtree(folder, ignore_errors=True)
    finally:
        os.close(handle)


def _workplaces(goal: Path) -> list[Path]:
    """Find the folders beside a goal that a build has worked in: by their name, and by all that they hold."""
    name = re.compile(rf"\.{re.escape(goal.name)}-[a-z0-9_]{{8}}")
    beside = goal.parent.iterdir() if goal.parent.is_dir() else ()
    found = [path for path in beside if name.fullmatch(path.name) and path.is_dir() and not path.is_symlink()]
    return [path for path in found if {part.name for part in path.iterdir()} <= {_LOCK, _FRESH, _LAST}]


def _made(goal: Path) -> tuple[Path, int]:
    """Make a folder to work in, and lock it."""
    while True:
        try:
            folder = Path(tempfile.mkdtemp(prefix=f".{goal.name}-", dir=goal.parent))
        except OSError as error:
            error.filename = str(goal.parent)  # rather than a name that nobody knows
            raise
        # Until it is locked, another build may take it for a leftover; then the next one is tried.
        with contextlib.suppress(FileNotFoundError, BlockingIOError):
            handle = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT, 0o600)
            _lock(handle)
            if os.path.samestat(os.fstat(handle), (folder / _LOCK).stat()):
                return folder, handle


def _exchanged(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False where that cannot be done and nothing has been."""
    if sys.platform != "linux":
        return False
    exchange = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if exchange is None:
        return False
    if exchange(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _NOT_AT_ONCE:
        return False
    raise OSError(number, os.strerror(number), str(other))


def _renamed(fresh: Path, goal: Path, last: Path) -> None:
    """Exchange two folders in two steps; where the second fails, the first is taken back."""
    while True:
        with contextlib.suppress(FileNotFoundError):  # there is no last site
            goal.rename(last)
        try:
            fresh.rename(goal)
        except OSError as error:
            if error.errno in _OCCUPIED:  # another build was faster, and its site is the last one now
                shutil.rmtree(last, ignore_errors=True)
                continue
            if last.is_dir():
                last.rename(goal)
            raise
        return
