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
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"
_BROKEN = "Word-filen kan ikke læses. Åbn den i Word, og gem den igen som .docx uden adgangskode."
_TRACKED = {f"{_W}{name}" for name in ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge")}
_UNREADABLE = (
    ({f"{_W}vMerge", f"{_W}hMerge"}, "Celler er flettet. Del dem igen, så hver kolonne har sin egen celle."),
    (_TRACKED, "Der er registrerede ændringer. Acceptér eller afvis dem alle under Gennemse."),
    ({f"{_W}tbl"}, "Der står en tabel inde i en celle. Skriv det som almindelig tekst."),
    ({f"{_W}txbxContent"}, "Der er et tekstfelt. Skriv ordene i cellen, og slet feltet."),
    ({f"{_W}footnoteReference", f"{_W}endnoteReference"}, "Der er en note. Skriv dens ord i cellen, og slet noten."),
    ({f"{_W}sym", f"{_W}object", _MATHS}, "Der er et symbol eller en formel. Skriv det som almindelig tekst."),
    ({f"{_W}drawing", f"{_W}pict"}, "Der er et billede. Slet det, eller skriv i ord, hvad det viser."),
)
"""What in a row would be lost or read twice, and what to do about it."""
_STRUCK = (f"{_W}strike", f"{_W}dstrike")
_OFF = ("0", "false", "off")


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
    if any(one.get(f"{_W}val") not in (None, "1") for one in row.iter(f"{_W}gridSpan")):
        names.add(f"{_W}hMerge")
    if f"{_W}txbxContent" in names:  # which is drawn, and told of as what it is
        names -= {f"{_W}drawing", f"{_W}pict"}
    troubles = [words for tags, words in _UNREADABLE if names & tags]
    if any(one.get(f"{_W}val") not in _OFF for tag in _STRUCK for one in row.iter(tag)):
        troubles.append("Noget er streget over. Slet de ord, der ikke gælder, og fjern stregen.")
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
