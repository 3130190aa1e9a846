"""A table held against the data: what is ours must say what we wrote, and what is new becomes an answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from generator.base.text import did_you_mean, shown
from generator.chain.worksheet import COLUMNS, HEADINGS, NUMBER, WORDS, Line
from generator.editing.answering import ANSWER, left_out
from generator.editing.filling import FillingError, given
from generator.editing.worksheets import heads
from generator.editing.worksheets.grids import Grid, Row, TableError
from generator.editing.worksheets.texts import alike, cell, day, plain
from generator.model import AnswerEntry, Point
from generator.model.vocabulary import AnswerState
from generator.reading.decoding import INVISIBLE
from generator.rules.answers import needed

_HEADING_OF = {column.field: column.heading for column in COLUMNS if column.field}
_WAYS = {"changes": "changes.0.reference"}
"""Where a column's words go, where that is not the field itself."""
_SHEET_ERROR = re.compile(r"#[A-ZÆØÅ/0-9]+[!?]?\Z")
"""What a spreadsheet writes where it has taken a text for a formula: `#NAVN?`, `#REFERENCE!`, `#I/T`."""
_SLASHED = re.compile(r"[0-9]{1,4}/[0-9]{1,2}/[0-9]{1,4}\Z")


@dataclass
class Filled:
    """What a table says that the data do not say yet, and everything that is wrong with it."""

    answers: list[tuple[Point, Mapping[str, Any]]] = field(default_factory=list)
    """The new answers, each at its point."""
    places: dict[str, str] = field(default_factory=dict)
    """Where each point stands in the file, by its id."""
    troubles: list[str] = field(default_factory=list)
    """What must be mended, in Danish and with the row."""
    absent: list[str] = field(default_factory=list)
    """The points of the case that the file does not have."""
    skipped: list[str] = field(default_factory=list)
    """The tables of the file that are somebody's own."""


def filled(grids: Sequence[Grid], lines: Sequence[Line], common: Mapping[str, Any]) -> Filled:
    """Hold tables against the rows that the data would give; `common` is what every new answer has besides.

    Raises:
        TableError: none of them is the case's.
    """
    found = Filled()
    known = {line.item.point.id: line for line in lines}
    for grid in grids:
        ours = heads.headed(grid, known)
        if ours is None:
            found.skipped.append(grid.head.place.partition(",")[0])
        elif wrong := list(heads.wrong(ours.head)):
            found.troubles += _said(ours.head, wrong)
        else:
            for row in ours.rows:
                _take(row, known, common, found)
    if len(found.skipped) == len(grids):
        raise TableError(f"Ingen tabel i filen er skemaet. Det skal have overskrifterne {', '.join(HEADINGS)}.")
    found.absent = [line.number for name, line in known.items() if name not in found.places]
    return found


def _take(row: Row, known: Mapping[str, Line], common: Mapping[str, Any], found: Filled) -> None:
    """Take a row in: as an answer, as nothing new, or as something to be mended."""
    troubles = [*row.troubles]
    if len(row.cells) != len(HEADINGS) and not troubles:
        troubles.append(f"Rækken har {len(row.cells)} celler og skal have {len(HEADINGS)}. Er den delt?")
    if troubles:
        found.troubles += _said(row, troubles)
        _placed(row, found)
        return
    name = plain(row.cells[NUMBER]).lower()
    line = known.get(name)
    if wrong := _of_number(name, line, known, found):
        found.troubles += _said(row, [wrong])
        return
    assert line is not None  # noqa: S101  told of above
    found.places[name] = _place(row)
    new = [cell(text) for text in row.cells]
    changed = list(_of_words(new, line))
    found.troubles += _said(row, changed)
    cells = {column.field: text for column, text in zip(COLUMNS, new, strict=True) if column.field and text}
    cells |= {"status": plain(cells.get("status", "")).casefold(), "date": day(cells.get("date", ""))}
    before = {column.field: text for column, text in zip(COLUMNS, line.cells, strict=True) if column.field}
    if all(plain(cells.get(key, "")) == plain(text) for key, text in before.items()):
        return
    entry, wrongs = _entry({key: text for key, text in cells.items() if text}, line, common)
    if not wrongs and _stands(entry, line):
        return
    wrongs = wrongs or list(_of_history(entry, line))
    found.troubles += _said(row, wrongs)
    if not (wrongs or changed):
        found.answers.append((line.item.point, entry))


def _placed(row: Row, found: Filled) -> None:
    """Remember which point a row is about that cannot be read further, so that it is not told of as absent too."""
    if row.cells:
        found.places.setdefault(plain(row.cells[NUMBER]).lower(), row.place)


