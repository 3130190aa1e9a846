"""A table held against the data: what is ours must stand as we wrote it, and what is new becomes an answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.base.text import composed, did_you_mean, joined, shown
from generator.chain.worksheet import COLUMNS, HEADINGS, NUMBER, WORDS, Line
from generator.editing.answering import ANSWER, left_out
from generator.editing.filling import FillingError, given
from generator.editing.worksheets.grids import Grid, Row
from generator.model import Point
from generator.model.vocabulary import AnswerState
from generator.rules.answers import needed

_DAY = re.compile(r"(?P<day>[0-9]{1,2})[-./](?P<month>[0-9]{1,2})[-./](?P<year>[0-9]{4})\Z")
_QUOTES = str.maketrans(
    dict.fromkeys("“”„‟»«", '"') | dict.fromkeys("‘’‚‛›‹", "'") | dict.fromkeys("–—", "-") | {"…": "..."}
)
"""What Word makes of signs as they are typed."""
_HEADING_OF = {column.field: column.heading for column in COLUMNS if column.field}
_WAYS = {"changes": "changes.0.reference"}
"""Where a column's words go, where that is not the field itself."""


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


def filled(grids: Sequence[Grid], lines: Sequence[Line], common: Mapping[str, Any]) -> Filled:
    """Hold tables against the rows that the data would give; `common` is what every new answer has besides."""
    found = Filled()
    known = {line.item.point.id: line for line in lines}
    for grid in grids:
        if wrong := list(_of_head(grid.head)):
            found.troubles += wrong
        else:
            for row in grid.rows:
                _take(row, known, common, found)
    found.absent = [line.number for name, line in known.items() if name not in found.places]
    return found


def _of_head(head: Row) -> Iterator[str]:
    """Say what is wrong with a row of headings."""
    names = [_plain(cell) for cell in head.cells]
    yield from _said(head, head.troubles)
    missing = [name for name in HEADINGS if name not in names]
    strange = [name for name in names if name not in HEADINGS]
    doubled = [name for name in dict.fromkeys(names) if name in HEADINGS and names.count(name) > 1]
    if missing:
        yield _at(head, f"Kolonnen {joined([f'»{name}«' for name in missing])} mangler, eller overskriften er ændret.")
    if strange:
        hints = [f"{shown(name)} {did_you_mean(name, missing)}".rstrip() for name in strange]
        yield _at(head, f"Kolonnen kendes ikke: {'; '.join(hints)}")
    if doubled:
        yield _at(head, f"Kolonnen {joined([f'»{name}«' for name in doubled])} står der flere gange.")
    if not (missing or strange or doubled) and names != list(HEADINGS):
        yield _at(head, f"Kolonnerne er byttet om. De skal stå sådan: {', '.join(HEADINGS)}.")


def _take(row: Row, known: Mapping[str, Line], common: Mapping[str, Any], found: Filled) -> None:
    """Take a row in: as an answer, as nothing new, or as something to be mended."""
    troubles = [*row.troubles]
    if len(row.cells) != len(HEADINGS) and not troubles:
        troubles.append(f"Rækken har {len(row.cells)} celler og skal have {len(HEADINGS)}. Er den delt?")
    if troubles:
        found.troubles += _said(row, troubles)
        _placed(row, found)
        return
    name = _plain(row.cells[NUMBER]).lower()
    line = known.get(name)
    if wrong := _of_number(name, line, known, found):
        found.troubles.append(_at(row, wrong))
        return
    assert line is not None  # noqa: S101  told of above
    found.places[name] = _at(row, "").rstrip(" :")
    new = [_cell(cell) for cell in row.cells]
    found.troubles += _said(row, _of_words(new, line))
    if [_plain(cell) for cell in new[WORDS + 1 :]] == [_plain(cell) for cell in line.cells[WORDS + 1 :]]:
        return
    entry, wrongs = _entry(new, line, common)
    found.troubles += _said(row, wrongs)
    if not wrongs:
        found.answers.append((line.item.point, entry))


def _placed(row: Row, found: Filled) -> None:
    """Remember which point a row is about that cannot be read further, so that it is not told of as absent too."""
    if row.cells:
        found.places.setdefault(_plain(row.cells[NUMBER]).lower(), row.place)


