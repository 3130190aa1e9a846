"""What every meeting decided: the answers, the texts and the withdrawals that name one of its items."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.chain.graph import Graph, Raised
from generator.model import AnswerEntry, Benchmark


@dataclass(frozen=True)
class Decided:
    """What came of one item of an agenda."""

    answers: list[tuple[Raised, AnswerEntry]] = field(default_factory=list)
    """Points with the answer that they got; a joint answer stands with every point that got it."""
    versions: list[tuple[Benchmark, int]] = field(default_factory=list)
    """Benchmarks with the number of the version that was adopted, from 1."""
    withdrawn: list[Benchmark] = field(default_factory=list)


def decided(graph: Graph) -> Mapping[str, Mapping[str, Decided]]:
    """Gather what was decided by meeting and number of the item; what decided nothing has nothing to give."""
    found: dict[str, dict[str, Decided]] = defaultdict(lambda: defaultdict(Decided))
    for raised in graph.points:
        for entry in raised.history:
            if entry.decision:
                found[entry.decision.meeting][entry.decision.item].answers.append((raised, entry))
    for benchmark in graph.plan.of(Benchmark).values():
        for number, version in enumerate(benchmark.versions, start=1):
            if version.decision:
                found[version.decision.meeting][version.decision.item].versions.append((benchmark, number))
        if benchmark.withdrawn and (at := benchmark.withdrawn.decision):
            found[at.meeting][at.item].withdrawn.append(benchmark)
    return found
