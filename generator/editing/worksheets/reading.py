"""A file with a case's table, whatever program it comes from."""

from __future__ import annotations

import codecs
import io
import zipfile
from pathlib import Path

from generator.editing.worksheets import sheets, word
from generator.editing.worksheets.grids import Grid, TableError

_MOST_BYTES = 20_000_000
_OTHERS = {
    b"\xd0\xcf\x11\xe0": "en gammel Word- eller Excel-fil, eller den har adgangskode",
    b"%PDF": "en PDF",
    b"{\\rtf": "en RTF-fil",
}
"""What other files begin with, and what they are."""
_PACKED = {"xl/workbook.xml": "et regneark fra Excel", "mimetype": "gemt i LibreOffices eget format"}
"""What stands in other packed files, and what they are."""


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
    if not raw.removeprefix(codecs.BOM_UTF8).strip():
        raise TableError("Filen er tom.")
    if what := next((what for start, what in _OTHERS.items() if raw.startswith(start)), "") or _packed(raw):
        raise TableError(f"Filen er {what}. Gem skemaet som .docx eller som CSV, og prøv igen.")
    return word.grids(raw) if raw.startswith(b"PK") else sheets.grids(raw)


def _packed(raw: bytes) -> str:
    """Say what else a packed file is than one from Word."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return ""
    return next((what for name, what in _PACKED.items() if name in names), "")
