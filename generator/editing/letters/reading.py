"""A file with a letter as paragraphs: every word in its order, each letter as one sign, without what nobody sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from generator.base.text import composed
from generator.editing.letters import word
from generator.editing.letters.parts import MOST_ROWS, LetterError, Paragraph
from generator.reading.decoding import INVISIBLE

_MOST_BYTES = 10_000_000
_MOST_CHARACTERS = 300_000
_MOST_TEXT = 4 * _MOST_CHARACTERS
"""As many bytes as so many characters can take."""
_TOO_LONG = "Brevet er for langt: over 300.000 tegn eller 20.000 afsnit. Del filen."
_ENCODINGS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_OLD_WORD = (b"\xd0\xcf\x11\xe0", b"{\\rtf")
_NO_TEXT = re.compile(r"\x00|\A%PDF-|\A\x1f|\A\x89PNG")
_BLANK = re.compile(r"\n[ \t\u00a0]*\n")
_ITEM = re.compile(r"\s*(?:[-–—•*]\s|[0-9]{1,3}(?:\.[0-9]{1,3})*[.)]\s)")
"""How a line begins that is no longer part of the one before."""
NUMBERED = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2})*[.)]?\s+[A-ZÆØÅ»\"“]")
"""How a numbered heading begins."""


def read(path: Path) -> list[Paragraph]:
    """Read a letter, whatever its name says that it is.

    Raises:
        LetterError: it cannot be read.
        OSError: the file cannot be opened.
    """
    with path.open("rb") as file:
        raw = file.read(_MOST_BYTES + 1)
    if len(raw) > _MOST_BYTES:
        raise LetterError(f"Filen er for stor: over {_MOST_BYTES // 1_000_000} MB. Gem kun brevets tekst.")
    if raw.startswith(_OLD_WORD):
        raise LetterError("Filen er en gammel Word-fil, eller den har adgangskode. Gem den som .docx uden adgangskode.")
    rows = word.paragraphs(raw) if raw.startswith(b"PK") else _of_text(_decoded(raw))
    found: list[Paragraph] = []
    length = 0
    for number, row in enumerate(rows):
        text = _clean(row.text)
        length += len(text)
        if length > _MOST_CHARACTERS or number > MOST_ROWS:
            raise LetterError(_TOO_LONG)
        if text:
            found.append(Paragraph(text, row.is_heading))
    if not found:
        raise LetterError("Filen har ingen tekst. Er brevet et billede, så skriv det af.")
    return found


def _clean(text: str) -> str:
    return INVISIBLE.sub("", composed(" ".join(text.split()))).strip()


def _decoded(raw: bytes) -> str:
    if len(raw) > _MOST_TEXT:
        raise LetterError(_TOO_LONG)
    marked = next((name for mark, name in _ENCODINGS.items() if raw.startswith(mark)), None)
    for encoding in [marked] if marked else ["utf-8", "cp1252"]:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _NO_TEXT.search(text):
            raise LetterError("Filen er hverken tekst eller Word. Gem brevet som .docx eller som ren tekst.")
        return text.replace("\r\n", "\n").replace("\r", "\n")
    raise LetterError("Tegnene kan ikke læses. Gem filen som UTF-8.")


def _of_text(text: str) -> Iterator[Paragraph]:
    """Yield the paragraphs of a plain text: an empty line ends one, or where there are none, each line is one."""
    text = text.strip("\n")
    blocks = _BLANK.split(text)
    if len(blocks) == 1:
        yield from map(Paragraph, text.split("\n"))
        return
    for block in blocks:
        lines = block.strip("\n").split("\n")
        first = lines[0].strip()
        start = 0
        for index, line in enumerate(lines[1:], start=1):
            # A numbered line that nothing has ended stands by itself, with its text right below.
            if _ITEM.match(line) or (index == 1 and NUMBERED.match(first) and first[-1:] not in ".,;:?!"):
                yield Paragraph(" ".join(lines[start:index]))
                start = index
        yield Paragraph(" ".join(lines[start:]))
