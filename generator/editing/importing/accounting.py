"""Accounts for every column and every word that an import names, so that nothing in a table is passed over unseen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from generator.base.text import danish_number, digits, folded, shown
from generator.editing.importing.complaints import Complaints
from generator.editing.importing.forms import danish
from generator.editing.importing.grids import Grid, GridCell
from generator.editing.importing.headings import Layout, suggested, whole
from generator.model import ImportMapping
from generator.model.vocabulary import Unit

_MOST_NAMED = 12
"""A longer list of names helps nobody."""

_MOST_FIGURES = 5_000
_MOST_FAULTS = 1_000

ZERO = Decimal(0)
_SCALES = {"mia.": 10**9, "milliard": 10**9, "mio.": 10**6, "million": 10**6, "tusind": 10**3, "1.000 ": 10**3}
"""How many a unit that begins so counts as one."""
_DIGITS = re.compile(r"[-−]?[0-9]+\Z")


def account_for_columns(layout: Layout, rows: Sequence[list[GridCell]], complaints: Complaints) -> None:
    """Report columns that the import says nothing about: they may divide the figures, or be other figures."""
    headings = layout.headings
    unnamed = {
        column: replace(cell, column=column + 1) for column, cell in headings.items() if not layout.is_named(column)
    }
    way_out = "Skriv {} i »columns«, »keep« eller »ignore« under »import«."
    if len(unnamed) <= _MOST_NAMED:
        for cell in unnamed.values():
            complaints.report_alone(cell, f"Kolonnen {whole(cell.text)} er ikke nævnt. {way_out.format('den')}")
    else:
        first, *rest = unnamed.values()
        names = ", ".join(whole(cell.text) for cell in (first, *rest[: _MOST_NAMED - 1]))
        more = len(unnamed) - _MOST_NAMED
        message = f"Kolonnerne {names} og {more} til er ikke nævnt. {way_out.format('dem')}"
        complaints.report_alone(first, message)
    stray = {
        cell.column: cell
        for row in reversed(rows)
        for column, cell in enumerate(row)
        if cell.text and not cell.merged and column not in headings and not layout.is_named(column)
    }
    for column, cell in stray.items():
        message = (
            f"Cellen står i en kolonne uden overskrift. Ret rækken, eller skriv »kolonne {column}« i »columns«, "
            "»keep« eller »ignore« under »import«."
        )
        complaints.report(cell, message)


def account_for_kept_words(
    mapping: ImportMapping, layout: Layout, words: Mapping[str, Iterable[str]], complaints: Complaints
) -> None:
    """Report words that should choose rows and choose none."""
    for name, column in layout.keep.items():
        heading = layout.headings.get(column, GridCell(1, column + 1))
        there = words[name]
        for word in mapping.keep[name]:
            if folded(word) not in map(folded, there):
                message = f"Kolonnen {whole(name)} har ingen celler med {whole(word)}.{suggested(word, there)}"
                complaints.report(heading, message)


def cut_in_two(grid: Grid, layout: Layout, row: Sequence[GridCell]) -> tuple[GridCell, GridCell] | None:
    """Give the two cells that a decimal comma has made of one number, where commas part the cells.

    Such a row is longer than the headings, or than the columns that are used where there are none.
    """
    if grid.delimiter != ",":
        return None
    used = layout.headings or {*layout.roles.values(), *layout.keep.values()}
    length = max((column + 1 for column, cell in enumerate(row) if cell.text), default=0)
    if length <= max(used) + 1:
        return None
    pairs = ((row[column], row[column + 1]) for column in layout.figures if column + 1 < length)
    return next((pair for pair in pairs if _DIGITS.match(pair[0].text) and pair[1].text.isdecimal()), None)


def told_of_cut(whole_part: GridCell, decimals: GridCell) -> str:
    """Say that a number has been cut in two, and how to keep it whole."""
    return (
        f"Kommaet i {whole_part.text},{decimals.text} har delt tallet i to celler. Sæt anførselstegn om tal med komma, "
        "eller gem tabellen med semikolon mellem kolonnerne."
    )


def of_another_scale(cells: Sequence[GridCell]) -> tuple[GridCell, str] | None:
    """Find the first figure that is shown in another scale than one before it: thousands beside millions."""
    scaled = [(cell, cell.held / cell.number, cell.held) for cell in cells if cell.held and cell.number]
    for cell, scale, held in scaled:
        first, other, whole_of_first = scaled[0]
        if scale != other:
            message = (
                f"Cellen viser {danish(cell.number or ZERO)} og indeholder {danish(held)}, men i række {first.row} "
                f"viser Excel {danish(first.number or ZERO)} af {danish(whole_of_first)}: tallene vises ikke i samme "
                "enhed. Giv dem den samme talform i Excel."
            )
            return cell, message
    return None


def of_another_unit(cells: Sequence[GridCell], unit: Unit) -> tuple[GridCell, str] | None:
    """Find the first figure that is shown in thousands or millions that the unit does not say."""
    counted_in = next((scale for word, scale in _SCALES.items() if unit.startswith(word)), 1)
    for cell in cells:
        if cell.number and cell.held and (scale := abs(cell.held / cell.number)) != counted_in:
            message = (
                f"Cellen viser {danish(cell.number)} og indeholder {danish(cell.held)}, men indikatorens enhed er "
                f"{shown(unit)}. Skriv under »import«, hvad der gælder: »factor: {digits(scale / counted_in)}« giver "
                f"{danish(cell.held / counted_in)}, og »rounding: shown« giver {danish(cell.number)}."
            )
            return cell, message
    return None


def ask_for_rounding(cells: Sequence[GridCell]) -> str:
    """Say how many figures have more decimals than are shown, with the first as an example, and ask which count."""
    first = cells[0]
    return (
        f"{len(cells)} tal har flere decimaler, end Excel viser. Cellen her viser {danish(first.rounded or ZERO)}, men "
        f"indeholder {danish(first.number or ZERO)}. Skriv under »import«, hvad der gælder: »rounding: shown« (det "
        "viste), »rounding: held« (alle decimaler) eller »decimals« (et bestemt antal)."
    )


def too_many(figures: int, faults: int) -> str:
    """Say why no more rows are read, where there are more figures than one indicator can use, or no end of faults."""
    if figures > _MOST_FIGURES:
        return (
            f"Tabellen giver over {danish_number(_MOST_FIGURES)} tal til én indikator. Vælg færre områder, perioder "
            "eller grupper, når du henter den, eller vælg rækker med »keep« under »import«."
        )
    if faults > _MOST_FAULTS:
        return f"Der er over {danish_number(_MOST_FAULTS)} fejl i tabellen, og resten er ikke læst. Ret dem først."
    return ""
