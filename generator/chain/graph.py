"""The chain as a graph: every link from both its ends, and the gaps where a link is missing.

A link is stored once, on the record where the editor knows it. Here it can be followed both ways. Everything that is
asked for more than once is filed the first time, so that a plan of twice the size takes twice the time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Self, TypeAlias, TypeVar

from generator.base.text import natural_key
from generator.model import (
    LINKED_TYPES,
    AnswerEntry,
    Benchmark,
    Document,
    Indicator,
    Initiative,
    Plan,
    Point,
    Response,
    Target,
    condensed,
    fingerprint,
)
from generator.model.references import references
from generator.model.vocabulary import DECIDED, AnswerState

Key: TypeAlias = tuple[str, str]
"""A record's type and id."""

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


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
    joint: str = ""
    """The id of the point whose answer is this one's as well, where several have got one answer."""
    history: Sequence[AnswerEntry] = ()
    """Its own answers and those that it shares, in order of date."""
    split_into: tuple[str, ...] = ()
    """The ids of the points that it has been split into; then it only keeps its address and its words."""

    @property
    def state(self) -> AnswerState:
        """The newest answer state."""
        return self.history[-1].status if self.history else AnswerState.UNANSWERED

    @property
    def answered(self) -> bool:
        """Tell whether the point has an answer, whatever the answer is."""
        return self.state in DECIDED

    @property
    def counts(self) -> bool:
        """Tell whether the point stands in lists and is counted: what it was split into does so in its place."""
        return not self.split_into


@dataclass(frozen=True)
class Graph:
    """Every link between the records of a plan."""

    plan: Plan
    raised: Mapping[str, Raised]
    """Every point by its id, letter by letter, the oldest first."""
    edges: Sequence[Edge]

    @classmethod
    def of(cls, plan: Plan) -> Self:
        """Collect the links of a plan."""
        raised = {item.point.id: item for response in _by_date(plan) for item in _raised(response)}
        raised.update(_joined(raised))
        return cls(plan, raised, tuple(_edges(plan, raised.values())))

    @cached_property
    def points(self) -> Sequence[Raised]:
        """The points that count, letter by letter: a split one is left out."""
        return [item for item in self.raised.values() if item.counts]

    @cached_property
    def benchmarks(self) -> Sequence[Benchmark]:
        """The benchmarks that hold: a withdrawn one is left out."""
        return [benchmark for benchmark in self.plan.of(Benchmark).values() if not benchmark.withdrawn]

    def neighbours(self, key: Key, other: str) -> Sequence[Neighbour]:
        """List the records of a type at the other end of this record's links, each once, in order of their ids."""
        return self._neighbours.get(key, {}).get(other, [])

    def editorial(self, key: Key, *, without: tuple[str, ...] = ()) -> list[Neighbour]:
        """List everything that the editors linked with a record, type by type; `without` leaves types out."""
        others = (model.type for model in LINKED_TYPES if model.type not in without)
        return [near for other in others for near in self.neighbours(key, other) if near.why]

    def points_of(self, benchmark: str) -> Sequence[Raised]:
        """List the points that concern a benchmark, in the order of the letters."""
        return self._of_benchmark.get(benchmark, [])

    def points_by(self, organisation: str) -> Sequence[Raised]:
        """List the points that an organisation raised, in the order of its letters."""
        return self._by_organisation.get(organisation, [])

    def points_in(self, response: str) -> Sequence[Raised]:
        """List the points of a letter, in its own order."""
        return self._in_response.get(response, [])

    def letters_in(self, consultation: str) -> Sequence[Response]:
        """List the letters of a consultation, the oldest first."""
        return self._letters.get(consultation, [])

    def letters_by(self, organisation: str) -> Sequence[Response]:
        """List the letters of an organisation, the oldest first; one may raise nothing."""
        return self._letters_by.get(organisation, [])

    def points_of_case(self, consultation: str) -> Sequence[Raised]:
        """List the points of a case that count, letter by letter."""
        letters = self.letters_in(consultation)
        return [item for letter in letters for item in self.points_in(letter.id) if item.counts]

    def answered_together(self, point: str) -> Sequence[Raised]:
        """List the points whose answer stands at this one."""
        return self._together.get(point, [])

    @cached_property
    def _together(self) -> Mapping[str, Sequence[Raised]]:
        return grouped((item.joint, item) for item in self.raised.values() if item.joint)

    def parts_of(self, initiative: str) -> Sequence[Initiative]:
        """List the initiatives that are parts of another."""
        return self._parts.get(initiative, [])

    def answers_another_text(self, item: Raised, entry: AnswerEntry) -> bool:
        """Tell whether the words that an answer was written for have changed since somebody last read the two."""
        owner = self.raised[item.joint].point if item.joint and entry not in item.point.history else item.point
        return bool(entry.seen) and entry.seen != fingerprint(owner)

    def is_addressed(self, point: str) -> bool:
        """Tell whether anything at all is linked to a point, apart from the benchmark its heading names."""
        return bool(self.editorial((Point.type, point)))

    def cited_by(self, document: str) -> Sequence[Key]:
        """List the records that name a document as a source, type by type."""
        return self._citations.get(document, [])

    @cached_property
    def _neighbours(self) -> Mapping[Key, Mapping[str, Sequence[Neighbour]]]:
        """For each record its neighbours by their type; a link to a record counts before one from it.

        A point that is split has neighbours and is nobody's: what it was split into stands in lists in its place.
        """
        split = {(Point.type, name) for name, item in self.raised.items() if not item.counts}
        near: dict[Key, dict[Key, Neighbour]] = defaultdict(dict)
        for edge in self.edges:
            near[edge.source][edge.target] = Neighbour(edge.target, edge.why, edge.stale)
        for edge in self.edges:
            if edge.source not in split:
                near[edge.target][edge.source] = Neighbour(edge.source, edge.why, edge.stale)
        return {
            key: grouped((end[0], found[end]) for end in sorted(found, key=lambda end: natural_key(end[1])))
            for key, found in near.items()
        }

    @cached_property
    def _of_benchmark(self) -> Mapping[str, Sequence[Raised]]:
        return grouped((benchmark, item) for item in self.points for benchmark in item.benchmarks)

    @cached_property
    def _by_organisation(self) -> Mapping[str, Sequence[Raised]]:
        return grouped((item.response.organisation, item) for item in self.points)

    @cached_property
    def _in_response(self) -> Mapping[str, Sequence[Raised]]:
        return grouped((item.response.id, item) for item in self.points)

    @cached_property
    def _letters(self) -> Mapping[str, Sequence[Response]]:
        return grouped((letter.consultation, letter) for letter in _by_date(self.plan))

    @cached_property
    def _letters_by(self) -> Mapping[str, Sequence[Response]]:
        return grouped((letter.organisation, letter) for letter in _by_date(self.plan))

    @cached_property
    def _parts(self) -> Mapping[str, Sequence[Initiative]]:
        return grouped((item.part_of, item) for item in self.plan.of(Initiative).values() if item.part_of)

    @cached_property
    def _citations(self) -> Mapping[str, Sequence[Key]]:
        return grouped(
            (document, (record.type, record.id))
            for record in self.plan.every()
            for document in dict.fromkeys(
                reference.name for reference in references(record) if reference.wanted == Document.type
            )
        )


