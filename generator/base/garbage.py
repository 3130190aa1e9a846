"""Python's tidying, held back where it only costs time: the search for garbage, and taking apart what is done with."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager

_left: list[object] = []


@contextmanager
def kept() -> Iterator[None]:
    """Make many objects that stay, without Python looking through all of them again and again meanwhile."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def leave(thing: object) -> None:
    """Leave something large where it lies until the command has ended: to take a plan apart is a tenth of its check."""
    _left.append(thing)
    gc.freeze()


def end(status: int) -> None:
    """End the process where something was left, and the system takes it back whole; elsewhere nothing hurries."""
    if _left:
        os._exit(status)


def resume() -> None:
    """Take apart what was left, in a process that goes on."""
    _left.clear()
    gc.unfreeze()
