"""Tables as rows in JSON: a list of objects or of lists, one a line, jobindsats' answer, and PxWeb's own JSON.

A number that JSON writes as a number is that number; text stays text, and the import says how it writes numbers. PxWeb
is the exception: it writes every figure as text with a decimal point, whatever the language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from generator.editing.importing.grids import Grid, GridCell, GridError, bound, cleaned, numeric

_PXWEB_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?\Z")
_UNKNOWN = (
    "Filen er JSON, men hverken JSON-stat, rækker eller PxWebs JSON. Hent tabellen igen i et af de formater, "
    "eller som CSV eller Excel."
)
_WRONG = "Et felt i filen mangler eller har en forkert form. Hent den igen."


def grids(content: object, lines: Sequence[int] = ()) -> Iterator[Grid] | None:
    """Give the tables of rows in JSON; None where the content is something else.

    `lines` says where each row stands in the file, if not as the number that it is in the list.

    Raises:
        GridError: the content is rows and contradicts itself, or a list of something else.
    """
    if isinstance(content, list):
        if content and all(isinstance(item, Mapping) and {"Variables", "Data"} <= item.keys() for item in content):
            return (_answer(item, number, len(content)) for number, item in enumerate(content, start=1))
        if content and all(isinstance(item, list) for item in content):
            return iter([_lists(content, lines)])
        return iter([_objects(content, lines)])
    if not isinstance(content, Mapping):
        raise GridError(_UNKNOWN)
    if isinstance(content.get("columns"), list) and isinstance(content.get("data"), list):
        return iter([_pxweb(content)])
    if content and not any(isinstance(value, Mapping | list) for value in content.values()):
        return iter([_objects([content], lines)])
    # Rows in an envelope: a field with a list of objects, beside what is said about them.
    lists = [value for value in content.values() if _are_rows(value)]
    return iter([_objects(lists[0], ())]) if len(lists) == 1 and "dimension" not in content else None


def _are_rows(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, Mapping) for item in value)


def _objects(items: Sequence[Any], lines: Sequence[int]) -> Grid:
    if not items or not all(isinstance(item, Mapping) for item in items):
        raise GridError(_UNKNOWN)
    names = list(dict.fromkeys(name for item in items for name in item))
    bound(len(names) * len(items), len(names))
    rows = [[cleaned(1, column, name) for column, name in enumerate(names, start=1)]]
    for number, item in enumerate(items, start=1):
        row = lines[number - 1] if lines else number
        rows.append([_cell(row, column, item.get(name)) for column, name in enumerate(names, start=1)])
    return Grid("", rows, headed=True)


def _lists(items: Sequence[list[Any]], lines: Sequence[int]) -> Grid:
    """Read rows that do not name their columns: as in a text file, the first of them may be headings."""
    widest = max(map(len, items))
    bound(widest * len(items), widest)
    numbers = lines or range(1, len(items) + 1)
    rows = [
        [_cell(number, column, value) for column, value in enumerate(item, start=1)]
        for number, item in zip(numbers, items, strict=True)
    ]
    return Grid("", rows)


def _answer(item: Mapping[str, Any], number: int, count: int) -> Grid:
    """Read the columns and the rows of jobindsats' answer."""
    title = f"tabel {number}" if count > 1 else ""
    try:
        names = [str(variable["Label"]) for variable in item["Variables"]]
        rows = [[cleaned(1, column, name) for column, name in enumerate(names, start=1)]]
        bound(len(names) * len(item["Data"]), len(names))
        for row, values in enumerate(item["Data"], start=1):
            cells = zip(names, values, strict=True)  # as many values as there are columns
            rows.append([_cell(row, column, value) for column, (_, value) in enumerate(cells, start=1)])
    except (KeyError, TypeError, ValueError):
        raise GridError(_WRONG) from None
    return Grid(title, rows, headed=True)


def _pxweb(content: Mapping[str, Any]) -> Grid:
    try:
        columns = [(str(column["code"]), str(column.get("text") or column["code"])) for column in content["columns"]]
        bound(len(columns) * len(content["data"]), len(columns))
        rows = [
            [
                replace(cleaned(1, column, text), code=cleaned(1, column, code).text)
                for column, (code, text) in enumerate(columns, start=1)
            ]
        ]
        for row, item in enumerate(content["data"], start=1):
            cells = [cleaned(row, column, str(key)) for column, key in enumerate(item["key"], start=1)]
            cells += [_pxweb_value(row, len(cells) + place, value) for place, value in enumerate(item["values"], 1)]
            if len(cells) != len(columns):
                raise GridError(_WRONG)
            rows.append(cells)
    except (KeyError, TypeError, AttributeError):
        raise GridError(_WRONG) from None
    return Grid("", rows, headed=True)


def _pxweb_value(row: int, column: int, value: object) -> GridCell:
    cell = _cell(row, column, value)
    return replace(cell, number=Decimal(cell.text)) if _PXWEB_NUMBER.match(cell.text) else cell


def _cell(row: int, column: int, value: object) -> GridCell:
    if value is None:
        return GridCell(row, column)
    if isinstance(value, Decimal):
        return numeric(row, column, value)
    if isinstance(value, str):
        return cleaned(row, column, value)
    return GridCell(row, column, str(value), fault="Værdien er hverken et tal eller en tekst.")