def _of_number(name: str, line: Line | None, known: Mapping[str, Line], found: Filled) -> str:
    if not name:
        return "Rækken har intet nummer. Er den sat ind, eller er en række blevet delt? Skriv kun i de rækker, der er."
    if line is None:
        return f"Høringen har intet punkt {shown(name)}. {did_you_mean(name, known)}".rstrip()
    if name in found.places:
        return f"Punktet står også i {found.places[name]}. Behold kun den ene række."
    return ""


def _of_words(new: Sequence[str], line: Line) -> Iterator[str]:
    """Say where what is ours no longer says what we wrote."""
    for place in range(NUMBER + 1, WORDS + 1):
        if not alike(line.cells[place], new[place]):
            why = "Ordene er ændret" if place == WORDS else "Navnet er ændret"
            yield f"{why} i »{HEADINGS[place]}«. Sæt det tilbage, som det stod: {shown(plain(line.cells[place]))}"


def _entry(cells: Mapping[str, str], line: Line, common: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Make an answer of a row that says something new, and say what is wrong with it."""
    status = cells.get("status", "")
    states = [str(state) for state in AnswerState]
    if not status:
        return {}, ["»Tilstand« er tom. Skriv, hvad svaret er."]
    if status not in states:
        return {}, [f"Tilstanden {shown(status)} kendes ikke. {did_you_mean(status, states)}".rstrip()]
    if status == AnswerState.UNANSWERED:
        if line.item.history:
            return {}, ["»Tilstand« er ændret til »uden svar i kilderne«, men punktet har et svar. Sæt den tilbage."]
        return {}, ["Rækken har noget skrevet, men »Tilstand« er stadig »uden svar i kilderne«. Skriv, hvad svaret er."]
    wrongs = list(_of_cells(cells))
    empty = [name for name in needed(status) if name not in cells and name not in common]
    wrongs += [f"»{_HEADING_OF[name]}« er tom, og »{status}« kræver den." for name in empty]
    idle = [name for name in left_out({"status": status}) if name in cells and name in _HEADING_OF]
    wrongs += [f"»{_HEADING_OF[name]}« kan ikke bruges ved »{status}«. Slet det." for name in idle]
    if "date" not in cells and "date" not in common:
        wrongs.append("»Dato« er tom. Skriv den dag, svaret blev givet, som 2026-01-31.")
    try:
        entry = {} if wrongs else given([f"{_WAYS.get(key, key)}={text}" for key, text in cells.items()], ANSWER)
    except FillingError as error:
        return {}, [str(error)]
    return {**{key: value for key, value in common.items() if key not in entry}, **entry}, wrongs


def _of_cells(cells: Mapping[str, str]) -> Iterator[str]:
    """Say which cells hold what nobody wrote, or what can be read in more than one way."""
    for name, text in cells.items():
        if hidden := INVISIBLE.search(text):
            yield f"Der står et usynligt tegn (U+{ord(hidden[0]):04X}) i »{_HEADING_OF[name]}«. Slet det."
        if _SHEET_ERROR.match(text):
            yield (
                f"»{_HEADING_OF[name]}« er blevet til {shown(text)} i regnearket. Skriv teksten igen, og begynd den "
                "ikke med =, + eller -."
            )
    if _SLASHED.match(cells.get("date", "")):
        yield f"Datoen {shown(cells['date'])} kan læses på flere måder. Skriv den som 2026-01-31."


def _stands(entry: Mapping[str, Any], line: Line) -> bool:
    """Tell whether the data already say all of an answer, as when a table is read in a second time."""
    if not line.item.history:
        return False
    last = line.item.history[-1]
    try:
        return AnswerEntry.model_validate({**entry, "seen": last.seen}) == last
    except ValidationError:
        return False


def _of_history(entry: Mapping[str, Any], line: Line) -> Iterator[str]:
    """An answer that stands is never changed: another one has another day."""
    if line.item.history and str(entry.get("date")) == line.cells[-1]:
        yield (
            f"Svaret fra {line.cells[-1]} står i data og ændres ikke. Er det et nyt svar, så skriv dagen for det. "
            "Ellers sæt rækken tilbage, som den var."
        )


def _place(row: Row) -> str:
    number = plain(row.cells[NUMBER]) if row.cells else ""
    return f"{row.place}{f' ({number})' if number and number != HEADINGS[NUMBER] else ''}"


def _said(row: Row, troubles: Sequence[str] | Iterator[str]) -> list[str]:
    return [f"{_place(row)}: {trouble}" for trouble in troubles]
