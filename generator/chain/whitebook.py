"""A case as a whitebook: who was asked and who replied, and every point once, under a benchmark that it is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.base.local import benchmark
from generator.chain.graph import Graph, Raised, grouped
from generator.model import AnswerEntry, Benchmark, Consultation, Initiative, Organisation, Plan
from generator.model.vocabulary import DeliveryState, PromiseState


class Chapter(NamedTuple):
    """The points that stand under a benchmark, or outside all of them."""

    benchmark: Benchmark | None
    points: Sequence[Raised]
    elsewhere: Sequence[Raised]
    """The points that are about the benchmark as well, and stand under an earlier one."""

    @property
    def anchor(self) -> str:
        """Where the chapter stands on its page."""
        return self.benchmark.id if self.benchmark else benchmark().none


class Row(NamedTuple):
    """A point with its chapter, and the chapter's place among them."""

    place: int
    chapter: Chapter
    item: Raised | None
    """None in a chapter whose points all stand under earlier ones."""


@dataclass(frozen=True)
class Heard:
    """Who was asked about a case, as far as the sources say, and who replied."""

    asked: Sequence[Organisation] | None
    """None where the sources do not say who was asked."""
    replied: Sequence[Organisation]

    @property
    def silent(self) -> Sequence[Organisation]:
        """Those who were asked and from whom there is no reply in the sources."""
        return [one for one in self.asked or () if one not in self.replied]


class Carried(NamedTuple):
    """Something that an answer sets going, and how far it is as far as the sources say."""

    what: str
    address: str
    """Where it can be read; empty where it has no page."""
    state: DeliveryState | PromiseState | None
    """None where the sources say nothing of it."""


def chapters(graph: Graph, consultation: str) -> Iterator[Chapter]:
    """Yield the points of a case under the benchmarks in the order of their numbers; what is split is left out."""
    points = graph.points_of_case(consultation)
    named = dict.fromkeys(name for item in points for name in item.benchmarks)
    return _chapters([graph.plan.of(Benchmark)[name] for name in named], points)


def whole(graph: Graph) -> list[Chapter]:
    """List the points of every case likewise, with a chapter for each benchmark that holds or has points."""
    named = {name for item in graph.points for name in item.benchmarks} | {one.id for one in graph.benchmarks}
    return list(_chapters([graph.plan.of(Benchmark)[name] for name in named], graph.points))


def _chapters(benchmarks: Sequence[Benchmark], points: Sequence[Raised]) -> Iterator[Chapter]:
    about = grouped((name, item) for item in points for name in item.benchmarks)
    placed: set[str] = set()
    for each in sorted(benchmarks, key=lambda one: one.number):
        same = about.get(each.id, [])
        first = [item for item in same if item.point.id not in placed]
        yield Chapter(each, first, [item for item in same if item.point.id in placed])
        placed.update(item.point.id for item in same)
    loose = [item for item in points if item.point.id not in placed]
    if loose:
        yield Chapter(None, loose, [])


def rows(graph: Graph, consultation: str) -> list[Row]:
    """List every point of a case with its chapter; a chapter without points of its own has one row."""
    nobody: Sequence[Raised | None] = [None]
    found = enumerate(chapters(graph, consultation))
    return [Row(place, chapter, item) for place, chapter in found for item in chapter.points or nobody]


def heard(graph: Graph, case: Consultation) -> Heard:
    """Say who was asked and who replied, each once."""
    organisations = graph.plan.of(Organisation)
    replied = dict.fromkeys(letter.organisation for letter in graph.letters_in(case.id))
    asked = [organisations[name] for name in case.invited.organisations] if case.invited else None
    return Heard(asked, [organisations[name] for name in replied])


def unreplied(graph: Graph) -> dict[str, list[Consultation]]:
    """Give the cases that organisations were asked about without a reply in the sources, by the organisation."""
    cases = graph.plan.of(Consultation).values()
    return grouped((one.id, case) for case in cases for one in heard(graph, case).silent)


def carried(plan: Plan, entry: AnswerEntry) -> Iterator[Carried]:
    """Yield what an answer says will be done, with how far it is: initiatives by their newest step, then promises."""
    for change in entry.changes:
        if change.initiative:
            initiative = plan.of(Initiative)[change.initiative]
            state = initiative.history[-1].status if initiative.history else None
            yield Carried(initiative.title, initiative.address, state)
    for promise in entry.promised:
        yield Carried(promise.text, "", promise.history[-1].status if promise.history else None)
