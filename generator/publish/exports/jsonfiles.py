"""Records and links as JSON: one file of each record type with everything that the editors wrote, and the graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from generator.chain.graph import Graph, Key, Raised
from generator.model import LINKED_TYPES, RECORD_TYPES, Identified, Point, Record, Target
from generator.publish.exports.lines import in_lines
from generator.publish.exports.standing import standing
from generator.publish.exports.tables import FOLDER
from generator.publish.view import View

Json: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True)
class File:
    """A JSON file: its path from the site's root, and lists of things by their name."""

    path: str
    lists: Mapping[str, Iterable[Json]]

    def write(self) -> str:
        """Write the file, a line for each thing, so that two versions can be compared line by line."""
        return in_lines(self.lists)


GRAPH = f"{FOLDER}/links.json"
"""The path of the file with all links."""


def path_of(kind: str) -> str:
    """Give the path of the file with all records of a type."""
    return f"{FOLDER}/{kind}.json"


def files(view: View) -> Iterator[File]:
    """List the files: one for each record type, and the graph."""
    for model in RECORD_TYPES:
        yield File(path_of(model.type), {"records": _records(view, model)})
    yield File(path_of(Point.type), {"records": _points(view)})
    nodes, links = _nodes(view), _links(view.graph)
    yield File(GRAPH, {"nodes": nodes, "links": links})


def _records(view: View, model: type[Record]) -> Iterator[Json]:
    for record in view.plan.of(model).values():
        own = _judged(view, record) if isinstance(record, Target) else _written(record)
        yield {"id": record.id, "type": record.type, "page": record.address} | own


def _judged(view: View, target: Target) -> dict[str, Any]:
    """Give a target as its editor wrote it, and how it and each of its parts stand."""
    result, written = view.results.targets[target.id], _written(target)
    for part, verdict in zip(written["parts"], result.verdicts, strict=True):
        found = {name: value for name, value in standing(view.plan, verdict).items() if value is not None}
        sources = [{"document": document, "section": section} for document, section in verdict.sources]
        part["result"] = found | {"sources": sources}
    return {"status": result.status} | written


def _points(view: View) -> Iterator[Json]:
    for raised in view.graph.raised.values():
        around = {
            "page": view.address(raised).lstrip("/"),
            "response": raised.response.id,
            "organisation": raised.response.organisation,
            "received": raised.response.date.isoformat(),
            "heading": raised.heading,
            "state": raised.state,
        }
        own = _written(raised.point) | {"benchmarks": raised.benchmarks}
        yield {"id": raised.point.id, "type": raised.point.type} | around | own


def _nodes(view: View) -> Iterator[Json]:
    for model in LINKED_TYPES:
        for identity in view.plan.of(model) if issubclass(model, Record) else view.graph.raised:
            item = view.get((model.type, identity))
            title = item.point.summary if isinstance(item, Raised) else item.title
            yield {"type": model.type, "id": identity, "title": title, "page": view.address(item).lstrip("/")}


def _links(graph: Graph) -> Iterator[Json]:
    for edge in graph.edges:
        ends = {"source": _end(edge.source), "target": _end(edge.target)}
        yield ends | ({"why": edge.why} if edge.why else {}) | {"editorial": bool(edge.why), "stale": edge.stale}


def _end(key: Key) -> Json:
    return {"type": key[0], "id": key[1]}


def _written(record: Identified) -> dict[str, Any]:
    """Give a record as its editor wrote it, without what is empty."""
    return record.model_dump(mode="json", exclude_none=True)
