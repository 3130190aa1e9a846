"""Tables from outside as cells that know their row and column: CSV, Excel and JSON.

Nothing in a file is run or followed: formulas are not computed, links not opened, macros not looked at. What a cell
means is none of this module's business. Where the formats' details come from is told in `tests/exports/README.md`.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from generator.base.problems import Problem
from generator.base.text import printable
from generator.editing.importing import jsonrows, jsonstat, workbooks
from generator.editing.importing.grids import (
    MOST_CELLS,
    MOST_TABLES,
    TOO_MANY_TABLES,
    Grid,
    GridCell,
    GridError,
    bound,
    cleaned,
)

_MOST_BYTES = 10_000_000
_SAMPLE = 100_000
"""The characters that tell what parts the cells; all that follows is written alike."""
_LONGEST = 10_000
"""No cell that says something holds more."""
_MOST_OBJECTS = MOST_CELLS // 2
_MOST_COMMAS = 3 * MOST_CELLS
"""What JSON has between its values; a comma may stand in a name as well."""
_ENCODINGS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_DELIMITERS = ("\t", ";", "|", ",")
_COMMA_AND_SPACE = ", "
_LINES = re.compile(r"\.(?:jsonl|ndjson)\Z")
_A_TABLE = 2
"""The rows of the smallest table: headings and figures."""
_COMMAS = re.compile(r", |,(?=\r?\n|\Z)")
_ASIDE = "\x1f"
"""Stands for a comma and a space while they part cells; no table holds it."""
_LONG_CELL = "En celle er over 10.000 tegn lang. Mangler der et anførselstegn? Ret rækken, eller hent filen igen."
_PX = re.compile(r"\s*(?:CHARSET|AXIS-VERSION)\s*=", re.IGNORECASE)
_NO_TEXT = re.compile(r"\x00|\A%PDF-|\A\x1f")
"""What pictures, archives, PDF and text of two bytes a letter without a mark have, and no table in text."""


@dataclass(frozen=True)
class TableFile:
    """A file from outside: the grids in it, and what keeps it from being read."""

    path: str
    grids: list[Grid] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read(path: Path) -> TableFile:
    """Read a file that holds tables, whatever its name says that it is.

    Raises:
        OSError: the file cannot be opened.
    """
    name = printable(path.as_posix())
    with path.open("rb") as file:
        raw = file.read(_MOST_BYTES + 1)
    return read_bytes(name, raw, path.suffix.casefold())


def read_bytes(name: str, raw: bytes, suffix: str = "") -> TableFile:
    """Read the content of a file that holds tables; `name` is what it is called in messages."""
    try:
        grids: list[Grid] = []
        cells = 0
        for grid in _grids(raw, suffix):
            cells += sum(map(len, grid.rows))
            bound(cells)
            if len(grids) == MOST_TABLES:
                raise GridError(TOO_MANY_TABLES)  # noqa: TRY301  told in one place
            grids.append(grid)
        if not grids:
            raise GridError("Filen har ingen tabel. Hent den igen.")  # noqa: TRY301  told in one place
    except GridError as error:
        return TableFile(name, problems=[error.problem(name)])
    return TableFile(name, grids)


def _grids(raw: bytes, suffix: str) -> Iterator[Grid]:
    if len(raw) > _MOST_BYTES:
        raise GridError(f"Filen er for stor: over {_MOST_BYTES // 1_000_000} MB. Vælg færre rækker, og hent den igen.")
    if raw.startswith(b"\xd0\xcf\x11\xe0"):
        message = "Filen er en gammel Excel-fil, eller den har adgangskode. Gem den som .xlsx uden adgangskode."
        raise GridError(message)
    if raw.startswith(b"PK"):
        yield from workbooks.grids(raw)
        return
    text = _decoded(raw)
    start = text.lstrip()[:1]
    if not start:
        raise GridError("Filen er tom. Hent den igen.")
    if start == "<":
        raise GridError("Filen er en hjemmeside eller XML og ikke en tabel. Åbn den i Excel, og gem den som .xlsx.")
    if _PX.match(text):
        raise GridError("Filen er en PX-fil (PC-Axis). Hent tabellen som CSV, Excel eller JSON-stat i stedet.")
    if found := _NO_TEXT.search(text):
        row = text.count("\n", 0, found.start()) + 1
        raise GridError("Filen er hverken tekst, Excel eller JSON-stat. Hent tabellen igen i et af de formater.", row)
    if start in "{[" or suffix == ".json":
        yield from _json_grids(text, suffix)
    else:
        yield _csv(text)


def _json_grids(text: str, suffix: str) -> Iterator[Grid]:
    if max(map(text.count, ",\n")) > _MOST_COMMAS or text.count("{") > _MOST_OBJECTS:
        bound(MOST_CELLS + 1)
    numbers = [number for number, line in enumerate(text.split("\n"), start=1) if line.strip()]
    if len(numbers) > 1 and (_LINES.search(suffix) or _is_a_row_a_line(text)):
        content: object = [_json(line, number) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
        rows = jsonrows.grids(content, numbers)
    else:
        content = _json(text)
        rows = jsonrows.grids(content)
    yield from jsonstat.grids(content) if rows is None else rows


def _is_a_row_a_line(text: str) -> bool:
    """Tell whether the first line that holds anything is a row of its own, with more below it."""
    first = text.lstrip().split("\n", 1)[0].strip()
    try:
        return first.startswith(("{", "[")) and isinstance(json.loads(first), dict | list)
    except (ValueError, RecursionError):
        return False


def _decoded(raw: bytes) -> str:
    """Decode text: by its mark where it has one, else as UTF-8, and as Windows' own only where it cannot be that."""
    marked = next((name for mark, name in _ENCODINGS.items() if raw.startswith(mark)), None)
    for encoding in [marked] if marked else ["utf-8", "cp1252"]:
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError as error:
            row = raw[: error.start].count(b"\n") + 1
    raise GridError("Tegnene kan ikke læses. Gem filen som UTF-8.", row)


