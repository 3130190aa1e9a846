"""Open data: tables as CSV, records and links as JSON, and the descriptions that machines find them by."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.exports import catalogue, columns, descriptor, records, sheets
from generator.exports.dataset import dataset
from generator.exports.tables import FOLDER, common, figures, tables
from generator.model import Indicator, Record
from generator.view import Alternate, Asset, View

__all__ = ["alternates", "dataset", "downloads", "exports", "guide"]


def exports(view: View) -> Iterator[Asset]:
    """Make every data file of a plan."""
    made = list(tables(view))
    for table in made:
        rows = list(table.rows())
        for dialect in sheets.DIALECTS:
            yield Asset(dialect.path(table.path), sheets.write(dialect, table.columns, rows))
    for file in records.files(view):
        yield Asset(file.path, file.write())
    yield Asset(f"{FOLDER}/datapackage.json", descriptor.describe(view.plan, made))
    yield Asset(f"{FOLDER}/catalog.jsonld", catalogue.catalogue(view.plan, made))


def downloads(indicator: Indicator) -> tuple[str, str]:
    """Give the paths of an indicator's two CSV files from the site's root: for programs, and for Danish Excel."""
    return sheets.PLAIN.path(figures(indicator)), sheets.DANISH.path(figures(indicator))


def alternates(record: Record) -> Iterator[Alternate]:
    """List the files that hold what a record's page tells."""
    if isinstance(record, Indicator):
        plain, danish = downloads(record)
        yield Alternate(plain, "text/csv", f"{record.title} (CSV)")
        yield Alternate(danish, "text/csv", f"{record.title} (CSV til Excel med danske indstillinger)")
    yield Alternate(records.path_of(record.type), "application/json", f"{records.TITLES[record.type]} (JSON)")


def guide(view: View) -> dict[str, Any]:
    """Give what the page about open data explains: every table and its columns, and every file of records."""
    return {
        "tables": [(table, *(dialect.path(table.path) for dialect in sheets.DIALECTS)) for table in common(view)],
        "observations": columns.OBSERVATIONS,
        "types": columns.TYPES,
        "records": {records.path_of(kind): title for kind, title in records.TITLES.items()},
    }
