"""Open data: tables as CSV, records and links as JSON, and the descriptions that machines find them by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.base.text import file_size
from generator.model import IDENTIFIED_TYPES, Consultation, Indicator, Record
from generator.publish.exports import catalogue, columns, descriptor, jsonfiles, sheets
from generator.publish.exports.dataset import data_catalogue, dataset
from generator.publish.exports.tables import FOLDER, Table, common, figures_path, tables, whitebook_path
from generator.publish.view import Alternate, Asset, View

__all__ = ["alternates", "csv_path", "data_catalogue", "dataset", "exports", "guide"]


@dataclass(frozen=True)
class Download:
    """A file that a page offers."""

    path: str
    size: str
    """As people read it: `12 kB`."""


@dataclass(frozen=True)
class Explained:
    """A table as the page about open data shows it."""

    table: Table
    rows: int
    plain: Download
    danish: Download


def exports(view: View) -> Iterator[Asset]:
    """Make every data file of a plan."""
    made = list(tables(view))
    for table in made:
        rows = list(table.rows())
        for dialect in sheets.DIALECTS:
            yield Asset(dialect.path(table.path), sheets.write(dialect, table.columns, rows))
    for file in jsonfiles.files(view):
        yield Asset(file.path, file.write())
    yield Asset(f"{FOLDER}/datapackage.json", descriptor.describe(view.plan, made))
    yield Asset(f"{FOLDER}/catalog.jsonld", catalogue.catalogue(view.plan, made, view.coverage))


def csv_path(indicator: Indicator) -> str:
    """Give the path of an indicator's CSV file for programs, from the site's root."""
    return sheets.PLAIN.path(figures_path(indicator))


def alternates(record: Record) -> Iterator[Alternate]:
    """List the files that hold what a record's page tells."""
    if isinstance(record, Indicator):
        for dialect in sheets.DIALECTS:
            yield Alternate(dialect.path(figures_path(record)), sheets.MEDIA, f"{record.title} ({dialect.title})")
    yield Alternate(jsonfiles.path_of(record.type), "application/json", f"{record.plural} (JSON)")


def guide(view: View, sizes: Mapping[str, int]) -> dict[str, Any]:
    """Give what the page about open data explains: tables, columns and records, with the bytes of each file."""
    offered = {path: Download(path, file_size(size)) for path, size in sizes.items()}
    return {
        "tables": [
            Explained(
                table,
                sum(1 for _ in table.rows()),
                plain=offered[sheets.PLAIN.path(table.path)],
                danish=offered[sheets.DANISH.path(table.path)],
            )
            for table in common(view)
        ],
        "observations": columns.OBSERVATIONS,
        "whitebook": columns.WHITEBOOK,
        "whitebooks": [
            (case, offered[sheets.PLAIN.path(whitebook_path(case))], offered[sheets.DANISH.path(whitebook_path(case))])
            for case in view.plan.of(Consultation).values()
            if view.graph.points_of_case(case.id)
        ],
        "standing": [column.name for column in columns.STANDING],
        "types": columns.TYPES,
        "records": [(model.plural, offered[jsonfiles.path_of(model.type)]) for model in IDENTIFIED_TYPES],
        "links": offered[jsonfiles.GRAPH],
        "example": max(view.plan.of(Indicator).values(), key=lambda one: len(one.observations), default=None),
    }