def _json(text: str, line: int = 1) -> object:
    try:
        return json.loads(text, parse_float=_number, parse_int=_number, parse_constant=str, object_pairs_hook=_fields)
    except json.JSONDecodeError as error:
        message = "Filen er ikke gyldig JSON. Hent den igen."
        raise GridError(message, error.lineno + line - 1, error.colno) from None
    except (RecursionError, ValueError, ArithmeticError):
        raise GridError("Filen er ikke JSON, der kan læses. Hent den igen.", line) from None


def _fields(pairs: list[tuple[str, object]]) -> dict[str, object]:
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise GridError("Filen har det samme felt to gange. Hent den igen.")
    return fields


def _number(word: str) -> Decimal | str:
    """Give a number as it is written; one that no program can hold stays text, and is refused where it is used."""
    try:
        return Decimal(word)
    except ArithmeticError:
        return word


def _csv(text: str) -> Grid:
    delimiter = _delimiter(text)
    parted, sign = (_COMMAS.sub(_ASIDE, text), _ASIDE) if delimiter == _COMMA_AND_SPACE else (text, delimiter)
    rows: list[list[GridCell]] = []
    count = 0
    reader = csv.reader(io.StringIO(parted, newline=""), delimiter=sign, strict=True)
    while True:
        row = reader.line_num + 1
        try:
            found = next(reader, None)
        except csv.Error:
            message = (
                "Anførselstegnene passer ikke sammen, eller cellen er for lang. Ret rækken, eller hent filen igen."
            )
            raise GridError(message, row) from None
        if found is None:
            return Grid("", rows, delimiter=delimiter)
        count += max(1, len(found))
        bound(count, len(found), row)
        if any(len(value) > _LONGEST for value in found):
            raise GridError(_LONG_CELL, row)
        # In quotes a comma and a space were no parting.
        rows.append([cleaned(row, column, value.replace(_ASIDE, ", ")) for column, value in enumerate(found, start=1)])


def _delimiter(text: str) -> str:
    """Find what parts the cells: the first of those that cut most rows alike.

    A comma with a space after it mostly belongs to a sentence, in a title or a note. The two part the cells where
    nothing else does, or where they make more columns than commas alone, which then are decimal commas.
    """
    text = text[:_SAMPLE]
    plain = {sign: _rows_alike(text.replace(", ", " ") if sign == "," else text, sign) for sign in _DELIMITERS}
    best = max(_DELIMITERS, key=lambda sign: plain[sign][0])
    count, width = _rows_alike(_COMMAS.sub(_ASIDE, text), _ASIDE)
    is_wider = best == "," and width > plain[best][1]
    return _COMMA_AND_SPACE if count >= _A_TABLE and (plain[best][0] < _A_TABLE or is_wider) else best


def _rows_alike(text: str, delimiter: str) -> tuple[int, int]:
    """Give the most rows that a delimiter cuts into the same number of cells, two or more, and that number."""
    try:
        widths = Counter(len(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error:
        return 0, 0
    return max(((count, width) for width, count in widths.items() if width > 1), default=(0, 0))
