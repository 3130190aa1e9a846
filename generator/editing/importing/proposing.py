"""Proposes an import for a table that no import explains yet; every guess is shown and asked about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.base.text import capitalised, counted, folded, joined
from generator.editing.formatting.scalars import word
from generator.editing.importing.files import TableFile
from generator.editing.importing.grids import tidy
from generator.editing.importing.guessing import Candidate, Guess, guess, is_number
from generator.editing.importing.headings import whole
from generator.model import Area, Indicator

_MOST_SHOWN = 5
_MOST_TABLES = 12
_WHOLE_COUNTRY = ("hele landet", "danmark", "denmark", "all denmark", "landet")
_CALLED = {"period": "perioden", "area": "området", "group": "gruppen", "value": "tallet"}


def proposal(file: TableFile, indicator: Indicator, areas: Mapping[str, Area]) -> list[str]:
    """Say in Danish what a file holds and what it is taken for, with an import that an editor can correct."""
    known = _area_names(areas)
    said = [f"Indikatoren »{indicator.id}« siger endnu ikke, hvordan tabellen skal læses. Her er et forslag."]
    grid = max(file.grids, key=lambda grid: sum(map(len, grid.rows)))
    sheet = None
    if len(file.grids) > 1:
        names = joined([whole(other.title) for other in file.grids[:_MOST_TABLES]])
        said.append(f"Filen har flere tabeller: {names}. Forslaget gælder den største, {whole(grid.title)}.")
        sheet = grid.title
    found = guess(grid, known)
    return [
        *said, "", *_columns(found), "", *_questions(found), *_doubts(found, known), "",
        f"Ret forslaget, og sæt det nederst i indikatorens fil, {indicator.id}.yml:", "",
        *_block(found, indicator, sheet), *_rows(found, known),
    ]  # fmt: skip


def _area_names(areas: Mapping[str, Area]) -> dict[str, str]:
    """Give the names by which a table may call our areas; whoever corrects the proposal decides whether it does."""
    names: dict[str, str] = {}
    for area in areas.values():
        town = re.sub(r" Kommune\Z", "", area.title)
        own = [folded(name) for name in (area.title, area.short, area.id, town)]
        for name in [*own, *(_WHOLE_COUNTRY if set(own).intersection(_WHOLE_COUNTRY) else ())]:
            names.setdefault(name, area.id)
    return names


def _columns(found: Guess) -> Iterator[str]:
    row = found.grid.rows[found.top] if found.grid.rows else []
    number = next((cell.row for cell in row if cell.text), found.top + 1)
    yield f"Tabellen har {counted(len(found.columns), 'kolonne', 'kolonner')}. Overskrifterne står i række {number}."
    spread = [column for column in found.columns if found.across and column.is_a_period]
    for column in found.columns:
        if column in spread:
            continue
        values = ", ".join(whole(cell.text) for cell in column.values[:_MOST_SHOWN])
        more = len(column.values) - _MOST_SHOWN
        rest = f" og {more} til" if more > 0 else ""
        yield f"  {column.number}. {whole(column.name)}: {values + rest if values else 'ingen værdier'}"
    if spread:
        first, last = spread[0], spread[-1]
        periods = f"perioder fra {whole(first.name)} til {whole(last.name)}, med tal under"
        yield f"  {first.number} til {last.number}. {capitalised(periods)}"


def _questions(found: Guess) -> Iterator[str]:
    """Ask about every guess, and about what could not be guessed."""
    yield "Se efter, om det passer:"
    if found.across:
        yield "  Står perioderne i overskrifterne, og tallene under dem?"
    for role, called in _CALLED.items():
        if role in found.roles:
            unknown = role == "area" and not found.roles[role].areas
            more = " Forslaget kender ingen af navnene: skriv dem selv." if unknown else ""
            yield f"  Er {whole(found.roles[role].name)} {called}?{more}"
        elif role != "group" and not (found.across and role in ("period", "value")):
            yield f"  Hvor står {called}? Forslaget har ikke fundet det."
    if found.style:
        yield f"  Skriver tabellen tal på formen {found.style}?"
    for role in ("period", "area", "group"):
        if role in found.roles and found.roles[role].empty:
            yield f"  Hvad betyder en tom celle under {whole(found.roles[role].name)}?"
    for column in found.rest:
        yield f"  Hvad er {whole(column.name)}? {_taken_for(column)}"


def _doubts(found: Guess, known: Mapping[str, str]) -> Iterator[str]:
    """Say what the table may be instead, where no proposal is made of it."""
    areas = [column.name for column in found.columns if folded(column.name) in known]
    if len(areas) > 1:
        names = joined([whole(name) for name in areas])
        yield f"  Står områderne i overskrifterne ({names})? Så slet »value« og »ignore«, og skriv »across: area«."
    if "period" not in found.roles and not found.across:
        for column in found.columns:
            if column.is_called_period and column.values:
                value = whole(column.values[0].text)
                yield f"  Er {whole(column.name)} perioden? Så skriv i »periods«, hvilken periode {value} er."
    below = found.grid.rows[found.top + 1] if found.across and found.top + 1 < len(found.grid.rows) else []
    under = {column.number for column in found.columns if column.is_a_period}
    words = dict.fromkeys(cell.text for cell in below if cell.column in under and cell.text and not is_number(cell))
    if words:
        names = joined([whole(word) for word in words])
        yield f"  Er {names} også overskrifter? Så skriv »header_rows: 2«, og vælg én af dem som »value« i »columns«."


def _taken_for(column: Candidate) -> str:
    if column.is_of_numbers:
        return "Forslaget springer den over."
    if column.kept:
        return f"Forslaget læser kun rækker med {whole(column.kept.text)}."
    return "Den kan dele tallene op. Vælg selv."


def _block(found: Guess, indicator: Indicator, sheet: str | None) -> Iterator[str]:
    """Write the start of the proposed import: where the figures come from, and which column is which."""
    yield "import:"
    yield "  source:"
    yield f"    document: {indicator.source.document}   # eller den kilde, som tabellen er"
    yield f"    section: {word(indicator.source.section)}   # eller tabellens navn"
    yield "  columns:"
    for role, column in found.roles.items():
        if not (role == "value" and found.grid.valued):
            yield f"    {role}: {word(column.name)}"
    if sheet is not None:
        yield f"  sheet: {word(sheet)}"
    if found.across:
        yield "  across: period"
    if found.depth > 1:
        yield f"  header_rows: {found.depth}"
    if found.style:
        yield f'  numbers: "{found.style}"'


def _rows(found: Guess, known: Mapping[str, str]) -> Iterator[str]:
    """Write the rest: what the names in the table mean, and which rows and columns are used."""
    area, group = found.roles.get("area"), found.roles.get("group")
    words = [column for column in found.rest if not column.is_of_numbers]
    kept = [f"{word(column.name)}: [{word(column.kept.text)}]" for column in words if column.kept]
    if area:
        names = {cell.text: name for cell in area.values for name in map(folded, cell.names) if name in known}
        yield "  areas:" if names else "  areas: {}   # tabellens navn, kolon og områdets id"
        yield from (f"    {word(text)}: {known[name]}" for text, name in names.items())
        if 0 < len(names) < len(area.values):
            kept.append(f"{word(area.name)}: [{', '.join(map(word, names))}]   # de områder, vi kender")
    else:
        yield "  area:   # områdets id, hvis hele tabellen gælder ét område"
    if group and group.kept:
        yield f"  total: [{word(group.kept.text)}]"
    if group and group.empty:
        yield "  # empty_is_all: true, hvis en tom celle betyder alle"
    if any(column and column.empty for column in (area, group, found.roles.get("period"))):
        yield "  # fill_down: true, hvis en tom celle betyder det samme som den over"
    if kept:
        yield "  keep:"
        yield from (f"    {line}" for line in kept)
    ignored = [word(column.name) for column in found.rest if column.is_of_numbers]
    if ignored:
        yield f"  ignore: [{', '.join(ignored)}]"
    for column in words:
        if not column.kept:
            yield f"  # {tidy(column.name)}: skriv kolonnen i »keep«, »ignore« eller »columns«"
