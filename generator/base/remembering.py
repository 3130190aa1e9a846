"""What one run has found out, kept for the next: in the user's own cache folder, where nobody else can put anything."""

from __future__ import annotations

import contextlib
import functools
import hashlib
import os
import sys
from collections.abc import Callable
from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).resolve().parent.parent
_INSTALLED = ".dist-info"
"""What ends the names of the folders that name what is installed, and in which version."""
_LENGTH = 16
"""How many bytes a digest has."""


def place(data: Path, what: str = "") -> Path:
    """Give the file in which something is kept about a data folder."""
    name = hashlib.blake2b(os.fsencode(data.resolve()), digest_size=_LENGTH).hexdigest()
    return platformdirs.user_cache_path("pejl") / f"{name}{what}"


def read(path: Path) -> bytes:
    """Give what is kept in a file; nothing where it is not there or cannot be read."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def write(path: Path, kept: bytes) -> None:
    """Keep something, all of it or nothing; a folder that is full or closed only costs time."""
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    with contextlib.suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            beside.write_bytes(kept)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)


def made_once(path: Path, source: bytes, make: Callable[[], bytes]) -> bytes:
    """Give what is made of a source: what an earlier run has kept, if it is whole and of the very same; else anew."""
    mark = _digest(maker() + source)
    raw = read(path)
    kept = raw[2 * _LENGTH :]
    if raw[: 2 * _LENGTH] == mark + _digest(kept):
        return kept
    made = make()
    write(path, mark + _digest(made) + made)
    return made


def _digest(raw: bytes) -> bytes:
    return hashlib.blake2b(raw, digest_size=_LENGTH).digest()


@functools.cache
def maker() -> bytes:
    """Condense our code, this Python and all that is installed: what others have found is not taken for our own."""
    made = hashlib.blake2b(sys.version.encode(), digest_size=_LENGTH)
    package = os.fspath(_PACKAGE)
    found = (os.path.join(folder, name) for folder, _, names in os.walk(package) for name in names)  # noqa: PTH118
    for path in sorted(path for path in found if path.endswith(".py")):
        made.update(os.fsencode(path.removeprefix(package)))
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123  a Path for each of hundreds takes as long again
            made.update(file.read())
    for folder in sys.path:
        with contextlib.suppress(OSError):  # it is not there, or no folder
            names = sorted(name for name in os.listdir(folder) if name.endswith(_INSTALLED))  # noqa: PTH208
            made.update(os.fsencode("\n".join(names)))
    return made.digest()
