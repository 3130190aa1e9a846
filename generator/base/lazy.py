"""A mapping whose values are made when they are first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Lazy(Mapping[K, V]):
    """A mapping that knows its keys, and makes each value once; or every time anew, where it keeps none."""

    def __init__(self, keys: Iterable[K], make: Callable[[K], V], *, keep: bool = True) -> None:
        self._keys = dict.fromkeys(keys)
        self._make = make
        self._keep = keep
        self._made: dict[K, V] = {}

    def __getitem__(self, key: K) -> V:
        if key in self._made:
            return self._made[key]
        if key not in self._keys:
            raise KeyError(key)
        value = self._make(key)
        if self._keep:
            self._made[key] = value
        return value

    def __iter__(self) -> Iterator[K]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)

    def __contains__(self, key: object) -> bool:
        return key in self._keys
