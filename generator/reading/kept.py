"""What files were read as and which tests their texts passed, kept from one run to the next.

To parse thousands takes longer than to check them.
"""

from __future__ import annotations

import contextlib
import io
import pickle
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from generator.base import remembering
from generator.base.problems import Problem
from generator.reading.folder import written
from generator.reading.positions import Marks
from generator.reading.source import Memory, YamlFile, digest_of, made
from generator.reading.values import Decimal

_FEW = 50
"""To write down so many files that were read takes longer than to read one of them again."""


class _Kept(NamedTuple):
    """What is kept, by what is written in the files."""

    read: dict[bytes, bytes]
    """The value of each file that nothing is wrong with, and where its parts begin and end, packed by itself."""
    passed: frozenset[bytes]


class KeptMemory(Memory):
    """Knows files by what is written in them, whatever they are called and whenever they were read."""

    def __init__(self, kept: _Kept, read: Callable[[str], bytes]) -> None:
        super().__init__(kept.passed, read)
        self._kept = kept
        self._digests: dict[str, bytes] = {}
        self.used: dict[bytes, bytes] = {}

    @property
    def is_other(self) -> bool:
        """Tell whether so many other files were read, or passed a test, that it pays to write all down again."""
        read, passed = self.used.keys() ^ self._kept.read.keys(), self.passed ^ self._kept.passed
        return _FEW * (len(read) + len(passed)) > len(self.used) + len(self.passed)

    def made(self, raw: bytes, name: str) -> tuple[YamlFile, list[Problem]]:
        """Read the bytes of a file, unless an earlier run has read the same and nothing was wrong with them."""
        digest = digest_of(raw)
        known = self._kept.read.get(digest, b"")
        match _unpacked(known):
            case (value, bytes(starts), bytes(ends)):
                self.used[digest] = known
                text = raw.decode()
                self._digests[text] = digest
                return YamlFile(name, value, text, Marks.of(starts, ends)), []
        file, problems = made(raw, name)
        if not problems and file.text.encode() == raw:  # where letters were put together, the positions are others
            # Each file by itself: what packs many remembers every word of all of them meanwhile, and is slow.
            self.used[digest] = _packed((file.value, *(numbers.tobytes() for numbers in file.marks)))
            self._digests[file.text] = digest
        return file, problems

    def digest(self, text: str) -> bytes:
        """Condense a text, which is done already for one that was read."""
        return self._digests.get(text) or super().digest(text)


@contextlib.contextmanager
def memory(data: Path, read: Callable[[str], bytes] = written) -> Iterator[Memory]:
    """Give the memory of a data folder, which reads its files, and keep afterwards what was read."""
    path = remembering.place(data)
    memory = KeptMemory(_load(path), read)
    yield memory
    if memory.is_other:
        kept = (remembering.maker(), memory.used, frozenset(memory.passed))
        remembering.write(path, _packed(kept))


def _load(path: Path) -> _Kept:
    match _unpacked(remembering.read(path)):
        case (maker, dict(read), frozenset(passed)) if maker == remembering.maker():
            return _Kept(read, passed)
    return _Kept({}, frozenset())


def _packed(value: object) -> bytes:
    return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)


def _unpacked(packed: bytes) -> object:
    try:
        return _Unpickler(io.BytesIO(packed)).load() if packed else None
    except Exception:  # noqa: BLE001  whatever broken bytes make of themselves, they are read as nothing
        return None


class _Unpickler(pickle.Unpickler):
    """Makes plain values and nothing else of a file."""

    def find_class(self, module: str, name: str) -> type:
        if (module, name) == (Decimal.__module__, Decimal.__qualname__):
            return Decimal
        raise pickle.UnpicklingError(name)