def _of_number(name: str, line: Line | None, known: Mapping[str, Line], found: Filled) -> str:
    if not name:
        return "Rækken har intet nummer. Er den sat ind, eller er en række blevet delt? Skriv kun i de rækker, der er."
    if line is None:
        return f"Høringen har intet punkt {shown(name)}. {did_you_mean(name, known)}".rstrip()
    if name in found.places:
        return f"Punktet står også i {found.places[name]}. Behold kun den ene række."
    return ""


def _of_words(new: Sequence[str], line: Line) -> Iterator[str]:
    """Say where what is ours no longer stands as we wrote it."""
    for place in range(NUMBER + 1, WORDS + 1):
        before, after = _plain(line.cells[place]), _plain(new[place])
        if before == after:
            continue
        if before.translate(_QUOTES) == after.translate(_QUOTES):
            why = "Tegnene er ændret, måske af Words autokorrektur"
        else:
            why = "Ordene er ændret" if place == WORDS else "Navnet er ændret"
        yield f"{why} i »{HEADINGS[place]}«. Sæt det tilbage, som det stod: {shown(before)}"


def _entry(new: Sequence[str], line: Line, common: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Make an answer of a row that says something new, and say what is wrong with it."""
    cells = {column.field: cell for column, cell in zip(COLUMNS, new, strict=True) if column.field and cell.strip()}
    status = composed(cells.get("status", "")).casefold().strip()
    states = [str(state) for state in AnswerState]
    if not status:
        return {}, ["»Tilstand« er tom. Skriv, hvad svaret er."]
    if status not in states:
        return {}, [f"Tilstanden {shown(status)} kendes ikke. {did_you_mean(status, states)}"]
    if status == AnswerState.UNANSWERED:
        return {}, ["Rækken har noget skrevet, men »Tilstand« er stadig »uden svar i kilderne«. Skriv, hvad svaret er."]
    cells["status"] = status
    if "date" in cells:
        cells["date"] = _day(cells["date"])
    wrongs = list(_of_history(cells, line))
    empty = [name for name in needed(status) if name not in cells]
    wrongs += [f"»{_HEADING_OF[name]}« er tom, og »{status}« kræver den." for name in empty]
    idle = [name for name in left_out({"status": status}) if name in cells]
    wrongs += [f"»{_HEADING_OF[name]}« kan ikke bruges ved »{status}«. Slet det." for name in idle]
    try:
        entry = given([f"{_WAYS.get(key, key)}={text}" for key, text in cells.items()], ANSWER)
    except FillingError as error:
        return {}, [*wrongs, str(error)]
    whole = {**{key: value for key, value in common.items() if key not in entry}, **entry}
    if "date" not in whole:
        wrongs.append("»Dato« er tom. Skriv den dag, svaret blev givet, som 2026-01-31.")
    return whole, wrongs


def _of_history(cells: Mapping[str, str], line: Line) -> Iterator[str]:
    """An answer that stands is never changed: another one has another day."""
    if line.item.history and cells.get("date") == line.cells[-1]:
        yield (
            f"Svaret fra {line.cells[-1]} står i data og ændres ikke. Er det et nyt svar, så skriv dagen for det. "
            "Ellers sæt rækken tilbage, som den var."
        )


def _day(text: str) -> str:
    """Read a day as a Danish spreadsheet writes it; every other text stays."""
    found = _DAY.match(text.strip())
    return f"{found['year']}-{int(found['month']):02}-{int(found['day']):02}" if found else text.strip()


def _cell(text: str) -> str:
    return "\n".join(line.rstrip() for line in composed(text).replace("\u00a0", " ").strip().split("\n"))


def _plain(text: str) -> str:
    """Give a cell without regard to how its lines are broken."""
    return " ".join(composed(text).replace("\u00a0", " ").split())


def _at(row: Row, words: str) -> str:
    number = _plain(row.cells[NUMBER]) if row.cells else ""
    return f"{row.place}{f' ({number})' if number and number != HEADINGS[NUMBER] else ''}: {words}"


def _said(row: Row, troubles: Sequence[str] | Iterator[str]) -> list[str]:
    return [_at(row, trouble) for trouble in troubles]
