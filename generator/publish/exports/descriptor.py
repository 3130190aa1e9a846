"""The tables as a Frictionless Data Package (version 1): what each column holds, and what it may hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from generator.model import Document, Plan
from generator.publish.exports.columns import schema
from generator.publish.exports.lines import in_lines
from generator.publish.exports.sheets import MEDIA, PLAIN
from generator.publish.exports.tables import FOLDER, Table

NOT_OURS = "Citater tilhører dem, der har skrevet dem. Redaktionens egne tekster følger sidens licens."


def describe(plan: Plan, tables: Iterable[Table]) -> str:
    """Write the descriptor; its paths are relative to itself, so that the folder can stand anywhere."""
    site = plan.site
    described: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": "pejl",
        "title": f"{site.title}, {site.municipality}",
        "description": site.tagline,
        "contributors": [{"title": site.municipality, "role": "publisher"}],
    }
    if site.address:
        described["homepage"] = site.address
    if site.licence_url:
        described["licenses"] = [{"path": site.licence_url, "title": site.licence}]
    described["resources"] = list(_resources(plan, tables))
    return in_lines(described)


def _resources(plan: Plan, tables: Iterable[Table]) -> Iterator[dict[str, Any]]:
    for table in tables:
        resource: dict[str, Any] = {
            "profile": "tabular-data-resource",
            "name": table.name,
            "path": PLAIN.path(table.path).removeprefix(f"{FOLDER}/"),
            "title": table.title,
            "description": table.description,
            "format": "csv",
            "mediatype": MEDIA,
            "encoding": "utf-8",
            "dialect": {"delimiter": PLAIN.delimiter, "lineTerminator": PLAIN.newline},
        }
        if table.documents:
            resource["sources"] = [{"title": plan.of(Document)[name].title} for name in table.documents]
        if table.quotes:
            resource["licenses"] = [{"name": "notspecified", "title": NOT_OURS}]
        yield resource | {"schema": schema(table.columns, table.key, table.references)}
