"""Templates as Python compiles them, kept from one run to the next: to compile them takes as long as many pages."""

from __future__ import annotations

import contextlib

import jinja2
from jinja2.bccache import Bucket


class _Cache(jinja2.FileSystemBytecodeCache):
    """Keeps what can be kept; a folder that is full or closed only costs time."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        with contextlib.suppress(OSError):
            super().dump_bytecode(bucket)


def compiled() -> jinja2.BytecodeCache | None:
    """Open the folder of compiled templates, one a user; None where the system has no safe place for one.

    What lies there is found by the text of the template, so that a changed template is compiled anew.
    """
    try:
        return _Cache()
    except (OSError, RuntimeError):
        return None
