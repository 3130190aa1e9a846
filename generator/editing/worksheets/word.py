"""A case's tables from a Word file: their cells as they stand, and what in them nobody can read safely."""

from __future__ import annotations

import io
from collections.abc import Iterator
from xml.etree import ElementTree as ET
from xml.parsers import expat

from generator.editing.letters import word
from generator.editing.letters.parts import LetterError
from generator.editing.worksheets.grids import Grid, Row, TableError

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BROKEN = "Word-filen kan ikke læses. Åbn den i Word, og gem den igen som .docx uden adgangskode."
_TRACKED = {f"{_W}{name}" for name in ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge")}
_MERGED = {f"{_W}{name}" for name in ("vMerge", "hMerge")}


def grids(raw: bytes) -> list[Grid]:
    """Read every table of a Word file, in order.

    Raises:
        TableError: it is no Word file, or has no table.
    """
    tables = list(_outermost(_parsed(raw), f"{_W}tbl"))
    if not tables:
        raise TableError("Der er ingen tabel i Word-filen. Brug den fil, som pejl hvidbog har lavet.")
    return [_grid(table, number) for number, table in enumerate(tables, 1)]


def _parsed(raw: bytes) -> ET.Element:
    try:
        xml = word.document(raw)
        guard = expat.ParserCreate()
        guard.StartDoctypeDeclHandler = _refuse
        guard.Parse(xml, True)  # noqa: FBT003  expat takes it by its place
        return ET.parse(io.BytesIO(xml)).getroot()  # noqa: S314  a document type is refused above
    except (LetterError, expat.ExpatError, ET.ParseError):
        raise TableError(_BROKEN) from None


def _refuse(*_: object) -> None:
    raise TableError(_BROKEN)


def _grid(table: ET.Element, number: int) -> Grid:
    rows = [_row(row, f"tabel {number}, række {place}") for place, row in enumerate(_outermost(table, f"{_W}tr"), 1)]
    return Grid(rows[0], rows[1:]) if rows else Grid(Row(f"tabel {number}", ()), ())


def _row(row: ET.Element, place: str) -> Row:
    cells = list(_outermost(row, f"{_W}tc"))
    names = {one.tag for one in row.iter()}
    spans = [int(one.get(f"{_W}val") or 1) for one in row.iter(f"{_W}gridSpan")]
    troubles = []
    if names & _MERGED or any(span > 1 for span in spans):
        troubles.append("Celler er flettet. Del dem igen, så hver kolonne har sin egen celle.")
    if names & _TRACKED:
        troubles.append("Der er registrerede ændringer. Acceptér eller afvis dem alle under Gennemse.")
    if f"{_W}tbl" in names:
        troubles.append("Der står en tabel inde i en celle. Skriv det som almindelig tekst.")
    return Row(place, [_text(cell) for cell in cells], troubles)


def _text(cell: ET.Element) -> str:
    parts = ["".join(_words(paragraph)) for paragraph in cell.iter(f"{_W}p")]
    while parts and not parts[-1].strip():
        parts.pop()
    return "\n\n".join(parts)


def _words(paragraph: ET.Element) -> Iterator[str]:
    for one in paragraph.iter():
        match one.tag.removeprefix(_W):
            case "t":
                yield one.text or ""
            case "br" | "cr":
                yield "\n"
            case "tab":
                yield " "
            case "noBreakHyphen":
                yield "-"


def _outermost(element: ET.Element, tag: str) -> Iterator[ET.Element]:
    """Yield the elements of a kind below another, but none that stands inside one of them."""
    for kid in element:
        if kid.tag == tag:
            yield kid
        elif kid.tag != f"{_W}tbl" or tag == f"{_W}tbl":
            yield from _outermost(kid, tag)
