"""Output on every machine: a sign that a terminal, a pipe or a file cannot hold is written with others."""

from __future__ import annotations

import codecs
import io
import os
import sys
import unicodedata

_INSTEAD = {
    "→": "->",
    "−": "-",
    "–": "-",
    "—": "-",
    "…": "...",
    "»": '"',
    "«": '"',
    "”": '"',
    "“": '"',
    "’": "'",
    "‘": "'",
    "\N{NO-BREAK SPACE}": " ",
    "×": "x",
    "æ": "ae",
    "ø": "oe",
    "å": "aa",
    "Æ": "AE",
    "Ø": "OE",
    "Å": "AA",
}
_ERRORS = "pejl-instead"


def prepare() -> None:
    """Let no sign that is printed stop a command."""
    codecs.register_error(_ERRORS, _replaced)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_ERRORS)


def silence() -> None:
    """Throw away what is still to be printed, when nobody reads it any more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _replaced(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(_instead, error.object[error.start : error.end])), error.end


def _instead(sign: str) -> str:
    """Write a sign that some encodings lack with signs that all have: the nearest, the bare letter or `?`."""
    bare = unicodedata.normalize("NFD", sign)[0]
    return _INSTEAD.get(sign) or (bare if bare.isascii() else "?")
