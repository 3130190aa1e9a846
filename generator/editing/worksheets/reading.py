"""A file with a case's table, whatever program it comes from."""

from __future__ import annotations

from pathlib import Path

from generator.editing.worksheets import sheets, word
from generator.editing.worksheets.grids import Grid, TableError

_MOST_BYTES = 20_000_000


def read(path: Path) -> list[Grid]:
    """Read the tables of a file; what it is, its first bytes say.

    Raises:
        TableError: it cannot be read.
        OSError: the file cannot be opened.
    """
    with path.open("rb") as file:
        raw = file.read(_MOST_BYTES + 1)
    if len(raw) > _MOST_BYTES:
        raise TableError(f"Filen er for stor: over {_MOST_BYTES // 1_000_000} MB.")
    if raw.startswith(b"\xd0\xcf\x11\xe0"):
        raise TableError("Filen er en gammel Word- eller Excel-fil. Gem den som .docx eller som CSV.")
    return word.grids(raw) if raw.startswith(b"PK") else sheets.grids(raw)
