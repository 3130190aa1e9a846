"""What files were read as, kept from one run to the next: to parse thousands takes longer than to check them."""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import platformdirs
import yaml

from generator.base import garbage
from generator.base.problems import Problem
from generator.reading.positions import Marks
from generator.reading.source import Memory, YamlFile, parse
from generator.reading.values import Decimal


class _Read(NamedTuple):
    """The value of a file that nothing is wrong with, and where its parts begin and end, as bytes."""

    value: Any
    starts: bytes
    ends: bytes


class KeptMemory(Memory):
    """Knows files by what is written in them, whatever they are called and whenever they were read."""

    def __init__(self, kept: dict[bytes, _Read]) -> None:
        super().__init__()
        self._kept = kept
        self.used: dict[bytes, _Read] = {}

    @property
    def is_new(self) -> bool:
        """Tell whether other files were read than the ones that are kept."""
        return self.used.keys() != self._kept.keys()

    def parse(self, text: str, name: str) -> tuple[YamlFile, list[Problem]]:
        """Parse YAML text, unless the same text was parsed in an earlier run and nothing was wrong with it."""
        digest = hashlib.blake2b(text.encode(), digest_size=16).digest()
        known = self._kept.get(digest)
        if known:
            self.used[digest] = known
            return YamlFile(name, known.value, text, Marks.of(known.starts, known.ends)), []
        file, problems = parse(text, name)
        if not problems:
            self.used[digest] = _Read(file.value, *(numbers.tobytes() for numbers in file.marks))
        return file, problems


@contextlib.contextmanager
def memory(data: Path) -> Iterator[Memory]:
    """Give the memory of a data folder, and keep afterwards what was read; a folder that is full or closed costs time.

    It stands in the user's own cache folder, where nobody else can put anything.
    """
    path = (
        platformdirs.user_cache_path("pejl") / hashlib.blake2b(os.fsencode(data.resolve()), digest_size=16).hexdigest()
    )
    memory = KeptMemory(_load(path))
    yield memory
    if memory.is_new:
        with contextlib.suppress(OSError):
            _save(path, memory.used)


def _maker() -> bytes:
    """Condense the code that reads, so that what other code has read is not taken for this code's."""
    made = hashlib.blake2b(yaml.__version__.encode(), digest_size=16)
    for path in sorted(Path(__file__).parent.glob("*.py")):
        made.update(path.read_bytes())
    return made.digest()


def _load(path: Path) -> dict[bytes, _Read]:
    try:
        with garbage.kept():
            maker, kept = _Unpickler(io.BytesIO(path.read_bytes())).load()
    except Exception:  # noqa: BLE001  whatever a broken file makes of itself, it is read as nothing
        return {}
    return kept if maker == _maker() else {}


def _save(path: Path, used: dict[bytes, _Read]) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    beside = path.with_suffix(f".{os.getpid()}")
    try:
        beside.write_bytes(pickle.dumps((_maker(), used), pickle.HIGHEST_PROTOCOL))
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


class _Unpickler(pickle.Unpickler):
    """Makes plain values and nothing else of a file."""

    def find_class(self, module: str, name: str) -> type:
        for known in (_Read, Decimal):
            if (module, name) == (known.__module__, known.__qualname__):
                return known
        raise pickle.UnpicklingError(name)
