"""The paragraphs of a Word file: a zip with XML in it, of which nothing is run or followed and only so much is read.

A word that is deleted, or moved away, is not there; one that is put in is. An entity or a document type is refused.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass, field
from xml.parsers import expat

from generator.editing.letters.parts import MOST_ROWS, LetterError, Paragraph

_DOCUMENT = "word/document.xml"
_MOST_XML = 4_000_000
_PLAIN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, ValueError)
_SPACES = {"tab", "br", "cr"}
_LEFT_OUT = {"Fallback", "moveFrom", "del"}
"""What Word says twice, or no longer says."""
_HEADINGS = ("heading", "overskrift")
_OFF = ("0", "false", "off")
_LONGEST = 150
"""As long as a heading may be that is one only because it is bold."""


def paragraphs(raw: bytes) -> list[Paragraph]:
    """Read the paragraphs of a Word file, in the order of the document.

    Raises:
        LetterError: it is no Word file, or one that nobody should read.
    """
    reader = _Reader()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    try:
        parser.Parse(document(raw), True)  # noqa: FBT003  expat takes it by its place
    except expat.ExpatError:
        raise LetterError("Word-filen er i stykker. Åbn den i Word, og gem den igen.") from None
    return [row.finished() for row in reader.rows]


def document(raw: bytes) -> bytes:
    """Give the XML of a Word file's own text, and no more of it than anybody writes.

    Raises:
        LetterError: it is no Word file, or too large.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            part = archive.getinfo(_DOCUMENT)
            with archive.open(part) as file:
                text = file.read(_MOST_XML + 1) if part.compress_type in _PLAIN else b""
    except KeyError:
        raise LetterError("Filen er ikke en Word-fil. Gem brevet som .docx eller som ren tekst.") from None
    except _BROKEN:
        raise LetterError(
            "Word-filen er i stykker, eller den har adgangskode. Åbn den i Word, og gem den igen."
        ) from None
    if len(text) > _MOST_XML:
        raise LetterError(f"Brevet er for stort: over {_MOST_XML // 1_000_000} MB tekst. Gem kun brevet selv.")
    return text


def _refuse(*_: object) -> None:
    raise LetterError("Word-filen har en dokumenttype, og det har Words egne filer ikke. Gem den igen i Word.")


@dataclass
class _Row:
    """A paragraph while it is read."""

    parts: list[str] = field(default_factory=list)
    style: str = ""
    bold: int = 0
    plain: int = 0

    def finished(self) -> Paragraph:
        text = "".join(self.parts)
        is_bold = self.bold > 0 and self.plain == 0 and len(text) <= _LONGEST
        return Paragraph(text, self.style.casefold().startswith(_HEADINGS) or is_bold)


@dataclass
class _Reader:
    """What has been read so far; a text box stands inside a paragraph, so there may be several at once."""

    rows: list[_Row] = field(default_factory=list)
    open: list[_Row] = field(default_factory=list)
    skipped: int = 0
    in_run: bool = False
    in_text: bool = False
    is_bold: bool = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(" ")[2]
        if self.skipped or tag in _LEFT_OUT:
            self.skipped += 1
        elif tag == "p":
            self.open.append(_Row())
            self.rows.append(self.open[-1])
            if len(self.rows) > MOST_ROWS:
                raise LetterError(f"Brevet er for langt: over {MOST_ROWS // 1000}.000 afsnit. Del filen.")
        elif self.open:
            self._inside(tag, next((value for key, value in attributes.items() if key.endswith(" val")), ""))

    def _inside(self, tag: str, value: str) -> None:
        row = self.open[-1]
        match tag:
            case "r":
                self.in_run, self.is_bold = True, False
            case "t":
                self.in_text = True
            case "b" if self.in_run:
                self.is_bold = value not in _OFF
            case "pStyle":
                row.style = value
            case "noBreakHyphen":
                row.parts.append("-")
            case _ if tag in _SPACES and self.in_run:
                row.parts.append(" ")

    def end(self, name: str) -> None:
        if self.skipped:
            self.skipped -= 1
            return
        match name.rpartition(" ")[2]:
            case "p" if self.open:
                self.open.pop()
            case "r":
                self.in_run = False
            case "t":
                self.in_text = False

    def text(self, data: str) -> None:
        if self.in_text and self.open and not self.skipped:
            row, count = self.open[-1], len(data.strip())
            row.parts.append(data)
            row.bold += count if self.is_bold else 0
            row.plain += 0 if self.is_bold else count