def letters(points: Iterable[Raised]) -> list[Response]:
    """List the letters that points come from, each once."""
    return list({raised.response.id: raised.response for raised in points}.values())


@dataclass(frozen=True)
class Gaps:
    """Where the chain is broken; a gap is a finding, not a fault."""

    silent: list[Raised]
    """The points that the sources have no answer to; one under consideration has got that far."""
    unaddressed: list[Raised]
    unmeasured: list[Benchmark]
    unmeasured_targets: list[Target]
    unused: list[Indicator]
    unmentioned: list[Initiative]


def gaps(linked: Graph) -> Gaps:
    """Find what the sources have no answer to, and what nobody has addressed, measured or used."""
    plan = linked.plan
    measures = {part.indicator for target in plan.of(Target).values() for part in target.parts}
    return Gaps(
        silent=[item for item in linked.points if item.state is AnswerState.UNANSWERED],
        unaddressed=[item for item in linked.points if not linked.is_addressed(item.point.id)],
        unmeasured=[item for item in linked.benchmarks if not linked.neighbours((item.type, item.id), Indicator.type)],
        unmeasured_targets=[item for item in plan.of(Target).values() if not item.is_measured],
        unused=[
            item
            for item in plan.of(Indicator).values()
            if item.id not in measures and not linked.editorial((item.type, item.id))
        ],
        unmentioned=[item for item in plan.of(Initiative).values() if not linked.editorial((item.type, item.id))],
    )


def _by_date(plan: Plan) -> list[Response]:
    return sorted(plan.of(Response).values(), key=lambda letter: letter.date)


def _raised(response: Response) -> Iterator[Raised]:
    for section, point in response.points():
        benchmarks = section.benchmarks if point.benchmarks is None else point.benchmarks
        yield Raised(point, response, section.heading, tuple(benchmarks), history=point.history)


def _joined(raised: Mapping[str, Raised]) -> Iterator[tuple[str, Raised]]:
    """Give the points that share another's answer, and those that are split, with what follows from it."""
    parts = grouped((item.point.split_from, name) for name, item in raised.items() if item.point.split_from)
    for name, item in raised.items():
        other = raised.get(item.point.answered_with or "")
        split_into = tuple(parts.get(name, ()))
        if other:
            history = sorted([*item.history, *other.point.history], key=lambda entry: entry.date)
            yield name, replace(item, joint=other.point.id, history=history, split_into=split_into)
        elif split_into:
            yield name, replace(item, split_into=split_into)


def _edges(plan: Plan, raised: Iterable[Raised]) -> Iterator[Edge]:
    for item in raised:
        for benchmark in item.benchmarks:
            yield Edge((item.point.type, item.point.id), (Benchmark.type, benchmark))
    said = {(item.type, item.id): item.wording for item in plan.identified() if isinstance(item, LINKED_TYPES)}
    for record in plan.linking():
        for link in record.links:
            if link.end:
                stale = bool(link.seen) and link.seen != condensed(record.wording, said[link.end])
                yield Edge((record.type, record.id), link.end, link.why, stale)


def grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, list[V]]:
    """Gather values under their keys, in the order in which each key is first met."""
    groups: dict[K, list[V]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return groups
