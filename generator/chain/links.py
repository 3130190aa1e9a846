"""The chain as a graph: every link from both its ends, and the gaps where a link is missing.

A link is stored once, on the record where the editor knows it. Here it can be followed both ways.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

from generator.base.text import natural_key
from generator.model import (
    Benchmark,
    Indicator,
    Initiative,
    Part,
    Plan,
    Point,
    Response,
    SourceRef,
    Target,
    fingerprint,
)
from generator.model.vocabulary import DECIDED

Key: TypeAlias = tuple[str, str]
"""A record's type and id."""


LINKED_TYPES = ("benchmark", "goal", "target", "indicator", "initiative", "recommendation", "point")
"""The types that links join, in the order in which readers meet them."""


@dataclass(frozen=True)
class Edge:
    """A link as it was stored; `why` is the editors' reason, and empty where the source itself makes the link."""

    source: Key
    target: Key
    why: str = ""
    stale: bool = False
    """Whether one of the two texts has changed since an editor last read them together."""


@dataclass(frozen=True)
class Neighbour:
    """A record at the other end of a link, seen from one of its ends."""

    key: Key
    why: str = ""
    stale: bool = False


@dataclass(frozen=True)
class Raised:
    """A point with what surrounds it: its letter, the heading above it and the benchmarks it concerns."""

    point: Point
    response: Response
    heading: str
    benchmarks: tuple[str, ...]

    @property
    def answered(self) -> bool:
        """Tell whether the point has an answer, whatever the answer is."""
        return self.point.state in DECIDED


@dataclass(frozen=True)
class Graph:
    """Every link between the records of a plan."""

    plan: Plan
    raised: dict[str, Raised] = field(default_factory=dict)
    edges: tuple[Edge, ...] = ()

    def neighbours(self, key: Key, other: str) -> list[Neighbour]:
        """List the records of a type at the other end of this record's links, each once, in order of their ids."""
        found = {
            **{edge.target: edge for edge in self._from.get(key, []) if edge.target[0] == other},
            **{edge.source: edge for edge in self._to.get(key, []) if edge.source[0] == other},
        }
        return [
            Neighbour(end, found[end].why, found[end].stale)
            for end in sorted(found, key=lambda end: natural_key("/".join(end)))
        ]

    def editorial(self, key: Key, *, without: tuple[str, ...] = ()) -> list[Neighbour]:
        """List everything that the editors linked with a record, type by type; `without` leaves types out."""
        others = (other for other in LINKED_TYPES if other not in without)
        return [near for other in others for near in self.neighbours(key, other) if near.why]

    def points_of(self, benchmark: str) -> list[Raised]:
        """List the points that concern a benchmark, in the order of the letters."""
        return [raised for raised in self.raised.values() if benchmark in raised.benchmarks]

    def points_by(self, organisation: str) -> list[Raised]:
        """List the points that an organisation raised, in the order of its letters."""
        return [raised for raised in self.raised.values() if raised.response.organisation == organisation]

    def points_in(self, response: str) -> list[Raised]:
        """List the points of a letter, in its own order."""
        return [raised for raised in self.raised.values() if raised.response.id == response]

    def is_addressed(self, point: str) -> bool:
        """Tell whether anything at all is linked to a point, apart from the benchmark its heading names."""
        key = ("point", point)
        return any(edge.why for edge in [*self._from.get(key, []), *self._to.get(key, [])])

    def cited_by(self, document: str) -> list[Key]:
        """List the records that name a document as a source."""
        return self._citations.get(document, [])

    @cached_property
    def _from(self) -> dict[Key, list[Edge]]:
        return _grouped((edge.source, edge) for edge in self.edges)

    @cached_property
    def _to(self) -> dict[Key, list[Edge]]:
        return _grouped((edge.target, edge) for edge in self.edges)

    @cached_property
    def _citations(self) -> dict[str, list[Key]]:
        citations: dict[str, list[Key]] = defaultdict(list)
        for key, record in _records(self.plan):
            for document in dict.fromkeys(reference.document for reference in _references(record)):
                citations[document].append(key)
        return citations


def letters(points: Iterable[Raised]) -> list[Response]:
    """List the letters that points come from, each once."""
    return list({raised.response.id: raised.response for raised in points}.values())


@dataclass(frozen=True)
class Gaps:
    """Where the chain is broken; a gap is a finding, not a fault."""

    unanswered: list[Raised]
    unaddressed: list[Raised]
    unmeasured: list[Benchmark]
    unmeasured_targets: list[Target]
    unused: list[Indicator]
    unmentioned: list[Initiative]


def graph(plan: Plan) -> Graph:
    """Collect the links of a plan."""
    raised = {item.point.id: item for response in plan.responses.values() for item in _raised(response)}
    return Graph(plan, raised, tuple(_edges(plan, raised.values())))


def gaps(linked: Graph) -> Gaps:
    """Find what nobody has answered, addressed, measured or used."""
    plan = linked.plan
    return Gaps(
        unanswered=[item for item in linked.raised.values() if not item.answered],
        unaddressed=[item for item in linked.raised.values() if not linked.is_addressed(item.point.id)],
        unmeasured=[
            item for item in plan.benchmarks.values() if not linked.neighbours(("benchmark", item.id), "indicator")
        ],
        unmeasured_targets=[item for item in plan.targets.values() if not item.is_measured],
        unused=[item for item in plan.indicators.values() if not _is_used(linked, item)],
        unmentioned=[item for item in plan.initiatives.values() if not linked.editorial((item.type, item.id))],
    )


def _is_used(linked: Graph, indicator: Indicator) -> bool:
    measures = (part.indicator for target in linked.plan.targets.values() for part in target.parts)
    return bool(linked.editorial((indicator.type, indicator.id))) or indicator.id in measures


def _raised(response: Response) -> Iterator[Raised]:
    for section, point in response.points():
        benchmarks = section.benchmarks if point.benchmarks is None else point.benchmarks
        yield Raised(point, response, section.heading, tuple(benchmarks))


def _edges(plan: Plan, raised: Iterable[Raised]) -> Iterator[Edge]:
    for item in raised:
        for benchmark in item.benchmarks:
            yield Edge((item.point.type, item.point.id), ("benchmark", benchmark))
    for record in plan.linking():
        for link in record.links:
            if link.end:
                stale = bool(link.seen) and link.seen != fingerprint(record, plan.record(*link.end))
                yield Edge((record.type, record.id), link.end, link.why, stale)


def _records(plan: Plan) -> Iterator[tuple[Key, object]]:
    groups = (plan.benchmarks, plan.goals, plan.indicators, plan.consultations, plan.responses, plan.organisations)
    for group in groups:
        for record in group.values():
            yield (record.type, record.id), record


def _references(part: object) -> Iterator[SourceRef]:
    """Find every source reference inside a record, however deep."""
    if isinstance(part, SourceRef):
        yield part
    elif isinstance(part, list):
        for item in part:
            yield from _references(item)
    elif isinstance(part, Part):
        for name in type(part).model_fields:
            yield from _references(getattr(part, name))


def _grouped(pairs: Iterable[tuple[Key, Edge]]) -> dict[Key, list[Edge]]:
    groups: dict[Key, list[Edge]] = defaultdict(list)
    for key, edge in pairs:
        groups[key].append(edge)
    return groups
