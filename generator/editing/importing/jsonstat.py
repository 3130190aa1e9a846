"""JSON-stat, version 1 and 2, as tables: a row for each value, a column for each dimension, the value last."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from generator.editing.importing.grids import Grid, GridCell, GridError, bound, cleaned, numeric

_MOST_DIGITS = 12
_NOT = "Filen er ikke et JSON-stat-datasæt."


def grids(content: object) -> Iterator[Grid]:
    """Yield the datasets of a JSON-stat answer: the one of version 2, or all those in a bundle of version 1.

    Raises:
        GridError: the content is not JSON-stat, or contradicts itself.
    """
    if not isinstance(content, Mapping):
        raise GridError(f"{_NOT} Hent den igen i det format.")
    kind = content.get("class", "dataset" if "value" in content else "bundle")
    if kind == "dataset":
        yield _table("", content)
    elif kind == "bundle":
        for name, dataset in content.items():
            yield _table(name, dataset)
    else:
        raise GridError(f"{_NOT} Den hører til klassen »{kind}«. Hent selve datasættet.")


def _table(name: str, dataset: object) -> Grid:
    try:
        return Grid(name, _rows(dataset), headed=True, valued=True)
    except (KeyError, TypeError, AttributeError, IndexError, ValueError, ArithmeticError):
        raise GridError(f"{_NOT} Et felt mangler eller har en forkert form. Hent den igen.") from None


def _rows(dataset: Any) -> list[list[GridCell]]:  # noqa: ANN401  JSON is any shape until it has been looked at
    dimensions = dataset["dimension"]
    names = dataset.get("id") or dimensions["id"]  # in version 1 they stand among the dimensions
    sizes = [_whole(size) for size in dataset.get("size") or dimensions["size"]]
    categories = [_categories(dimensions[name]["category"]) for name in names]
    if sizes != [len(found) for found in categories]:
        raise GridError(f"{_NOT} »size« passer ikke med dimensionerne. Hent den igen.")
    # A product of many numbers is itself long; the columns are counted first.
    bound(0, len(names) + 1)
    count = math.prod(sizes)
    bound(count * (len(names) + 1))
    values, status = _by_index(dataset["value"], count), dataset.get("status") or {}
    if isinstance(status, str) or (isinstance(status, list) and len(status) == 1):  # one status holds for every value
        status = [status if isinstance(status, str) else status[0]] * count
    marks = _by_index(status, count)
    labels = [str(dimensions[name].get("label") or name) for name in names]
    heading = [
        replace(cleaned(1, column, label), code=cleaned(1, column, str(name)).text)
        for column, (name, label) in enumerate(zip(names, labels, strict=True), start=1)
    ]
    rows = [[*heading, GridCell(1, len(names) + 1, "value")]]
    for index, combined in enumerate(itertools.product(*categories)):
        row = index + 1
        cells = [replace(cell, row=row, column=column) for column, cell in enumerate(combined, start=1)]
        rows.append([*cells, _value(row, len(names) + 1, values.get(index), marks.get(index))])
    return rows


def _categories(category: Any) -> list[GridCell]:  # noqa: ANN401
    """Give the categories of a dimension in order; without an index there is one, and only its label says which."""
    labels = category.get("label") or {}
    index = category.get("index") or list(labels)
    codes = index if isinstance(index, list) else sorted(index, key=index.__getitem__)
    if not isinstance(index, list) and [index[code] for code in codes] != list(range(len(codes))):
        raise GridError(f"{_NOT} »index« springer et tal over. Hent den igen.")
    return [replace(cleaned(1, 1, str(labels.get(code) or code)), code=cleaned(1, 1, str(code)).text) for code in codes]


def _whole(size: Any) -> int:  # noqa: ANN401
    """Give a size as a whole number.

    Raises:
        ValueError: it is none, or one of so many digits that it would take long to write them.
    """
    if not 0 <= size.adjusted() < _MOST_DIGITS or size != size.to_integral_value():
        raise ValueError(size)
    return int(size)


def _by_index(values: Any, count: int) -> dict[int, object]:  # noqa: ANN401
    """Give values by their place: they stand in a list, or under their numbers."""
    if isinstance(values, list):
        if len(values) != count:
            raise GridError(f"{_NOT} Der er {len(values)} tal, men dimensionerne giver plads til {count}.")
        return dict(enumerate(values))
    found = {int(index): value for index, value in values.items()}
    if len(found) != len(values) or any(not 0 <= index < count for index in found):
        raise GridError(f"{_NOT} Et tal har en plads, der er optaget eller ikke findes.")
    return found


def _value(row: int, column: int, value: object, mark: object) -> GridCell:
    noted = "" if mark is None else cleaned(row, column, str(mark)).text
    if value is None:
        return GridCell(row, column, mark=noted)
    if isinstance(value, Decimal):
        return numeric(row, column, value, noted)
    if isinstance(value, str):
        return replace(cleaned(row, column, value), mark=noted)
    return GridCell(row, column, str(value), fault="Værdien er hverken et tal eller en tekst.")
